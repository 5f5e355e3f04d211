// Coordinated verbs share their subject, the auxiliaries of the first, and objects at the edge.
#include "clauses/workspace.h"

namespace depesche::clauses {
namespace {

bool verbal(const Workspace& work, PredicateIndex p) {
  return work.predicate(p).kind != PredicateKind::kNoun || work.complexes[p].copula;
}

/// "will A entsenden und B schließen": the tagger takes the second infinitive for a finite plural.
bool looks_bare(const Workspace& work, PredicateIndex p, PredicateIndex first) {
  const Predicate& predicate = work.predicate(p);
  const VerbComplex& source = work.complexes[first];
  if (!work.german || work.complexes[p].finite != predicate.head || !work.surface_subjects[p].empty()) return false;
  if (source.auxiliaries.empty() || work.complexes[p].particle != kNoWord ||
      !work.infinitive(work.predicate(first).head))
    return false;
  return work.tree.form(predicate.head) == work.lemma(predicate.head) &&
         work.extent[predicate.head].second <= predicate.head + 1;
}

/// "wurde festgenommen und verurteilt": the second participle has the auxiliaries of the first.
void inherit_auxiliaries(Workspace& work, PredicateIndex p, PredicateIndex first) {
  Predicate& predicate = work.predicate(p);
  const Predicate& source = work.predicate(first);
  if (looks_bare(work, p, first)) work.complexes[p].bare = true;
  if (!work.complexes[p].bare || predicate.kind != PredicateKind::kVerb || source.kind != PredicateKind::kVerb) return;
  if (predicate.infinitive != source.infinitive && !work.infinitive(predicate.head)) predicate.infinitive = false;
  const bool same_form = work.finite(predicate.head) || work.participle(predicate.head) == work.participle(source.head);
  if (!same_form) return;
  if (source.passive && !predicate.passive) {
    // Its own subject, if any, was read as active.
    predicate.passive = true;
    for (Argument& a : predicate.arguments) {
      if (a.function == Function::kSubject) a.function = Function::kObject;
    }
    for (Argument& a : predicate.arguments) {
      if (a.function == Function::kOblique && work.lexicon.is(work.language, a.preposition, Closed::kAgent)) {
        a.function = Function::kSubject;
        a.preposition.clear();
      }
    }
  }
  predicate.state_passive = source.state_passive;
  predicate.tense = source.tense;
  predicate.mood = source.mood;
  predicate.infinitive = source.infinitive;
  if (predicate.modality == Modality::kNone) predicate.modality = source.modality;
}

}  // namespace

void share_coordinated(Workspace& work, PredicateIndex p) {
  const PredicateIndex first = work.at(work.tree.head(work.predicate(p).head)) != kNoPredicate
                                   ? work.at(work.tree.head(work.predicate(p).head))
                                   : work.predicate(p).parent;
  if (first == kNoPredicate || !verbal(work, first)) return;
  inherit_auxiliaries(work, p, first);
  if (work.surface_subjects[p].empty()) add_surface_subjects(work, p, work.surface_subjects[first]);
  Predicate& predicate = work.predicate(p);
  const Predicate& source = work.predicate(first);
  if (predicate.kind != PredicateKind::kVerb || source.kind != PredicateKind::kVerb) return;
  if (predicate.passive || source.passive || work.has(p, Function::kObject)) return;
  // "condemned and rejected the attack"; "hat Waffen geliefert und verkauft".
  std::vector<Argument> shared;
  for (const Argument& a : source.arguments) {
    if (a.function != Function::kObject || a.head == kNoWord) continue;
    const bool right = a.head > predicate.head;
    const bool left =
        work.german && work.complexes[p].bare && a.head < source.head && work.complexes[first].finite != source.head;
    if (right || (left && !work.has(p, Function::kClause) && !work.has(p, Function::kOblique))) shared.push_back(a);
  }
  for (Argument& a : shared) {
    a.shared = true;
    work.add(p, std::move(a));
  }
}

void lend_objects_back(Workspace& work) {
  for (PredicateIndex p = 0; p < work.layer.predicates.size(); ++p) {
    if (work.predicate(p).relation != ClauseRelation::kCoordinated || work.predicate(p).kind != PredicateKind::kVerb)
      continue;
    const WordIndex head = work.tree.head(work.predicate(p).head);
    const PredicateIndex first = head == kNoWord ? kNoPredicate : work.at(head);
    if (first == kNoPredicate || work.predicate(first).kind != PredicateKind::kVerb ||
        work.has(first, Function::kObject))
      continue;
    if (work.predicate(first).passive || work.predicate(p).passive) continue;
    // Only when nothing stands between the first verb and the conjunction: "condemned and rejected".
    bool adjacent = false;
    const WordIndex after = head + 1;
    if (after < work.predicate(p).head)
      adjacent = work.node(after).upos == Upos::kCconj && after + 1 == work.predicate(p).head;
    if (!adjacent) continue;
    std::vector<Argument> shared;
    for (const Argument& a : work.predicate(p).arguments) {
      if (a.function == Function::kObject && a.head > work.predicate(p).head) shared.push_back(a);
    }
    for (Argument& a : shared) {
      a.shared = true;
      work.add(first, std::move(a));
    }
  }
}

}  // namespace depesche::clauses
