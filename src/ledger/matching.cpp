#include "ledger/matching.h"

#include <algorithm>

namespace depesche::ledger {
namespace {

/// Kinds whose action is owed by those they are addressed to.
bool binds_others(const CommitmentFact& commitment) {
  return (commitment.kind == "demand" || commitment.kind == "norm") && !commitment.toward.empty();
}

std::optional<Template> pattern_of(const std::optional<CommitmentPart>& part) {
  return part ? part->pattern : std::nullopt;
}

std::optional<Template> checked(std::optional<Template> pattern) {
  if (pattern && pattern->actors.empty() && pattern->recipients.empty()) pattern.reset();
  return pattern;
}

template <typename Test>
bool side_fits(const std::vector<Party>& wanted, const std::vector<Party>& given, Test test) {
  if (wanted.empty()) return true;
  return std::any_of(wanted.begin(), wanted.end(), [&](const Party& whole) {
    return std::any_of(given.begin(), given.end(), [&](const Party& part) { return test(whole, part); });
  });
}

bool meet(const std::vector<std::string>& wanted, const std::vector<std::string>& given) {
  if (wanted.empty()) return true;
  return std::any_of(wanted.begin(), wanted.end(),
                     [&](const std::string& one) { return std::find(given.begin(), given.end(), one) != given.end(); });
}

/// Reciprocal events (a meeting, a signing) put all parties into `actor`: whoever is sought on the other side is there.
const std::vector<Party>& other_side(const EventFact& event) {
  return event.recipients.empty() && event.actors.size() > 1 ? event.actors : event.recipients;
}

}  // namespace

std::optional<Template> action_pattern(const CommitmentFact& commitment) {
  std::optional<Template> pattern = pattern_of(commitment.action);
  if (pattern && pattern->actors.empty())
    pattern->actors = binds_others(commitment) ? commitment.toward : commitment.holders;
  return checked(std::move(pattern));
}

std::optional<Template> condition_pattern(const CommitmentFact& commitment) {
  return checked(pattern_of(commitment.condition));
}

std::optional<Template> consequence_pattern(const CommitmentFact& commitment) {
  std::optional<Template> pattern = pattern_of(commitment.consequence);
  if (pattern && pattern->actors.empty()) pattern->actors = commitment.holders;
  if (pattern && pattern->recipients.empty()) pattern->recipients = commitment.toward;
  return checked(std::move(pattern));
}

bool fits(const Template& wanted, const EventFact& event, const Ontology& ontology) {
  if (wanted.event != event.event || !meet(wanted.contexts, event.contexts)) return false;
  return side_fits(wanted.actors, event.actors,
                   [&](const Party& whole, const Party& part) { return contains(whole, part, ontology); }) &&
         side_fits(wanted.recipients, other_side(event),
                   [&](const Party& whole, const Party& part) { return touches(whole, part, ontology); });
}

}  // namespace depesche::ledger
