#include "events/agents.h"

#include <algorithm>

namespace depesche::events {
namespace {

constexpr uint32_t kBefore = 2;  // sentences back in which the same course of action may be told
constexpr uint32_t kAfter = 1;

bool material(const FrameLexicon& lexicon, const std::string& event) {
  const int quad = lexicon.quad(event);
  return quad == 2 || quad == 4;
}

/// Is the missing agent one that grammar leaves out: a passive, or a noun without its genitive?
bool agentless(const Predicate& p) {
  const bool subject = std::any_of(p.arguments.begin(), p.arguments.end(),
                                   [](const Argument& a) { return a.function == Function::kSubject; });
  if (subject) return false;
  return p.passive || p.kind == PredicateKind::kNoun || p.relation == ClauseRelation::kParticiple;
}

bool compatible(const Match& named, const Match& lacking) {
  if (lacking.recipient.empty() || named.recipient.empty()) return true;
  for (const ActorIndex r : lacking.recipient) {
    if (std::find(named.actor.begin(), named.actor.end(), r) != named.actor.end()) return false;
  }
  return true;
}

}  // namespace

void supply_agents(std::vector<std::optional<Match>>& matches, const Fillers& fillers) {
  const auto& predicates = fillers.document().clauses().predicates;
  std::vector<PredicateIndex> lacking;
  for (PredicateIndex p = 0; p < matches.size(); ++p) {
    if (matches[p] && matches[p]->actor.empty() && matches[p]->unit->need != Need::kNothing &&
        !matches[p]->unit->reciprocal && material(fillers.lexicon(), matches[p]->event) && agentless(predicates[p])) {
      lacking.push_back(p);
    }
  }
  for (const PredicateIndex p : lacking) {
    const Match* best = nullptr;
    uint32_t best_distance = UINT32_MAX;
    for (PredicateIndex q = 0; q < matches.size(); ++q) {
      if (q == p || !matches[q] || matches[q]->actor.empty() || matches[q]->supplied ||
          matches[q]->event != matches[p]->event)
        continue;
      const uint32_t here = predicates[p].sentence;
      const uint32_t there = predicates[q].sentence;
      if (there + kBefore < here || there > here + kAfter || !compatible(*matches[q], *matches[p])) continue;
      const uint32_t a = predicates[p].head;
      const uint32_t b = predicates[q].head;
      const uint32_t distance = a > b ? a - b : b - a;
      if (distance < best_distance) {
        best = &*matches[q];
        best_distance = distance;
      }
    }
    if (best == nullptr) continue;
    matches[p]->actor = best->actor;
    matches[p]->supplied = true;
    std::erase_if(matches[p]->recipient, [&](ActorIndex r) {
      return std::find(matches[p]->actor.begin(), matches[p]->actor.end(), r) != matches[p]->actor.end();
    });
  }
}

}  // namespace depesche::events
