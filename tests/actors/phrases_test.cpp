#include <gtest/gtest.h>

#include "small_lexicon.h"

namespace depesche::actors {
namespace {

using testing::document_from_conllu;

constexpr const char* kRussianPresident = R"(
1 Der der DET _ _ 3 det
2 russische russisch ADJ _ _ 3 amod
3 Präsident Präsident NOUN _ Case=Nom|Gender=Masc|Number=Sing 4 nsubj
4 spricht sprechen VERB _ _ 0 root
)";

TEST(Roles, HolderOfTheOfficeOnThatDay) {
  const ActorLexicon lexicon = small_lexicon();
  const Document before = document_from_conllu(kRussianPresident, Language::kGerman, Date{2008, 5, 6});
  EXPECT_EQ(actor_at(before, find_actors(before, lexicon), "Präsident").name, "Anton Alt");
  const Document after = document_from_conllu(kRussianPresident, Language::kGerman, Date{2008, 5, 7});
  EXPECT_EQ(actor_at(after, find_actors(after, lexicon), "Präsident").name, "Nina Neu");
  const Document undated = document_from_conllu(kRussianPresident, Language::kGerman);
  const Actor role = actor_at(undated, find_actors(undated, lexicon), "Präsident");
  EXPECT_EQ(role.name, "russischer Präsident");
  EXPECT_EQ(role.code, "RUS");
  EXPECT_EQ(role.sector, "GOV");
}

TEST(Roles, AdjectiveBelongsToTheRole) {
  const ActorLexicon lexicon = small_lexicon();
  const Document d = document_from_conllu(kRussianPresident, Language::kGerman);
  const ActorLayer layer = find_actors(d, lexicon);
  ASSERT_EQ(layer.mentions.size(), 1U);
  EXPECT_EQ(d.text(layer.mentions[0].span), "russische Präsident");
}

TEST(Roles, FormerHolderIsElite) {
  const ActorLexicon lexicon = small_lexicon();
  const Document d = document_from_conllu(R"(
1 Anton Anton PROPN _ _ 3 nsubj _ NER=B-PER
2 Alt Alt PROPN _ _ 1 flat _ NER=I-PER
3 reist reisen VERB _ _ 0 root
)",
                                          Language::kGerman, Date{2015, 1, 1});
  const Actor a = actor_at(d, find_actors(d, lexicon), "Anton");
  EXPECT_EQ(a.sector, "ELI");
  EXPECT_EQ(a.office, "former president");
}

TEST(Roles, UnknownPersonIsTypedByTitle) {
  const ActorLexicon lexicon = small_lexicon();
  const Document d = document_from_conllu(R"(
1 Kenias Kenia PROPN _ Case=Gen 2 nmod:poss _ NER=B-LOC
2 Präsident Präsident NOUN _ Number=Sing 5 nsubj
3 Jane Jane PROPN _ _ 2 appos _ NER=B-PER
4 Beispiel Beispiel PROPN _ _ 3 flat _ NER=I-PER
5 spricht sprechen VERB _ _ 0 root _ SpaceAfter=No
6 . . PUNCT _ _ 5 punct

1 Beispiel Beispiel PROPN _ _ 2 nsubj _ NER=B-PER
2 lacht lachen VERB _ _ 0 root
)",
                                          Language::kGerman, Date{2015, 1, 1});
  const ActorLayer layer = find_actors(d, lexicon);
  const Actor a = actor_at(d, layer, "Präsident");
  EXPECT_EQ(a.name, "Jane Beispiel");
  EXPECT_EQ(a.code, "KEN");
  EXPECT_EQ(a.sector, "GOV");
  EXPECT_TRUE(a.person);
  EXPECT_EQ(actor_at(d, layer, "Beispiel", 1).name, "Jane Beispiel");
}

TEST(Roles, EnglishTitleOfSeveralWords) {
  const ActorLexicon lexicon = small_lexicon();
  const Document d = document_from_conllu(R"(
1 The the DET _ _ 4 det
2 Russian Russian ADJ _ _ 4 amod
3 foreign foreign ADJ _ _ 4 amod
4 minister minister NOUN _ Number=Sing 5 nsubj
5 left leave VERB _ _ 0 root
)",
                                          Language::kEnglish);
  const Actor a = actor_at(d, find_actors(d, lexicon), "minister");
  EXPECT_EQ(a.code, "RUS");
  EXPECT_EQ(a.office, "foreign minister");
}

TEST(Roles, CompoundTitleTakesSectorOfItsFirstPart) {
  const ActorLexicon lexicon = small_lexicon();
  const Document d = document_from_conllu(R"(
1 Die die DET _ _ 3 det
2 russische russisch ADJ _ _ 3 amod
3 Regierungssprecherin Regierungssprecherin NOUN _ Gender=Fem|Number=Sing 4 nsubj
4 schweigt schweigen VERB _ _ 0 root
)",
                                          Language::kGerman);
  const Actor a = actor_at(d, find_actors(d, lexicon), "Regierungssprecherin");
  EXPECT_EQ(a.code, "RUS");
  EXPECT_EQ(a.sector, "GOV");
  EXPECT_EQ(a.office, "spokesperson");
}

TEST(Roles, BareRoleTakesTheStateOfTheContext) {
  const ActorLexicon lexicon = small_lexicon();
  const Document d = document_from_conllu(R"(
1 In in ADP _ _ 2 case
2 Kenia Kenia PROPN _ _ 3 obl _ NER=B-LOC
3 schoss schießen VERB _ _ 0 root
4 die die DET _ _ 5 det
5 Polizei Polizei NOUN _ Number=Sing 3 nsubj
)",
                                          Language::kGerman);
  const Actor a = actor_at(d, find_actors(d, lexicon), "Polizei");
  EXPECT_EQ(a.code, "KEN");
  EXPECT_EQ(a.sector, "COP");
  EXPECT_NE(a.source.find("context"), std::string::npos);
}

TEST(Roles, UnnamedSourceHasNoCode) {
  const ActorLexicon lexicon = small_lexicon();
  const Document d = document_from_conllu(R"(
1 In in ADP _ _ 2 case
2 Kenia Kenia PROPN _ _ 3 obl _ NER=B-LOC
3 zweifeln zweifeln VERB _ _ 0 root
4 Beobachter Beobachter NOUN _ Number=Plur 3 nsubj
)",
                                          Language::kGerman);
  const Actor a = actor_at(d, find_actors(d, lexicon), "Beobachter");
  EXPECT_EQ(a.name, "Beobachter");
  EXPECT_TRUE(a.code.empty());
}

}  // namespace
}  // namespace depesche::actors
