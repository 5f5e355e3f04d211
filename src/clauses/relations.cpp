// How the clause of each predicate hangs on the predicate above it.
#include <algorithm>

#include "base/utf8.h"
#include "clauses/workspace.h"

namespace depesche::clauses {
namespace {

/// "Sollte dies der Fall sein, ..." / "Should Seoul send weapons, ...": the finite verb comes first in a
/// clause that is not a main clause. After its main clause only a subjunctive or "sollte" opens one.
bool verb_first_condition(const Workspace& work, WordIndex w) {
  const VerbComplex& complex = work.complexes[work.at(w)];
  if (complex.finite == kNoWord || !work.finite(complex.finite)) return false;
  WordIndex first = work.extent[w].first;
  while (first < w && work.node(first).upos == Upos::kPunct) ++first;
  if (first < w && work.node(first).deprel == Deprel::kCc) ++first;
  if (first != complex.finite) return false;
  const WordIndex head = work.tree.head(w);
  if (head == kNoWord) return false;
  bool subject_after = false;
  for (const WordIndex c : work.tree.children(w)) {
    subject_after |= work.node(c).deprel == Deprel::kNsubj || work.node(c).deprel == Deprel::kCsubj;
  }
  if (!subject_after) return false;
  if (!work.german) return complex.finite != w;  // "Should", "Had", "Were"
  if (w > head) {
    return complex.finite != w && (work.node(complex.finite).feats.mood == Mood::kSub ||
                                   work.effect(complex.finite, WordClass::kAux) == Effect::kNecessary);
  }
  // Before the main clause: its verb must follow at once, after a comma.
  const WordIndex last = work.extent[w].second;
  return last + 1 < work.tree.size() &&
         (work.node(last).upos == Upos::kPunct || work.node(last + 1).upos == Upos::kPunct) &&
         work.tree.form(last) != "?" && work.tree.form(last + 1) != "?";
}

WordIndex marker_of(const Workspace& work, WordIndex w) {
  WordIndex found = kNoWord;
  WordIndex opening = work.extent[w].first;
  while (opening < w && work.node(opening).upos == Upos::kPunct) ++opening;
  for (const WordIndex c : work.tree.children(w)) {
    const Node& n = work.node(c);
    const bool mark = n.deprel == Deprel::kMark && !work.is(c, Closed::kInfinitive);
    const bool adverb = n.deprel == Deprel::kAdvmod && c == opening && n.upos != Upos::kPart &&
                        work.lexicon.subordinator(work.language, utf8::lower(work.lemma(c))).has_value();
    const bool preposition = n.deprel == Deprel::kCase && n.upos == Upos::kSconj;
    if ((mark || adverb || preposition) && found == kNoWord) found = c;
  }
  return found;
}

std::string marker_lemma(const Workspace& work, WordIndex mark) {
  std::string text = utf8::lower(work.lemma(mark));
  for (const WordIndex c : work.tree.children(mark)) {
    if (work.node(c).deprel == Deprel::kFixed) text.append(" ").append(utf8::lower(work.lemma(c)));
  }
  return text;
}

bool has_relative_pronoun(const Workspace& work, WordIndex w) {
  const WordIndex head = work.tree.head(w);
  for (WordIndex i = work.extent[w].first; i < w; ++i) {
    if (work.relative_pronoun(i) && i > head) return true;
    if (work.node(i).upos != Upos::kPunct && work.node(i).upos != Upos::kAdp && work.node(i).deprel != Deprel::kCc) {
      return work.relative_pronoun(i) && i > head;
    }
  }
  return false;
}

ClauseRelation complement_of(const Workspace& work, const Predicate& predicate, const VerbComplex& complex) {
  if (!predicate.marker.empty() && !(predicate.infinitive && !work.german)) {
    // What the parser calls a complement may be adverbial; "asked if", "sagte, wann" are questions.
    const auto relation = work.lexicon.subordinator(work.language, predicate.marker);
    const WordIndex mark = marker_of(work, predicate.head);
    const bool conjunction = mark != kNoWord && work.node(mark).deprel == Deprel::kMark;
    if (relation == ClauseRelation::kCondition)
      return predicate.marker == "if" ? ClauseRelation::kQuestion : ClauseRelation::kCondition;
    if (relation && relation != ClauseRelation::kComplement) return conjunction ? *relation : ClauseRelation::kQuestion;
  }
  if (predicate.infinitive) return ClauseRelation::kInfinitive;
  if (complex.finite == kNoWord && work.infinitive(predicate.head)) return ClauseRelation::kInfinitive;
  return ClauseRelation::kComplement;
}

ClauseRelation adverbial(const Workspace& work, const Predicate& predicate, const VerbComplex& complex) {
  if (!predicate.marker.empty()) {
    if (const auto relation = work.lexicon.subordinator(work.language, predicate.marker)) {
      if (relation == ClauseRelation::kComplement && predicate.infinitive) return ClauseRelation::kInfinitive;
      return *relation;
    }
    return predicate.infinitive ? ClauseRelation::kPurpose : ClauseRelation::kManner;
  }
  if (predicate.infinitive) return work.german ? ClauseRelation::kInfinitive : ClauseRelation::kPurpose;
  if (complex.bare) return ClauseRelation::kParticiple;
  return ClauseRelation::kManner;
}

ClauseRelation attribute(const Workspace& work, const Predicate& predicate, const VerbComplex& complex) {
  const WordIndex w = predicate.head;
  if (predicate.infinitive) return ClauseRelation::kInfinitive;
  if (!predicate.marker.empty()) return complement_of(work, predicate, complex);
  if (work.node(w).subtype == Subtype::kRelcl || has_relative_pronoun(work, w)) return ClauseRelation::kRelative;
  if (complex.bare) return ClauseRelation::kParticiple;
  return ClauseRelation::kRelative;
}

/// Content that the parser hung on its verb of saying as parataxis: in quotation marks, after a colon, or
/// in the subjunctive of reported speech.
bool paratactic_complement(const Workspace& work, const Predicate& predicate) {
  const WordIndex head = work.tree.head(predicate.head);
  if (head == kNoWord || head > predicate.head || work.at(head) == kNoPredicate) return false;
  if (predicate.mood == ClauseMood::kReported) return true;
  for (WordIndex i = head + 1; i < predicate.head; ++i) {
    if (work.tree.form(i) == ":") return true;
  }
  return false;
}

/// "würde A tun, und könnte B tun" with the second verb as an adverbial clause of the first.
bool mistaken_coordination(const Workspace& work, const Predicate& predicate, const VerbComplex& complex) {
  const Deprel deprel = work.node(predicate.head).deprel;
  if (deprel != Deprel::kAdvcl && deprel != Deprel::kCcomp && deprel != Deprel::kParataxis && deprel != Deprel::kDep)
    return false;
  const WordIndex head = work.tree.head(predicate.head);
  if (head == kNoWord || head > predicate.head || work.at(head) == kNoPredicate || complex.finite == kNoWord)
    return false;
  if (work.predicate(work.at(head)).kind == PredicateKind::kNoun && !work.complexes[work.at(head)].copula) return false;
  for (const WordIndex c : work.tree.children(predicate.head)) {
    if (work.node(c).deprel == Deprel::kCc && c < complex.finite && c > head) return true;
  }
  return false;
}

ClauseRelation relation_of(const Workspace& work, PredicateIndex p) {
  const Predicate& predicate = work.predicate(p);
  const VerbComplex& complex = work.complexes[p];
  const Node& n = work.node(predicate.head);
  if (n.head == kNoWord) return ClauseRelation::kMain;
  const bool clausal = predicate.kind != PredicateKind::kNoun || complex.copula;
  switch (n.deprel) {
    case Deprel::kCcomp:
    case Deprel::kXcomp:
    case Deprel::kCsubj:
    case Deprel::kAdvcl:
    case Deprel::kParataxis:
    case Deprel::kDep:
    case Deprel::kConj:
      if (n.deprel == Deprel::kConj && work.tree.child(predicate.head, Deprel::kCc) != kNoWord) break;
      if (clausal && predicate.marker.empty() && verb_first_condition(work, predicate.head))
        return ClauseRelation::kCondition;
      break;
    default: break;
  }
  if (clausal && predicate.marker.empty() && n.deprel != Deprel::kConj &&
      mistaken_coordination(work, predicate, complex)) {
    return ClauseRelation::kCoordinated;
  }
  switch (n.deprel) {
    case Deprel::kConj:
      if (work.comparison(predicate.head)) return clausal ? ClauseRelation::kComplement : ClauseRelation::kNominal;
      return clausal ? ClauseRelation::kCoordinated : ClauseRelation::kNominal;
    case Deprel::kCcomp:
    case Deprel::kCsubj:
    case Deprel::kXcomp: return complement_of(work, predicate, complex);
    case Deprel::kAdvcl: return adverbial(work, predicate, complex);
    case Deprel::kAcl: return attribute(work, predicate, complex);
    case Deprel::kAmod: return ClauseRelation::kParticiple;
    case Deprel::kParataxis:
      if (paratactic_complement(work, predicate)) return ClauseRelation::kComplement;
      return ClauseRelation::kParenthesis;
    default:
      if (!clausal) return ClauseRelation::kNominal;
      if (predicate.infinitive) return ClauseRelation::kInfinitive;
      return predicate.marker.empty() ? ClauseRelation::kNominal : adverbial(work, predicate, complex);
  }
}

bool asks(const Workspace& work, WordIndex w) {
  const WordIndex last = work.extent[w].second;
  for (WordIndex i = last + 1; i-- > 0 && i + 3 > last;) {
    if (work.tree.form(i) == "?") return true;
  }
  return false;
}

/// "Should Seoul send weapons, Moscow will retaliate" with the condition as the root: turn it round.
void turn_condition_round(Workspace& work, PredicateIndex p) {
  Predicate& condition = work.predicate(p);
  const WordIndex w = condition.head;
  const VerbComplex& complex = work.complexes[p];
  if (condition.relation != ClauseRelation::kMain || complex.finite == kNoWord || !work.finite(complex.finite)) return;
  if (work.extent[w].first != complex.finite || (!work.german && complex.finite == w) || asks(work, w)) return;
  if (condition.mood == ClauseMood::kImperative || work.tree.child(w, Deprel::kNsubj) == kNoWord) return;
  for (const WordIndex c : work.tree.children(w)) {
    const Deprel deprel = work.node(c).deprel;
    const PredicateIndex main = work.at(c);
    if (c < w || main == kNoPredicate ||
        (deprel != Deprel::kParataxis && deprel != Deprel::kCcomp && deprel != Deprel::kConj))
      continue;
    Predicate& consequence = work.predicate(main);
    const WordIndex finite = work.complexes[main].finite;
    if (finite == kNoWord || !consequence.marker.empty() || work.tree.child(c, Deprel::kCc) != kNoWord) continue;
    condition.relation = ClauseRelation::kCondition;
    condition.parent = main;
    consequence.relation = ClauseRelation::kMain;
    consequence.parent = kNoPredicate;
    condition.span = work.text_span(work.extent[w].first, std::max(complex.finite, work.extent[c].first - 1));
    return;
  }
}

/// „Sollte Seoul liefern, werden wir ...“, sagte er: parsers hang both clauses on the verb of saying. The condition
/// belongs to the clause behind it, whose verb in front opens no second condition.
void join_condition_to_sibling(Workspace& work, PredicateIndex p) {
  Predicate& condition = work.predicate(p);
  const Deprel deprel = work.node(condition.head).deprel;
  const WordIndex head = work.tree.head(condition.head);
  if (condition.relation != ClauseRelation::kCondition || head == kNoWord) return;
  if (deprel != Deprel::kCcomp && deprel != Deprel::kParataxis && deprel != Deprel::kDep) return;
  const WordIndex end = work.extent[condition.head].second;
  for (const WordIndex c : work.tree.children(head)) {
    const PredicateIndex main = c > condition.head ? work.at(c) : kNoPredicate;
    if (main == kNoPredicate || work.predicate(main).kind != PredicateKind::kVerb) continue;
    Predicate& consequence = work.predicate(main);
    constexpr WordIndex kGap = 2;  // a comma and its neighbour
    if (work.extent[c].first > end + kGap || !consequence.marker.empty()) return;
    if (consequence.relation == ClauseRelation::kCondition)
      consequence.relation = complement_of(work, consequence, work.complexes[main]);
    condition.parent = main;
    return;
  }
}

}  // namespace

void find_relations(Workspace& work) {
  for (PredicateIndex p = 0; p < work.layer.predicates.size(); ++p) {
    Predicate& predicate = work.predicate(p);
    predicate.parent = work.above(predicate.head);
    const WordIndex mark = marker_of(work, predicate.head);
    if (mark != kNoWord) predicate.marker = marker_lemma(work, mark);
    predicate.relation = relation_of(work, p);
    if (predicate.relation == ClauseRelation::kParticiple && predicate.kind == PredicateKind::kVerb &&
        !predicate.attributive) {
      // German: "von Rebellen besetzt"; English: past participles, but not "-ing".
      predicate.passive = work.participle(predicate.head) && !work.present_participle(predicate.head);
    }
  }
  for (PredicateIndex p = 0; p < work.layer.predicates.size(); ++p) turn_condition_round(work, p);
  for (PredicateIndex p = 0; p < work.layer.predicates.size(); ++p) join_condition_to_sibling(work, p);
}

}  // namespace depesche::clauses
