#include "syntax/tree_decoder.h"

#include <gtest/gtest.h>

#include <random>

namespace depesche::syntax {
namespace {

std::vector<uint32_t> decode(const std::vector<float>& scores, size_t words) {
  std::vector<uint32_t> heads(words);
  TreeDecoder().decode(scores.data(), words + 1, words, heads.data());
  return heads;
}

// Exactly one root and every word reaches it.
bool is_tree(const std::vector<uint32_t>& heads) {
  size_t roots = 0;
  for (size_t d = 1; d <= heads.size(); ++d) {
    roots += heads[d - 1] == 0 ? 1 : 0;
    size_t at = d;
    size_t steps = 0;
    while (at != 0 && steps <= heads.size()) {
      at = heads[at - 1];
      ++steps;
    }
    if (at != 0) return false;
  }
  return roots == 1;
}

double total(const std::vector<float>& scores, const std::vector<uint32_t>& heads) {
  double sum = 0;
  for (size_t d = 0; d < heads.size(); ++d) sum += scores[d * (heads.size() + 1) + heads[d]];
  return sum;
}

// The best score of all trees, by trying every assignment of heads.
double best_by_search(const std::vector<float>& scores, size_t words) {
  double best = -1e30;
  std::vector<uint32_t> heads(words, 0);
  while (true) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    size_t d = 0;
    while (d < words && ++heads[d] > words) heads[d++] = 0;
    if (d == words) return best;
  }
}

TEST(TreeDecoder, OneWord) {
  EXPECT_EQ(decode({3.0F, 9.0F}, 1), std::vector<uint32_t>{0});
}

TEST(TreeDecoder, GreedyTree) {
  // word 2 is the root, 1 and 3 hang on it
  const std::vector<float> scores = {0, 0, 5, 1, 6, 0, 0, 0, 0, 1, 5, 0};
  EXPECT_EQ(decode(scores, 3), (std::vector<uint32_t>{2, 0, 2}));
}

TEST(TreeDecoder, BreaksACycle) {
  // 1 and 2 prefer each other; entering the cycle at 2 is cheapest
  const std::vector<float> scores = {1, 0, 10, 4, 0, 10};
  EXPECT_EQ(decode({1, 0, 10, 4, 10, 0}, 2), (std::vector<uint32_t>{2, 0}));
  EXPECT_TRUE(is_tree(decode(scores, 2)));
}

TEST(TreeDecoder, OneRootWhereAllWordsWantToBeIt) {
  const std::vector<float> scores = {9, 0, 1, 1, 8, 1, 0, 1, 9, 2, 1, 0};
  const std::vector<uint32_t> heads = decode(scores, 3);
  EXPECT_TRUE(is_tree(heads));
  EXPECT_DOUBLE_EQ(total(scores, heads), best_by_search(scores, 3));
}

TEST(TreeDecoder, BestOfAllTreesOnRandomScores) {
  std::mt19937 random(7);
  std::uniform_real_distribution<float> uniform(-5.0F, 5.0F);
  for (int round = 0; round < 400; ++round) {
    const size_t words = 2 + static_cast<size_t>(round) % 4;
    std::vector<float> scores(words * (words + 1));
    for (float& score : scores) score = uniform(random);
    const std::vector<uint32_t> heads = decode(scores, words);
    ASSERT_TRUE(is_tree(heads)) << "round " << round;
    ASSERT_NEAR(total(scores, heads), best_by_search(scores, words), 1e-4) << "round " << round;
  }
}

TEST(TreeDecoder, LongSentenceOfNestedCycles) {
  std::mt19937 random(11);
  std::uniform_real_distribution<float> uniform(-1.0F, 1.0F);
  const size_t words = 300;
  std::vector<float> scores(words * (words + 1));
  for (float& score : scores) score = uniform(random);
  EXPECT_TRUE(is_tree(decode(scores, words)));
}

}  // namespace
}  // namespace depesche::syntax
