#include "text/segment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lexicon.h"

using depesche::Language;
using depesche::TextLayer;
using depesche::testing::text_lexicon;
using testing::ElementsAre;

namespace {

TextLayer segment(const std::string& text, Language language = Language::kGerman) {
  return depesche::text::segment(text, language, "", text_lexicon());
}

std::vector<std::string> forms(const std::string& text, Language language = Language::kGerman) {
  std::vector<std::string> out;
  for (const auto& word : segment(text, language).words) out.push_back(word.form);
  return out;
}

std::vector<std::string> sentences(const std::string& text, Language language = Language::kGerman) {
  std::vector<std::string> out;
  for (const auto& sentence : segment(text, language).sentences)
    out.push_back(text.substr(sentence.span.begin, sentence.span.size()));
  return out;
}

constexpr Language kEn = Language::kEnglish;

}  // namespace

TEST(Segment, SplitsGermanContractions) {
  EXPECT_THAT(forms("Im Juni ging er zur Wahl."),
              ElementsAre("In", "dem", "Juni", "ging", "er", "zu", "der", "Wahl", "."));
  const TextLayer layer = segment("am Montag");
  ASSERT_EQ(layer.words.size(), 3U);
  EXPECT_EQ(layer.words[0].parts, 2);
  EXPECT_EQ(layer.words[1].part, 2);
  EXPECT_EQ(layer.words[1].span, layer.words[1].surface);
  EXPECT_FALSE(layer.words[2].parts);
}

TEST(Segment, SplitsHyphensAsTheTreebanksDo) {
  EXPECT_THAT(forms("US-Präsident"), ElementsAre("US", "-", "Präsident"));
  EXPECT_THAT(forms("Außen- und"), ElementsAre("Außen", "-", "und"));
  EXPECT_THAT(forms("a state-owned anti-Muslim co-founder", kEn),
              ElementsAre("a", "state", "-", "owned", "anti-Muslim", "co-founder"));
}

TEST(Segment, SplitsEnglishClitics) {
  EXPECT_THAT(forms("I don't think Trump’s men can't, cannot.", kEn),
              ElementsAre("I", "do", "n't", "think", "Trump", "'s", "men", "ca", "n't", ",", "can", "not", "."));
  EXPECT_THAT(forms("the workers' rights", kEn), ElementsAre("the", "workers", "'", "rights"));
  const TextLayer layer = segment("isn’t", kEn);
  ASSERT_EQ(layer.words.size(), 2U);
  EXPECT_EQ(layer.words[0].span, (depesche::Span{0, 2}));
  EXPECT_EQ(layer.words[1].span, (depesche::Span{2, 7}));
}

TEST(Segment, KeepsDotsOfAbbreviationsAndOrdinals) {
  EXPECT_THAT(
      sentences("Am 21. Juni traf Dr. Meier z. B. Friedrich II. von Hohenstein. Er kam u.a. mit ca. 20 Leuten."),
      ElementsAre("Am 21. Juni traf Dr. Meier z. B. Friedrich II. von Hohenstein.", "Er kam u.a. mit ca. 20 Leuten."));
  EXPECT_THAT(sentences("Das war 2014. Die Lage ist ernst. Nr. 5 bleibt."),
              ElementsAre("Das war 2014.", "Die Lage ist ernst.", "Nr. 5 bleibt."));
  EXPECT_THAT(sentences("Mr. Smith left the U.S. Senate at 5 p.m. on Jan. 5. He lives in the U.S. The end.", kEn),
              ElementsAre("Mr. Smith left the U.S. Senate at 5 p.m. on Jan. 5.", "He lives in the U.S.", "The end."));
  EXPECT_THAT(sentences("George W. Bush spoke. No. 5 is next. I said no. They left.", kEn),
              ElementsAre("George W. Bush spoke.", "No. 5 is next.", "I said no.", "They left."));
}

TEST(Segment, KeepsNumbersDatesAndAddressesWhole) {
  EXPECT_THAT(
      forms("Am 21.06.2024 um 10:30 Uhr 1.500,50 Euro (3,5 %)."),
      ElementsAre("An", "dem", "21.06.2024", "um", "10:30", "Uhr", "1.500,50", "Euro", "(", "3,5", "%", ")", "."));
  EXPECT_THAT(forms("Siehe https://a.example/x?y=1, oder info@b.example."),
              ElementsAre("Siehe", "https://a.example/x?y=1", ",", "oder", "info@b.example", "."));
  EXPECT_THAT(forms("zitiert ndr.de heute"), ElementsAre("zitiert", "ndr.de", "heute"));
}

TEST(Segment, ClosingQuoteBelongsToItsSentence) {
  EXPECT_THAT(sentences("„Wir gehen.“ Er ging."), ElementsAre("„Wir gehen.“", "Er ging."));
  EXPECT_THAT(sentences("»Wir gehen.« Er ging. «Nein.» Sie blieb."),
              ElementsAre("»Wir gehen.«", "Er ging.", "«Nein.»", "Sie blieb."));
  EXPECT_THAT(sentences("“We go.” He went. \"No.\" She stayed.", kEn),
              ElementsAre("“We go.”", "He went.", "\"No.\"", "She stayed."));
  EXPECT_THAT(sentences("Er sagte: „Sie rief ‚Halt!‘ Dann kam er.“ Mehr nicht."),
              ElementsAre("Er sagte: „Sie rief ‚Halt!‘", "Dann kam er.“", "Mehr nicht."));
}

TEST(Segment, SplitsInsideALongQuotation) {
  EXPECT_THAT(sentences("Er sagte: „Das ist so. Wir bleiben.“"),
              ElementsAre("Er sagte: „Das ist so.", "Wir bleiben.“"));
  EXPECT_THAT(sentences("„Warum?“, fragte sie. „Halt!“ rief er."),
              ElementsAre("„Warum?“, fragte sie.", "„Halt!“ rief er."));
  EXPECT_THAT(sentences("“Why?” Smith asked. “Go!” They left.", kEn),
              ElementsAre("“Why?” Smith asked.", "“Go!”", "They left."));
}

TEST(Segment, EllipsesEndASentenceOnlyBeforeACapital) {
  EXPECT_THAT(sentences("Und dann ... kam er … doch. Nein… Er blieb."),
              ElementsAre("Und dann ... kam er … doch.", "Nein…", "Er blieb."));
}

TEST(Segment, NumbersOfReferencesBelongToTheSentenceBefore) {
  EXPECT_THAT(sentences("He left in 1821. [22] His poems [3] stayed.", kEn),
              ElementsAre("He left in 1821. [22]", "His poems [3] stayed."));
  EXPECT_THAT(sentences("They met (“for long.”) [6] [7]", kEn), ElementsAre("They met (“for long.”) [6] [7]"));
  EXPECT_THAT(sentences("He left. [Laughter] They stayed.", kEn), ElementsAre("He left.", "[Laughter] They stayed."));
}

TEST(Segment, LowerCaseOpensASentenceBehindALongWord) {
  EXPECT_THAT(sentences("The service is available. it is not frequent.", kEn),
              ElementsAre("The service is available.", "it is not frequent."));
  EXPECT_THAT(sentences("It costs approx. five dollars.", kEn), ElementsAre("It costs approx. five dollars."));
  EXPECT_THAT(sentences("See example.org for the Yahoo. com address.", kEn),
              ElementsAre("See example.org for the Yahoo. com address."));
}

TEST(Segment, DatelineAndSignOffAreSentences) {
  const std::string text = "Ruhe in Kabul\n\nBERLIN (dpa) - Die Regierung berät. Sie tagt. (dpa)";
  const TextLayer layer = segment(text);
  EXPECT_THAT(sentences(text),
              ElementsAre("Ruhe in Kabul", "BERLIN (dpa) -", "Die Regierung berät.", "Sie tagt.", "(dpa)"));
  EXPECT_TRUE(layer.sentences[0].headline);
  EXPECT_FALSE(layer.sentences[2].headline);
  EXPECT_EQ(layer.agency, "dpa");
  EXPECT_EQ(layer.sentences[3].paragraph, 1U);
}

TEST(Segment, FormsAreNormalisedTheTextIsNot) {
  const std::string text = "Re\u00ADgierung sagt: ‚Cafe\u0301\u00A0‘";
  const TextLayer layer = segment(text);
  EXPECT_EQ(layer.words[0].form, "Regierung");
  EXPECT_EQ(layer.words[0].span.size(), 11U);
  EXPECT_EQ(layer.words[4].form, "Café");
}

TEST(Segment, CutsMonstersAndCopesWithNothing) {
  std::string monster;
  while (monster.size() < 100000) monster += "wort und noch eines, ";
  const TextLayer layer = segment(monster);
  ASSERT_GT(layer.sentences.size(), 5U);
  for (const auto& sentence : layer.sentences) EXPECT_LE(sentence.last - sentence.first, 2000U);
  EXPECT_GT(segment(std::string(100000, 'x')).words.size(), 50U);
  EXPECT_TRUE(segment("").words.empty());
  EXPECT_TRUE(segment("  \n\n ").sentences.empty());
}

TEST(Segment, WordsCoverEverythingButBlanks) {
  const std::string text = "Wer's sagt (\"so\" – nämlich), irrt: 5% von $10... e.V.?!";
  for (const Language language : {Language::kGerman, kEn}) {
    std::string covered(text.size(), ' ');
    const TextLayer layer = segment(text, language);
    for (const auto& word : layer.words) {
      for (uint32_t i = word.span.begin; i < word.span.end; ++i) covered[i] = text[i];
    }
    EXPECT_EQ(covered, text);
  }
}
