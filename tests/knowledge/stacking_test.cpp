// Directories on top of each other: what overrides what.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "knowledge/knowledge.h"
#include "knowledge/small_knowledge.h"

namespace depesche::kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Knowledge stacked(SourceDirectory top) {
  std::vector<SourceDirectory> stack = {small_knowledge(), std::move(top)};
  auto result = compile_sources(std::move(stack));
  EXPECT_TRUE(result.ok()) << result.faults[0].text();
  auto knowledge = Knowledge::from_bytes(std::move(result.image));
  EXPECT_TRUE(knowledge.ok());
  return std::move(knowledge).value();
}

TEST(Stacking, RowOfAUniqueTableIsReplaced) {
  const Knowledge knowledge =
      stacked({"home/mine", {{"actors/states.tsv", "code\tname_de\nRUS\tRussische Föderation\nFRA\tFrankreich\n"}}});
  const Table states = knowledge.table("actors/states");
  ASSERT_EQ(states.size(), 3U);
  const auto rows = states.find("RUS");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(states.cell(rows[0], "name_de"), "Russische Föderation");
  EXPECT_EQ(states.cell(rows[0], "capital_de"), "");  // the whole row is replaced, not merged
  EXPECT_EQ(states.origin(rows[0]).text(), "mine/actors/states.tsv:2");
  EXPECT_EQ(states.origin(states.find("DEU")[0]).text(), "actors/states.tsv:3");
}

TEST(Stacking, AllRowsOfAKeyAreReplaced) {
  const Knowledge knowledge = stacked({"mine", {{"actors/terms.tsv", "person\toffice\nputin\tprime minister\n"}}});
  const Table terms = knowledge.table("actors/terms");
  ASSERT_EQ(terms.find("putin").size(), 1U);
  EXPECT_EQ(terms.cell(terms.find("putin")[0], "office"), "prime minister");
}

TEST(Stacking, FrameIsReplacedByName) {
  const Knowledge knowledge = stacked({"mine", {{"frames/own.yaml", R"(- frame: give-arms
  event: AID
  cameo: "072"
  units: {en: {ship: {}}}
  examples: {en: {"Russia ships arms.": "AID RUS > -"}}
)"}}});
  const Table units = knowledge.table("units");
  EXPECT_EQ(units.size(), 1U);
  EXPECT_EQ(units.find("en\tverb\tship").size(), 1U);
  EXPECT_TRUE(units.find("de\tverb\tliefern").empty());
}

TEST(Stacking, OwnTablesAndFaultsOfTheUpperDirectory) {
  const Knowledge knowledge = stacked(
      {"mine",
       {{"tables.yaml", "- {table: own/table, key: [a], columns: [{name: a}]}\n"}, {"own/table.tsv", "a\nx\n"}}});
  EXPECT_EQ(knowledge.table("own/table").size(), 1U);
  std::vector<SourceDirectory> stack = {small_knowledge(),
                                        {"mine/", {{"actors/states.tsv", "code\tkind\nFRA\tun\nFRA\tus\n"}}}};
  const auto result = compile_sources(std::move(stack));
  std::vector<std::string> lines;
  for (const Fault& fault : result.faults) lines.push_back(fault.text());
  EXPECT_THAT(lines,
              ElementsAre(HasSubstr("mine/actors/states.tsv:3:1: 'FRA' stands already at mine/actors/states.tsv:2"),
                          HasSubstr("mine/actors/states.tsv:3:5: unknown kind 'us'")));
}

}  // namespace
}  // namespace depesche::kb
