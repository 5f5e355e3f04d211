// What the ledger keeps of a coded report: events and commitments with parties instead of ids that only one report
// knows. Plain values; nothing here refers back to the report.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/party.h"
#include "record/coded_report.h"

namespace depesche::ledger {

/// How far an event has come (CODEBOOK.md, rule 12), as written in records.
inline constexpr std::string_view kHappened = "happened";
inline constexpr std::string_view kPlanned = "planned";
inline constexpr std::string_view kPossible = "possible";

/// A pattern that later events are matched against (CODEBOOK.md section 5).
struct Template {
  std::string event;  ///< one of PLOVER's sixteen
  std::vector<Party> actors;
  std::vector<Party> recipients;
  std::vector<std::string> contexts;
};

struct EventFact {
  std::string local_id;  ///< id in its report
  std::string event;
  std::vector<std::string> modes;
  std::vector<std::string> contexts;
  std::vector<Party> actors;
  std::vector<Party> recipients;
  std::string status;
  std::string day;       ///< first ISO day; the report's day where the text names none; "" when neither is known
  std::string evidence;  ///< the sentence, or the words, that show it
};

struct CommitmentPart {
  std::string text;
  std::optional<Template> pattern;
};

struct CommitmentFact {
  std::string local_id;
  std::string kind;
  std::string polarity;  ///< will, will_not or ""
  std::string state;     ///< as the report tells it
  std::vector<Party> holders;
  std::vector<Party> toward;
  std::optional<CommitmentPart> action;
  std::optional<CommitmentPart> condition;
  std::optional<CommitmentPart> consequence;
  std::string day;    ///< `since`, else the report's day
  std::string until;  ///< ISO day after which it is void, or ""
  std::string evidence;
};

struct ReportFacts {
  std::vector<EventFact> events;
  std::vector<CommitmentFact> commitments;
};

[[nodiscard]] ReportFacts facts_of(const CodedReport& report);

/// The text of the sentence around the first span, blanks and line ends each made one blank; "" for no span.
[[nodiscard]] std::string sentence_of(const CodedReport& report, const std::vector<Span>& evidence);

}  // namespace depesche::ledger
