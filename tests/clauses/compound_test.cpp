#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "clauses/expect.h"

namespace depesche {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> split(const std::string& noun) {
  ClauseLexicon lexicon;
  for (const auto& [stem, lemma] : std::vector<std::pair<const char*, const char*>>{{"waffe", "waffe"},
                                                                                    {"lieferung", "lieferung"},
                                                                                    {"beistand", "beistand"},
                                                                                    {"pakt", "pakt"},
                                                                                    {"staat", "staat"},
                                                                                    {"chef", "chef"},
                                                                                    {"rat", "rat"},
                                                                                    {"ratschef", "ratschef"},
                                                                                    {"vertrag", "vertrag"},
                                                                                    {"friede", "friede"}}) {
    lexicon.add("words/compound_parts", {stem, lemma});
  }
  const Document document =
      testing::document_from_conllu("1 " + noun + " " + noun + " NOUN _ _ 0 root _ _\n", Language::kGerman);
  return find_clauses(document, lexicon).compound_parts.at(0);
}

TEST(Compounds, JoinsPartsWithLinks) {
  EXPECT_THAT(split("Waffenlieferung"), ElementsAre("waffe", "lieferung"));
  EXPECT_THAT(split("Beistandspakt"), ElementsAre("beistand", "pakt"));
  EXPECT_THAT(split("Friedensvertrag"), ElementsAre("frieden", "vertrag"));  // an unknown first part loses its s
}

TEST(Compounds, PrefersFewestParts) {
  EXPECT_THAT(split("Staatsratschef"), ElementsAre("staat", "ratschef"));
}

TEST(Compounds, FirstPartMayBeUnknown) {
  EXPECT_THAT(split("Hisbollahchef"), ElementsAre("hisbollah", "chef"));
  EXPECT_THAT(split("Xyrat"), IsEmpty()) << "two letters are no part";
  EXPECT_THAT(split("Waffenxyz"), IsEmpty()) << "the last part must be known";
}

TEST(Compounds, KnownWordsStayWhole) {
  EXPECT_THAT(split("Lieferung"), IsEmpty());
  EXPECT_THAT(split("Ratschef"), IsEmpty());
}

}  // namespace
}  // namespace depesche
