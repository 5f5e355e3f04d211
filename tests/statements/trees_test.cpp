// Statements on hand-made trees (UD v2): what is independent of the parser's luck.
#include <gtest/gtest.h>

#include "statements/build_statements.h"

namespace depesche {
namespace {

using Strings = std::vector<std::string>;

class Trees : public ::testing::Test {
 protected:
  void SetUp() override {
    if (testing::built_knowledge() == nullptr) GTEST_SKIP() << "no knowledge image";
  }
  static Strings german(std::string_view conllu) {
    return testing::statements_of(conllu, Language::kGerman, *testing::built_knowledge());
  }
  static Strings english(std::string_view conllu) {
    return testing::statements_of(conllu, Language::kEnglish, *testing::built_knowledge());
  }
};

constexpr std::string_view kSays = R"(
1 Oslo Oslo PROPN _ Case=Nom 2 nsubj _ NER=B-LOC
2 sagte sagen VERB _ Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 0 root _ SpaceAfter=No
3 , , PUNCT _ _ 7 punct _ _
4 dass dass SCONJ _ _ 7 mark _ _
5 die der DET _ _ 6 det _ _
6 Brücke Brücke NOUN _ Case=Nom 7 nsubj _ _
7 halte halten VERB _ Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 2 ccomp _ SpaceAfter=No
8 . . PUNCT _ _ 2 punct _ _
)";

TEST_F(Trees, ThatClauseWithoutItsSubordinatorAndStop) {
  EXPECT_EQ(german(kSays), Strings{"indirect Oslo: die Brücke halte"});
}

TEST_F(Trees, ARunIsAStatementOfTheOpenSource) {
  const std::string run = std::string(kSays) + R"(
1 Niemand niemand PRON _ Case=Nom 2 nsubj _ _
2 warte warten VERB _ Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root _ SpaceAfter=No
3 . . PUNCT _ _ 2 punct _ _
)";
  EXPECT_EQ(german(run), (Strings{"indirect Oslo: die Brücke halte", "indirect Oslo: Niemand warte"}));
}

TEST_F(Trees, ASubjunctiveWithoutASourceIsNone) {
  EXPECT_TRUE(german(R"(
1 Niemand niemand PRON _ Case=Nom 2 nsubj _ _
2 warte warten VERB _ Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root _ SpaceAfter=No
3 . . PUNCT _ _ 2 punct _ _
)")
                  .empty());
}

TEST_F(Trees, AnInterruptedQuotationIsOneStatement) {
  EXPECT_EQ(english(R"(
1 “ “ PUNCT _ _ 3 punct _ SpaceAfter=No
2 We we PRON _ Case=Nom 3 nsubj _ _
3 wait wait VERB _ Mood=Ind|Tense=Pres|VerbForm=Fin 8 ccomp _ _
4 here here ADV _ _ 3 advmod _ SpaceAfter=No
5 , , PUNCT _ _ 3 punct _ SpaceAfter=No
6 ” ” PUNCT _ _ 3 punct _ _
7 Oslo Oslo PROPN _ _ 8 nsubj _ NER=B-LOC
8 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ SpaceAfter=No
9 , , PUNCT _ _ 8 punct _ _
10 “ “ PUNCT _ _ 14 punct _ SpaceAfter=No
11 and and CCONJ _ _ 14 cc _ _
12 we we PRON _ Case=Nom 14 nsubj _ _
13 will will AUX _ VerbForm=Fin 14 aux _ _
14 win win VERB _ VerbForm=Inf 3 conj _ SpaceAfter=No
15 . . PUNCT _ _ 8 punct _ SpaceAfter=No
16 ” ” PUNCT _ _ 14 punct _ _
)"),
            Strings{"direct Oslo: We wait here, … and we will win."});
}

TEST_F(Trees, AQuotationThatTheSentenceRunsIntoIsMixed) {
  EXPECT_EQ(english(R"(
1 Oslo Oslo PROPN _ _ 2 nsubj _ NER=B-LOC
2 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET _ _ 4 det _ _
4 ban ban NOUN _ Number=Sing 8 nsubj _ _
5 was be AUX _ Mood=Ind|Tense=Past|VerbForm=Fin 8 cop _ _
6 “ “ PUNCT _ _ 8 punct _ SpaceAfter=No
7 very very ADV _ _ 8 advmod _ _
8 wrong wrong ADJ _ _ 2 ccomp _ SpaceAfter=No
9 ” ” PUNCT _ _ 8 punct _ SpaceAfter=No
10 . . PUNCT _ _ 2 punct _ _
)"),
            Strings{"mixed Oslo: the ban was “very wrong”"});
}

TEST_F(Trees, ASourcePhraseAtTheEdgeStaysOutside) {
  EXPECT_EQ(german(R"(
1 Laut laut ADP _ _ 2 case _ _
2 Oslo Oslo PROPN _ Case=Dat 3 obl _ NER=B-LOC
3 hält halten VERB _ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root _ _
4 die der DET _ _ 5 det _ _
5 Brücke Brücke NOUN _ Case=Nom 3 nsubj _ SpaceAfter=No
6 . . PUNCT _ _ 3 punct _ _
)"),
            Strings{"indirect Oslo: hält die Brücke"});
}

TEST_F(Trees, ASourcePhraseInTheMiddleStaysInside) {
  EXPECT_EQ(german(R"(
1 Die der DET _ _ 2 det _ _
2 Brücke Brücke NOUN _ Case=Nom 3 nsubj _ _
3 hält halten VERB _ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root _ _
4 laut laut ADP _ _ 5 case _ _
5 Oslo Oslo PROPN _ Case=Dat 3 obl _ NER=B-LOC
6 heute heute ADV _ _ 3 advmod _ SpaceAfter=No
7 . . PUNCT _ _ 3 punct _ _
)"),
            Strings{"indirect Oslo: Die Brücke hält laut Oslo heute"});
}

TEST_F(Trees, APurposeClauseIsNoContent) {
  EXPECT_TRUE(german(R"(
1 Oslo Oslo PROPN _ Case=Nom 2 nsubj _ NER=B-LOC
2 schwieg schweigen VERB _ Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 0 root _ SpaceAfter=No
3 , , PUNCT _ _ 7 punct _ _
4 um um SCONJ _ _ 7 mark _ _
5 Zeit Zeit NOUN _ Case=Acc 7 obj _ _
6 zu zu PART _ _ 7 mark _ _
7 gewinnen gewinnen VERB _ VerbForm=Inf 2 advcl _ SpaceAfter=No
8 . . PUNCT _ _ 2 punct _ _
)")
                  .empty());
}

}  // namespace
}  // namespace depesche
