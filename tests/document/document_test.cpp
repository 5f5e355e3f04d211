#include "document/document.h"

#include <gtest/gtest.h>

#include "document/naming.h"
#include "document/tree.h"
#include "support/conllu_document.h"

namespace depesche {
namespace {

constexpr const char* kTree =
    "1\tRussian\trussian\tADJ\t_\t_\t2\tamod\t_\tNER=B-MISC\n"
    "2\ttroops\ttroop\tNOUN\t_\tNumber=Plur\t3\tnsubj\t_\t_\n"
    "3\tattacked\tattack\tVERB\t_\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
    "4\tKyiv\tKyiv\tPROPN\t_\t_\t3\tobj\t_\tSpaceAfter=No|NER=B-LOC\n"
    "5\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_\n";

TEST(Dates, ParseOnlyRealDays) {
  EXPECT_EQ(parse_date("2024-02-29"), (Date{2024, 2, 29}));
  EXPECT_FALSE(parse_date("2023-02-29"));
  EXPECT_FALSE(parse_date("2024-13-01"));
  EXPECT_FALSE(parse_date("21.06.2024"));
  EXPECT_FALSE(parse_date("2024-6-1"));
  EXPECT_EQ(iso({2024, 6, 1}), "2024-06-01");
}

TEST(Dates, DaysGoThereAndBack) {
  for (int day = -40000; day < 40000; day += 37) EXPECT_EQ(days_of(date_of(day)), day);
  EXPECT_EQ(days_of({1970, 1, 1}), 0);
}

TEST(Languages, AreReadWithRegions) {
  EXPECT_EQ(language_of("de-AT"), Language::kGerman);
  EXPECT_EQ(language_of("EN"), Language::kEnglish);
  EXPECT_FALSE(language_of("fr"));
  EXPECT_FALSE(language_of("deu"));
  EXPECT_FALSE(language_of(""));
}

TEST(Syntax, ReadsLabelsAndFeatures) {
  EXPECT_EQ(deprel_of("nsubj:pass"), Deprel::kNsubj);
  EXPECT_EQ(subtype_of("nsubj:pass"), Subtype::kPass);
  EXPECT_EQ(deprel_of("nonsense"), Deprel::kDep);
  const Features f = features_of("Case=Dat|Mood=Sub|Number=Plur|Person=3|Poss=Yes|Voice=Pass");
  EXPECT_EQ(f.gram_case, GramCase::kDat);
  EXPECT_EQ(f.mood, Mood::kSub);
  EXPECT_EQ(f.person, Person::k3);
  EXPECT_TRUE(f.possessive);
  EXPECT_TRUE(f.passive);
  for (size_t i = 0; i <= static_cast<size_t>(Upos::kX); ++i)
    EXPECT_EQ(upos_of(name(static_cast<Upos>(i))), static_cast<Upos>(i));
}

TEST(Tree, WalksTheDocument) {
  const Document document = testing::document_from_conllu(kTree, Language::kEnglish, std::nullopt);
  const Tree tree(document);
  EXPECT_EQ(tree.child(2, Deprel::kNsubj), 1U);
  EXPECT_EQ(tree.child(2, Deprel::kIobj), kNoWord);
  EXPECT_TRUE(tree.below(0, 2));
  EXPECT_FALSE(tree.below(3, 1));
  EXPECT_EQ(document.text(tree.span(2)), "Russian troops attacked Kyiv");
  EXPECT_EQ(document.text(tree.span(1)), "Russian troops");
}

TEST(Naming, FindsTheActorOfAnApposition) {
  Document document = testing::document_from_conllu(kTree, Language::kEnglish, std::nullopt);
  ActorLayer layer;
  layer.actors.push_back({});
  layer.mentions.push_back({0, {}, 1, 0, 2, MentionForm::kName});
  layer.mention_of_head = {UINT32_MAX, 0, UINT32_MAX, UINT32_MAX, UINT32_MAX};
  layer.mention_of_word = {0, 0, UINT32_MAX, UINT32_MAX, UINT32_MAX};
  document.publish(std::move(layer));
  const Tree tree(document);
  std::vector<ActorIndex> found;
  EXPECT_TRUE(add_actors_named(document, tree, 1, found));
  EXPECT_FALSE(add_actors_named(document, tree, 3, found));
  EXPECT_EQ(found, std::vector<ActorIndex>{0});
  EXPECT_EQ(document.actors().actor_at_head(0), kNoActor);
  EXPECT_EQ(document.actors().actor_at_word(0), 0U);
}

}  // namespace
}  // namespace depesche
