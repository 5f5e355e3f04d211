#include "evaluation/scores.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "evaluation/pairing.h"

namespace depesche::evaluation {
namespace {

Item event(const char* type, std::vector<std::string> actor, std::vector<std::string> recipient, Span where,
           bool optional = false) {
  Item item;
  item.type = type;
  item.status = "happened";
  item.root = "19";
  item.actor = std::move(actor);
  item.recipient = std::move(recipient);
  item.where = {where};
  item.optional = optional;
  return item;
}

const Tally& level(const Scores& scores, const std::string& name) {
  for (const Level& l : scores.levels()) {
    if (l.name == name) return l.tally;
  }
  throw std::out_of_range(name);
}

TEST(Scores, CountRightInventedAndMissed) {
  GoldReport gold;
  gold.items.events = {event("ASSAULT", {"RUS"}, {"UKR"}, {0, 10}), event("AID", {"USA"}, {"UKR"}, {20, 30})};
  ReportItems system;
  system.events = {event("ASSAULT", {"RUS"}, {}, {2, 8}), event("ACCUSE", {"USA"}, {}, {50, 60})};
  Scores scores;
  std::vector<std::string> errors;
  scores.add(gold, system, &errors);
  EXPECT_EQ(level(scores, "event.type").right, 1U);
  EXPECT_EQ(level(scores, "event.type").invented, 1U);
  EXPECT_EQ(level(scores, "event.type").missed, 1U);
  EXPECT_EQ(level(scores, "event.dyad").right, 0U);
  EXPECT_EQ(level(scores, "event.dyad").invented, 2U);
  EXPECT_NEAR(level(scores, "event.type").f1(), 50.0, 0.01);
  EXPECT_EQ(errors.size(), 4U);
}

TEST(Scores, OptionalItemsCostNothing) {
  GoldReport gold;
  gold.items.events = {event("ASSAULT", {"RUS"}, {"UKR"}, {0, 10}, true)};
  Scores missed;
  missed.add(gold, {}, nullptr);
  EXPECT_EQ(level(missed, "event.type").missed, 0U);
  ReportItems system;
  system.events = {event("ASSAULT", {"RUS"}, {"UKR"}, {0, 10})};
  Scores found;
  found.add(gold, system, nullptr);
  EXPECT_EQ(level(found, "event.type").right, 0U);
  EXPECT_EQ(level(found, "event.type").invented, 0U);
}

TEST(Pairing, TakesTheBetterPairFirst) {
  const std::vector<Item> gold = {event("A", {}, {}, {0, 10}), event("A", {}, {}, {5, 15})};
  const std::vector<Item> system = {event("A", {}, {}, {5, 15})};
  const auto pairs = best_pairs(gold, system, [](const Item& g, const Item& s) { return iou(g.where, s.where); });
  EXPECT_EQ(pairs[0], kUnpaired);
  EXPECT_EQ(pairs[1], 0U);
}

class GoldFile : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& text) {
    const std::filesystem::path path = std::filesystem::temp_directory_path() / ("depesche_" + name);
    std::ofstream(path) << text;
    return path.string();
  }
};

TEST_F(GoldFile, FindsTheNamedOccurrenceInCodePoints) {
  const auto gold = read_gold(write(
      "a.gold.jsonl",
      R"({"id":"x","text":"Ä griff B an. Ä griff C an.","actors":[{"key":"a","name":"A","code":"AAA"}],)"
      R"("events":[{"event":"ASSAULT","actor":["a"],"status":"happened","evidence":"griff#2"}],"statements":[],"commitments":[]})"));
  ASSERT_TRUE(gold.ok()) << gold.error().line();
  ASSERT_EQ(gold->front().items.events.size(), 1U);
  EXPECT_EQ(gold->front().items.events[0].where[0], (Span{16, 21}));
  EXPECT_EQ(gold->front().items.events[0].actor, std::vector<std::string>{"AAA"});
}

TEST_F(GoldFile, NamesThePlaceOfAFault) {
  const auto broken = read_gold(write("b.gold.jsonl", "\n{\"id\":\"x\",\n"));
  ASSERT_FALSE(broken.ok());
  EXPECT_NE(broken.error().where.find(":2"), std::string::npos);
  const auto absent = read_gold(write(
      "c.gold.jsonl",
      R"({"id":"x","text":"abc","actors":[],"events":[{"event":"AID","evidence":"xyz"}],"statements":[],"commitments":[]})"));
  ASSERT_FALSE(absent.ok());
  EXPECT_NE(absent.error().what.find("xyz"), std::string::npos);
}

TEST_F(GoldFile, SurvivesNumbersBeyondReasonEmptyContentAndFolders) {
  const std::string front = R"({"id":"x","text":"abc","actors":[],"events":[],"commitments":[],"statements":[)";
  const auto huge = read_gold(write("d.gold.jsonl", front + R"({"content":["abc#99999999999999999999999"]}]})"));
  ASSERT_FALSE(huge.ok());
  EXPECT_NE(huge.error().what.find("abc#9"), std::string::npos);
  const auto empty = read_gold(write("e.gold.jsonl", front + R"({"content":[]}]})"));
  ASSERT_TRUE(empty.ok()) << empty.error().line();
  EXPECT_TRUE(empty->front().items.statements[0].where.empty());
  const auto folder =
      read_gold(write("f.gold.jsonl", R"({"text_file":"","actors":[],"events":[],"statements":[],"commitments":[]})"));
  ASSERT_FALSE(folder.ok());
  EXPECT_EQ(folder.error().code, ErrorCode::kFileNotFound);
  EXPECT_FALSE(read_gold(std::filesystem::temp_directory_path().string()).ok());
}

}  // namespace
}  // namespace depesche::evaluation
