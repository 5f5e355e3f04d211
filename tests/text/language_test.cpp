#include "text/language.h"

#include <gtest/gtest.h>

#include "lexicon.h"

using depesche::Language;
using depesche::testing::text_lexicon;
using depesche::text::choose_language;
using depesche::text::identify;

TEST(Language, TellsGermanFromEnglish) {
  EXPECT_EQ(identify("Der Minister sagte am Dienstag, dass die Gespräche mit der Regierung noch nicht beendet seien.",
                     text_lexicon())
                .code,
            "de");
  EXPECT_EQ(
      identify("The minister said on Tuesday that the talks with the government had not yet ended.", text_lexicon())
          .code,
      "en");
}

TEST(Language, NamesOtherLanguages) {
  const std::pair<const char*, const char*> cases[] = {
      {"Le ministre a déclaré mardi que les négociations avec le gouvernement ne sont pas encore terminées.", "fr"},
      {"El ministro dijo el martes que las conversaciones con el gobierno no han terminado todavía y que son muy "
       "difíciles.",
       "es"},
      {"De minister zei dinsdag dat de gesprekken met de regering nog niet zijn afgelopen en dat het niet goed gaat.",
       "nl"},
      {"Il ministro ha detto martedì che i colloqui con il governo non sono ancora finiti e che la situazione è grave.",
       "it"},
      {"Министр заявил во вторник, что переговоры с правительством ещё не закончены и что это не так просто.", "ru"},
      {"Minister powiedział we wtorek, że rozmowy z rządem jeszcze się nie zakończyły i że nie jest to proste.", "pl"},
      {"Ministern sade på tisdagen att samtalen med regeringen inte är avslutade och att det är svårt.", "sv"},
  };
  for (const auto& [text, code] : cases) EXPECT_EQ(identify(text, text_lexicon()).code, code) << text;
  EXPECT_EQ(identify("部長は火曜日に、政府との協議はまだ終わっていないと述べた。", text_lexicon()).name,
            "Hiragana script");
  EXPECT_EQ(identify("قال الوزير يوم الثلاثاء إن المحادثات مع الحكومة لم تنته بعد", text_lexicon()).name,
            "Arabic script");
}

TEST(Language, RejectsByNameAndFollowsTheStatedLanguage) {
  const auto french =
      choose_language("Le ministre a déclaré que les négociations ne sont pas terminées.", "", "r1", text_lexicon());
  ASSERT_FALSE(french.ok());
  EXPECT_EQ(french.error().code, depesche::ErrorCode::kUnsupportedLanguage);
  EXPECT_NE(french.error().line().find("French"), std::string::npos);
  EXPECT_NE(choose_language("Texte", "fr-CH", "r1", text_lexicon()).error().line().find("French"), std::string::npos);
  EXPECT_EQ(*choose_language("Kabul.", "de-AT", "r1", text_lexicon()), Language::kGerman);
  EXPECT_FALSE(choose_language("Kabul.", "", "r1", text_lexicon()).ok());
}
