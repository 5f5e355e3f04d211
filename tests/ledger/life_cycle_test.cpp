#include "ledger/life_cycle.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

namespace depesche::ledger {
namespace {

// The life cycle written a second time, as a list of the moves that are allowed; every other move must be refused.
const std::map<std::string, std::map<std::string, std::string>> kAllowed{
    {"unknown",
     {{"announce", "announced"},
      {"take_force", "in_force"},
      {"review", "under_review"},
      {"withdraw", "withdrawn"},
      {"report_met", "met"},
      {"report_broken", "broken"}}},
    {"announced",
     {{"announce", "announced"},
      {"take_force", "in_force"},
      {"review", "under_review"},
      {"withdraw", "withdrawn"},
      {"condition_true", "detached"},
      {"fulfil", "met"},
      {"violate", "broken"},
      {"expire", "expired"},
      {"report_met", "met"},
      {"report_broken", "broken"}}},
    {"in_force",
     {{"announce", "in_force"},
      {"take_force", "in_force"},
      {"review", "under_review"},
      {"withdraw", "withdrawn"},
      {"condition_true", "detached"},
      {"fulfil", "met"},
      {"violate", "broken"},
      {"expire", "expired"},
      {"report_met", "met"},
      {"report_broken", "broken"}}},
    {"under_review",
     {{"announce", "announced"},
      {"take_force", "in_force"},
      {"review", "under_review"},
      {"withdraw", "withdrawn"},
      {"condition_true", "detached"},
      {"fulfil", "met"},
      {"violate", "broken"},
      {"expire", "expired"},
      {"report_met", "met"},
      {"report_broken", "broken"}}},
    {"detached",
     {{"announce", "detached"},
      {"take_force", "detached"},
      {"review", "under_review"},
      {"withdraw", "withdrawn"},
      {"condition_true", "detached"},
      {"fulfil", "met"},
      {"violate", "broken"},
      {"expire", "expired"},
      {"report_met", "met"},
      {"report_broken", "broken"}}},
    {"met", {{"announce", "announced"}, {"take_force", "in_force"}, {"report_met", "met"}}},
    {"broken",
     {{"announce", "announced"},
      {"take_force", "in_force"},
      {"review", "under_review"},
      {"withdraw", "withdrawn"},
      {"violate", "broken"},
      {"report_broken", "broken"}}},
    {"withdrawn", {{"announce", "announced"}, {"take_force", "in_force"}, {"withdraw", "withdrawn"}}},
    {"expired", {{"announce", "announced"}, {"take_force", "in_force"}}},
};

TEST(LifeCycle, EveryMoveIsAllowedOrRefusedAsListed) {
  for (size_t s = 0; s <= static_cast<size_t>(kLastState); ++s) {
    for (size_t i = 0; i <= static_cast<size_t>(kLastInput); ++i) {
      const auto state = static_cast<State>(s);
      const auto input = static_cast<Input>(i);
      const auto& moves = kAllowed.at(std::string(name(state)));
      const auto wanted = moves.find(std::string(name(input)));
      const std::optional<State> got = after(state, input);
      const std::string where = std::string(name(state)) + " + " + std::string(name(input));
      ASSERT_EQ(got.has_value(), wanted != moves.end()) << where;
      if (got) {
        EXPECT_EQ(name(*got), wanted->second) << where;
      }
    }
  }
}

TEST(LifeCycle, WhatHasEndedComesBackOnlyByRenewal) {
  for (const State ended : {State::kMet, State::kBroken, State::kWithdrawn, State::kExpired}) {
    for (size_t i = 0; i <= static_cast<size_t>(kLastInput); ++i) {
      const auto input = static_cast<Input>(i);
      const std::optional<State> to = after(ended, input);
      const bool renewal = input == Input::kAnnounce || input == Input::kTakeForce ||
                           (ended == State::kBroken && input == Input::kReview);
      if (to && is_open(*to)) {
        EXPECT_TRUE(renewal) << name(ended) << " + " << name(input);
      }
    }
  }
}

TEST(LifeCycle, NamesReadBack) {
  for (size_t s = 0; s <= static_cast<size_t>(kLastState); ++s)
    EXPECT_EQ(state_of(name(static_cast<State>(s))), static_cast<State>(s));
  for (size_t i = 0; i <= static_cast<size_t>(kLastInput); ++i)
    EXPECT_EQ(input_of(name(static_cast<Input>(i))), static_cast<Input>(i));
  EXPECT_FALSE(state_of("lost"));
  EXPECT_EQ(told_as("under_review"), Input::kReview);
  EXPECT_EQ(told_as("no such state"), Input::kAnnounce);
}

}  // namespace
}  // namespace depesche::ledger
