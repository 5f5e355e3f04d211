// The real splitter on the words of tests/cases/compounds.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>

#include "clauses/lexicon.h"
#include "morphology/compound_cases.h"
#include "support/built_knowledge.h"
#include "support/german_words.h"

namespace depesche {
namespace {

constexpr double kFloor = 97.0;  // percent

void expect_floor(const std::string& name) {
  const auto words = test::german_words();
  if (!words) GTEST_SKIP() << "no German lexicon in this build (scripts/install-dependencies)";
  const auto knowledge = test::built_knowledge();
  ASSERT_TRUE(knowledge.ok());
  const clauses::ClauseLexicon lexicon(*knowledge, words.get());
  std::ifstream in(std::string(DEPESCHE_SOURCE_DIR "/tests/cases/compounds/") + name);
  morphology::CompoundScore score;
  morphology::score_compounds(in, lexicon.splitter(), score);
  std::cout << name << ": " << score.right() << " of " << score.all() << " right, " << score.accuracy() << " %\n";
  for (const std::string& line : score.wrong) std::cout << "  " << line << '\n';
  EXPECT_GE(score.compounds, 250U);
  EXPECT_GE(score.whole, 70U);
  EXPECT_GE(score.accuracy(), kFloor);
}

TEST(Compounds, Tuning) {
  expect_floor("tuning.txt");
}

TEST(Compounds, HeldOut) {
  expect_floor("held_out.txt");
}

}  // namespace
}  // namespace depesche
