// The phenomena of CODEBOOK section 3, one case file each, run through the whole chain.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/built.h"
#include "support/case_file.h"

namespace depesche {
namespace {

std::string codes(const CodedReport& report, const std::vector<std::string>& ids) {
  std::vector<std::string> list;
  for (const std::string& id : ids) list.push_back(report.actor(id)->code.empty() ? "?" : report.actor(id)->code);
  std::sort(list.begin(), list.end());
  std::string out;
  for (const std::string& code : list) out += (out.empty() ? "" : "+") + code;
  return out;
}

/// Each event as a line; once more with "(historical)" and with the speakers of the statement that claims it.
std::vector<std::string> events_of(const CodedReport& report) {
  std::vector<std::string> out;
  for (const RecordEvent& e : report.events) {
    std::string line = e.event + (e.status == "happened" ? "" : "[" + e.status + "]") + " " + codes(report, e.actor);
    if (!e.recipient.empty()) line += " > " + codes(report, e.recipient);
    out.push_back(line);
    if (e.historical) out.push_back(line + " (historical)");
    for (const RecordStatement& said : report.statements) {
      if (said.id == e.attributed_to) out.push_back(line + " (by " + codes(report, said.speaker) + ")");
    }
  }
  return out;
}

class EventCases : public testing::TestWithParam<const char*> {};

TEST_P(EventCases, Hold) {
  static const auto coder = test::built_coder();
  ASSERT_TRUE(coder.ok()) << coder.error().line();
  const auto cases = test::read_cases(std::string("events/") + GetParam());
  ASSERT_FALSE(cases.empty());
  Worker worker(*coder);
  for (const test::Case& c : cases) {
    const auto report = worker.code({"case", c.text, "", Date{2024, 6, 21}, c.language, "", c.where});
    ASSERT_TRUE(report.ok()) << report.error().line();
    const std::vector<std::string> got = events_of(*report);
    for (const std::string& line : c.expected) {
      if (line == "none") {
        EXPECT_THAT(got, testing::IsEmpty()) << c.where << ": " << c.text;
      } else if (line.starts_with("! ")) {
        EXPECT_THAT(got, testing::Each(testing::Not(testing::StartsWith(line.substr(2))))) << c.where << ": " << c.text;
      } else {
        EXPECT_THAT(got, testing::Contains(line)) << c.where << ": " << c.text;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Files, EventCases,
                         testing::Values("status.case", "status_happened.case", "status_planned.case",
                                         "status_possible.case", "status_conditional.case", "status_negated.case",
                                         "status_historical.case", "status_attributed.case", "reductions.case",
                                         "repeats.case", "agents.case"));

}  // namespace
}  // namespace depesche
