// Which events bind their actors: knowledge/rules/commitments.tsv and the noun classes policy_line and norm_text of
// knowledge/words/classes. Built once, immutable, shared by threads.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "knowledge/knowledge.h"

namespace depesche::commitments {

enum class ActionFrom : uint8_t { kContent, kObject, kClause };
enum class Needs : uint8_t { kNothing, kContent, kRecipient, kCondition, kNoCondition };

struct Rule {
  std::string event;
  std::string cameo;  ///< prefix, "" fits all
  CommitmentKind kind = CommitmentKind::kPledge;
  bool none = false;  ///< the row says: binds nobody
  Polarity polarity = Polarity::kNone;
  CommitmentState state = CommitmentState::kAnnounced;
  ActionFrom action = ActionFrom::kContent;
  Needs needs = Needs::kNothing;
  std::string origin;
};

class CommitmentRules {
 public:
  explicit CommitmentRules(const Knowledge& knowledge);

  /// The rule with the longest CAMEO prefix whose needs are met; nullptr for none.
  [[nodiscard]] const Rule* find(const Event& event, bool has_content, bool has_condition) const;
  [[nodiscard]] bool in_class(Language language, std::string_view lemma, std::string_view name) const;

 private:
  std::vector<Rule> rules_;
  std::unordered_map<std::string, std::vector<std::string>> classes_[2];
};

}  // namespace depesche::commitments
