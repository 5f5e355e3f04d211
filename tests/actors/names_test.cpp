#include <gtest/gtest.h>

#include "small_lexicon.h"

namespace depesche::actors {
namespace {

using testing::document_from_conllu;

TEST(Names, LongestFormEndsAtWordBorder) {
  const ActorLexicon lexicon = small_lexicon();
  size_t end = 0;
  const std::string text = "the United  States\nwarned";
  const auto found = lexicon.longest(Language::kEnglish, text, 4, false, end);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(lexicon.entity(found.front().entity).code, "USA");
  EXPECT_EQ(text.substr(4, end - 4), "United  States");
  EXPECT_TRUE(lexicon.longest(Language::kEnglish, "Russians", 0, false, end).empty());
  EXPECT_TRUE(lexicon.longest(Language::kEnglish, "russia", 0, false, end).empty());
  EXPECT_FALSE(lexicon.longest(Language::kEnglish, "RUSSIA", 0, true, end).empty());
}

TEST(Names, AbbreviationKeepsItsLastDot) {
  const ActorLexicon lexicon = small_lexicon();
  size_t end = 0;
  ASSERT_FALSE(lexicon.longest(Language::kEnglish, "U.S. forces", 0, false, end).empty());
  EXPECT_EQ(end, 4U);
}

TEST(Names, CapitalIsAnActorWhereItActsOrIsActedOn) {
  const ActorLexicon lexicon = small_lexicon();
  const Document acting = document_from_conllu(R"(
1 Moskau Moskau PROPN _ Case=Nom 2 nsubj _ NER=B-LOC
2 droht drohen VERB _ _ 0 root
)",
                                               Language::kGerman);
  const ActorLayer layer = find_actors(acting, lexicon);
  EXPECT_EQ(actor_at(acting, layer, "Moskau").code, "RUS");
  EXPECT_EQ(layer.mentions.at(0).form, MentionForm::kMetonym);
  const Document place = document_from_conllu(R"(
1 Man man PRON _ _ 2 nsubj
2 feiert feiern VERB _ _ 0 root
3 in in ADP _ _ 4 case
4 Moskau Moskau PROPN _ Case=Dat 2 obl _ NER=B-LOC
)",
                                              Language::kGerman);
  EXPECT_TRUE(find_actors(place, lexicon).mentions.empty());
  const Document passive = document_from_conllu(R"(
1 Moskau Moskau PROPN _ Case=Nom 3 nsubj:pass _ NER=B-LOC
2 wurde werden AUX _ _ 3 aux:pass
3 bombardiert bombardieren VERB _ VerbForm=Part 0 root
)",
                                                Language::kGerman);
  EXPECT_EQ(actor_at(passive, find_actors(passive, lexicon), "Moskau").code, "RUS");
}

TEST(Names, AdjectiveAndFirstPartOfCompoundNameTheState) {
  const ActorLexicon lexicon = small_lexicon();
  const Document d = document_from_conllu(R"(
1 Der der DET _ _ 4 det
2 US US PROPN _ _ 4 compound _ SpaceAfter=No
3 - - PUNCT _ _ 2 punct _ SpaceAfter=No
4 Angriff Angriff NOUN _ _ 5 nsubj
5 traf treffen VERB _ _ 0 root
6 russische russisch ADJ _ _ 7 amod
7 Stellungen Stellung NOUN _ _ 5 obj
)",
                                          Language::kGerman);
  const ActorLayer layer = find_actors(d, lexicon);
  EXPECT_EQ(actor_at(d, layer, "US").code, "USA");
  EXPECT_EQ(actor_at(d, layer, "russische").code, "RUS");
  EXPECT_EQ(actor_at(d, layer, "Angriff").code, "");
}

TEST(Names, PrefixAgainstANameIsNoActor) {
  const ActorLexicon lexicon = small_lexicon();
  const Document d = document_from_conllu(R"(
1 anti anti X _ _ 3 compound _ SpaceAfter=No
2 - - PUNCT _ _ 1 punct _ SpaceAfter=No
3 Russia Russia PROPN _ _ 4 compound
4 rally rally NOUN _ _ 0 root
)",
                                          Language::kEnglish);
  EXPECT_TRUE(find_actors(d, lexicon).mentions.empty());
}

TEST(Names, AlliesAreAnActorWithoutCode) {
  const ActorLexicon lexicon = small_lexicon();
  const Document d = document_from_conllu(R"(
1 Russland Russland PROPN _ Case=Nom 5 nsubj _ NER=B-LOC
2 und und CCONJ _ _ 4 cc
3 seine sein DET _ Poss=Yes|PronType=Prs 4 det:poss
4 Verbündeten Verbündete NOUN _ Number=Plur 1 conj
5 drohen drohen VERB _ _ 0 root
)",
                                          Language::kGerman);
  const ActorLayer layer = find_actors(d, lexicon);
  const Actor allies = actor_at(d, layer, "Verbündeten");
  EXPECT_EQ(allies.name, "allies of RUS");
  EXPECT_TRUE(allies.code.empty());
  EXPECT_TRUE(allies.plural);
}

TEST(Dates, ShortDatesCoverTheirSpan) {
  EXPECT_EQ(day_of("2008", false), day_of("2008-01-01", false));
  EXPECT_EQ(day_of("2008-02", true), day_of("2008-02-29", true));
  EXPECT_EQ(day_of("", true), INT_MAX);
}

}  // namespace
}  // namespace depesche::actors
