#include "events/status.h"

#include <algorithm>

namespace depesche::events {
namespace {

constexpr int kMaxClimb = 8;

/// Reported speech uses Konjunktiv II where Konjunktiv I looks like the indicative ("hätten besetzt"): no doubt is
/// meant.
bool stands_in_for_reported(const Predicate& p, const Document& document) {
  const StatementLayer& layer = document.statements();
  if (document.language() != Language::kGerman || p.head >= layer.statement_of_word.size()) return false;
  const StatementIndex s = layer.statement_of_word[p.head];
  return s != kNoStatement && layer.statements[s].kind != StatementKind::kDirect;
}

/// "konnten 500 Zivilisten retten": the past indicative of können tells what was done.
bool managed_to(const Predicate& p, const Document& document) {
  return document.language() == Language::kGerman && p.modality == Modality::kPossible &&
         p.tense == ClauseTense::kPast && p.mood == ClauseMood::kIndicative;
}

/// "soll im März stattfinden": sollen in the indicative present tells of what is arranged, müssen of what is demanded.
bool arranged(const Predicate& p, const Fillers& fillers) {
  if (p.head == kNoWord || p.mood != ClauseMood::kIndicative || p.tense != ClauseTense::kPresent) return false;
  const Tree& tree = fillers.tree();
  return std::any_of(tree.children(p.head).begin(), tree.children(p.head).end(), [&](WordIndex c) {
    return tree.node(c).deprel == Deprel::kAux &&
           fillers.lexicon().in_class(fillers.document().language(), tree.lemma(c), "arranging_modal");
  });
}

/// The feature of rules/statuses that a modality is, arranged acts apart.
std::string_view feature_of(Modality modality) {
  switch (modality) {
    case Modality::kPossible: return "modal possible";
    case Modality::kNecessary: return "modal necessary";
    case Modality::kIntended: return "modal intended";
    case Modality::kFuture: return "modal future";
    case Modality::kHearsay: return "modal hearsay";
    case Modality::kNone: break;
  }
  return {};
}

std::optional<StatusRuling> ruling(std::string_view feature, const Fillers& fillers) {
  const StatusRule* rule = feature.empty() ? nullptr : fillers.lexicon().status_rule(feature);
  if (rule == nullptr) return std::nullopt;
  const auto status = event_status(rule->status);
  return status ? std::optional(StatusRuling{*status, rule->about}) : std::nullopt;
}

/// The first feature that rules: clause, negation, modality, mood, tense.
std::string_view own_feature(const Predicate& p, const Fillers& fillers) {
  const Document& document = fillers.document();
  if (p.relation == ClauseRelation::kCondition) return "clause condition";
  if (p.relation == ClauseRelation::kUntil) return "clause until";
  if (p.not_excluded) return "not excluded";
  if (p.negated) return "negation";
  if (managed_to(p, document)) return "managed";
  if (p.modality == Modality::kNecessary && arranged(p, fillers)) return "modal arranged";
  if (p.modality != Modality::kNone) return feature_of(p.modality);
  if (p.mood == ClauseMood::kImperative) return "mood imperative";
  if (p.mood == ClauseMood::kIrreal && !stands_in_for_reported(p, document)) return "mood irreal";
  return p.tense == ClauseTense::kFuture ? "tense future" : "";
}

/// What the clause says of itself; nothing when it states a fact.
std::optional<StatusRuling> own_status(const Predicate& p, const Fillers& fillers) {
  return ruling(own_feature(p, fillers), fillers);
}

std::string_view part_of_speech(const Predicate& p) {
  return p.kind == PredicateKind::kVerb ? "verb" : p.kind == PredicateKind::kNoun ? "noun" : "adjective";
}

bool is_argument(const Predicate& governor, const Predicate& inner, Function function) {
  return std::any_of(governor.arguments.begin(), governor.arguments.end(),
                     [&](const Argument& a) { return a.head == inner.head && a.function == function; });
}

/// "a meeting failed to resolve the dispute", "the attack threatens to": the verb speaks of what its subject does not
/// do, not of the subject itself.
bool about_another_act(const Predicate& governor, const Predicate& inner) {
  return governor.kind == PredicateKind::kVerb && inner.kind == PredicateKind::kNoun &&
         is_argument(governor, inner, Function::kSubject) &&
         std::any_of(governor.arguments.begin(), governor.arguments.end(),
                     [](const Argument& a) { return a.function == Function::kClause; });
}

std::optional<StatusRuling> reduced(const Match* match) {
  if (match == nullptr || match->reduction == nullptr) return std::nullopt;
  const auto status = event_status(match->reduction->inner_status);
  return status ? std::optional(StatusRuling{*status, "the reduction of the word that embeds it"}) : std::nullopt;
}

/// What a governing verb or noun lays on the event that it embeds.
std::optional<StatusRuling> laid_on(const Predicate& governor, const Predicate& inner, const Match* match,
                                    const Fillers& fillers) {
  if (auto status = reduced(match)) return status;
  if (about_another_act(governor, inner)) return std::nullopt;
  const std::string_view effect =
      fillers.lexicon().effect(fillers.document().language(), part_of_speech(governor), governor.lemma);
  if (effect.empty()) return std::nullopt;
  const auto status = ruling(std::string("effect ").append(effect), fillers);
  if (status && status->status == EventStatus::kNegated && governor.negated) return std::nullopt;
  return status;
}

/// An event noun shares the fate of its verb where it is what the verb is about; a circumstance ("bei den Protesten")
/// does not.
bool core_argument(const Predicate& governor, const Predicate& noun) {
  if (about_another_act(governor, noun)) return false;
  for (const Function f : {Function::kObject, Function::kSubject, Function::kIndirect}) {
    if (is_argument(governor, noun, f)) return true;
  }
  return governor.light_verb.empty() ? noun.kind != PredicateKind::kNoun : true;
}

/// Does what holds of the governor hold of the embedded predicate ("will verhandeln, um zu ...")?
bool passes_down(ClauseRelation relation) {
  return relation == ClauseRelation::kNominal || relation == ClauseRelation::kInfinitive ||
         relation == ClauseRelation::kCoordinated || relation == ClauseRelation::kPurpose ||
         relation == ClauseRelation::kManner || relation == ClauseRelation::kParticiple;
}

bool embeds(ClauseRelation relation) {
  return relation == ClauseRelation::kComplement || relation == ClauseRelation::kInfinitive ||
         relation == ClauseRelation::kQuestion || relation == ClauseRelation::kNominal;
}

}  // namespace

std::optional<EventStatus> event_status(std::string_view name) {
  if (name == "happened") return EventStatus::kHappened;
  if (name == "planned") return EventStatus::kPlanned;
  if (name == "possible") return EventStatus::kPossible;
  if (name == "conditional") return EventStatus::kConditional;
  if (name == "negated") return EventStatus::kNegated;
  return std::nullopt;
}

StatusRuling status_of(const StatusInput& input, const Fillers& fillers,
                       const std::vector<std::optional<Match>>& matches) {
  const ClauseLayer& layer = fillers.document().clauses();
  if (input.match != nullptr) {
    if (const auto fixed = event_status(input.match->unit->status)) return {*fixed, "its frame fixes it"};
  }
  PredicateIndex p = input.predicate;
  const Predicate& own = layer.predicates[p];
  const bool may_fail = !input.verbal || own.infinitive;  // a threat under a condition is uttered all the same
  if (may_fail && condition_of(layer, p) != kNoPredicate) return {EventStatus::kConditional, "a condition hangs on it"};
  const bool uttered = input.match != nullptr && (input.match->own_intent || input.match->uttered);
  if (uttered && !own.negated) return {EventStatus::kHappened, "it is said, so it happened"};
  if (own.negated && own.parent != kNoPredicate && embeds(own.relation) && matches[own.parent] &&
      matches[own.parent]->content == p) {  // "urged them not to turn back boats": it is possible, not negated
    if (const auto status = reduced(&*matches[own.parent])) return *status;
  }
  if (const auto status = own_status(own, fillers)) return *status;
  if (!input.verbal && own.relation == ClauseRelation::kPurpose) {  // "sent troops to topple the government"
    if (const auto status = ruling("clause purpose", fillers)) return *status;
  }
  for (int climb = 0; climb < kMaxClimb; ++climb) {
    const Predicate& here = layer.predicates[p];
    if (here.parent == kNoPredicate) break;
    const Predicate& governor = layer.predicates[here.parent];
    const Match* match = matches[here.parent] ? &*matches[here.parent] : nullptr;
    // a circumstance ("in its meeting decided to ...") is not what the governor plans, denies or asks for
    const bool meant = here.relation != ClauseRelation::kNominal || core_argument(governor, here) ||
                       (match != nullptr && match->content == p);
    if (embeds(here.relation) && meant) {
      if (const auto status = laid_on(governor, here, match, fillers)) return *status;
    }
    if (governor.relation == ClauseRelation::kCondition && passes_down(here.relation))
      return {EventStatus::kConditional, "the clause above it is a condition"};
    if (!passes_down(here.relation) || !core_argument(governor, here)) break;
    // a negated or modal saying verb says nothing of what it embeds; a negated doing verb does
    if (const auto status = own_status(governor, fillers)) return *status;
    if (!input.verbal && condition_of(layer, here.parent) != kNoPredicate)
      return {EventStatus::kConditional, "a condition hangs on the clause above it"};
    p = here.parent;
  }
  return {EventStatus::kHappened, input.verbal ? "it is said, so it happened" : "nothing says otherwise"};
}

}  // namespace depesche::events
