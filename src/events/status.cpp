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

/// What the clause says of itself; nothing when it states a fact.
std::optional<StatusRuling> own_status(const Predicate& p, const Fillers& fillers) {
  const Document& document = fillers.document();
  if (p.relation == ClauseRelation::kCondition || p.relation == ClauseRelation::kUntil)
    return StatusRuling{EventStatus::kConditional, "its clause is a condition"};
  if (p.not_excluded) return StatusRuling{EventStatus::kPossible, "it is not ruled out"};
  if (p.negated) return StatusRuling{EventStatus::kNegated, "it is negated"};
  if (managed_to(p, document)) return std::nullopt;
  switch (p.modality) {
    case Modality::kPossible: return StatusRuling{EventStatus::kPossible, "its modality: can, may"};
    case Modality::kNecessary:
      if (arranged(p, fillers))
        return StatusRuling{EventStatus::kPlanned, "its modality: it is arranged (soll, is to)"};
      return StatusRuling{EventStatus::kPossible, "its modality: must, should"};
    case Modality::kIntended:
    case Modality::kFuture: return StatusRuling{EventStatus::kPlanned, "its modality: will, is intended"};
    case Modality::kHearsay: return StatusRuling{EventStatus::kHappened, "hearsay counts as happened"};
    case Modality::kNone: break;
  }
  if (p.mood == ClauseMood::kImperative) return StatusRuling{EventStatus::kPossible, "its mood: imperative"};
  if (p.mood == ClauseMood::kIrreal && !stands_in_for_reported(p, document))
    return StatusRuling{EventStatus::kPossible, "its mood: would, Konjunktiv II"};
  if (p.tense == ClauseTense::kFuture) return StatusRuling{EventStatus::kPlanned, "its tense: future"};
  return std::nullopt;
}

/// What a governing verb or noun lays on the event that it embeds.
std::optional<StatusRuling> laid_on(const Predicate& governor, const Match* match, const Fillers& fillers) {
  if (match != nullptr && match->reduction != nullptr) {
    if (const auto status = event_status(match->reduction->inner_status))
      return StatusRuling{*status, "the reduction of the word that embeds it"};
  }
  const char* pos = governor.kind == PredicateKind::kVerb   ? "verb"
                    : governor.kind == PredicateKind::kNoun ? "noun"
                                                            : "adjective";
  const std::string_view effect = fillers.lexicon().effect(fillers.document().language(), pos, governor.lemma);
  constexpr std::string_view kRule = "the word that embeds it (cues/modality.tsv)";
  if (effect == "possible" || effect == "necessary" || effect == "not_excluded")
    return StatusRuling{EventStatus::kPossible, kRule};
  if (effect == "intended" || effect == "future") return StatusRuling{EventStatus::kPlanned, kRule};
  if (effect == "negated" || effect == "failed")
    return governor.negated ? std::nullopt : std::optional(StatusRuling{EventStatus::kNegated, kRule});
  return std::nullopt;
}

/// An event noun shares the fate of its verb where it is what the verb is about; a circumstance ("bei den Protesten")
/// does not.
bool core_argument(const Predicate& governor, const Predicate& noun) {
  for (const Argument& a : governor.arguments) {
    if (a.head == noun.head &&
        (a.function == Function::kObject || a.function == Function::kSubject || a.function == Function::kIndirect))
      return true;
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

bool has_condition(const ClauseLayer& layer, PredicateIndex p) {
  const PredicateIndex verb = light_verb_of(layer, p);
  // predicates are in text order: those of the sentence stand around p
  const uint32_t sentence = layer.predicates[p].sentence;
  PredicateIndex i = p;
  while (i > 0 && layer.predicates[i - 1].sentence == sentence) --i;
  for (; i < layer.predicates.size() && layer.predicates[i].sentence == sentence; ++i) {
    const Predicate& child = layer.predicates[i];
    if ((child.parent == p || child.parent == verb) &&
        (child.relation == ClauseRelation::kCondition || child.relation == ClauseRelation::kUntil))
      return true;
  }
  return false;
}

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
  if (!input.verbal && has_condition(layer, p)) return {EventStatus::kConditional, "a condition hangs on it"};
  const bool uttered = input.match != nullptr && (input.match->own_intent || input.match->uttered);
  if (const auto own = own_status(layer.predicates[p], fillers); own && !uttered) return *own;
  for (int climb = 0; climb < kMaxClimb; ++climb) {
    const Predicate& here = layer.predicates[p];
    if (here.parent == kNoPredicate) break;
    const Predicate& governor = layer.predicates[here.parent];
    const Match* match = matches[here.parent] ? &*matches[here.parent] : nullptr;
    // a circumstance ("in its meeting decided to ...") is not what the governor plans, denies or asks for
    const bool meant = here.relation != ClauseRelation::kNominal || core_argument(governor, here) ||
                       (match != nullptr && match->content == p);
    if (embeds(here.relation) && meant) {
      if (const auto status = laid_on(governor, match, fillers)) return *status;
    }
    if (governor.relation == ClauseRelation::kCondition && passes_down(here.relation))
      return {EventStatus::kConditional, "the clause above it is a condition"};
    if (!passes_down(here.relation) || !core_argument(governor, here)) break;
    // a negated or modal saying verb says nothing of what it embeds; a negated doing verb does
    if (const auto status = own_status(governor, fillers)) return *status;
    if (!input.verbal && has_condition(layer, here.parent))
      return {EventStatus::kConditional, "a condition hangs on the clause above it"};
    p = here.parent;
  }
  return {EventStatus::kHappened, input.verbal ? "it is said, so it happened" : "nothing says otherwise"};
}

}  // namespace depesche::events
