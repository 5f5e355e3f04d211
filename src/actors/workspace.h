// What the passes of the actors stage share while one document is read. Internal to src/actors.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actors/lexicon.h"
#include "document/tree.h"

namespace depesche::actors {

/// A known name in the text.
struct Hit {
  Span span;
  WordIndex first = kNoWord;  ///< words [first, last) it touches
  WordIndex last = kNoWord;
  WordIndex head = kNoWord;       ///< the word of them whose head lies outside
  Candidate chosen;               ///< the reading
  std::vector<Candidate> others;  ///< all readings that fit the writing, `chosen` included
  bool prefix = false;            ///< first part of a hyphenated word: "US" in "US-Angriff"
  bool used = false;              ///< part of a role phrase, or replaced by a longer reading
};

/// A mention before the layer is put together.
struct Draft {
  ActorIndex actor = kNoActor;
  Span span;
  WordIndex head = kNoWord;
  WordIndex first = kNoWord;
  WordIndex last = kNoWord;
  MentionForm form = MentionForm::kName;
};

/// What later passes must know of an actor beside its public fields.
struct ActorFacts {
  EntityIndex entity = kNoEntity;
  TitleKind kind = TitleKind::kAgent;
  bool state = false;  ///< the state itself
  bool place = false;  ///< a town or region that acts
  bool organisation = false;
  Gender gender = Gender::kNone;  ///< of a person, where a title or name tells it
  std::string title;              ///< lemma of the title that typed it
  bool provisional = false;       ///< the code comes from the context; a phrase that names the state wins
  std::string surname;
};

/// "North" in "North and South Korea", "the North" in a report about Korea.
struct HalfName {
  EntityIndex state = kNoEntity;
  WordIndex word = kNoWord;
  WordIndex beside = kNoWord;  ///< head of the name beside it that the sentence is built on, or kNoWord
  FormKind kind = FormKind::kName;
};

class Workspace {
 public:
  Workspace(const Document& document, const ActorLexicon& lexicon);

  const Document& document;
  const Tree tree;
  const ActorLexicon& lexicon;
  const Language language;
  const bool german;

  std::vector<Hit> hits;              ///< in text order, not overlapping
  std::vector<uint32_t> hit_of_word;  ///< index in hits or UINT32_MAX
  std::vector<HalfName> halves;
  std::vector<Actor> actors;      ///< in order of creation; the builder sorts them
  std::vector<ActorFacts> facts;  ///< parallel to actors
  std::vector<Draft> drafts;
  std::vector<uint32_t> draft_of_head;  ///< index in drafts or UINT32_MAX

  [[nodiscard]] const Node& node(WordIndex w) const { return tree.node(w); }
  [[nodiscard]] const Word& word(WordIndex w) const { return tree.word(w); }
  [[nodiscard]] std::string lower(WordIndex w) const;       ///< form in lower case
  [[nodiscard]] std::string_view lemma(WordIndex w) const;  ///< the form where the lemma is missing
  [[nodiscard]] bool is(WordIndex w, WordClass word_class) const;
  /// The same without the ending of a German adjective: "ausländische".
  [[nodiscard]] bool is_stem(WordIndex w, WordClass word_class) const;
  [[nodiscard]] bool noun(WordIndex w) const { return node(w).upos == Upos::kNoun || node(w).upos == Upos::kPropn; }
  [[nodiscard]] const Sentence& sentence_of(WordIndex w) const { return document.words().sentences[word(w).sentence]; }
  /// First case child, or kNoWord.
  [[nodiscard]] WordIndex preposition(WordIndex w) const { return tree.child(w, Deprel::kCase); }
  /// The word among [first, last) whose head lies outside.
  [[nodiscard]] WordIndex top(WordIndex first, WordIndex last) const;
  /// Word that covers the byte, or kNoWord.
  [[nodiscard]] WordIndex word_at(uint32_t byte) const;
  /// First word of the unbroken run of letters and hyphens that ends in w ("US" for "Präsident" in
  /// "US-Präsident"); w itself when it stands alone.
  [[nodiscard]] WordIndex chain_begin(WordIndex w) const;
  [[nodiscard]] WordIndex chain_end(WordIndex w) const;  ///< last word of that run
  [[nodiscard]] std::string_view text(Span span) const { return document.text(span); }

  /// The actor of that key, made by `make` when it is new.
  ActorIndex actor_of_key(const std::string& key, const Actor& actor, const ActorFacts& facts);
  ActorIndex state_actor(EntityIndex state);
  ActorIndex state_actor(std::string_view code);
  ActorIndex entity_actor(EntityIndex entity);
  /// "allies of USA"; kNoActor where the actor has no code.
  ActorIndex allies_of(ActorIndex actor);
  /// Adds unless the head word has a mention already; false then.
  bool add(Draft draft);
  /// One more actor of a head word that has a mention: "beide Staaten". Same span as that mention.
  void add_beside(Draft draft);
  /// In the dateline or sign-off, which name who reports, not who acts.
  [[nodiscard]] bool outside_report(Span span) const;
  [[nodiscard]] ActorIndex actor_at(WordIndex w) const {
    return draft_of_head[w] == UINT32_MAX ? kNoActor : drafts[draft_of_head[w]].actor;
  }

 private:
  std::unordered_map<std::string, ActorIndex> keys_;
};

/// name_matcher.cpp: fills hits and hit_of_word.
void find_names(Workspace& work);

/// compound_names.cpp: fills `halves`; mention_halves makes mentions of them after the names.
void find_half_names(Workspace& work);
void mention_halves(Workspace& work);

/// state_mentions.cpp: towns that only the layer of places knows, where it is published: as targets they are their
/// state.
void mention_towns(Workspace& work);
/// Such towns: places with a state that are no known name here.
[[nodiscard]] std::vector<const Place*> towns_of(const Workspace& work);

/// groups.cpp: "the US-led coalition" is the USA and allies of USA; "dozens of soldiers" are the soldiers.
void find_groups(Workspace& work);

/// Which state a bare role belongs to. context_state.cpp.
class ContextState {
 public:
  explicit ContextState(const Workspace& work);
  /// Code for a bare role in that sentence; "" when the report names no state.
  [[nodiscard]] std::string code_at(uint32_t sentence) const;
  /// The state that most of the report points to; "" when no state has such a share.
  [[nodiscard]] std::string dominant() const;
  /// How often the report points to that state (weighted).
  [[nodiscard]] double weight(std::string_view code) const;
  /// The same as a share of all, 0 to 1.
  [[nodiscard]] double share(std::string_view code) const;

 private:
  struct Evidence {
    std::string code;
    double weight;
    uint32_t sentence;
    bool located;
  };
  void add_towns(const Workspace& work);

  std::vector<Evidence> evidence_;  ///< by sentence
  std::map<std::string, double, std::less<>> total_;
};

/// person_linking.cpp: persons named in full or by surname.
void link_persons(Workspace& work, const ContextState& context);
/// The public side of a known person as of the report's date.
Actor person_as_of(const Entity& entity, std::optional<Date> published, Language language);

/// state_mentions.cpp: mentions of states, organisations, groups, parties.
void mention_names(Workspace& work, const ContextState& context);
/// Does the word act: subject of an active verb, agent of a passive, owner of an act of speech?
[[nodiscard]] bool acts(const Workspace& work, WordIndex w);

/// A title in the text.
struct TitleMatch {
  const Title* title = nullptr;
  WordIndex first = kNoWord;  ///< words [first, last) of the title itself
  WordIndex last = kNoWord;
  WordIndex head = kNoWord;
  std::string lemma;   ///< nominative singular with its compound part: "Regierungssprecher"
  std::string prefix;  ///< compound part in front, as written: "Regierungs", "US"
  std::string body;    ///< title in the compound part: "Ministerium" in "Ministeriumssprecher"
  bool feminine = false;
};
/// titles.cpp: the title that ends at w; title == nullptr when there is none.
[[nodiscard]] TitleMatch match_title(const Workspace& work, WordIndex w);
/// Base forms under which the table may list a German noun, most likely first.
[[nodiscard]] std::vector<std::string> german_bases(std::string_view form, std::string_view lemma);
[[nodiscard]] std::vector<std::string> english_bases(std::string_view form, std::string_view lemma);

/// title_phrases.cpp: roles with their owners; attaches persons.
void find_roles(Workspace& work, const ContextState& context);

/// coreference.cpp: pronouns and "das Land".
void resolve_pronouns(Workspace& work, const ContextState& context);

/// unnamed_sources.cpp: nouns that say something and name nobody: "ein Anwohner sagte". Call last.
void find_unnamed_sources(Workspace& work);

}  // namespace depesche::actors
