#include "syntax/entity_decoder.h"

#include <gtest/gtest.h>

namespace depesche::syntax {
namespace {

const std::vector<std::string_view> kNames = {"O", "B-PER", "I-PER", "B-LOC", "I-LOC"};

std::vector<uint8_t> decode(const std::vector<std::vector<float>>& rows, const std::vector<float>& steps = {}) {
  std::vector<float> scores;
  for (const auto& row : rows) scores.insert(scores.end(), row.begin(), row.end());
  std::vector<uint8_t> back;
  std::vector<uint8_t> tags(rows.size());
  EntityDecoder(kNames, steps).decode(scores.data(), kNames.size(), rows.size(), back, tags.data());
  return tags;
}

TEST(EntityDecoder, TakesTheBestTags) {
  EXPECT_EQ(decode({{0, 5, 0, 0, 0}, {0, 0, 5, 0, 0}, {5, 0, 0, 0, 0}}), (std::vector<uint8_t>{1, 2, 0}));
}

TEST(EntityDecoder, NeverStartsInside) {
  EXPECT_EQ(decode({{0, 1, 9, 0, 0}}), (std::vector<uint8_t>{1}));
}

TEST(EntityDecoder, InsideKeepsTheType) {
  // The second word would rather be I-LOC, but only I-PER may follow B-PER; B-LOC scores less.
  EXPECT_EQ(decode({{0, 9, 0, 0, 0}, {0, 0, 4, 3, 5}}), (std::vector<uint8_t>{1, 2}));
}

TEST(EntityDecoder, LooksAhead) {
  // I-LOC on the second word is worth giving up O on the first.
  EXPECT_EQ(decode({{2, 0, 0, 1, 0}, {0, 0, 0, 0, 9}}), (std::vector<uint8_t>{3, 4}));
}

TEST(EntityDecoder, StepsDecideBetweenEqualScores) {
  // One entity of two words or two of one word: the scores do not tell, the steps do.
  std::vector<float> steps(kNames.size() * kNames.size(), 0.0F);
  steps[1 * kNames.size() + 2] = 0.5F;  // B-PER, I-PER
  EXPECT_EQ(decode({{0, 5, 0, 0, 0}, {0, 5, 5, 0, 0}}, steps), (std::vector<uint8_t>{1, 2}));
  steps[1 * kNames.size() + 2] = -0.5F;
  EXPECT_EQ(decode({{0, 5, 0, 0, 0}, {0, 5, 5, 0, 0}}, steps), (std::vector<uint8_t>{1, 1}));
}

TEST(EntityDecoder, NoStepMakesAnInvalidSequence) {
  std::vector<float> steps(kNames.size() * kNames.size(), 0.0F);
  steps[0 * kNames.size() + 2] = 100.0F;  // O, I-PER
  EXPECT_EQ(decode({{5, 0, 0, 0, 0}, {1, 0, 3, 0, 0}}, steps), (std::vector<uint8_t>{0, 0}));
}

TEST(EntityDecoder, NoWords) {
  EXPECT_TRUE(decode({}).empty());
}

}  // namespace
}  // namespace depesche::syntax
