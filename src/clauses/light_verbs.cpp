// Light verbs: "Kritik üben", "zum Einsatz kommen", "take part in". The noun is the predicate; it gets the
// verb's arguments, negation, modality, mood and tense. The verb's own predicate stays and carries its own
// lemma in `light_verb`, which tells events to leave it out.
#include "base/utf8.h"
#include "clauses/workspace.h"

namespace depesche::clauses {
namespace {

bool linked(const LightVerb& row, const Argument& a) {
  if (row.link.empty()) return a.function == Function::kObject;
  if (row.link == "subject") return a.function == Function::kSubject;
  if (row.link == "indirect") return a.function == Function::kIndirect;
  return a.function == Function::kOblique && a.preposition == row.link;
}

bool matches(const Workspace& work, const LightVerb& row, const Argument& a) {
  if (!linked(row, a) || a.head == kNoWord || a.shared) return false;
  const PredicateIndex noun = work.at(a.head);
  if (noun == kNoPredicate || work.predicate(noun).kind != PredicateKind::kNoun || work.complexes[noun].copula)
    return false;
  return row.noun == "*" || row.noun == work.predicate(noun).lemma;
}

void copy_arguments(Workspace& work, PredicateIndex verb, PredicateIndex noun, LightEffect effect) {
  const std::vector<Argument> arguments = work.predicate(verb).arguments;
  const WordIndex noun_word = work.predicate(noun).head;
  for (Argument a : arguments) {
    if (a.head == noun_word) continue;
    a.shared = true;
    if (effect == LightEffect::kPassive) {  // "Unterstützung erhalten": the subject is who it is done to
      if (a.function == Function::kSubject)
        a.function = Function::kObject;
      else if (a.function == Function::kOblique && work.lexicon.is(work.language, a.preposition, Closed::kReceive))
        a.function = Function::kSubject;
      if (a.function == Function::kSubject) a.preposition.clear();
    }
    work.add(noun, std::move(a));
  }
  for (Argument subject : work.surface_subjects[verb]) {
    if (subject.head != noun_word) work.surface_subjects[noun].push_back(std::move(subject));
  }
}

void take_over(Workspace& work, PredicateIndex verb, PredicateIndex noun, LightEffect effect) {
  copy_arguments(work, verb, noun, effect);
  const Predicate& source = work.predicate(verb);
  Predicate& predicate = work.predicate(noun);
  predicate.light_verb = source.lemma;
  predicate.core = join(predicate.core, source.core);
  predicate.span = source.span;
  predicate.parent = source.parent;
  predicate.relation = source.relation;
  predicate.marker = source.marker;
  predicate.negated |= source.negated;
  predicate.mood = source.mood;
  predicate.tense = source.tense;
  if (source.modality != Modality::kNone) predicate.modality = source.modality;
  predicate.infinitive = source.infinitive;
  predicate.past_background |= source.past_background;
  predicate.not_excluded |= source.not_excluded;
  predicate.adverbs.insert(predicate.adverbs.end(), source.adverbs.begin(), source.adverbs.end());
  if (effect == LightEffect::kNegated) predicate.negated = true;
  if (effect == LightEffect::kPossible && predicate.modality == Modality::kNone)
    predicate.modality = Modality::kPossible;
  if (effect == LightEffect::kPlanned && predicate.modality == Modality::kNone)
    predicate.modality = Modality::kIntended;
}

void try_verb(Workspace& work, PredicateIndex verb) {
  const std::vector<LightVerb>& rows = work.lexicon.light_verbs(work.language, work.predicate(verb).lemma);
  if (rows.empty()) return;
  const std::vector<Argument> arguments = work.predicate(verb).arguments;
  std::vector<PredicateIndex> taken;
  for (const bool any_noun : {false, true}) {  // rows that name their noun first
    for (const LightVerb& row : rows) {
      if ((row.noun == "*") != any_noun || !taken.empty()) continue;
      for (const Argument& a : arguments) {
        if (!matches(work, row, a)) continue;
        take_over(work, verb, work.at(a.head), row.effect);
        taken.push_back(work.at(a.head));
      }
    }
  }
  if (!taken.empty()) work.predicate(verb).light_verb = work.predicate(verb).lemma;
}

}  // namespace

void find_light_verbs(Workspace& work) {
  for (PredicateIndex p = 0; p < work.layer.predicates.size(); ++p) {
    if (work.predicate(p).kind == PredicateKind::kVerb && !work.predicate(p).attributive) try_verb(work, p);
  }
}

}  // namespace depesche::clauses
