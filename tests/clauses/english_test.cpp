// English grammar on hand-made trees (UD v2 as in the English treebanks).
#include <gtest/gtest.h>

#include "clauses/expect.h"

namespace depesche {
namespace {

testing::Parsed english(std::string_view conllu) {
  return testing::clauses_of(conllu, Language::kEnglish);
}

TEST(English, ObjectControlOverPreposition) {
  const auto p = english(R"(
1 Kenya Kenya PROPN _ Number=Sing 2 nsubj _ _
2 called call VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 on on ADP _ _ 4 case _ _
4 rebels rebel NOUN _ Number=Plur 2 obl _ _
5 to to PART _ _ 6 mark _ _
6 disarm disarm VERB _ VerbForm=Inf 2 advcl _ SpaceAfter=No
7 . . PUNCT _ _ 2 punct _ _
)");
  EXPECT_EQ(p.line("call"), "call [verb main past]: subject=Kenya on=rebels clause(disarm)");
  EXPECT_EQ(p.line("disarm"), "disarm [verb infinitive-clause possible infinitive]: subject=rebels~");
}

TEST(English, ParticleVerbAndPassiveInfinitive) {
  const auto p = english(R"(
1 Police police NOUN _ Number=Plur 2 nsubj _ _
2 wanted want VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET _ _ 4 det _ _
4 march march NOUN _ Number=Sing 7 nsubj:pass _ _
5 to to PART _ _ 7 mark _ _
6 be be AUX _ VerbForm=Inf 7 aux:pass _ _
7 called call VERB _ Tense=Past|VerbForm=Part|Voice=Pass 2 ccomp _ _
8 off off ADP _ _ 7 compound:prt _ SpaceAfter=No
9 . . PUNCT _ _ 2 punct _ _
)");
  EXPECT_EQ(p.line("call off"), "call off [verb infinitive-clause intended passive infinitive]: object=march");
}

TEST(English, ReportedFutureAgainstIrreal) {
  const auto reported = english(R"(
1 Kiev Kiev PROPN _ Number=Sing 2 nsubj _ _
2 said say VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 it it PRON _ _ 5 nsubj _ _
4 would would AUX _ VerbForm=Fin 5 aux _ _
5 strike strike VERB _ VerbForm=Inf 2 ccomp _ SpaceAfter=No
6 . . PUNCT _ _ 2 punct _ _
)");
  EXPECT_EQ(reported.line("strike"), "strike [verb complement future reported future-tense]: subject=it");
  const auto irreal = english(R"(
1 It it PRON _ _ 4 nsubj _ _
2 would would AUX _ VerbForm=Fin 4 aux _ _
3 not not PART _ Polarity=Neg 4 advmod _ _
4 help help VERB _ VerbForm=Inf 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct _ _
)");
  EXPECT_EQ(irreal.line("help"), "help [verb main irreal present negated]: subject=It");
}

TEST(English, CoordinatedVerbsShareSubjectAndObject) {
  const auto p = english(R"(
1 Iran Iran PROPN _ Number=Sing 2 nsubj _ _
2 condemned condemn VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 and and CCONJ _ _ 4 cc _ _
4 rejected reject VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 2 conj _ _
5 the the DET _ _ 6 det _ _
6 strikes strike NOUN _ Number=Plur 4 obj _ SpaceAfter=No
7 . . PUNCT _ _ 2 punct _ _
)");
  EXPECT_EQ(p.line("condemn"), "condemn [verb main past]: subject=Iran object=strikes~");
  EXPECT_EQ(p.line("reject"), "reject [verb coordinated past]: object=strikes subject=Iran~");
}

TEST(English, ReducedRelativeAndGap) {
  const auto p = english(R"(
1 weapons weapon NOUN _ Number=Plur 0 root _ _
2 Russia Russia PROPN _ Number=Sing 3 nsubj _ _
3 supplied supply VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 1 acl:relcl _ _
4 and and CCONJ _ _ 5 cc _ _
5 rockets rocket NOUN _ Number=Plur 1 conj _ _
6 fired fire VERB _ Tense=Past|VerbForm=Part|Voice=Pass 5 acl _ _
7 by by ADP _ _ 8 case _ _
8 rebels rebel NOUN _ Number=Plur 6 obl:agent _ _
)");
  EXPECT_EQ(p.line("supply"), "supply [verb relative past]: subject=Russia object=weapons~");
  EXPECT_EQ(p.line("fire"), "fire [verb participle passive]: subject=rebels object=rockets~");
}

TEST(English, ParticipleClauseAndGerundComplement) {
  const auto p = english(R"(
1 A a DET _ _ 2 det _ _
2 bomb bomb NOUN _ Number=Sing 3 nsubj _ _
3 exploded explode VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ SpaceAfter=No
4 , , PUNCT _ _ 5 punct _ _
5 killing kill VERB _ VerbForm=Ger 3 advcl _ _
6 ten ten NUM _ _ 5 obj _ SpaceAfter=No
7 . . PUNCT _ _ 3 punct _ _

1 They they PRON _ _ 2 nsubj _ _
2 accused accuse VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 Israel Israel PROPN _ _ 2 obj _ _
4 of of SCONJ _ _ 5 mark _ _
5 bombing bomb VERB _ VerbForm=Ger 2 advcl _ _
6 Gaza Gaza PROPN _ _ 5 obj _ SpaceAfter=No
7 . . PUNCT _ _ 2 punct _ _
)");
  EXPECT_EQ(p.line("kill"), "kill [verb participle]: object=ten subject=bomb~");
  EXPECT_EQ(p.line("accuse"), "accuse [verb main past]: subject=They object=Israel of->clause(bomb)");
  EXPECT_EQ(clauses::print(p.layer, p.layer.predicate_of_word.at(11), *p.document),
            "bomb [verb complement marker=of]: object=Gaza subject=Israel~");
}

TEST(English, NounPhrase) {
  const auto p = english(R"(
1 Russia Russia PROPN _ _ 3 nmod:poss _ SpaceAfter=No
2 's 's PART _ _ 1 case _ _
3 threat threat NOUN _ Number=Sing 0 root _ _
4 to to PART _ _ 5 mark _ _
5 attack attack VERB _ VerbForm=Inf 3 acl _ _
6 Ukraine Ukraine PROPN _ _ 5 obj _ _
)");
  EXPECT_EQ(p.line("threat"), "threat [noun main]: possessive=Russia clause(attack)");
  EXPECT_EQ(p.line("attack"), "attack [verb infinitive-clause possible infinitive]: object=Ukraine subject=Russia~");
}

TEST(English, ConditionByInversionAndFailedVerb) {
  const auto p = english(R"(
1 Should should AUX _ VerbForm=Fin 3 aux _ _
2 Seoul Seoul PROPN _ _ 3 nsubj _ _
3 refuse refuse VERB _ VerbForm=Inf 9 advcl _ _
4 to to PART _ _ 5 mark _ _
5 talk talk VERB _ VerbForm=Inf 3 xcomp _ SpaceAfter=No
6 , , PUNCT _ _ 3 punct _ _
7 Moscow Moscow PROPN _ _ 9 nsubj _ _
8 will will AUX _ VerbForm=Fin 9 aux _ _
9 act act VERB _ VerbForm=Inf 0 root _ SpaceAfter=No
10 . . PUNCT _ _ 9 punct _ _
)");
  EXPECT_EQ(p.get("refuse").relation, ClauseRelation::kCondition);
  EXPECT_TRUE(p.get("talk").negated);
  EXPECT_EQ(p.line("act"), "act [verb main future future-tense]: subject=Moscow");
}

}  // namespace
}  // namespace depesche
