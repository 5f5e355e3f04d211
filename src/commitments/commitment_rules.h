// Which events and clauses bind their actors: knowledge/rules/commitments.tsv, knowledge/rules/commitment_clauses.tsv
// and the noun classes policy_line, norm_text, norm_act and treaty_text of knowledge/words/classes. Built once,
// immutable, shared by threads.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "knowledge/knowledge.h"

namespace depesche::commitments {

enum class ActionFrom : uint8_t { kContent, kObject, kClause, kDeed };
enum class Needs : uint8_t { kContent, kRecipient, kCondition, kNoCondition, kParties, kOneParty, kStanding, kVerb };

/// What the rules ask of an event beyond its type.
struct Situation {
  bool content = false;    ///< it embeds what is promised, demanded ...
  bool condition = false;  ///< a conditional clause hangs on it
  bool parties = false;    ///< its actors are of two camps
  bool standing = false;   ///< told in the present: a line that is held, not one act of the past
  bool verb = false;       ///< told by a verb, not by a noun
  bool authority = false;  ///< its actors can issue rules
  bool court = false;      ///< its actors are courts
};

struct Rule {
  std::string event;
  std::string cameo;  ///< prefix, "" fits all
  std::string mode;   ///< "" fits all
  EventStatus status = EventStatus::kHappened;
  CommitmentKind kind = CommitmentKind::kPledge;
  bool none = false;  ///< the row says: binds nobody
  Polarity polarity = Polarity::kNone;
  CommitmentState state = CommitmentState::kAnnounced;
  ActionFrom action = ActionFrom::kContent;
  std::vector<Needs> needs;  ///< all must hold
  bool authority = false;    ///< its actors must be authorities
  bool court = false;        ///< its actors must be courts
  std::string origin;
};

enum class Subject : uint8_t { kOwn, kOther, kAny };
enum class Said : uint8_t { kSaid, kTold, kRuled };

/// What a clause must look like to bind somebody, event or not.
struct ClauseRule {
  Modality modality = Modality::kFuture;
  Said said = Said::kSaid;
  Subject subject = Subject::kOwn;
  bool condition = false;
  CommitmentKind kind = CommitmentKind::kPledge;
  CommitmentState state = CommitmentState::kAnnounced;
  std::string origin;
};

class CommitmentRules {
 public:
  explicit CommitmentRules(const Knowledge& knowledge);

  /// The rule with the longest CAMEO prefix, then the most needs, of those whose needs are met; nullptr for none.
  [[nodiscard]] const Rule* find(const Event& event, const Situation& situation) const;
  /// The first rule for such a clause; nullptr for none.
  [[nodiscard]] const ClauseRule* find(Modality modality, Said said, bool own, bool condition) const;
  [[nodiscard]] bool in_class(Language language, std::string_view lemma, std::string_view name) const;
  /// Can actors of that sector issue rules? A bare state or organisation ("") can.
  [[nodiscard]] bool authority(std::string_view sector) const;
  [[nodiscard]] bool court(std::string_view sector) const;

 private:
  std::vector<Rule> rules_;
  std::vector<ClauseRule> clause_rules_;
  std::vector<std::pair<std::string, bool>> authorities_;  ///< sector, is it a court?
  std::unordered_map<std::string, std::vector<std::string>> classes_[2];
};

}  // namespace depesche::commitments
