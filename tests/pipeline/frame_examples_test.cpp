// The examples of knowledge/frames are tests: each frame's sentences that must and must not match.
#include "pipeline/frame_examples.h"

#include <gtest/gtest.h>

#include "support/built.h"

namespace depesche {
namespace {

TEST(FrameExamples, AllPass) {
  const auto coder = test::built_coder();
  ASSERT_TRUE(coder.ok()) << coder.error().line();
  const auto results = run_frame_examples(*coder);
  ASSERT_GT(results.size(), 300U);
  for (const ExampleResult& r : results) {
    EXPECT_EQ(r.expected, r.got) << r.origin << ": " << r.frame << ": " << r.sentence;
  }
}

TEST(FrameExamples, EveryEventTypeHasExamplesInBothLanguages) {
  const auto coder = test::built_coder();
  ASSERT_TRUE(coder.ok());
  const Table events = (*coder)->knowledge().table("ontology/events");
  const Table examples = (*coder)->knowledge().table("examples");
  ASSERT_EQ(events.size(), 16U);
  for (Row e = 0; e < events.size(); ++e) {
    for (const std::string_view language : {"de", "en"}) {
      size_t found = 0;
      for (Row row = 0; row < examples.size(); ++row) {
        const bool same_type = examples.cell(row, "expected").starts_with(events.cell(e, "event"));
        found += same_type && examples.cell(row, "language") == language ? 1 : 0;
      }
      EXPECT_GE(found, 2U) << events.cell(e, "event") << " " << language;
    }
  }
}

}  // namespace
}  // namespace depesche
