#include "text/layout.h"

#include <gtest/gtest.h>

#include "lexicon.h"

using depesche::testing::text_lexicon;
using depesche::text::lay_out;

namespace {
std::string part(std::string_view text, depesche::Span span) {
  return std::string(text.substr(span.begin, span.size()));
}
}  // namespace

TEST(Layout, FindsDatelinesWithAgency) {
  const std::pair<std::string, std::string> cases[] = {
      {"BERLIN (dpa) - Die Regierung berät.", "BERLIN (dpa) -"},
      {"Moskau/Kiew (AFP) – Russland greift an.", "Moskau/Kiew (AFP) –"},
      {"WASHINGTON (Reuters) — The president said no.", "WASHINGTON (Reuters) —"},
      {"HEMPSTEAD, N.Y., Sept. 26 (UPI) — A candidate left.", "HEMPSTEAD, N.Y., Sept. 26 (UPI) —"},
      {"Dec 29 (Reuters) - The candidate spoke.", "Dec 29 (Reuters) -"},
      {"WASHINGTON ― The House voted.", "WASHINGTON ―"},
      {"JACKSON, Miss. - A judge blocked it.", "JACKSON, Miss. -"},
  };
  for (const auto& [text, dateline] : cases)
    EXPECT_EQ(part(text, lay_out(text, "", text_lexicon()).dateline), dateline) << text;
  EXPECT_EQ(lay_out("BERLIN (dpa) - Die Regierung berät.", "", text_lexicon()).agency, "dpa");
}

TEST(Layout, TakesNoBracketOrDashForADateline) {
  for (const std::string text : {"Der Bundestag (BT) - so heißt er - tagt.", "Die NATO (Nordatlantikpakt) berät.",
                                 "UN-Generalsekretär Ban - er kam spät - schwieg.", "NATO leaders met - and left."}) {
    EXPECT_TRUE(lay_out(text, "", text_lexicon()).dateline.empty()) << text;
  }
}

TEST(Layout, FindsSignOffs) {
  const std::pair<std::string, std::string> cases[] = {
      {"Das Treffen endete ohne Ergebnis. (AFP)", "(AFP)"},
      {"Das Treffen endete.\n\nafp/dpa", "afp/dpa"},
      {"The talks ended. (Own report)", "(Own report)"},
      {"The talks ended.\n\n(Reporting by Jane Doe; Editing by John Doe)",
       "(Reporting by Jane Doe; Editing by John Doe)"},
      {"Die Gespräche endeten (dpa/eb).", "(dpa/eb)."},
  };
  for (const auto& [text, sign_off] : cases)
    EXPECT_EQ(part(text, lay_out(text, "", text_lexicon()).sign_off), sign_off) << text;
  EXPECT_TRUE(lay_out("Das sagte der Minister (CDU).", "", text_lexicon()).sign_off.empty());
}

TEST(Layout, TheStatedAgencyCounts) {
  const std::string text = "Oslo (XNB) - Die Regierung berät. Es bleibt ruhig. (XNB)";
  const auto unknown = lay_out(text, "", text_lexicon());
  EXPECT_TRUE(unknown.dateline.empty());
  EXPECT_TRUE(unknown.sign_off.empty());
  const auto stated = lay_out(text, "", text_lexicon(), "XNB");
  EXPECT_EQ(part(text, stated.dateline), "Oslo (XNB) -");
  EXPECT_EQ(part(text, stated.sign_off), "(XNB)");
  EXPECT_EQ(stated.agency, "XNB");
}

TEST(Layout, PartsParagraphsAndHeadlines) {
  const std::string text =
      "Kabul ruft zur Ruhe auf\nMontag, 3. Mai 2010\nDie Regierung rief auf. Es blieb ruhig.\n\nMehr folgt.";
  const auto layout = lay_out(text, "", text_lexicon());
  ASSERT_EQ(layout.paragraphs.size(), 4U);
  EXPECT_EQ(layout.headlines, 2U);
  EXPECT_EQ(part(text, layout.paragraphs[3]), "Mehr folgt.");
  EXPECT_EQ(lay_out("Clinton Breaks With Obama On Lawsuit Bill.\n\nShe said so.", "", text_lexicon()).headlines, 1U);
  EXPECT_EQ(lay_out("Only one line without a stop", "", text_lexicon()).headlines, 0U);
}

TEST(Layout, JoinsHardWrappedLines) {
  const std::string text =
      "Die Regierung in Kabul hat am Dienstag alle Seiten zu Gesprächen aufgerufen und\n"
      "zugleich davor gewarnt, die Waffenruhe zu brechen, die erst seit drei Tagen in\n"
      "Kraft ist und von den meisten Beobachtern als zerbrechlich angesehen worden ist,\n"
      "wie es hieß.\n"
      "Danach ging es weiter mit den Gesprächen der beiden Seiten im Süden des Landes.\n";
  EXPECT_EQ(lay_out(text, "", text_lexicon()).paragraphs.size(), 2U);
}
