// What the passes of the clauses stage share while one document is read. Internal to src/clauses.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clauses/lexicon.h"
#include "document/tree.h"

namespace depesche::clauses {

/// A verb with its auxiliaries, particle and marks: what the finite verb says for the whole complex.
struct VerbComplex {
  WordIndex finite = kNoWord;          ///< the finite word: the verb itself or an auxiliary
  WordIndex particle = kNoWord;        ///< separated prefix or English particle
  std::string stranded;                ///< a preposition that the parser took for a particle: "called on"
  std::vector<WordIndex> auxiliaries;  ///< aux, aux:pass, cop children, in text order
  bool copula = false;
  bool zu = false;    ///< zu- / to-infinitive
  bool bare = false;  ///< non-finite without auxiliary: may inherit those of its conjunct
};

class Workspace {
 public:
  Workspace(const Document& document, const ClauseLexicon& lexicon);

  const Tree tree;
  const ClauseLexicon& lexicon;
  const Language language;
  const bool german;
  ClauseLayer layer;
  std::vector<VerbComplex> complexes;                   ///< parallel to layer.predicates
  std::vector<std::vector<Argument>> surface_subjects;  ///< syntactic subjects, before passives are turned
  std::vector<WordIndex> order;                         ///< every word after its head
  std::vector<std::pair<WordIndex, WordIndex>> extent;  ///< first and last word of each subtree, inclusive

  [[nodiscard]] const Node& node(WordIndex w) const { return tree.node(w); }
  [[nodiscard]] std::string_view lemma(WordIndex w) const;  ///< the form where the lemma is missing
  /// Does lemma or lower-case form of w belong to the class?
  [[nodiscard]] bool is(WordIndex w, Closed closed) const;
  [[nodiscard]] const std::string* value(WordIndex w, Closed closed) const;
  [[nodiscard]] std::optional<Effect> effect(WordIndex w, WordClass word_class) const;

  [[nodiscard]] bool finite(WordIndex w) const;
  [[nodiscard]] bool infinitive(WordIndex w) const;
  [[nodiscard]] bool participle(WordIndex w) const;          ///< past participle
  [[nodiscard]] bool present_participle(WordIndex w) const;  ///< English -ing; German -end
  [[nodiscard]] bool nominal(WordIndex w) const;             ///< NOUN PROPN PRON NUM and nominalised ADJ, DET
  [[nodiscard]] bool relative_pronoun(WordIndex w) const;
  /// "als besorgniserregend": some treebanks hang it on the verb as a conjunct.
  [[nodiscard]] bool comparison(WordIndex w) const;

  /// Text of the words [first, last] without punctuation at the edges.
  [[nodiscard]] Span text_span(WordIndex first, WordIndex last) const;
  [[nodiscard]] Span subtree_span(WordIndex w) const { return text_span(extent[w].first, extent[w].second); }
  /// Phrase of w without its conjuncts.
  [[nodiscard]] Span phrase_span(WordIndex w) const;

  [[nodiscard]] PredicateIndex at(WordIndex w) const {
    return w == kNoWord ? kNoPredicate : layer.predicate_of_word[w];
  }
  Predicate& predicate(PredicateIndex p) { return layer.predicates[p]; }
  [[nodiscard]] const Predicate& predicate(PredicateIndex p) const { return layer.predicates[p]; }
  /// Nearest predicate strictly above w, or kNoPredicate.
  [[nodiscard]] PredicateIndex above(WordIndex w) const;
  /// Preposition of the phrase of w: "according to", "gegen"; "" when it has none.
  [[nodiscard]] std::string preposition(WordIndex w) const;
  [[nodiscard]] bool has(PredicateIndex p, Function function) const;
  /// Adds the argument unless the same function, preposition and head are there.
  void add(PredicateIndex p, Argument argument);
};

// The passes, in their order. Each lives in the file of its name.
void make_predicates(Workspace& work);  // verbs.cpp: which words are predicates
void join_particles(Workspace& work);   // particles.cpp
void mend_lemmas(Workspace& work);      // lemmas.cpp: wrong lemmas, where the tables know a right one
/// Candidates of German verb or noun lemmas, English ones: by stripping inflection from the form.
std::vector<std::string> lemma_candidates(Language language, WordClass word_class, std::string_view form);
void read_verb_complexes(Workspace& work);  // verbs.cpp: voice, tense, mood
void find_relations(Workspace& work);       // relations.cpp: parent, relation, marker
void collect_arguments(Workspace& work);    // arguments.cpp (turns passives), nouns.cpp
void collect_noun_arguments(Workspace& work, PredicateIndex p);
void lift_infinitives(Workspace& work);   // repair.cpp: "called on | militias to disarm"
void repair_roles(Workspace& work);       // repair.cpp: what the parser got wrong and grammar can tell
void lend_noun_phrases(Workspace& work);  // repair.cpp: prepositional phrases that may belong to the verb
void resolve_relatives(Workspace& work);  // relative.cpp
void share_arguments(Workspace& work);    // control.cpp, coordination.cpp
void share_coordinated(Workspace& work, PredicateIndex p);
void lend_objects_back(Workspace& work);  // coordination.cpp
void read_modality(Workspace& work);      // modality.cpp: modals, negation, adverbs
void spread_modality(Workspace& work);    // modality.cpp: "plant, ... zu", "verhindern"
void find_light_verbs(Workspace& work);   // light_verbs.cpp
void split_compounds(Workspace& work);    // compounds.cpp

/// The verb a German participle used as an adjective comes from: "angegriffene" -> "angreifen";
/// "" when the form is no participle. Sets `present` for "-end", `strong` when a table row decided.
std::string verb_of_participle(const Workspace& work, std::string_view form, bool& present, bool* strong = nullptr);

/// Adds syntactic subjects to p, as subject or, when p is passive, as object.
void add_surface_subjects(Workspace& work, PredicateIndex p, const std::vector<Argument>& subjects);
/// One argument for w and one for each of its nominal conjuncts.
void add_phrase(Workspace& work, PredicateIndex p, Function function, std::string_view preposition, WordIndex w,
                std::vector<Argument>* copies = nullptr);

}  // namespace depesche::clauses
