#include "knowledge/compile/german_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace depesche::kb::german {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::Not;

TEST(GermanForms, Names) {
  EXPECT_THAT(name_forms("Russland"), ElementsAre("Russland", "Russlands"));
  EXPECT_THAT(name_forms("Wladimir Putin"), ElementsAre("Wladimir Putin", "Wladimir Putins"));
  EXPECT_THAT(name_forms("Marx"), ElementsAre("Marx", "Marx'", "Marx’"));
  EXPECT_THAT(name_forms("Olaf Scholz"), ElementsAre("Olaf Scholz", "Olaf Scholz'", "Olaf Scholz’"));
  EXPECT_THAT(name_forms("USA"), ElementsAre("USA"));
  EXPECT_THAT(name_forms("CDU/CSU"), ElementsAre("CDU/CSU"));
}

TEST(GermanForms, Adjectives) {
  EXPECT_THAT(adjective_forms("russisch"), IsSupersetOf({"russisch", "russische", "russischen", "russischer",
                                                         "russisches", "russischem", "Russische", "Russisches"}));
  EXPECT_THAT(adjective_forms("Schweizer"), ElementsAre("Schweizer"));
  EXPECT_THAT(adjective_forms("US"), ElementsAre("US"));
  EXPECT_THAT(adjective_forms("US-amerikanisch"), Contains("US-amerikanischen"));
}

TEST(GermanForms, Demonyms) {
  EXPECT_THAT(demonym_forms("Russe"), ElementsAre("Russe", "Russen"));
  EXPECT_THAT(demonym_forms("Russin"), ElementsAre("Russin", "Russinnen"));
  EXPECT_THAT(demonym_forms("Amerikaner"), ElementsAre("Amerikaner", "Amerikaners", "Amerikanern"));
  EXPECT_THAT(demonym_forms("Israeli"), ElementsAre("Israeli", "Israelis"));
  EXPECT_THAT(demonym_forms("Zypriot"), Contains("Zyprioten"));
  EXPECT_THAT(demonym_forms("Ungar"), Contains("Ungarn"));
  EXPECT_THAT(demonym_forms("Deutsche"), IsSupersetOf({"Deutsche", "Deutschen", "Deutscher"}));
  EXPECT_THAT(demonym_forms("Afghanen"), ElementsAre("Afghanen"));
}

TEST(GermanForms, Phrases) {
  EXPECT_THAT(phrase_forms("Vereinte Nationen"), AllOf(Contains("Vereinten Nationen"), Contains("Vereinter Nationen")));
  EXPECT_THAT(phrase_forms("Vereinigte Arabische Emirate"),
              AllOf(Contains("Vereinigten Arabischen Emirate"), Contains("Vereinigten Arabischen Emiraten")));
  EXPECT_THAT(phrase_forms("Islamischer Staat"),
              AllOf(Contains("Islamische Staat"), Contains("Islamischen Staats"), Contains("Islamischen Staates")));
  EXPECT_THAT(phrase_forms("Weißes Haus"), AllOf(Contains("Weißen Hauses"), Contains("Weiße Haus")));
  EXPECT_THAT(phrase_forms("Europäische Union"),
              AllOf(Contains("Europäischen Union"), Not(Contains("Europäischen Unions"))));
  EXPECT_THAT(phrase_forms("Rat der Europäischen Union"), Contains("Rats der Europäischen Union"));
  EXPECT_THAT(phrase_forms("Kreml"), ElementsAre("Kreml", "Kremls"));
  EXPECT_THAT(phrase_forms("afghanische Armee"), AllOf(Contains("afghanischen Armee"), Contains("Afghanische Armee")));
  EXPECT_THAT(phrase_forms("Boko Haram"), ElementsAre("Boko Haram", "Boko Harams"));
}

}  // namespace
}  // namespace depesche::kb::german
