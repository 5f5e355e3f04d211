// CODEBOOK section 5: what binds whom, run through the whole chain.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/built.h"
#include "support/case_file.h"

namespace depesche {
namespace {

std::string codes(const CodedReport& report, const std::vector<std::string>& ids) {
  std::vector<std::string> list;
  for (const std::string& id : ids) list.push_back(report.actor(id)->code);
  std::sort(list.begin(), list.end());
  std::string out;
  for (const std::string& code : list) out += (out.empty() ? "" : "+") + code;
  return out;
}

/// "threat CHN > USA if AID"; parts that the expected line does not mention are not compared.
std::string line_of(const CodedReport& report, const RecordCommitment& c, const std::string& like) {
  std::string line = c.kind + " " + codes(report, c.holder);
  if (like.find('>') != std::string::npos) line += " > " + codes(report, c.toward);
  if (like.find(" will") != std::string::npos) line += " " + c.polarity;
  if (like.find(" if ") != std::string::npos)
    line += " if " + (c.condition && c.condition->pattern ? c.condition->pattern->event : std::string("nothing"));
  return line;
}

TEST(CommitmentCases, Hold) {
  const auto coder = test::built_coder();
  ASSERT_TRUE(coder.ok()) << coder.error().line();
  const auto cases = test::read_cases("commitments/commitments.case");
  ASSERT_FALSE(cases.empty());
  Worker worker(*coder);
  for (const test::Case& c : cases) {
    const auto report = worker.code({"case", c.text, "", Date{2024, 6, 21}, c.language, "", c.where});
    ASSERT_TRUE(report.ok()) << report.error().line();
    for (const std::string& expected : c.expected) {
      std::vector<std::string> got;
      for (const RecordCommitment& one : report->commitments) got.push_back(line_of(*report, one, expected));
      EXPECT_THAT(got, testing::Contains(expected)) << c.where << ": " << c.text;
    }
  }
}

TEST(Commitments, EachHasEvidenceInsideTheText) {
  const auto coder = test::built_coder();
  ASSERT_TRUE(coder.ok());
  Worker worker(*coder);
  for (const test::Case& c : test::read_cases("commitments/commitments.case")) {
    const auto report = worker.code({"case", c.text, "", Date{2024, 6, 21}, c.language, "", c.where});
    ASSERT_TRUE(report.ok());
    for (const RecordCommitment& one : report->commitments) {
      ASSERT_FALSE(one.evidence.empty()) << c.text;
      for (const Span s : one.evidence) EXPECT_LE(s.end, c.text.size());
    }
  }
}

}  // namespace
}  // namespace depesche
