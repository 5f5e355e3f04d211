// The words that the grammar needs: subordinators, modals and negators, control verbs, light verbs,
// compound stems, function words. Filled once from the knowledge tables (or by hand in tests), then
// read-only and safe to share between threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "knowledge/knowledge.h"
#include "morphology/splitter.h"

namespace depesche::clauses {

/// What a word of cues/modality does to the predicate it governs.
enum class Effect : uint8_t {
  kPossible,
  kNecessary,
  kIntended,
  kFuture,
  kHearsay,
  kNegated,
  kFailed,
  kNotExcluded,
  kPastBackground,
  kApproximate,
};
enum class WordClass : uint8_t { kVerb, kAux, kAdverb, kDeterminer, kNoun, kAdjective };

enum class Control : uint8_t { kSubject, kObject, kIndirect };

enum class LightEffect : uint8_t { kPlain, kPassive, kBegin, kEnd, kPossible, kNegated, kPlanned };
struct LightVerb {
  std::string noun;  ///< lemma, or "*" for any noun
  std::string link;  ///< preposition of the noun; "" when it is the object, "subject" when it is that
  LightEffect effect = LightEffect::kPlain;
};

/// The closed classes that the verb complex and the noun phrase are built with (words/function_words).
enum class Closed : uint8_t {
  kPerfect,
  kBe,
  kBecome,
  kGetPassive,
  kCausative,
  kAgent,
  kInfinitive,
  kCorrelate,
  kFused,
  kFirstPerson,
  kBePerfect,
  kParticle,
  kGoing,
  kRelative,
  kReflexive,
  kStrongParticiple,
  kInseparable,
  kReceive,
  kComparison,
  kAdjective,
  kOrigin,
};

class ClauseLexicon {
 public:
  /// Empty, for tests that add rows.
  ClauseLexicon() = default;
  /// Reads cues/conditions, cues/modality, words/control, words/light_verbs, words/compound_parts,
  /// words/compound_blocks and words/function_words; and for what it `knows` also units, cues/speech and words/classes.
  /// Unknown enum values cannot occur: `kb check` has refused them. `german_words` (may be null) must outlive the
  /// lexicon.
  explicit ClauseLexicon(const Knowledge& knowledge, const morphology::Lexicon* german_words = nullptr);

  /// One row of the table of that name; `cells` in the order of tables.yaml. For tests and the constructor.
  void add(std::string_view table, const std::vector<std::string_view>& cells);

  /// Relation that the subordinator opens.
  [[nodiscard]] std::optional<ClauseRelation> subordinator(Language language, std::string_view lemma) const;
  [[nodiscard]] std::optional<Effect> effect(Language language, std::string_view lemma, WordClass word_class) const;
  [[nodiscard]] std::optional<Control> control(Language language, std::string_view lemma) const;
  /// Rows of that verb, in file order; empty when it is no light verb.
  [[nodiscard]] const std::vector<LightVerb>& light_verbs(Language language, std::string_view verb) const;
  [[nodiscard]] bool is(Language language, std::string_view word, Closed closed) const {
    return value(language, word, closed) != nullptr;
  }
  /// The value column of the function word; nullptr when the word is not of that class.
  [[nodiscard]] const std::string* value(Language language, std::string_view word, Closed closed) const;
  /// Is it a lemma that some table names (frames, cues, control, light verbs, classes)? German nouns with a
  /// capital. Used to mend wrong lemmas, never to reject a word.
  [[nodiscard]] bool knows(Language language, WordClass word_class, std::string_view lemma) const;
  /// Does the verb report what follows (cues/speech)?
  [[nodiscard]] bool speaks(Language language, std::string_view verb) const {
    return find(sets(language).speech, verb) != nullptr;
  }
  /// Is the noun an event of some frame or light verb?
  [[nodiscard]] bool event_noun(Language language, std::string_view noun) const {
    return find(sets(language).events, noun) != nullptr;
  }
  /// Splits German compounds.
  [[nodiscard]] const morphology::Splitter& splitter() const { return splitter_; }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <typename T>
  using Map = std::unordered_map<std::string, T, Hash, std::equal_to<>>;
  template <typename T>
  static const T* find(const Map<T>& map, std::string_view key) {
    const auto at = map.find(key);
    return at == map.end() ? nullptr : &at->second;
  }
  struct Sets {
    Map<ClauseRelation> subordinators;
    Map<std::vector<std::pair<WordClass, Effect>>> effects;
    Map<Control> control;
    Map<std::vector<LightVerb>> light_verbs;
    Map<std::vector<std::pair<Closed, std::string>>> closed;
    Map<bool> known[3];  ///< verbs, nouns, adjectives
    Map<bool> speech;    ///< verbs
    Map<bool> events;    ///< nouns
  };
  void learn(Sets& sets, WordClass word_class, std::string_view lemma);
  [[nodiscard]] const Sets& sets(Language language) const { return sets_[language == Language::kGerman ? 0 : 1]; }

  Sets sets_[2];
  morphology::Splitter splitter_;
};

}  // namespace depesche::clauses
