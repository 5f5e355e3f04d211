// The compiled names: which forms lead to which actor.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "knowledge/knowledge.h"
#include "knowledge/name_key.h"
#include "knowledge/small_knowledge.h"

namespace depesche::kb {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Names : public testing::Test {
 protected:
  Names() : knowledge_(made()) {}

  static Knowledge made() {
    SourceDirectory base = small_with(
        "actors/persons.more.tsv",
        "key\tname_de\tname_en\tvariants\tstate\nleyen\tUrsula von der Leyen\tUrsula von der Leyen\tvdL\tDEU\n"
        "king\tHarald V.\tHarald V\t\tDEU\n");
    base.files.push_back({"actors/organisations.tsv",
                          "key\tkind\tname_de\tname_en\tcode\nnato\tigo\tNATO\tNATO\tIGO\n"
                          "who\tigo\tWeltgesundheitsorganisation\tWorld Health Organization\tIGO\n"});
    std::vector<SourceDirectory> stack;
    stack.push_back(std::move(base));
    auto result = compile_sources(std::move(stack));
    EXPECT_TRUE(result.ok()) << result.faults[0].text();
    auto knowledge = Knowledge::from_bytes(std::move(result.image));
    EXPECT_TRUE(knowledge.ok());
    return std::move(knowledge).value();
  }

  /// "kind entity" of each row.
  [[nodiscard]] std::vector<std::string> find(const std::string& language, const std::string& form) const {
    const Table names = knowledge_.table("names");
    std::vector<std::string> out;
    for (const Row row : names.find(language + "\t" + name_key(form))) {
      if (names.cell(row, "form") != form) continue;
      out.push_back(std::string(names.cell(row, "kind")) + " " + std::string(names.cell(row, "entity")));
    }
    return out;
  }

  Knowledge knowledge_;
};

TEST_F(Names, StatesInBothLanguages) {
  EXPECT_THAT(find("de", "Russlands"), ElementsAre("name state:RUS"));
  EXPECT_THAT(find("de", "russischen"), ElementsAre("adjective state:RUS"));
  EXPECT_THAT(find("de", "Russen"), ElementsAre("demonym state:RUS"));
  EXPECT_THAT(find("de", "Russinnen"), ElementsAre("demonym state:RUS"));
  EXPECT_THAT(find("de", "Moskaus"), ElementsAre("capital state:RUS"));
  EXPECT_THAT(find("de", "Kremls"), ElementsAre("metonym state:RUS"));
  EXPECT_THAT(find("en", "Russia"), ElementsAre("name state:RUS"));
  EXPECT_THAT(find("en", "Germans"), ElementsAre("demonym state:DEU"));
  EXPECT_THAT(find("en", "Russland"), IsEmpty());
}

TEST_F(Names, PersonsWithSurnames) {
  EXPECT_THAT(find("de", "Wladimir Putins"), ElementsAre("name person:putin"));
  EXPECT_THAT(find("en", "Vladimir Putin"), ElementsAre("name person:putin"));
  EXPECT_THAT(find("de", "Putins"), ElementsAre("surname person:putin"));
  EXPECT_THAT(find("de", "von der Leyens"), ElementsAre("surname person:leyen"));
  EXPECT_THAT(find("de", "Harald V."), ElementsAre("name person:king"));
  EXPECT_THAT(find("de", "V."), IsEmpty());
  EXPECT_THAT(find("en", "V"), IsEmpty());
  EXPECT_THAT(find("en", "vdL"), ElementsAre("name person:leyen"));
}

TEST_F(Names, OrganisationsAndAbbreviations) {
  EXPECT_THAT(find("de", "NATO"), ElementsAre("abbreviation org:nato"));
  EXPECT_THAT(find("en", "World Health Organization"), ElementsAre("name org:who"));
  EXPECT_THAT(find("en", "world health organization"), IsEmpty());
}

TEST(SharedNames, AreAWarning) {
  EXPECT_THAT(faults_with("actors/organisations.tsv", "key\tname_en\ncompany\tGermany\n"),
              ElementsAre("base/actors/organisations.tsv:2:1: warning: 'Germany' is already a name of state:DEU"));
}

TEST_F(Names, EntitiesAndLongestForm) {
  const Table entities = knowledge_.table("entities");
  const auto rows = entities.find("person:putin");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(entities.cell(rows[0], "name_de"), "Wladimir Putin");
  EXPECT_EQ(entities.cell(rows[0], "code"), "RUS");
  EXPECT_EQ(entities.origin(rows[0]).text(), "actors/persons.tsv:2");
  EXPECT_EQ(knowledge_.table("names_meta").cell(0, "max_words"), "4");
}

}  // namespace
}  // namespace depesche::kb
