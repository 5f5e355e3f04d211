// Predicates between known actors that no frame takes.
#include "pipeline/gaps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/built.h"

namespace depesche {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Gaps : public testing::Test {
 protected:
  void SetUp() override {
    auto coder = test::built_coder();
    ASSERT_TRUE(coder.ok()) << coder.error().line();
    coder_ = std::move(coder).value();
  }

  /// No date: gaps need none.
  std::vector<Gap> gaps(const std::string& text, const std::string& language) {
    Worker worker(coder_);
    events::Trace trace;
    const auto document = worker.analyse({"r", text, "", std::nullopt, language, "", "r.txt"}, &trace);
    EXPECT_TRUE(document.ok());
    std::vector<Gap> out = gaps_of(*document, trace, *coder_);
    table_.add(*document, out, "r.txt");
    return out;
  }

  std::vector<std::string> names(const std::string& text, const std::string& language) {
    std::vector<std::string> out;
    for (const Gap& g : gaps(text, language)) out.push_back(g.predicate);
    return out;
  }

  std::shared_ptr<const Coder> coder_;
  GapTable table_;
};

TEST_F(Gaps, VerbBetweenTwoActors) {
  const auto found = gaps("Germany outplayed France.", "en");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].predicate, "outplay");
  EXPECT_EQ(found[0].kind, "verb");
  EXPECT_EQ(found[0].roles, "subject* object*");
  EXPECT_EQ(found[0].actors, "DEU, FRA");
  EXPECT_EQ(found[0].reason, "no unit");
  EXPECT_TRUE(found[0].pair);
}

TEST_F(Gaps, OneAgentWithAPatientIsNoPair) {
  const auto found = gaps("Deutschland verliert seinen Hut.", "de");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].predicate, "verlieren");
  EXPECT_EQ(found[0].object, "Hut");
  EXPECT_FALSE(found[0].pair);
}

TEST_F(Gaps, PrepositionOfTheSecondActorBelongsToTheName) {
  EXPECT_THAT(names("Frankreich grenzt an Spanien.", "de"), ElementsAre("grenzen an"));
}

TEST_F(Gaps, WhatAFrameTakesIsNone) {
  EXPECT_THAT(names("Russland griff die Ukraine an.", "de"), IsEmpty());
  EXPECT_THAT(names("Russia attacked Ukraine.", "en"), IsEmpty());
}

TEST_F(Gaps, VerbsOfSayingAndUnknownPeopleAreNone) {
  EXPECT_THAT(names("Der Bäcker grenzt den Garten ab.", "de"), IsEmpty());
  EXPECT_THAT(names("Germany said that it rained.", "en"), IsEmpty());
}

TEST_F(Gaps, TableCountsAndRanks) {
  gaps("Germany outplayed France.", "en");
  gaps("In the long run Germany outplayed Poland.", "en");
  gaps("Deutschland verliert seinen Hut.", "de");
  const auto all = table_.ranked(1);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0]->predicate, "outplay");
  EXPECT_EQ(all[0]->count, 2U);
  EXPECT_EQ(all[0]->pairs, 2U);
  EXPECT_EQ(all[0]->example, "Germany outplayed France.");
  EXPECT_EQ(all[0]->place, "r.txt sentence 1");
  EXPECT_EQ(table_.ranked(2).size(), 1U);
}

TEST(MostFrequent, SortsByCountThenName) {
  EXPECT_EQ(most_frequent({{"b", 1}, {"a", 1}, {"c", 4}}, 2), "c 4; a");
  EXPECT_EQ(most_frequent({}, 2), "");
}

}  // namespace
}  // namespace depesche
