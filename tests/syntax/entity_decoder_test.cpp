#include "syntax/entity_decoder.h"

#include <gtest/gtest.h>

namespace depesche::syntax {
namespace {

const std::vector<std::string_view> kNames = {"O", "B-PER", "I-PER", "B-LOC", "I-LOC"};

std::vector<uint8_t> decode(const std::vector<std::vector<float>>& rows) {
  std::vector<float> scores;
  for (const auto& row : rows) scores.insert(scores.end(), row.begin(), row.end());
  std::vector<uint8_t> back;
  std::vector<uint8_t> tags(rows.size());
  EntityDecoder(kNames).decode(scores.data(), kNames.size(), rows.size(), back, tags.data());
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

TEST(EntityDecoder, NoWords) {
  EXPECT_TRUE(decode({}).empty());
}

}  // namespace
}  // namespace depesche::syntax
