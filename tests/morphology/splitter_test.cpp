#include "morphology/splitter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "morphology/compound_cases.h"
#include "morphology/small_lexicon.h"

namespace depesche::morphology {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Splitter& splitter() {
  static const Lexicon lexicon = test::lexicon_of({"Waffe_A_SUB:NOM:SIN:FEM",
                                                   "Waffen_B_SUB:NOM:PLU:FEM",
                                                   "Lieferung_A_SUB:NOM:SIN:FEM",
                                                   "Lieferungen_C_SUB:NOM:PLU:FEM",
                                                   "Regierung_A_SUB:NOM:SIN:FEM",
                                                   "Sprecher_A_SUB:NOM:SIN:MAS",
                                                   "Kontrolle_A_SUB:NOM:SIN:FEM",
                                                   "Gesetz_A_SUB:NOM:SIN:NEU",
                                                   "schießen_A_VER:INF:NON",
                                                   "Befehl_A_SUB:NOM:SIN:MAS",
                                                   "privat_A_ADJ:PRD:GRU",
                                                   "Armee_A_SUB:NOM:SIN:FEM",
                                                   "Gaza_A_EIG:NOM:SIN:NEU:NOA:STD",
                                                   "Streifen_A_SUB:NOM:SIN:MAS",
                                                   "Griechenland_A_EIG:NOM:SIN:NEU:NOA:COU",
                                                   "Grieche_A_SUB:NOM:SIN:MAS",
                                                   "Griechen_B_SUB:NOM:PLU:MAS",
                                                   "Land_A_SUB:NOM:SIN:NEU",
                                                   "an_A_PRP:LOK:DAT",
                                                   "Schlag_A_SUB:NOM:SIN:MAS",
                                                   "Anschlag_A_SUB:NOM:SIN:MAS",
                                                   "Schaft_A_SUB:NOM:SIN:MAS",
                                                   "Bot_A_SUB:NOM:SIN:MAS",
                                                   "Botschaft_A_SUB:NOM:SIN:FEM",
                                                   "Suchen_A_SUB:NOM:SIN:NEU:INF"},
                                                  "splitter.dlx");
  static const Splitter made = [] {
    Splitter s(&lexicon);
    s.add_stem("chef", "chef");
    s.add_stem("schlagbaum", "schlagbaum");
    s.add_no_head("schaft");
    s.add_no_first("verb");
    s.add_whole("gesetzbefehl");
    return s;
  }();
  return made;
}

std::string shown(const std::string& word) {
  return show_parts(splitter(), word);
}

TEST(Splitter, LinksAndDroppedEndings) {
  EXPECT_EQ(shown("Waffenlieferung"), "Waffen|lieferung");
  EXPECT_EQ(shown("Waffenlieferungen"), "Waffen|lieferungen");
  EXPECT_EQ(shown("Regierungssprecher"), "Regierungs|sprecher");
  EXPECT_EQ(shown("Kontrollgesetz"), "Kontroll|gesetz");
  EXPECT_EQ(shown("Schießbefehl"), "Schieß|befehl");
  EXPECT_EQ(shown("Privatarmee"), "Privat|armee");
}

TEST(Splitter, NamesInFrontAndNamesAsAWhole) {
  EXPECT_EQ(shown("Gazastreifen"), "Gaza|streifen");
  EXPECT_EQ(shown("Griechenland"), "Griechenland");
  EXPECT_EQ(shown("Xyzuarmee"), "Xyzu|armee") << "an unknown first part";
  EXPECT_EQ(shown("Xyarmee"), "Xyarmee") << "two letters are no unknown part";
  EXPECT_EQ(shown("Xyzusuchen"), "Xyzusuchen") << "an infinitive proves nothing about what is unknown before it";
}

TEST(Splitter, WhatIsNoCompound) {
  EXPECT_EQ(shown("Anschlag"), "Anschlag") << "a preposition in front";
  EXPECT_EQ(shown("Botschaft"), "Botschaft") << "no head";
  EXPECT_EQ(shown("Gesetzbefehl"), "Gesetzbefehl") << "whole by the table";
  EXPECT_EQ(shown("Waffe"), "Waffe");
  EXPECT_EQ(shown(""), "");
  EXPECT_EQ(shown("-"), "-");
  EXPECT_EQ(shown("Waffen-"), "Waffen-");
  EXPECT_EQ(shown(std::string(3000, 'a')), std::string(3000, 'a'));
}

TEST(Splitter, Hyphens) {
  EXPECT_EQ(shown("US-Regierung"), "US-|Regierung");
  EXPECT_EQ(shown("EU-Waffenlieferung"), "EU-|Waffenlieferung");
}

TEST(Splitter, PartsAreLemmasDownToStems) {
  EXPECT_THAT(splitter().parts("Waffenlieferungen"), ElementsAre("waffe", "lieferung"));
  EXPECT_THAT(splitter().parts("EU-Waffenlieferung"), ElementsAre("eu", "waffe", "lieferung"));
  EXPECT_THAT(splitter().parts("Xyzuschef"), ElementsAre("xyzu", "chef"));
  EXPECT_THAT(splitter().parts("Waffenschlagbaum"), ElementsAre("waffe", "schlagbaum"));
  EXPECT_THAT(splitter().parts("Schlagbaum"), IsEmpty()) << "a stem of the tables is not opened";
}

TEST(CompoundCases, CountsWordsAndAcceptsAlternatives) {
  std::istringstream in(
      "# comment\n\nWaffen|lieferung\nEU-|Waffen|lieferung EU-|Waffenlieferung\nAnschlag\nPri|vatarmee\n");
  CompoundScore score;
  score_compounds(in, splitter(), score);
  EXPECT_EQ(score.compounds, 3U);
  EXPECT_EQ(score.compounds_right, 2U);
  EXPECT_EQ(score.whole_right, 1U);
  EXPECT_THAT(score.wrong, ElementsAre("Pri|vatarmee: got Privat|armee"));
  EXPECT_DOUBLE_EQ(score.accuracy(), 75.0);
  EXPECT_DOUBLE_EQ(CompoundScore().accuracy(), 0);
}

}  // namespace
}  // namespace depesche::morphology
