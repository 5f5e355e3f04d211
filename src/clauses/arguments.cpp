// Direct dependents of a verb (or predicative adjective, noun) to arguments. Passives are turned here:
// the syntactic subject of a passive is its object, the agent phrase its subject.
#include <algorithm>

#include "base/utf8.h"
#include "clauses/workspace.h"

namespace depesche::clauses {
namespace {

bool clausal(const Workspace& work, WordIndex c) {
  const PredicateIndex p = work.at(c);
  if (p == kNoPredicate) return false;
  return work.predicate(p).kind == PredicateKind::kVerb || work.complexes[p].copula;
}

void add_clause(Workspace& work, PredicateIndex p, WordIndex c, std::string_view preposition) {
  Argument argument;
  argument.function = Function::kClause;
  argument.preposition = preposition;
  argument.head = c;
  argument.span = work.predicate(work.at(c)).span;
  argument.clause = work.at(c);
  work.add(p, std::move(argument));
  for (const WordIndex d : work.tree.children(c)) {
    if (work.node(d).deprel == Deprel::kConj && clausal(work, d) &&
        work.predicate(work.at(d)).relation == ClauseRelation::kCoordinated) {
      add_clause(work, p, d, preposition);
    }
  }
}

/// The preposition of a pronominal adverb that announces the clause: "davor, ... zu liefern" -> "vor".
std::string correlate_of(const Workspace& work, WordIndex verb, WordIndex clause) {
  for (const WordIndex c : work.tree.children(verb)) {
    if (c >= clause) break;
    const std::string* preposition = work.value(c, Closed::kCorrelate);
    if (preposition != nullptr && !preposition->empty()) return *preposition;
  }
  return {};
}

bool agent_phrase(const Workspace& work, const Predicate& predicate, WordIndex c, std::string_view preposition) {
  if (!predicate.passive) return false;
  if (work.node(c).subtype == Subtype::kAgent) return true;
  if (work.node(c).upos == Upos::kNum || work.tree.child(predicate.head, Deprel::kObl, Subtype::kAgent) != kNoWord)
    return false;
  if (!work.german && c < predicate.head) return false;  // "By contrast, ..."
  return work.lexicon.is(work.language, preposition, Closed::kAgent);
}

/// German bare cases and UD labels for the second object.
Function bare_function(const Workspace& work, const Predicate& predicate, WordIndex c) {
  const Node& n = work.node(c);
  if (work.german) {
    // Names without an article show no case: there the label counts.
    const bool shows_case = n.upos != Upos::kPropn || work.tree.child(c, Deprel::kDet) != kNoWord;
    if (n.deprel == Deprel::kObj && !shows_case) return Function::kObject;
    if (n.feats.gram_case == GramCase::kDat || n.deprel == Deprel::kIobj) return Function::kIndirect;
    if (n.feats.gram_case == GramCase::kGen) return Function::kGenitive;
    if (n.deprel == Deprel::kObl && n.subtype == Subtype::kArg && n.feats.gram_case == GramCase::kNone)
      return Function::kIndirect;
    return Function::kObject;
  }
  if (n.deprel != Deprel::kIobj) return Function::kObject;
  for (const WordIndex d : work.tree.children(predicate.head)) {
    if (work.node(d).deprel == Deprel::kObj) return Function::kIndirect;
  }
  return predicate.passive ? Function::kIndirect : Function::kObject;  // "urged him to ..."
}

void add_oblique(Workspace& work, PredicateIndex p, WordIndex c) {
  const Node& n = work.node(c);
  const Predicate& predicate = work.predicate(p);
  std::string preposition = work.preposition(c);
  const VerbComplex& complex = work.complexes[p];
  if (preposition.empty() && c > complex.particle) preposition = complex.stranded;
  if (complex.particle != kNoWord && work.tree.head(complex.particle) == c) {  // "took | over the airport"
    return add_phrase(work, p, Function::kObject, "", c);
  }
  if (preposition.empty()) {
    const bool beside_particle =
        !work.german && complex.particle != kNoWord && n.subtype == Subtype::kNone && n.upos == Upos::kNoun;
    if (beside_particle && work.extent[c].first == complex.particle + 1)
      return add_phrase(work, p, Function::kObject, "", c);
    if (n.subtype == Subtype::kAgent) return add_phrase(work, p, Function::kSubject, "", c);
    const bool time = n.subtype == Subtype::kTmod || n.subtype == Subtype::kOther;
    if (time || !work.german) return;
    const GramCase gram_case = n.feats.gram_case;
    if (n.subtype == Subtype::kArg || gram_case == GramCase::kDat)
      return add_phrase(work, p, bare_function(work, predicate, c), "", c);
    if (gram_case == GramCase::kGen) return add_phrase(work, p, Function::kGenitive, "", c);
    return;
  }
  if (agent_phrase(work, predicate, c, preposition)) return add_phrase(work, p, Function::kSubject, "", c);
  add_phrase(work, p, Function::kOblique, preposition, c);
}

/// Does the verb (with one of its prepositions) take infinitives or gerunds as complements?
bool governs_clauses(const Workspace& work, PredicateIndex p) {
  const Predicate& predicate = work.predicate(p);
  if (work.lexicon.control(work.language, predicate.lemma)) return true;
  for (const Argument& a : predicate.arguments) {
    if (a.function == Function::kOblique && work.lexicon.control(work.language, predicate.lemma + " " + a.preposition))
      return true;
  }
  return false;
}

/// "called on lawmakers to close", "accused of rigging": the parser calls them adverbial; verbs that
/// govern clauses make them complements.
void add_adverbial_clause(Workspace& work, PredicateIndex p, WordIndex c) {
  const PredicateIndex inner = work.at(c);
  Predicate& clause = work.predicate(inner);
  switch (clause.relation) {
    case ClauseRelation::kComplement:
    case ClauseRelation::kInfinitive:
    case ClauseRelation::kQuestion: return add_clause(work, p, c, correlate_of(work, work.predicate(p).head, c));
    case ClauseRelation::kPurpose:
      if (work.german || !clause.infinitive || !clause.marker.empty() || !governs_clauses(work, p)) return;
      clause.relation = ClauseRelation::kInfinitive;
      return add_clause(work, p, c, "");
    case ClauseRelation::kManner:
      if (clause.marker.empty() || !work.present_participle(c) || !governs_clauses(work, p)) return;
      if (work.lexicon.subordinator(work.language, clause.marker)) return;
      clause.relation = ClauseRelation::kComplement;
      return add_clause(work, p, c, clause.marker);
    default: return;
  }
}

bool complement(const Workspace& work, WordIndex c) {
  const ClauseRelation relation = work.predicate(work.at(c)).relation;
  return relation == ClauseRelation::kComplement || relation == ClauseRelation::kInfinitive ||
         relation == ClauseRelation::kQuestion || relation == ClauseRelation::kNominal;
}

bool predicate_is_clause(const Workspace& work, WordIndex c) {
  return work.predicate(work.at(c)).relation == ClauseRelation::kComplement;
}

std::string comparison_word(const Workspace& work, WordIndex c) {
  for (const WordIndex d : work.tree.children(c)) {
    if (work.is(d, Closed::kComparison)) return utf8::lower(work.lemma(d));
  }
  return {};
}

/// "dagegen", "damit" without a clause that they announce.
void add_pronominal_adverb(Workspace& work, PredicateIndex p, WordIndex c) {
  const std::string* preposition = work.value(c, Closed::kCorrelate);
  if (preposition == nullptr || preposition->empty()) return;
  for (const Argument& a : work.predicate(p).arguments) {
    if (a.function == Function::kClause && a.preposition == *preposition) return;
  }
  add_phrase(work, p, Function::kOblique, *preposition, c);
}

void add_dependent(Workspace& work, PredicateIndex p, WordIndex c) {
  const Node& n = work.node(c);
  const Predicate& predicate = work.predicate(p);
  switch (n.deprel) {
    case Deprel::kNsubj: {
      std::vector<Argument> subjects;
      add_phrase(work, p, predicate.passive ? Function::kObject : Function::kSubject, "", c, &subjects);
      for (Argument& subject : subjects) work.surface_subjects[p].push_back(std::move(subject));
      return;
    }
    case Deprel::kCsubj:
      if (clausal(work, c) && complement(work, c)) add_clause(work, p, c, "");
      return;
    case Deprel::kObj:
    case Deprel::kIobj:
      if (work.is(c, Closed::kReflexive)) return;
      if (clausal(work, c)) return add_clause(work, p, c, "");
      if (!work.complexes[p].stranded.empty() && c > work.complexes[p].particle) return add_oblique(work, p, c);
      if (!work.preposition(c).empty() && n.upos != Upos::kPron) return add_oblique(work, p, c);
      return add_phrase(work, p, bare_function(work, predicate, c), "", c);
    case Deprel::kObl:
    case Deprel::kNmod:
      if (work.is(c, Closed::kReflexive)) return;
      return add_oblique(work, p, c);
    case Deprel::kExpl: return;
    case Deprel::kXcomp:
    case Deprel::kCcomp:
      if (work.at(c) != kNoPredicate) {
        if (complement(work, c)) add_clause(work, p, c, correlate_of(work, predicate.head, c));
      } else if (!work.preposition(c).empty()) {
        add_oblique(work, p, c);
      }
      return;
    case Deprel::kConj:
      if (!work.comparison(c)) return;
      if (work.at(c) != kNoPredicate && predicate_is_clause(work, c))
        return add_clause(work, p, c, comparison_word(work, c));
      return add_phrase(work, p, Function::kOblique, comparison_word(work, c), c);
    case Deprel::kAdvcl:
      if (work.at(c) != kNoPredicate) add_adverbial_clause(work, p, c);
      return;
    case Deprel::kParataxis:
    case Deprel::kDep:
      if (work.at(c) != kNoPredicate && work.predicate(work.at(c)).relation == ClauseRelation::kComplement)
        add_clause(work, p, c, "");
      return;
    case Deprel::kAdvmod: return add_pronominal_adverb(work, p, c);
    default: return;
  }
}

}  // namespace

void add_phrase(Workspace& work, PredicateIndex p, Function function, std::string_view preposition, WordIndex w,
                std::vector<Argument>* copies) {
  Argument argument;
  argument.function = function;
  argument.preposition = preposition;
  argument.head = w;
  argument.span = work.phrase_span(w);
  argument.plural = work.node(w).feats.number == Number::kPlur;
  if (copies != nullptr) copies->push_back(argument);
  work.add(p, std::move(argument));
  for (const WordIndex c : work.tree.children(w)) {
    if (work.node(c).deprel != Deprel::kConj || !work.nominal(c) || work.comparison(c)) continue;
    if (work.at(c) != kNoPredicate && work.complexes[work.at(c)].copula) continue;
    const std::string own = work.preposition(c);
    const bool oblique = function == Function::kOblique && !own.empty();
    add_phrase(work, p, function, oblique ? std::string_view(own) : preposition, c, copies);
  }
}

void add_surface_subjects(Workspace& work, PredicateIndex p, const std::vector<Argument>& subjects) {
  const Function function = work.predicate(p).passive ? Function::kObject : Function::kSubject;
  for (Argument subject : subjects) {
    subject.function = function;
    subject.preposition.clear();
    subject.shared = true;
    if (subject.head == work.predicate(p).head) continue;
    work.surface_subjects[p].push_back(subject);
    work.add(p, std::move(subject));
  }
}

void collect_arguments(Workspace& work) {
  for (PredicateIndex p = 0; p < work.layer.predicates.size(); ++p) {
    const Predicate& predicate = work.predicate(p);
    const WordIndex head = predicate.head;
    if (predicate.kind == PredicateKind::kNoun) collect_noun_arguments(work, p);
    const bool verbal = predicate.kind != PredicateKind::kNoun || work.complexes[p].copula ||
                        work.tree.child(head, Deprel::kNsubj) != kNoWord;
    if (!verbal) continue;
    const auto children = work.tree.children(head);
    for (const WordIndex c : children) {  // clauses first: correlates look for them
      const Deprel deprel = work.node(c).deprel;
      if (deprel == Deprel::kNmod && predicate.kind == PredicateKind::kNoun) continue;
      if (deprel != Deprel::kAdvmod && deprel != Deprel::kAdvcl) add_dependent(work, p, c);
    }
    for (const WordIndex c : children) {  // what these are depends on the arguments found so far
      const Deprel deprel = work.node(c).deprel;
      if (deprel == Deprel::kAdvmod || deprel == Deprel::kAdvcl) add_dependent(work, p, c);
    }
  }
}

}  // namespace depesche::clauses
