#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "timeplace/documents.h"

using namespace depesche;
using depesche::testing::document_from_conllu;
using depesche::testing::flat;
using depesche::testing::timeplace_lexicon;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

/// "name=CODE" of each place.
std::vector<std::string> read(const std::string& sentence, Language language = Language::kGerman) {
  const Document document = document_from_conllu(flat(sentence), language);
  std::vector<std::string> out;
  for (const Place& p : find_times_and_places(document, timeplace_lexicon()).places)
    out.push_back(p.name + "=" + p.code);
  return out;
}

}  // namespace

TEST(Places, StatesCapitalsTownsAndSeas) {
  EXPECT_THAT(read("in Kiew und im=in+dem Gazastreifen"), ElementsAre("Kiew=UKR", "Gazastreifen=PSE"));
  EXPECT_THAT(read("in Mosul , Crimea and the South China Sea", Language::kEnglish),
              ElementsAre("Mosul=IRQ", "Crimea=UKR", "South China Sea="));
  const Document document = document_from_conllu(flat("in Russland bei Charkiw"), Language::kGerman);
  const auto places = find_times_and_places(document, timeplace_lexicon()).places;
  ASSERT_EQ(places.size(), 2U);
  EXPECT_TRUE(places[0].state);
  EXPECT_FALSE(places[1].state);
  EXPECT_NEAR(*places[1].lat, 49.99, 0.01);
}

TEST(Places, LongestNameWins) {
  EXPECT_THAT(read("in New York City and New Mexico", Language::kEnglish),
              ElementsAre("New York=USA", "New Mexico=USA"));
  const Document document = document_from_conllu(flat("in Frankfurt am=an+dem Main"), Language::kGerman);
  const auto places = find_times_and_places(document, timeplace_lexicon()).places;
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(document.text(places[0].span), "Frankfurt am Main");
}

TEST(Places, GermanGenitiveAndDirections) {
  EXPECT_THAT(read("im=in+dem S\u00FCden Tschetscheniens und die Ostukraine"),
              ElementsAre("Tschetschenien=RUS", "Ostukraine=UKR"));
  EXPECT_THAT(read("aus S\u00FCdbayern"), ElementsAre("S\u00FCdbayern=DEU"));
}

TEST(Places, CommonWordsNeedASign) {
  EXPECT_THAT(read("Das Essen war gut"), IsEmpty());
  EXPECT_THAT(read("in Essen und Nice"), ElementsAre("Essen=DEU"));
  EXPECT_THAT(read("attack in Nice", Language::kEnglish), ElementsAre("Nice=FRA"));
  EXPECT_THAT(read("Nice/B-LOC mourns", Language::kEnglish), ElementsAre("Nice=FRA"));
  EXPECT_THAT(read("Nice weather", Language::kEnglish), IsEmpty());
}

TEST(Places, PersonsAndOrganisationsAreNoPlaces) {
  EXPECT_THAT(read("Paris/B-PER Hilton/I-PER", Language::kEnglish), IsEmpty());
  EXPECT_THAT(read("Bank/B-ORG of/I-ORG China/I-ORG", Language::kEnglish), IsEmpty());
  EXPECT_THAT(read("die Hamas"), IsEmpty());
}

TEST(Places, WhatTheTaggerKnowsIsAPlaceWithoutFacts) {
  const Document document = document_from_conllu(flat("in Hinterzartenberg/B-LOC"), Language::kGerman);
  const auto places = find_times_and_places(document, timeplace_lexicon()).places;
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places[0].name, "Hinterzartenberg");
  EXPECT_FALSE(places[0].lat.has_value());
}

TEST(Places, CompoundModifiersAreNoPlaces) {
  const std::string compound =
      "1 der der DET _ _ 2 det\n2 Ukraine Ukraine PROPN _ _ 0 root _ SpaceAfter=No\n3 - - PUNCT _ _ 2 punct _ "
      "SpaceAfter=No\n4 Krieg Krieg NOUN _ _ 2 dep\n\n";
  const Document document = document_from_conllu(compound, Language::kGerman);
  EXPECT_THAT(find_times_and_places(document, timeplace_lexicon()).places, IsEmpty());
}
