// Layer 5: predicates with their arguments, alike for German and English (DESIGN.md section 4).
// Published by src/clauses, the one place that knows grammar; frames are written against this.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/text_layer.h"

namespace depesche {

using PredicateIndex = uint32_t;
inline constexpr PredicateIndex kNoPredicate = UINT32_MAX;

enum class PredicateKind : uint8_t { kVerb, kNoun, kAdjective };
enum class Modality : uint8_t {
  kNone,
  kPossible,   ///< können, dürfen, may, could; "nicht ausschließen"
  kNecessary,  ///< müssen, sollen as duty, must, should, have to
  kIntended,   ///< wollen, will (intention), plan to, be to
  kFuture,     ///< werden + infinitive, will
  kHearsay,    ///< sollen + perfect infinitive, "reportedly", "offenbar"
};
enum class ClauseMood : uint8_t {
  kIndicative,
  kReported,  ///< Konjunktiv I (or II standing in for it in a reported run)
  kIrreal,    ///< Konjunktiv II, would
  kImperative,
  kQuestion,
};
enum class ClauseTense : uint8_t { kNone, kPresent, kPast, kPluperfect, kFuture };

/// How the clause of this predicate hangs on its parent predicate.
enum class ClauseRelation : uint8_t {
  kMain,        ///< no parent
  kComplement,  ///< dass / that / V2 complement / infinitive complement (ccomp, xcomp, csubj)
  kInfinitive,  ///< complement that is a zu- / to-infinitive
  kQuestion,    ///< ob / whether / wh- complement
  kRelative,    ///< relative clause; `parent` is the predicate of the modified noun, if any
  kCondition,   ///< wenn, falls, sofern, V1 conditional, if, unless, should-inversion
  kUntil,       ///< bis, solange, until, as long as
  kTemporal,
  kCause,
  kConcession,
  kPurpose,
  kManner,
  kParticiple,   ///< participial attribute or adverbial
  kNominal,      ///< event noun inside the parent's clause
  kCoordinated,  ///< conjunct of the parent
  kParenthesis,  ///< "sagte Miller" inserted into or after what is said (parataxis)
};

enum class Function : uint8_t {
  kSubject,
  kObject,
  kIndirect,
  kOblique,
  kClause,
  kGenitive,
  kCompound,
  kAdjective,
  kPossessive,
};

/// One argument. Passives are already turned: the agent phrase is kSubject, the passive subject is
/// kObject. Coordinated fillers are separate arguments with the same function, in text order.
struct Argument {
  Function function = Function::kSubject;
  std::string preposition;               ///< kOblique: lemma of the preposition ("an", "against")
  WordIndex head = kNoWord;              ///< head word of the filler (antecedent for relative pronouns)
  Span span;                             ///< whole filler phrase
  PredicateIndex clause = kNoPredicate;  ///< kClause: the embedded predicate
  bool shared = false;                   ///< not in this clause: controlled, coordinated, relative, light verb
  bool plural = false;
};

struct Predicate {
  PredicateKind kind = PredicateKind::kVerb;
  std::string lemma;         ///< particle joined: "festhalten"; reflexive: see `reflexive`
  WordIndex head = kNoWord;  ///< the predicate's word
  Span span;                 ///< the whole clause or noun phrase
  Span core;                 ///< predicate word(s) proper, particle and light verb included
  uint32_t sentence = 0;
  PredicateIndex parent = kNoPredicate;
  ClauseRelation relation = ClauseRelation::kMain;
  std::string marker;      ///< lemma of the subordinator: "dass", "wenn", "if"
  std::string light_verb;  ///< "üben" for "Kritik üben" (then kind is kNoun)
  Modality modality = Modality::kNone;
  ClauseMood mood = ClauseMood::kIndicative;
  ClauseTense tense = ClauseTense::kNone;
  bool passive = false;
  bool negated = false;
  bool not_excluded = false;  ///< "nicht ausschließen" and the like stand over it
  bool reflexive = false;
  bool infinitive = false;       ///< heads a non-finite clause
  bool state_passive = false;    ///< "ist verwundet": a result state
  bool attributive = false;      ///< "ein zerstörtes Haus"
  bool past_background = false;  ///< "in der Vergangenheit", "seit Jahren" in the clause
  std::vector<Argument> arguments;
  std::vector<WordIndex> adverbs;  ///< adverbs and predicative particles of the clause
};

struct ClauseLayer {
  std::vector<Predicate> predicates;              ///< in text order of their head words
  std::vector<PredicateIndex> predicate_of_word;  ///< predicate headed by word w, or kNoPredicate
  /// Parts of a German compound noun, longest analysis, lower case: "waffe", "lieferung"; empty
  /// where the word is no compound. Parallel to words.
  std::vector<std::vector<std::string>> compound_parts;
};

}  // namespace depesche
