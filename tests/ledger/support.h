// Facts and coded reports for tests of the ledger, in a few words.
#pragma once

#include <string>
#include <vector>

#include "ledger/facts.h"
#include "record/coded_report.h"

namespace depesche::test {

inline ledger::Ontology ontology() {
  return {{"GOV", "MIL", "LEG", "COP"}, {"IGO", "UNO", "IMG"}, {{"vereinte nationen", "united nations"}}};
}

inline ledger::Party state(const std::string& code, const std::string& sector = "") {
  return {code, sector, ""};
}

/// A report under construction. Actors are made from codes ("KOR", "KOR:GOV"); its only sentence is the whole text.
class ReportMaker {
 public:
  ReportMaker(const std::string& id, const std::string& published, const std::string& text) {
    report_.id = id;
    report_.language = "en";
    report_.published = published;
    report_.text = text;
    report_.sentences.push_back(all());
  }

  ReportMaker& event(const std::string& type, const std::vector<std::string>& actors,
                     const std::vector<std::string>& recipients, const std::vector<std::string>& contexts = {},
                     const std::string& status = "happened", const std::string& day = "") {
    RecordEvent event;
    event.id = "e" + std::to_string(report_.events.size() + 1);
    event.event = type;
    event.context = contexts;
    event.actor = ids(actors);
    event.recipient = ids(recipients);
    event.status = status;
    event.evidence.push_back(all());
    if (!day.empty()) event.date = RecordDate{day, day, {}};
    report_.events.push_back(event);
    return *this;
  }

  /// `pattern` stands under the condition of a threat, else under the action.
  ReportMaker& commitment(const std::string& kind, const std::string& holder, const std::string& toward,
                          const std::string& polarity, const RecordTemplate& pattern,
                          const std::string& state = "announced", const std::string& until = "") {
    RecordCommitment one;
    one.id = "c" + std::to_string(report_.commitments.size() + 1);
    one.kind = kind;
    one.holder = ids({holder});
    if (!toward.empty()) one.toward = ids({toward});
    one.polarity = polarity;
    one.state = state;
    one.until = until;
    one.evidence.push_back(all());
    RecordTemplate resolved = pattern;
    resolved.actor = ids(pattern.actor);
    resolved.recipient = ids(pattern.recipient);
    (kind == "threat" ? one.condition : one.action) = RecordPart{all(), resolved};
    report_.commitments.push_back(one);
    return *this;
  }

  /// What the threat told last will lead to.
  ReportMaker& consequence(const RecordTemplate& pattern) {
    RecordTemplate resolved = pattern;
    resolved.actor = ids(pattern.actor);
    resolved.recipient = ids(pattern.recipient);
    report_.commitments.back().consequence = RecordPart{all(), resolved};
    return *this;
  }

  [[nodiscard]] CodedReport report() const { return report_; }

 private:
  [[nodiscard]] Span all() const { return {0, static_cast<uint32_t>(report_.text.size())}; }

  std::vector<std::string> ids(const std::vector<std::string>& names) {
    std::vector<std::string> out;
    for (const std::string& name : names) {
      if (report_.actor(name) == nullptr) {
        RecordActor actor;
        actor.id = name;
        actor.name = name;
        actor.code = name.substr(0, 3);
        actor.sector = name.size() > 4 ? name.substr(4) : "";
        report_.actors.push_back(actor);
      }
      out.push_back(name);
    }
    return out;
  }

  CodedReport report_;
};

}  // namespace depesche::test
