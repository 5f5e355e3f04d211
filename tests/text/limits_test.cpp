// The guard against text that is no report.
#include "text/limits.h"

#include <gtest/gtest.h>

namespace depesche::text {
namespace {

TEST(Limits, ASentenceEndsAtAStopOrALine) {
  const std::string words(90, 'a');
  EXPECT_TRUE(check_sentences(words + ". " + words + "! " + words + "?\n" + words, "x", 100).ok());
  EXPECT_TRUE(check_sentences("", "x", 100).ok());
}

TEST(Limits, LongSentencesAreRefusedWithTheirPlace) {
  const auto refused = check_sentences("Kurz. " + std::string(150, 'a') + ".", "a.txt", 100);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(refused.error().where, "a.txt");
  EXPECT_NE(refused.error().what.find("151 characters begins at character 5"), std::string::npos)
      << refused.error().what;
}

TEST(Limits, CountsCodePoints) {
  std::string text;
  for (int i = 0; i < 90; ++i) text += "ü";
  EXPECT_TRUE(check_sentences(text, "x", 100).ok());
  EXPECT_FALSE(check_sentences(text, "x", 80).ok());
}

}  // namespace
}  // namespace depesche::text
