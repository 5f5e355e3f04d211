#include "commitments/commitment_rules.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

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

std::optional<Needs> needs_of(std::string_view name) {
  constexpr std::string_view kNames[] = {"content", "recipient", "condition", "no_condition",
                                         "parties", "one_party", "standing",  "verb"};
  for (size_t i = 0; i < std::size(kNames); ++i) {
    if (name == kNames[i]) return static_cast<Needs>(i);
  }
  return std::nullopt;
}

EventStatus status_of(std::string_view name) {
  if (name == "planned") return EventStatus::kPlanned;
  if (name == "possible") return EventStatus::kPossible;
  if (name == "conditional") return EventStatus::kConditional;
  if (name == "negated") return EventStatus::kNegated;
  return EventStatus::kHappened;
}

ActionFrom action_of(std::string_view name) {
  if (name == "object") return ActionFrom::kObject;
  if (name == "clause") return ActionFrom::kClause;
  return name == "deed" ? ActionFrom::kDeed : ActionFrom::kContent;
}

Modality modality_of(std::string_view name) {
  if (name == "possible") return Modality::kPossible;
  if (name == "necessary") return Modality::kNecessary;
  if (name == "intended") return Modality::kIntended;
  return name == "future" ? Modality::kFuture : Modality::kNone;
}

Rule rule_of(const Table& table, Row row) {
  Rule r;
  r.event = table.cell(row, "event");
  r.cameo = table.cell(row, "cameo");
  r.mode = table.cell(row, "mode");
  r.status = status_of(table.cell(row, "status"));
  const auto kind = kind_of(table.cell(row, "kind"));
  r.none = !kind;
  r.kind = kind.value_or(CommitmentKind::kPledge);
  const std::string_view polarity = table.cell(row, "polarity");
  r.polarity = polarity == "will" ? Polarity::kWill : polarity == "will_not" ? Polarity::kWillNot : Polarity::kNone;
  r.state = state_of(table.cell(row, "state"));
  r.action = action_of(table.cell(row, "action"));
  for (const std::string_view need : table.list(row, "needs")) {
    if (const auto known = needs_of(need)) r.needs.push_back(*known);
    r.authority = r.authority || need == "authority";
    r.court = r.court || need == "court";
  }
  r.origin = table.origin(row).text();
  return r;
}

ClauseRule clause_rule_of(const Table& table, Row row) {
  ClauseRule r;
  r.modality = modality_of(table.cell(row, "modality"));
  const std::string_view said = table.cell(row, "said");
  r.said = said == "told" ? Said::kTold : said == "ruled" ? Said::kRuled : Said::kSaid;
  const std::string_view subject = table.cell(row, "subject");
  r.subject = subject == "own" ? Subject::kOwn : subject == "other" ? Subject::kOther : Subject::kAny;
  r.condition = table.cell(row, "condition") == "yes";
  r.kind = kind_of(table.cell(row, "kind")).value_or(CommitmentKind::kPledge);
  r.state = state_of(table.cell(row, "state"));
  r.origin = table.origin(row).text();
  return r;
}

bool meets(const Rule& r, const Event& event, const Situation& s) {
  return (!r.authority || s.authority) && (!r.court || s.court) &&
         std::all_of(r.needs.begin(), r.needs.end(), [&](Needs need) {
           switch (need) {
             case Needs::kContent: return s.content;
             case Needs::kRecipient: return !event.recipient.empty();
             case Needs::kCondition: return s.condition;
             case Needs::kNoCondition: return !s.condition;
             case Needs::kParties: return s.parties;
             case Needs::kOneParty: return !s.parties;
             case Needs::kStanding: return s.standing;
             case Needs::kVerb: return s.verb;
           }
           return false;
         });
}

}  // namespace

CommitmentRules::CommitmentRules(const Knowledge& knowledge) {
  const Table rules = knowledge.table("rules/commitments");
  for (Row row = 0; row < rules.size(); ++row) rules_.push_back(rule_of(rules, row));
  const Table clauses = knowledge.table("rules/commitment_clauses");
  for (Row row = 0; row < clauses.size(); ++row) clause_rules_.push_back(clause_rule_of(clauses, row));
  const Table classes = knowledge.table("words/classes");
  for (Row row = 0; row < classes.size(); ++row) {
    const std::string_view language = classes.cell(row, "language");
    for (size_t l = 0; l < 2; ++l) {
      if (language == (l == 0 ? "en" : "de")) continue;
      classes_[l][std::string(classes.cell(row, "lemma"))].emplace_back(classes.cell(row, "class"));
    }
  }
  const Table sectors = knowledge.table("rules/authorities");
  for (Row row = 0; row < sectors.size(); ++row) {
    authorities_.emplace_back(sectors.cell(row, "sector"), sectors.cell(row, "court") == "yes");
  }
}

const Rule* CommitmentRules::find(const Event& event, const Situation& situation) const {
  const Rule* best = nullptr;
  for (const Rule& r : rules_) {
    if (r.event != event.type || !event.cameo.starts_with(r.cameo) || r.status != event.status) continue;
    if (!r.mode.empty() && std::find(event.mode.begin(), event.mode.end(), r.mode) == event.mode.end()) continue;
    if (!meets(r, event, situation)) continue;
    const auto rank = [](const Rule& rule) {
      const size_t flags = (rule.mode.empty() ? 0U : 1U) + (rule.authority ? 1U : 0U) + (rule.court ? 2U : 0U);
      return std::pair(rule.cameo.size(), rule.needs.size() + flags);
    };
    if (best == nullptr || rank(r) > rank(*best)) best = &r;
  }
  return best == nullptr || best->none ? nullptr : best;
}

const ClauseRule* CommitmentRules::find(Modality modality, Said said, bool own, bool condition) const {
  for (const ClauseRule& r : clause_rules_) {
    const bool fits = r.subject == Subject::kAny || (r.subject == Subject::kOwn) == own;
    if (r.modality == modality && r.said == said && fits && r.condition == condition) return &r;
  }
  return nullptr;
}

bool CommitmentRules::authority(std::string_view sector) const {
  return sector.empty() || std::any_of(authorities_.begin(), authorities_.end(),
                                       [&](const auto& known) { return known.first == sector; });
}

bool CommitmentRules::court(std::string_view sector) const {
  return std::any_of(authorities_.begin(), authorities_.end(),
                     [&](const auto& known) { return known.second && known.first == sector; });
}

bool CommitmentRules::in_class(Language language, std::string_view lemma, std::string_view name) const {
  const auto& map = classes_[language == Language::kGerman ? 0 : 1];
  const auto found = map.find(std::string(lemma));
  return found != map.end() && std::find(found->second.begin(), found->second.end(), name) != found->second.end();
}

}  // namespace depesche::commitments
