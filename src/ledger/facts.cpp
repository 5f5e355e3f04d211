#include "ledger/facts.h"

#include "base/utf8.h"

namespace depesche::ledger {
namespace {

/// A sentence as tables and graphs show it.
std::string shown(std::string_view text) {
  std::string out = utf8::one_line(text);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string day_of(const CodedReport& report, const std::optional<RecordDate>& date, bool historical) {
  if (date && !date->from.empty()) return date->from;
  if (date && !date->to.empty()) return date->to;
  return historical ? std::string() : report.published;
}

std::optional<CommitmentPart> part_of(const CodedReport& report, const std::optional<RecordPart>& part) {
  if (!part) return std::nullopt;
  CommitmentPart out{shown(report.slice(part->text)), std::nullopt};
  if (part->pattern && !part->pattern->event.empty()) {
    out.pattern = Template{part->pattern->event, parties_of(report, part->pattern->actor),
                           parties_of(report, part->pattern->recipient), part->pattern->context};
  }
  return out;
}

EventFact fact_of(const CodedReport& report, const RecordEvent& event) {
  return {event.id,
          event.event,
          event.mode,
          event.context,
          parties_of(report, event.actor),
          parties_of(report, event.recipient),
          event.status,
          day_of(report, event.date, event.historical),
          sentence_of(report, event.evidence)};
}

CommitmentFact fact_of(const CodedReport& report, const RecordCommitment& commitment) {
  return {commitment.id,
          commitment.kind,
          commitment.polarity,
          commitment.state,
          parties_of(report, commitment.holder),
          parties_of(report, commitment.toward),
          part_of(report, commitment.action),
          part_of(report, commitment.condition),
          part_of(report, commitment.consequence),
          commitment.since.empty() ? report.published : commitment.since,
          commitment.until,
          sentence_of(report, commitment.evidence)};
}

}  // namespace

std::string sentence_of(const CodedReport& report, const std::vector<Span>& evidence) {
  if (evidence.empty()) return {};
  for (const Span sentence : report.sentences) {
    if (sentence.contains(evidence.front().begin)) return shown(report.slice(sentence));
  }
  return shown(report.slice(evidence.front()));
}

ReportFacts facts_of(const CodedReport& report) {
  ReportFacts facts;
  for (const RecordEvent& event : report.events) facts.events.push_back(fact_of(report, event));
  for (const RecordCommitment& one : report.commitments) facts.commitments.push_back(fact_of(report, one));
  return facts;
}

}  // namespace depesche::ledger
