// What the actors stage knows: entities with their names, offices with their holders and dates, titles, places.
// Built once from the knowledge image (or by hand in tests), then read-only and safe to share between threads. Names
// are looked up in the mapped image, so the lexicon must not outlive its Knowledge.
#pragma once

#include <climits>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "document/document.h"
#include "knowledge/knowledge.h"

namespace depesche::actors {

using EntityIndex = uint32_t;
inline constexpr EntityIndex kNoEntity = UINT32_MAX;

enum class EntityKind : uint8_t { kState, kPerson, kOrganisation, kGroup, kParty, kPlace };
enum class FormKind : uint8_t { kName, kAdjective, kDemonym, kCapital, kMetonym, kAbbreviation, kSurname };

/// An office held; days since 1970-01-01, both ends included.
struct Term {
  std::string office;
  std::string body;  ///< code of a state, or key of an organisation
  std::string code;  ///< of the body; filled by add_term
  std::string sector;
  int from = INT_MIN;
  int to = INT_MAX;
};

struct Entity {
  std::string key;  ///< "state:RUS", "person:...", "org:...", "group:...", "party:...", "place:..."
  EntityKind kind = EntityKind::kOrganisation;
  std::string subkind;  ///< kind column of its table: "un", "media", "city", ...
  std::string name_de;
  std::string name_en;
  std::string code;
  std::string sector;
  std::vector<std::string> other_sectors;
  std::string wikidata;
  std::string origin;  ///< "actors/states.tsv:12"
  int from = INT_MIN;
  int to = INT_MAX;
  std::vector<Term> terms;  ///< persons only
  [[nodiscard]] const std::string& name(Language language) const {
    return language == Language::kGerman ? name_de : name_en;
  }
};

/// One thing that a stretch of text may name.
struct Candidate {
  EntityIndex entity = kNoEntity;
  FormKind kind = FormKind::kName;
  std::string_view form;  ///< as written in running text; lives as long as the lexicon
};

enum class TitleKind : uint8_t { kOffice, kInstitution, kAgent, kGroup, kSource };
enum class TitleScope : uint8_t { kState, kLocal, kOrganisation, kAny };

struct Title {
  std::string lemma;
  TitleKind kind = TitleKind::kAgent;
  TitleScope scope = TitleScope::kAny;
  std::string office;
  std::string sector;
  std::string code;                  ///< non-state code: NGO, IGO
  std::vector<std::string> states;   ///< the only states that have such an office, the usual one first
  bool whole_word = false;           ///< never the last part of a compound
  std::vector<std::string> holders;  ///< offices whose holder the title may mean, tried in order
  std::string origin;
};

/// Classes of actors/words.
enum class WordClass : uint8_t {
  kOwner,
  kLocation,
  kFormer,
  kFuture,
  kAlly,
  kStateNoun,
  kLed,
  kArticle,
  kRoleMarker,
  kAgentMarker,
  kPlacePrefix,
  kNotName,
  kBoth,        ///< "beide", "both"
  kPairNoun,    ///< nouns that "both" makes two actors named before: "Seiten"
  kQuantifier,  ///< "jeder", "any": the noun names nobody
  kStateless,   ///< "ausländisch", "western": not of the state that the report is about
  kQuantity,    ///< "Dutzende", "a group of": stands for those it counts
  kCoalition,   ///< nouns that a state leads: "Koalition", "troops"
  kDirection,   ///< "nord", "south": half of the names of divided states
  kBacked,      ///< "backed": the state in front does not own the noun
  kLeadership,  ///< "unter Führung der USA"
  kAgainst,     ///< prepositions of targets: what stands behind them is not where the report is set
  kFeminine,    ///< titles and first names of women
  kMasculine,
  kDemonstrative,  ///< "dieser": the last one named
};

/// What a word of a source phrase (cues/sources) does.
enum class SourceWord : uint8_t {
  kPreposition,  ///< "laut", "zufolge": stands by its source
  kClause,       ///< "wie": opens a clause that tells who says it
  kBehindComma,  ///< "…, so X"
};

[[nodiscard]] FormKind form_kind(std::string_view name);

class ActorLexicon {
 public:
  ActorLexicon() = default;
  /// Reads entities, names, actors/terms, actors/titles, places/places, cues/speech, cues/sources,
  /// words/compound_parts.
  explicit ActorLexicon(const Knowledge& knowledge);

  EntityIndex add_entity(Entity entity);
  /// `form` as in running text; call after add_entity.
  void add_form(Language language, std::string_view form, FormKind kind, EntityIndex entity);
  void add_title(Language language, Title title);
  void add_speech_word(Language language, std::string_view lemma);
  /// `speakers`: prepositions behind which the speaker of that verb stands ("in" for "heißen").
  void add_speakers(Language language, std::string_view lemma, const std::vector<std::string_view>& speakers);
  /// `kind` of cues/sources; other kinds are of no use here.
  void add_source_phrase(Language language, std::string_view phrase, std::string_view kind);
  void add_word(Language language, std::string_view word, WordClass word_class);
  void add_term(std::string_view entity_key, Term term);

  [[nodiscard]] const Entity& entity(EntityIndex index) const { return entities_[index]; }
  [[nodiscard]] EntityIndex size() const { return static_cast<EntityIndex>(entities_.size()); }
  [[nodiscard]] EntityIndex find_entity(std::string_view key) const;
  /// Candidates of the longest known form that starts at byte `at` of `text` and ends at a word border;
  /// `end` is set to its end. Empty when there is none. `any_case`: ALL-CAPS text is read without case.
  [[nodiscard]] std::vector<Candidate> longest(Language language, std::string_view text, size_t at, bool any_case,
                                               size_t& end) const;
  /// Candidates of that form in any case; empty when there is none.
  [[nodiscard]] std::vector<Candidate> exact(Language language, std::string_view form) const;
  /// Title by its lemma (German as written, English lower case; may hold blanks), or nullptr.
  [[nodiscard]] const Title* title(Language language, std::string_view lemma) const;
  /// Most words in a title of several words that ends in this word; 1 when there is none.
  [[nodiscard]] uint32_t title_words(Language language, std::string_view last_word) const;
  [[nodiscard]] bool is_speech_word(Language language, std::string_view lemma) const;
  [[nodiscard]] bool speaks_behind(Language language, std::string_view lemma, std::string_view preposition) const;
  /// `word` in lower case: the word of a phrase that stands by its source.
  [[nodiscard]] bool source_word(Language language, std::string_view word, SourceWord kind) const;
  /// Is the German noun (lower case) a compound that ends in a noun of a source phrase ("nach Expertenmeinung")?
  [[nodiscard]] bool source_compound(std::string_view preposition, std::string_view noun) const;
  /// `word` in lower case, German nouns as written.
  [[nodiscard]] bool is(Language language, std::string_view word, WordClass word_class) const;
  [[nodiscard]] bool is_compound_stem(std::string_view stem) const { return stems_.contains(std::string(stem)); }
  /// Persons who held one of `offices` of `body` on that day; without a day, nobody.
  [[nodiscard]] EntityIndex holder(const std::vector<std::string>& offices, std::string_view body,
                                   std::optional<Date> day) const;
  /// Holders of offices of that body (all times).
  [[nodiscard]] const std::vector<EntityIndex>& office_holders(std::string_view body) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <typename T>
  using Map = std::unordered_map<std::string, T, Hash, std::equal_to<>>;
  struct Added {
    EntityIndex entity;
    FormKind kind;
    std::string form;
  };
  struct Forms {
    Map<std::deque<Added>> by_key;          ///< forms added one by one: lower case, one blank between words
    std::unordered_set<uint64_t> prefixes;  ///< hashes of the beginnings of those keys that end at a word border
    Map<Title> titles;
    Map<uint32_t> title_words;
    std::unordered_set<std::string> speech;
    std::unordered_set<std::string> speakers;         ///< "heißen in"
    std::unordered_set<std::string> source_words[3];  ///< by SourceWord
    Map<std::vector<std::string>> reports;            ///< nouns of source phrases by their preposition
    Map<uint32_t> words;                              ///< bit set of WordClass
  };
  [[nodiscard]] Forms& forms(Language language) { return forms_[language == Language::kGerman ? 0 : 1]; }
  [[nodiscard]] const Forms& forms(Language language) const { return forms_[language == Language::kGerman ? 0 : 1]; }
  void read_entities(const Knowledge& knowledge);
  void read_terms(const Knowledge& knowledge);
  /// Code of a state or of the organisation, group or party of that key; "" when there is none.
  [[nodiscard]] std::string code_of(std::string_view body) const;
  void add_holder(EntityIndex person, Term term);
  /// Appends the candidates of a key: those of the image, then those added.
  void collect(Language language, const std::string& key, std::vector<Candidate>& out) const;
  void read_places(const Knowledge& knowledge);
  void read_titles(const Knowledge& knowledge);

  std::vector<Entity> entities_;
  Table entity_rows_;      ///< rows are the first indexes of entities_
  Table names_;            ///< key: language, name_key(form)
  uint32_t columns_[3]{};  ///< of names_: form, kind, entity
  Map<EntityIndex> entity_of_key_;
  Map<std::vector<EntityIndex>> holders_of_body_;
  Forms forms_[2];
  std::unordered_set<std::string> stems_;
};

/// Day of "2008", "2008-05", "2008-05-07": the first day it covers, or with `last` the last one.
[[nodiscard]] int day_of(std::string_view date, bool last);

}  // namespace depesche::actors
