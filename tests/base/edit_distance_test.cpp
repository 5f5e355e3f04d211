#include "base/edit_distance.h"

#include <gtest/gtest.h>

namespace depesche {
namespace {

TEST(EditDistance, CountsBytesInsertedDroppedAndReplaced) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("", "aid"), 3U);
  EXPECT_EQ(edit_distance("aide", "aid"), 1U);
  EXPECT_EQ(edit_distance("militry", "military"), 1U);
  EXPECT_EQ(edit_distance("reject", "retract"), 3U);
}

TEST(EditDistance, SaysOneMoreThanTheLimitForAllThatIsFarther) {
  EXPECT_EQ(edit_distance("reject", "retract", 3), 3U);
  EXPECT_EQ(edit_distance("reject", "retract", 2), 3U);
  EXPECT_EQ(edit_distance("reject", "assault", 1), 2U);
  EXPECT_EQ(edit_distance("a", "a very long word", 1), 2U);
}

}  // namespace
}  // namespace depesche
