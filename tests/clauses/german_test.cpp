// German grammar on hand-made trees (UD v2 as in the German treebanks).
#include <gtest/gtest.h>

#include "clauses/expect.h"

namespace depesche {
namespace {

testing::Parsed german(std::string_view conllu) {
  return testing::clauses_of(conllu, Language::kGerman);
}

TEST(German, ParticleAndCorrelateAndControl) {
  const auto p = german(R"(
1 Moskau Moskau PROPN _ Case=Nom 2 nsubj _ _
2 hielt halten VERB _ Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 0 root _ _
3 Seoul Seoul PROPN _ Case=Acc 2 obj _ _
4 davon davon ADV _ _ 2 advmod _ _
5 ab ab ADP _ _ 2 compound:prt _ SpaceAfter=No
6 , , PUNCT _ _ 9 punct _ _
7 Raketen Rakete NOUN _ Case=Acc|Number=Plur 9 obj _ _
8 zu zu PART _ _ 9 mark _ _
9 liefern liefern VERB _ VerbForm=Inf 2 xcomp _ SpaceAfter=No
10 . . PUNCT _ _ 2 punct _ _
)");
  EXPECT_EQ(p.line("abhalten"), "abhalten [verb main past]: subject=Moskau object=Seoul von->clause(liefern)");
  EXPECT_EQ(p.line("liefern"), "liefern [verb infinitive-clause negated infinitive]: object=Raketen subject=Seoul~");
  EXPECT_TRUE(p.get("liefern").arguments.at(0).plural);
  EXPECT_EQ(p.document->text(p.get("abhalten").core), "hielt Seoul davon ab");
  EXPECT_EQ(p.document->text(p.get("liefern").span), "Raketen zu liefern");
}

TEST(German, ParticleTakenForAnAdverb) {
  const auto p = german(R"(
1 Polen Polen PROPN _ Case=Nom 2 nsubj _ _
2 lehnt lehnen VERB _ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root _ _
3 Gespräche Gespräch NOUN _ Case=Acc|Number=Plur 2 obj _ _
4 ab ab ADV _ _ 2 advmod _ SpaceAfter=No
5 . . PUNCT _ _ 2 punct _ _
)");
  EXPECT_EQ(p.line("ablehnen"), "ablehnen [verb main present]: subject=Polen object=Gespräche");
  EXPECT_TRUE(p.get("Gespräch").negated) << "what is refused does not happen";
}

TEST(German, PassiveIsTurnedWithAgent) {
  const auto p = german(R"(
1 Zwei zwei NUM _ _ 2 nummod _ _
2 Dörfer Dorf NOUN _ Case=Nom|Number=Plur 7 nsubj:pass _ _
3 wurden werden AUX _ Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin 7 aux:pass _ _
4 von von ADP _ _ 5 case _ _
5 Rebellen Rebell NOUN _ Case=Dat|Number=Plur 7 obl _ _
6 nicht nicht PART _ Polarity=Neg 7 advmod _ _
7 angegriffen angreifen VERB _ VerbForm=Part 0 root _ SpaceAfter=No
8 . . PUNCT _ _ 2 punct _ _
)");
  EXPECT_EQ(p.line("angreifen"), "angreifen [verb main past passive negated]: object=Dörfer subject=Rebellen");
}

TEST(German, PerfectPassiveAndCoordination) {
  const auto p = german(R"(
1 Der der DET _ _ 2 det _ _
2 Minister Minister NOUN _ Case=Nom|Number=Sing 4 nsubj:pass _ _
3 ist sein AUX _ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 4 aux _ _
4 festgenommen festnehmen VERB _ VerbForm=Part 0 root _ _
5 und und CCONJ _ _ 6 cc _ _
6 angeklagt anklagen VERB _ VerbForm=Part 4 conj _ _
7 worden werden AUX _ VerbForm=Part 4 aux:pass _ SpaceAfter=No
8 . . PUNCT _ _ 4 punct _ _
)");
  EXPECT_EQ(p.line("festnehmen"), "festnehmen [verb main past passive]: object=Minister");
  EXPECT_EQ(p.line("anklagen"), "anklagen [verb coordinated past passive]: object=Minister~");
}

TEST(German, StatePassiveAgainstPerfect) {
  const auto wounded = german(R"(
1 Drei drei NUM _ _ 2 nummod _ _
2 Soldaten Soldat NOUN _ Case=Nom|Number=Plur 4 nsubj _ _
3 sind sein AUX _ Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin 4 aux _ _
4 verwundet verwunden VERB _ VerbForm=Part 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct _ _
)");
  EXPECT_EQ(wounded.line("verwunden"), "verwunden [verb main present passive state-passive]: object=Soldaten");
  const auto gone = german(R"(
1 Die die DET _ _ 2 det _ _
2 Truppen Truppe NOUN _ Case=Nom|Number=Plur 4 nsubj _ _
3 sind sein AUX _ Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin 4 aux _ _
4 abgezogen abziehen VERB _ VerbForm=Part 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct _ _
)");
  EXPECT_EQ(gone.line("abziehen"), "abziehen [verb main past]: subject=Truppen");
}

TEST(German, ConditionByVerbFirst) {
  const auto p = german(R"(
1 Sollte sollen AUX _ Mood=Sub|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 4 aux _ _
2 Ankara Ankara PROPN _ Case=Nom 4 nsubj _ _
3 Truppen Truppe NOUN _ Case=Acc|Number=Plur 4 obj _ _
4 schicken schicken VERB _ VerbForm=Inf 8 csubj _ SpaceAfter=No
5 , , PUNCT _ _ 4 punct _ _
6 werde werden AUX _ Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 8 aux _ _
7 Damaskus Damaskus PROPN _ Case=Nom 8 nsubj _ _
8 antworten antworten VERB _ VerbForm=Inf 0 root _ SpaceAfter=No
9 . . PUNCT _ _ 8 punct _ _
)");
  EXPECT_EQ(p.get("schicken").relation, ClauseRelation::kCondition);
  EXPECT_EQ(p.line("antworten"), "antworten [verb main future reported future-tense]: subject=Damaskus");
}

TEST(German, SubjunctiveByFormWhereTheTaggerMissedIt) {
  const auto p = german(R"(
1 Er er PRON _ Case=Nom|Number=Sing|Person=3|PronType=Prs 2 nsubj _ _
2 betrachte betrachten VERB _ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root _ _
3 dies dies PRON _ Case=Acc 2 obj _ _
4 als als ADP _ _ 5 case _ _
5 Provokation Provokation NOUN _ Case=Acc 2 obl _ SpaceAfter=No
6 . . PUNCT _ _ 2 punct _ _
)");
  EXPECT_EQ(p.get("betrachten").mood, ClauseMood::kReported);
  const auto first_person = german(R"(
1 Ich ich PRON _ Case=Nom|Number=Sing|Person=1|PronType=Prs 2 nsubj _ _
2 hoffe hoffen VERB _ Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin 0 root _ SpaceAfter=No
3 . . PUNCT _ _ 2 punct _ _
)");
  EXPECT_EQ(first_person.get("hoffen").mood, ClauseMood::kIndicative);
}

TEST(German, RelativePronounIsReplaced) {
  const auto p = german(R"(
1 Der der DET _ _ 2 det _ _
2 Vertrag Vertrag NOUN _ Case=Nom|Number=Sing 0 root _ SpaceAfter=No
3 , , PUNCT _ _ 6 punct _ _
4 den der PRON _ Case=Acc|Number=Sing|PronType=Rel 6 obj _ _
5 beide beide PRON _ Case=Nom 6 nsubj _ _
6 unterzeichneten unterzeichnen VERB _ Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin 2 acl _ SpaceAfter=No
)");
  EXPECT_EQ(p.line("unterzeichnen"), "unterzeichnen [verb relative past]: object=Vertrag~ subject=beide");
  EXPECT_EQ(p.document->text(p.get("unterzeichnen").arguments.at(0).span), "Der Vertrag");
}

TEST(German, EventNounWithItsArguments) {
  const auto p = german(R"(
1 Russische russisch ADJ _ Case=Nom 2 amod _ _
2 Angriffe Angriff NOUN _ Case=Nom|Number=Plur 0 root _ _
3 auf auf ADP _ _ 4 case _ _
4 Kiew Kiew PROPN _ Case=Acc 2 nmod _ _
5 und und CCONJ _ _ 6 cc _ _
6 Odessa Odessa PROPN _ Case=Acc 4 conj _ _
)");
  EXPECT_EQ(p.line("Angriff"), "Angriff [noun main]: adjective=Russische auf=Kiew auf=Odessa");
}

TEST(German, ParticipleAttributeWithAgent) {
  const auto p = german(R"(
1 das der DET _ _ 5 det _ _
2 von von ADP _ _ 3 case _ _
3 Rebellen Rebell NOUN _ Case=Dat|Number=Plur 4 obl _ _
4 angegriffene angegriffen ADJ _ Case=Nom 5 amod _ _
5 Dorf Dorf NOUN _ Case=Nom|Number=Sing 0 root _ _
)");
  EXPECT_EQ(p.line("angreifen"), "angreifen [verb participle passive attributive]: subject=Rebellen object=Dorf~");
}

TEST(German, HearsayModalAndNotExcluded) {
  const auto hearsay = german(R"(
1 Iran Iran PROPN _ Case=Nom 4 nsubj _ _
2 soll sollen AUX _ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 4 aux _ _
3 Drohnen Drohne NOUN _ Case=Acc|Number=Plur 4 obj _ _
4 verkauft verkaufen VERB _ VerbForm=Part 0 root _ _
5 haben haben AUX _ VerbForm=Inf 4 aux _ SpaceAfter=No
6 . . PUNCT _ _ 4 punct _ _
)");
  EXPECT_EQ(hearsay.get("verkaufen").modality, Modality::kHearsay);
  EXPECT_EQ(hearsay.get("verkaufen").tense, ClauseTense::kPast);
  const auto open = german(R"(
1 Paris Paris PROPN _ Case=Nom 2 nsubj _ _
2 schließt schließen VERB _ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 0 root _ _
3 einen ein DET _ _ 4 det _ _
4 Angriff Angriff NOUN _ Case=Acc|Number=Sing 2 obj _ _
5 nicht nicht PART _ Polarity=Neg 2 advmod _ _
6 aus aus ADP _ _ 2 compound:prt _ SpaceAfter=No
7 . . PUNCT _ _ 2 punct _ _
)");
  EXPECT_TRUE(open.get("Angriff").not_excluded);
  EXPECT_FALSE(open.get("Angriff").negated);
  EXPECT_EQ(open.get("Angriff").modality, Modality::kPossible);
}

TEST(German, FreeWordOrderIsReadByAgreement) {
  const auto p = german(R"(
1 Raketen Rakete NOUN _ Number=Plur 0 root _ SpaceAfter=No
2 , , PUNCT _ _ 5 punct _ _
3 die der PRON _ Case=Nom|Number=Plur|PronType=Rel 5 nsubj _ _
4 Russland Russland PROPN _ Case=Acc|Number=Sing 5 obj _ _
5 einsetzt einsetzen VERB _ Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 1 acl _ _
)");
  EXPECT_EQ(p.line("einsetzen"), "einsetzen [verb relative present]: object=Raketen~ subject=Russland");
}

TEST(German, LightVerbLendsItsArguments) {
  const auto p = german(R"(
1 Der der DET _ _ 2 det _ _
2 Verband Verband NOUN _ Case=Nom|Number=Sing 3 nsubj _ _
3 übte üben VERB _ Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 0 root _ _
4 keine kein DET _ _ 5 det _ _
5 Kritik Kritik NOUN _ Case=Acc|Number=Sing 3 obj _ _
6 an an ADP _ _ 7 case _ _
7 Bern Bern PROPN _ Case=Dat 3 obl _ SpaceAfter=No
8 . . PUNCT _ _ 3 punct _ _
)");
  EXPECT_EQ(p.line("Kritik"), "Kritik [noun main past negated light=üben]: an=Bern~ subject=Verband~");
  EXPECT_EQ(p.get("üben").light_verb, "üben") << "tells events to leave the verb out";
}

TEST(German, EmptyAndOddDocumentsHaveALayer) {
  EXPECT_TRUE(german("").layer.predicates.empty());
  EXPECT_TRUE(german("1 . . PUNCT _ _ 0 root _ _\n").layer.predicates.empty());
  const auto p = german("1 und und CCONJ _ _ 2 cc _ _\n2 zu zu PART _ _ 0 root _ _\n");
  EXPECT_EQ(p.layer.predicate_of_word.size(), 2U);
  EXPECT_EQ(p.layer.compound_parts.size(), 2U);
}

}  // namespace
}  // namespace depesche
