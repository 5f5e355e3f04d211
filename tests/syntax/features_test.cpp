// The expected numbers come from train/depesche_train/features.py: training and use must agree.
#include "syntax/features.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "syntax/model_file.h"

namespace depesche::syntax {
namespace {

using testing::ElementsAre;

TEST(Features, SameAsInTraining) {
  const WordFeatures minister = features_of("Außenministerin");
  EXPECT_THAT(minister.words, ElementsAre(13546, 4635));
  EXPECT_THAT(minister.suffixes, ElementsAre(2595, 9652, 8247, 8862));
  EXPECT_THAT(minister.prefixes, ElementsAre(1485, 7060, 2312, 1326, 1637));
  const WordFeatures led = features_of("U.S.-led");
  EXPECT_THAT(led.words, ElementsAre(18595, 7954));
  EXPECT_THAT(led.prefixes, ElementsAre(1065, 793, 4711, 4526, 428));
}

TEST(Features, ShortWordsArePaddedAndQuotesFolded) {
  const WordFeatures oil = features_of("Öl");
  EXPECT_THAT(oil.suffixes, ElementsAre(3981, 8306, 11400, 2024));
  EXPECT_THAT(oil.prefixes, ElementsAre(1583, 8190, 2695, 333, 2278));
  EXPECT_EQ(features_of("„").words, features_of("\"").words);
  EXPECT_EQ(features_of("2013").words, features_of("1999").words);
}

TEST(Features, Shapes) {
  EXPECT_EQ(shape_of("Außenministerin"), "Xxxx");
  EXPECT_EQ(shape_of("U.S.-led"), "X.X.-xxx");
  EXPECT_EQ(shape_of("2013"), "ddd");
  EXPECT_EQ(shape_of(""), "");
}

TEST(Features, EmptyFormIsHarmless) {
  EXPECT_EQ(features_of("").words, features_of("").words);
}

TEST(VectorRow, FormThenLowerCaseThenTail) {
  std::vector<uint64_t> keys = {fnv1a("Spielerin"), fnv1a("weil"), fnv1a("USA")};
  std::sort(keys.begin(), keys.end());
  const auto row = [&](std::string_view form) {
    return static_cast<uint32_t>(std::find(keys.begin(), keys.end(), fnv1a(form)) - keys.begin());
  };
  EXPECT_EQ(vector_row(keys, "USA", 5), row("USA"));
  EXPECT_EQ(vector_row(keys, "Weil", 5), row("weil"));
  EXPECT_EQ(vector_row(keys, "Tennisspielerin", 5), row("Spielerin"));
  EXPECT_EQ(vector_row(keys, "Tennisspielerin", 0), kNoVector);
  EXPECT_EQ(vector_row(keys, "", 5), kNoVector);
}

}  // namespace
}  // namespace depesche::syntax
