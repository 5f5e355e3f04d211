#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "morphology/compile/fsa.h"
#include "morphology/compile/tags.h"
#include "morphology/small_lexicon.h"

namespace depesche::morphology {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> lemmas_of(const Lexicon& lexicon, const std::string& form) {
  std::vector<std::string> out;
  for (const Reading r : lexicon.find(form)) out.push_back(r.lemma(form));
  return out;
}

TEST(Automaton, GivesEveryString) {
  std::vector<std::string> got;
  const std::vector<std::string> strings = {"Hut_A_X", "Huts_B_Y", "ab_A_Z", "ä_A_Q"};
  const Status read =
      each_string(test::Dictionary(strings).bytes(), "test", [&](std::string_view s) { got.emplace_back(s); });
  ASSERT_TRUE(read.ok());
  EXPECT_THAT(got, ::testing::UnorderedElementsAreArray(strings));
}

TEST(Automaton, RefusesWhatIsNone) {
  const auto ignore = [](std::string_view) {};
  std::vector<std::byte> bytes = test::Dictionary({"Hut_A_X", "Huts_B_Y"}).bytes();
  for (size_t size = 0; size + 1 < bytes.size(); ++size) {
    EXPECT_FALSE(each_string(std::span(bytes).first(size), "test", ignore).ok()) << size;
  }
  // an address that leads back to the root never ends
  std::vector<std::byte> loop = test::Dictionary({"ab"}).bytes();
  loop[loop.size() - 4] = std::byte{0x86};
  EXPECT_FALSE(each_string(loop, "test", ignore).ok());
}

TEST(Automaton, EntryHasFormEditTag) {
  Entry entry;
  ASSERT_TRUE(read_entry("Schüsse_Fuss_SUB:NOM:PLU:MAS", '_', entry));
  EXPECT_EQ(entry.form, "Schüsse");
  EXPECT_EQ(entry.cut, 5U);
  EXPECT_EQ(entry.add, "uss");
  EXPECT_EQ(entry.tag, "SUB:NOM:PLU:MAS");
  for (const char* text : {"", "a", "a_", "a_A", "_A_X", "a__X", "a_Z_X", "a_!_X"}) {
    EXPECT_FALSE(read_entry(text, '_', entry)) << text;
  }
}

TEST(Tags, SayKindAndCells) {
  EXPECT_EQ(meaning_of("SUB:NOM:SIN:MAS")->cells, 1U);
  EXPECT_EQ(meaning_of("SUB:GEN:PLU:FEM")->cells, 1U << 15U);
  EXPECT_EQ(meaning_of("SUB:DAT:SIN:NEU:ADJ")->cells, (1U << 10U) | kFromAdjective);
  EXPECT_EQ(meaning_of("ADJ:PRD:KOM")->cells, kPredicative | kComparative);
  EXPECT_EQ(meaning_of("PA2:PRD:GRU:VER")->cells, kPredicative | kPastParticiple);
  EXPECT_EQ(meaning_of("VER:3:SIN:PRÄ:NON")->cells, 1U << 2U);
  EXPECT_EQ(meaning_of("VER:1:PLU:KJ2:SFT:NEB")->cells, (1U << 21U) | kSubordinate);
  EXPECT_EQ(meaning_of("VER:EIZ:SFT")->cells, kZuInfinitive);
  EXPECT_EQ(meaning_of("EIG:NOM:SIN:NEU:NOA:COU")->kind, Kind::kName);
  EXPECT_FALSE(meaning_of("XYZ:NOM").has_value());
  EXPECT_FALSE(meaning_of("").has_value());
}

TEST(Lexicon, FindsFormsWithAllReadings) {
  const Lexicon lexicon =
      test::lexicon_of({"Soldat_A_SUB:NOM:SIN:MAS", "Soldaten_C_SUB:NOM:PLU:MAS", "Soldaten_C_SUB:DAT:SIN:MAS",
                        "lagen_Eiegen_VER:3:PLU:PRT:NON", "lagen_A_VER:INF:SFT"},
                       "readings.dlx");
  EXPECT_EQ(lexicon.forms(), 3U);
  EXPECT_THAT(lemmas_of(lexicon, "Soldaten"), ElementsAre("Soldat"));
  EXPECT_EQ(lexicon.cells("Soldaten", Kind::kNoun), (1U << 3U) | (1U << 8U));
  EXPECT_EQ(lexicon.cells("Soldaten", Kind::kVerb), std::nullopt);
  EXPECT_THAT(lemmas_of(lexicon, "lagen"), UnorderedElementsAre("liegen", "lagen"));
  EXPECT_THAT(lemmas_of(lexicon, "soldaten"), IsEmpty());
  EXPECT_THAT(lemmas_of(lexicon, ""), IsEmpty());
}

TEST(Lexicon, LemmasAreInTheNewerSpelling) {
  const Lexicon lexicon =
      test::lexicon_of({"Schuss_A_SUB:NOM:SIN:MAS", "Schuß_A_SUB:NOM:SIN:MAS", "Schüsse_Fuß_SUB:NOM:PLU:MAS",
                        "Maße_B_SUB:NOM:PLU:NEU", "fasste_Eßen_VER:3:SIN:PRT:SFT"},
                       "spelling.dlx");
  EXPECT_THAT(lemmas_of(lexicon, "Schüsse"), ElementsAre("Schuss"));
  EXPECT_THAT(lemmas_of(lexicon, "Schuß"), ElementsAre("Schuß"));
  EXPECT_THAT(lemmas_of(lexicon, "Maße"), ElementsAre("Maß"));
}

TEST(Lexicon, LeavesOutDegreesOfParticiples) {
  const Lexicon lexicon =
      test::lexicon_of({"verletzt_A_PA2:PRD:GRU:VER", "verletzter_C_PA2:PRD:KOM:VER"}, "participles.dlx");
  EXPECT_EQ(lexicon.forms(), 1U);
}

TEST(Lexicon, RefusesDamagedFiles) {
  const auto bytes = compile_lexicon(test::Dictionary({"Hut_A_SUB:NOM:SIN:MAS"}).bytes(), "test");
  ASSERT_TRUE(bytes.ok());
  const auto opens = [](const std::vector<std::byte>& content) {
    const std::string path = test::write_lexicon(content, "damaged.dlx");
    return Lexicon::open(path).ok();
  };
  ASSERT_TRUE(opens(*bytes));
  for (size_t size = 0; size < bytes->size(); size += 5) {
    EXPECT_FALSE(opens({bytes->begin(), bytes->begin() + static_cast<std::ptrdiff_t>(size)})) << size;
  }
  for (size_t at = 0; at < bytes->size(); ++at) {
    if (at >= 32 && at < 56) continue;  // counts: the parts behind them no longer fit, or a later byte says so
    std::vector<std::byte> changed = *bytes;
    changed[at] ^= std::byte{0x20};
    EXPECT_FALSE(opens(changed)) << at;
  }
}

TEST(Compile, RefusesOtherFiles) {
  EXPECT_FALSE(compile_lexicon({}, "test").ok());
  EXPECT_FALSE(compile_lexicon(test::Dictionary({"no entry"}).bytes(), "test").ok());
}

}  // namespace
}  // namespace depesche::morphology
