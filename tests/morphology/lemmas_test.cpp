#include "morphology/lemmas.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "morphology/small_lexicon.h"

namespace depesche::morphology {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Lexicon& lexicon() {
  static const Lexicon made = test::lexicon_of(
      {"Unruhen_B_SUB:NOM:PLU:FEM", "Waffe_A_SUB:NOM:SIN:FEM", "bauen_A_VER:INF:SFT", "gebaut_Gbauen_VER:PA2:SFT",
       "auf_A_ZUS", "weiter_A_ZUS", "arbeiten_A_VER:INF:SFT", "lagen_Eiegen_VER:3:PLU:PRT:NON", "lagen_A_VER:INF:SFT",
       "wartend_A_PA1:PRD:GRU:VER", "wartenden_C_PA1:DAT:PLU:MAS:GRU:SOL:VER", "wartend_Den_VER:PA1:SFT",
       "bedeutend_A_PA1:PRD:GRU:VER", "misst_Eessen_VER:3:SIN:PRÄ:NON", "Russlands_B_EIG:GEN:SIN:NEU:ART:COU",
       "Minister_A_SUB:NOM:SIN:MAS"},
      "lemmas.dlx");
  return made;
}

std::vector<std::string> of(std::string_view form, Upos upos, std::string_view feats = "_") {
  return lemmas(lexicon(), form, upos, features_of(feats)).all;
}

TEST(Lemmas, FittingReadingsStandInFront) {
  EXPECT_THAT(of("lagen", Upos::kVerb, "VerbForm=Fin"), ElementsAre("liegen", "lagen"));
  EXPECT_THAT(of("lagen", Upos::kVerb, "VerbForm=Inf"), ElementsAre("lagen", "liegen"));
  EXPECT_EQ(lemmas(lexicon(), "lagen", Upos::kVerb, features_of("VerbForm=Inf")).fitting, 1U);
  EXPECT_THAT(of("lagen", Upos::kNoun), IsEmpty()) << "no reading of that part of speech";
}

TEST(Lemmas, CompoundsByTheirLastPart) {
  EXPECT_THAT(of("Arbeiterunruhen", Upos::kNoun), ElementsAre("Arbeiterunruhe"));
  EXPECT_THAT(of("US-Minister", Upos::kNoun), ElementsAre("US-Minister"));
  EXPECT_THAT(of("Xwaffe", Upos::kNoun), IsEmpty()) << "one letter is no part";
}

TEST(Lemmas, VerbsBehindParticles) {
  EXPECT_THAT(of("aufgebaut", Upos::kVerb), ElementsAre("aufbauen"));
  EXPECT_THAT(of("weiterzuarbeiten", Upos::kVerb, "VerbForm=Inf"), ElementsAre("weiterarbeiten"));
  EXPECT_THAT(of("Weiterarbeiten", Upos::kVerb, "VerbForm=Inf"), ElementsAre("weiterarbeiten"));
  EXPECT_THAT(of("untergebaut", Upos::kVerb), IsEmpty());
}

TEST(Lemmas, ParticiplesAndDegrees) {
  EXPECT_THAT(of("wartenden", Upos::kVerb), ElementsAre("warten"));
  EXPECT_THAT(of("wartenden", Upos::kAdj), ElementsAre("wartend"));
  EXPECT_THAT(of("bedeutendste", Upos::kAdj), ElementsAre("bedeutend"));
}

TEST(Lemmas, NamesInTheGenitive) {
  EXPECT_THAT(of("Russlands", Upos::kPropn, "Case=Gen|Number=Sing"), ElementsAre("Russland"));
  EXPECT_THAT(of("Okinawas", Upos::kPropn, "Case=Gen|Number=Sing"), ElementsAre("Okinawa"));
  EXPECT_THAT(of("Reuters", Upos::kPropn, "Case=Nom|Number=Sing"), IsEmpty());
  EXPECT_THAT(of("Weiss", Upos::kPropn, "Case=Gen|Number=Sing"), IsEmpty());
}

TEST(Lemmas, OtherSpellingsAndTowns) {
  EXPECT_THAT(of("mißt", Upos::kVerb, "VerbForm=Fin"), ElementsAre("messen"));
  EXPECT_THAT(of("Dubliner", Upos::kAdj), ElementsAre("Dubliner"));
  EXPECT_THAT(of("dubliner", Upos::kAdj), IsEmpty());
}

TEST(Lemmas, NothingOfNothing) {
  EXPECT_THAT(of("", Upos::kNoun), IsEmpty());
  EXPECT_THAT(of("'", Upos::kNoun), IsEmpty());
  EXPECT_THAT(of(std::string(5000, 'a'), Upos::kNoun), IsEmpty());
  EXPECT_THAT(of("und", Upos::kCconj), IsEmpty());
}

}  // namespace
}  // namespace depesche::morphology
