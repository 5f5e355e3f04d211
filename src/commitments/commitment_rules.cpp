#include "commitments/commitment_rules.h"

#include <algorithm>
#include <optional>

namespace depesche::commitments {
namespace {

std::optional<CommitmentKind> kind_of(std::string_view name) {
  if (name == "treaty") return CommitmentKind::kTreaty;
  if (name == "policy") return CommitmentKind::kPolicy;
  if (name == "pledge") return CommitmentKind::kPledge;
  if (name == "threat") return CommitmentKind::kThreat;
  if (name == "demand") return CommitmentKind::kDemand;
  if (name == "norm") return CommitmentKind::kNorm;
  return std::nullopt;
}

CommitmentState state_of(std::string_view name) {
  if (name == "in_force") return CommitmentState::kInForce;
  if (name == "under_review") return CommitmentState::kUnderReview;
  if (name == "met") return CommitmentState::kMet;
  if (name == "broken") return CommitmentState::kBroken;
  if (name == "withdrawn") return CommitmentState::kWithdrawn;
  return CommitmentState::kAnnounced;
}

Needs needs_of(std::string_view name) {
  if (name == "content") return Needs::kContent;
  if (name == "recipient") return Needs::kRecipient;
  if (name == "condition") return Needs::kCondition;
  if (name == "no_condition") return Needs::kNoCondition;
  return Needs::kNothing;
}

Rule rule_of(const Table& table, Row row) {
  Rule r;
  r.event = table.cell(row, "event");
  r.cameo = table.cell(row, "cameo");
  const auto kind = kind_of(table.cell(row, "kind"));
  r.none = !kind;
  r.kind = kind.value_or(CommitmentKind::kPledge);
  const std::string_view polarity = table.cell(row, "polarity");
  r.polarity = polarity == "will" ? Polarity::kWill : polarity == "will_not" ? Polarity::kWillNot : Polarity::kNone;
  r.state = state_of(table.cell(row, "state"));
  const std::string_view action = table.cell(row, "action");
  r.action = action == "object" ? ActionFrom::kObject : action == "clause" ? ActionFrom::kClause : ActionFrom::kContent;
  r.needs = needs_of(table.cell(row, "needs"));
  r.origin = table.origin(row).text();
  return r;
}

}  // namespace

CommitmentRules::CommitmentRules(const Knowledge& knowledge) {
  const Table rules = knowledge.table("rules/commitments");
  for (Row row = 0; row < rules.size(); ++row) rules_.push_back(rule_of(rules, row));
  const Table classes = knowledge.table("words/classes");
  for (Row row = 0; row < classes.size(); ++row) {
    const std::string_view language = classes.cell(row, "language");
    for (size_t l = 0; l < 2; ++l) {
      if (language == (l == 0 ? "en" : "de")) continue;
      classes_[l][std::string(classes.cell(row, "lemma"))].emplace_back(classes.cell(row, "class"));
    }
  }
}

const Rule* CommitmentRules::find(const Event& event, bool has_content, bool has_condition) const {
  const Rule* best = nullptr;
  for (const Rule& r : rules_) {
    if (r.event != event.type || !event.cameo.starts_with(r.cameo)) continue;
    const bool met = r.needs == Needs::kNothing || (r.needs == Needs::kContent && has_content) ||
                     (r.needs == Needs::kRecipient && !event.recipient.empty()) ||
                     (r.needs == Needs::kCondition && has_condition) ||
                     (r.needs == Needs::kNoCondition && !has_condition);
    if (!met) continue;
    const bool better = best == nullptr || r.cameo.size() > best->cameo.size() ||
                        (r.cameo.size() == best->cameo.size() && r.needs == Needs::kCondition);
    if (better) best = &r;
  }
  return best == nullptr || best->none ? nullptr : best;
}

bool CommitmentRules::in_class(Language language, std::string_view lemma, std::string_view name) const {
  const auto& map = classes_[language == Language::kGerman ? 0 : 1];
  const auto found = map.find(std::string(lemma));
  return found != map.end() && std::find(found->second.begin(), found->second.end(), name) != found->second.end();
}

}  // namespace depesche::commitments
