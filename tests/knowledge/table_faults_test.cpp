// Every kind of fault in tables, with its file, line and column.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "knowledge/small_knowledge.h"

namespace depesche::kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kMixed = "words/mixed.tsv";

std::string mixed(const std::string& row) {
  return "word\tnumber\tflag\tevent\tmode\tcontext\tcameo\n" + row + "\n";
}

TEST(TableFaults, SmallKnowledgeHasNone) {
  EXPECT_THAT(faults_of(small_knowledge()), IsEmpty());
}

TEST(TableFaults, GoodRowHasNone) {
  EXPECT_THAT(faults_with(kMixed, mixed("w\t-1.5\tyes\tASSAULT\tdrone|beat\tmilitary\t190")), IsEmpty());
}

TEST(TableFaults, CommentsEmptyLinesAndCarriageReturnsArePassedOver) {
  EXPECT_THAT(
      faults_with("words/classes.tsv", "# head\r\n\r\nlanguage\tlemma\tclass\r\n\r\n# more\r\nany\tWaffe\tweapon\r\n"),
      IsEmpty());
}

TEST(TableFaults, CellsAgainstTheirTypes) {
  EXPECT_THAT(faults_with(kMixed, mixed("w\tmany\t\t\t\t\t")),
              ElementsAre("base/words/mixed.tsv:2:3: 'many' is no number"));
  EXPECT_THAT(faults_with(kMixed, mixed("w\t\tno\t\t\t\t")),
              ElementsAre("base/words/mixed.tsv:2:4: expected 'yes' or nothing, not 'no'"));
  EXPECT_THAT(faults_with(kMixed, mixed("w\t\t\tASSULT\t\t\t")),
              ElementsAre("base/words/mixed.tsv:2:5: unknown event type 'ASSULT' (did you mean 'ASSAULT'?)"));
  EXPECT_THAT(faults_with(kMixed, mixed("w\t\t\tAID\tdrone\t\t")),
              ElementsAre("base/words/mixed.tsv:2:9: 'drone' is no mode of AID"));
  EXPECT_THAT(faults_with(kMixed, mixed("w\t\t\tASSAULT\tdorne\t\t")),
              ElementsAre(HasSubstr(":2:13: 'dorne' is no mode of ASSAULT")));
  EXPECT_THAT(faults_with(kMixed, mixed("w\t\t\t\tfly\t\t")), ElementsAre(HasSubstr(":2:6: unknown mode 'fly'")));
  EXPECT_THAT(faults_with(kMixed, mixed("w\t\t\t\t\tmilitry\t")),
              ElementsAre(HasSubstr(":2:7: unknown context 'militry' (did you mean 'military'?)")));
  EXPECT_THAT(faults_with(kMixed, mixed("w\t\t\t\t\t\t999")), ElementsAre(HasSubstr(":2:8: unknown CAMEO code '999'")));
}

TEST(TableFaults, ColumnsCountCodePoints) {
  EXPECT_THAT(faults_with(kMixed, mixed("Übergröße\tx\t\t\t\t\t")),
              ElementsAre(HasSubstr("mixed.tsv:2:11: 'x' is no number")));
}

TEST(TableFaults, Lists) {
  EXPECT_THAT(faults_with(kMixed, mixed("w\t\t\tASSAULT\tdrone||beat\t\t")),
              ElementsAre(HasSubstr(":2:13: empty value")));
  EXPECT_THAT(faults_with(kMixed, mixed("w\t\t\tASSAULT\tdrone|drone\t\t")),
              ElementsAre(HasSubstr(":2:13: warning: 'drone' stands twice")));
}

TEST(TableFaults, LanguagesCodesSectorsEnums) {
  EXPECT_THAT(faults_with("words/classes.tsv", "language\tlemma\tclass\nfr\tWaffe\tweapon\nany\tweapon\tweapon\n"),
              ElementsAre("base/words/classes.tsv:2:1: unknown language 'fr'"));
  EXPECT_THAT(faults_with("actors/organisations.tsv", "key\tcode\nnato\tIGO\neu\tEUR\n"),
              ElementsAre(HasSubstr("organisations.tsv:3:4: unknown actor code 'EUR'")));
  EXPECT_THAT(faults_with("actors/terms.tsv", "person\tsector\nputin\tGOVT\n"),
              ElementsAre("base/actors/terms.tsv:2:7: unknown sector 'GOVT' (did you mean 'GOV'?)"));
  EXPECT_THAT(faults_with("actors/states.kosovo.tsv", "code\tkind\nKOS\tdisputd\n"),
              ElementsAre(HasSubstr("states.kosovo.tsv:2:5: unknown kind 'disputd' (did you mean 'disputed'?)")));
  EXPECT_THAT(faults_with("actors/states.more.tsv", "code\nKo\n"),
              ElementsAre(HasSubstr(":2:1: 'Ko' is no code of three capitals")));
}

TEST(TableFaults, Dates) {
  const auto terms = [](const std::string& from, const std::string& to) {
    return faults_with("actors/terms.tsv", "person\tfrom\tto\nputin\t" + from + "\t" + to + "\n");
  };
  EXPECT_THAT(terms("2024", "2024-02-29"), IsEmpty());
  EXPECT_THAT(terms("2014-05", "2014"), IsEmpty());
  EXPECT_THAT(terms("2023-02-29", ""), ElementsAre(HasSubstr("terms.tsv:2:7: '2023-02-29' is no date")));
  EXPECT_THAT(terms("2023-13", ""), ElementsAre(HasSubstr("'2023-13' is no date")));
  EXPECT_THAT(terms("May 2023", ""), ElementsAre(HasSubstr("'May 2023' is no date")));
  EXPECT_THAT(terms("2024-05", "2023-06-01"),
              ElementsAre(HasSubstr("terms.tsv:2:7: from 2024-05 is after to 2023-06-01")));
}

TEST(TableFaults, DanglingReference) {
  EXPECT_THAT(
      faults_with("actors/terms.tsv", "person\toffice\nputln\tpresident\n"),
      ElementsAre("base/actors/terms.tsv:2:1: 'putln' is no key of table actors/persons (did you mean 'putin'?)"));
}

TEST(TableFaults, RequiredCellsAndColumns) {
  EXPECT_THAT(faults_with("words/classes.x.tsv", "language\tlemma\tclass\nde\t\tweapon\n"),
              ElementsAre("base/words/classes.x.tsv:2:4: 'lemma' must not be empty"));
  EXPECT_THAT(faults_with("words/classes.x.tsv", "language\tlemma\nde\tWaffe\n"),
              ElementsAre("base/words/classes.x.tsv:1:1: required column 'class' is missing"));
}

TEST(TableFaults, ColumnsOfTheFile) {
  EXPECT_THAT(faults_with("words/classes.x.tsv", "language\tlemma\tklass\tclass\nde\tWaffe\tx\tweapon\n"),
              ElementsAre(HasSubstr(
                  "classes.x.tsv:1:16: unknown column 'klass' of table words/classes (did you mean 'class'?)")));
  EXPECT_THAT(faults_with("words/classes.x.tsv", "language\tlemma\tclass\tlemma\nde\ta\tb\tc\n"),
              ElementsAre(HasSubstr("classes.x.tsv:1:22: column 'lemma' stands here twice")));
  EXPECT_THAT(faults_with("words/classes.x.tsv", "language\tlemma\tclass\nde\tWaffe\n\nde\ta\tb\tc\n"),
              ElementsAre("base/words/classes.x.tsv:2:1: expected 3 cells, found 2",
                          "base/words/classes.x.tsv:4:1: expected 3 cells, found 4"));
  EXPECT_THAT(faults_with("words/classes.x.tsv", "# nothing\n"),
              ElementsAre(HasSubstr("the line with the column names is missing")));
}

TEST(TableFaults, FilesAndEncoding) {
  EXPECT_THAT(
      faults_with("words/clases.tsv", "a\n"),
      ElementsAre("base/words/clases.tsv: tables.yaml has no table 'words/clases' (did you mean 'words/classes'?)"));
  EXPECT_THAT(faults_with("words/classes.x.tsv", "language\tlemma\tclass\nde\tK\xE4se\tfood\n"),
              ElementsAre("base/words/classes.x.tsv:2:5: not UTF-8"));
  EXPECT_THAT(faults_with("words/classes.x.tsv", "language\tlemma\tclass\nde\tWaffe \tweapon\n"),
              ElementsAre(HasSubstr(":2:1: warning: the same row stands already at base/words/classes.tsv:2"),
                          "base/words/classes.x.tsv:2:4: warning: blanks at the edge of a cell"));
}

TEST(TableFaults, Duplicates) {
  EXPECT_THAT(faults_with("actors/states.more.tsv", "code\nRUS\n"),
              ElementsAre("base/actors/states.more.tsv:2:1: 'RUS' stands already at base/actors/states.tsv:2"));
  // terms may repeat a person, but not the whole row
  EXPECT_THAT(faults_with("actors/terms.tsv", "person\toffice\nputin\tpresident\nputin\tpresident\n"),
              ElementsAre(HasSubstr("terms.tsv:3:1: warning: the same row stands already at base/actors/terms.tsv:2")));
}

TEST(TableFaults, RowsInYaml) {
  EXPECT_THAT(faults_with("words/mixed.yaml", "- {word: a, number: 3, event: ASSAULT, mode: [drone, beat]}\n"),
              IsEmpty());
  EXPECT_THAT(
      faults_with("words/mixed.yaml", "- word: a\n  number: x\n- {wrod: b}\n"),
      ElementsAre("base/words/mixed.yaml:2:11: 'x' is no number", HasSubstr("mixed.yaml:3:3: 'word' must not be empty"),
                  HasSubstr("mixed.yaml:3:4: unknown column 'wrod' of table words/mixed (did you mean 'word'?)")));
  EXPECT_THAT(faults_with("words/mixed.yaml", "word: a\n"), ElementsAre(HasSubstr("expected a list of maps")));
  EXPECT_THAT(faults_with("words/mixed.yaml", "- {word: [a\n"), ElementsAre(HasSubstr("no valid YAML")));
}

TEST(TableFaults, Schema) {
  const auto schema = [](const std::string& more) {
    return faults_with("tables.yaml", std::string(kSmallSchema) + more);
  };
  EXPECT_THAT(schema("- {table: x, key: [b], columns: [{name: a}]}\n"),
              testing::Contains(HasSubstr("key column 'b' is no column")));
  EXPECT_THAT(schema("- {table: x, key: [a], columns: [{name: a, type: numbr}]}\n"),
              testing::Contains(HasSubstr("unknown type 'numbr' (did you mean 'number'?)")));
  EXPECT_THAT(schema("- {table: words/classes, key: [a], columns: [{name: a}]}\n"),
              ElementsAre(HasSubstr("table 'words/classes' is defined twice")));
  EXPECT_THAT(faults_of({"empty", {}}), ElementsAre(HasSubstr("no tables.yaml")));
}

TEST(TableFaults, AllAtOnceAndSorted) {
  const auto faults = faults_with(kMixed, mixed("w\tx\ty\t\t\t\t") + "v\tz\t\t\t\t\t\n");
  EXPECT_THAT(faults, ElementsAre(HasSubstr(":2:3:"), HasSubstr(":2:5:"), HasSubstr(":3:3:")));
}

TEST(TableFaults, MissingDirectory) {
  const auto result = compile({"/nowhere/at/all"});
  ASSERT_FALSE(result.ok());
  EXPECT_THAT(result.faults[0].text(), HasSubstr("/nowhere/at/all: cannot read the directory"));
}

}  // namespace
}  // namespace depesche::kb
