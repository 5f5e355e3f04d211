// The case files of tests/cases/time through the whole chain: which time expressions are found and what they mean.
// Format: tests/cases/README.md.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/built.h"
#include "support/case_file.h"

namespace depesche {
namespace {

/// "Wednesday = 2024-06-19" of each expression, in text order.
std::vector<std::string> times_of(const Document& document) {
  std::vector<std::string> out;
  for (const TimeExpression& t : document.timeplace().times)
    out.push_back(std::string(document.text(t.span)) + " = " + t.value);
  return out;
}

class TimeCases : public testing::TestWithParam<const char*> {};

TEST_P(TimeCases, Hold) {
  const auto coder = test::built_coder();
  if (!coder.ok()) GTEST_SKIP() << coder.error().line();
  const auto cases = test::read_cases(std::string("time/") + GetParam());
  ASSERT_FALSE(cases.empty());
  Worker worker(*coder);
  for (const test::Case& c : cases) {
    const auto published = parse_date(c.language.substr(3));
    ASSERT_TRUE(published) << c.where;
    const auto document = worker.analyse({"case", c.text, "", published, c.language.substr(0, 2), "", c.where});
    ASSERT_TRUE(document.ok()) << document.error().line();
    EXPECT_EQ(times_of(*document), c.expected) << c.where << ": " << c.text;
  }
}

INSTANTIATE_TEST_SUITE_P(Files, TimeCases, testing::Values("01_english.case", "02_german.case"));

}  // namespace
}  // namespace depesche
