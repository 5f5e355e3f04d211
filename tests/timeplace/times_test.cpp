#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "timeplace/documents.h"

using namespace depesche;
using depesche::testing::document_from_conllu;
using depesche::testing::flat;
using depesche::testing::timeplace_lexicon;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

constexpr Language kDe = Language::kGerman;
constexpr Language kEn = Language::kEnglish;

std::vector<TimeExpression> times(const std::string& conllu, Language language, std::string_view published,
                                  std::string* text = nullptr) {
  const Document document = document_from_conllu(conllu, language, parse_date(published));
  if (text != nullptr) *text = std::string(document.text());
  return find_times_and_places(document, timeplace_lexicon()).times;
}

/// "text=value" of each expression. 2024-06-20 is a Thursday.
std::vector<std::string> read(const std::string& sentence, Language language = kDe,
                              std::string_view published = "2024-06-20") {
  const std::string conllu = flat(sentence);
  const Document document = document_from_conllu(conllu, language, parse_date(published));
  std::vector<std::string> out;
  for (const TimeExpression& t : find_times_and_places(document, timeplace_lexicon()).times) {
    out.push_back(std::string(document.text(t.span)) + "=" + t.value);
  }
  return out;
}

}  // namespace

TEST(Times, GermanCalendarDates) {
  EXPECT_THAT(read("am=an+dem 21. Juni 2023"), ElementsAre("21. Juni 2023=2023-06-21"));
  EXPECT_THAT(read("am=an+dem Montag , den 18. Februar 2008 ,"),
              ElementsAre("Montag , den 18. Februar 2008=2008-02-18"));
  EXPECT_THAT(read("am=an+dem 21.06.2024 und 3.5.24"), ElementsAre("21.06.2024=2024-06-21", "3.5.24=2024-05-03"));
  EXPECT_THAT(read("am=an+dem 24. und 25. September"), ElementsAre("24.=2024-09-24", "25. September=2024-09-25"));
  EXPECT_THAT(read("im=in+dem Jahr 1991 und 2005"), ElementsAre("Jahr 1991=1991", "2005=2005"));
  EXPECT_THAT(read("Ende August vorigen Jahres"), ElementsAre("Ende August vorigen Jahres=2023-08"));
  EXPECT_THAT(read("in den neunziger Jahren des 20. Jahrhunderts"),
              ElementsAre("den neunziger Jahren=199", "des 20. Jahrhunderts=19"));
  EXPECT_THAT(read("am=an+dem 30. Februar 2024"), ElementsAre("Februar 2024=2024-02"));
}

TEST(Times, EnglishCalendarDates) {
  EXPECT_THAT(read("on June 21 , 2023 and 5 May 2024", kEn),
              ElementsAre("June 21 , 2023=2023-06-21", "5 May 2024=2024-05-05"));
  EXPECT_THAT(read("Monday , May 18 , 2015", kEn), ElementsAre("Monday , May 18 , 2015=2015-05-18"));
  EXPECT_THAT(read("in early 2014 and the 1990s", kEn), ElementsAre("early 2014=2014", "the 1990s=199"));
  EXPECT_THAT(read("since Nov. 8", kEn, "2024-11-20"), ElementsAre("Nov. 8=2024-11-08"));
}

TEST(Times, CountersAndQuantitiesAreNoYears) {
  EXPECT_THAT(read("die Resolution 1973 und die Sicherheitsratsresolution 1701"), IsEmpty());
  EXPECT_THAT(read("1\u20AC ."), IsEmpty());
  const std::string conllu =
      "1 Rund rund ADV _ _ 2 advmod\n2 2000 2000 NUM _ _ 3 nummod\n3 Menschen Mensch NOUN _ _ 0 root\n\n";
  EXPECT_TRUE(times(conllu, kDe, "2024-06-20").empty());
}

TEST(Times, WeekdaysLookBackUnlessTheClauseLooksAhead) {
  EXPECT_THAT(read("am=an+dem Mittwoch"), ElementsAre("Mittwoch=2024-06-19"));
  EXPECT_THAT(read("am=an+dem Donnerstag"), ElementsAre("Donnerstag=2024-06-20"));
  EXPECT_THAT(read("letzten Donnerstag und kommenden Freitag"),
              ElementsAre("letzten Donnerstag=2024-06-13", "kommenden Freitag=2024-06-21"));
  EXPECT_THAT(read("last Friday and next Monday", kEn),
              ElementsAre("last Friday=2024-06-14", "next Monday=2024-06-24"));
  const std::string future =
      "1 Er er PRON _ _ 4 nsubj\n2 will wollen AUX _ Mood=Ind|Tense=Pres|VerbForm=Fin 4 aux\n3 Freitag Freitag NOUN _ "
      "_ 4 obl\n"
      "4 kommen kommen VERB _ VerbForm=Inf 0 root\n\n";
  EXPECT_EQ(times(future, kDe, "2024-06-20").at(0).value, "2024-06-21");
  const std::string past =
      "1 Er er PRON _ _ 3 nsubj\n2 soll sollen AUX _ Mood=Ind|Tense=Pres|VerbForm=Fin 5 aux\n3 Freitag Freitag NOUN _ "
      "_ 5 obl\n"
      "4 haben haben AUX _ VerbForm=Inf 5 aux\n5 gesagt sagen VERB _ VerbForm=Part 0 root\n\n";
  EXPECT_EQ(times(past, kDe, "2024-06-20").at(0).value, "2024-06-14");
}

TEST(Times, WordsRelativeToTheReport) {
  EXPECT_THAT(read("gestern und \u00FCbermorgen"), ElementsAre("gestern=2024-06-19", "\u00FCbermorgen=2024-06-22"));
  EXPECT_THAT(read("heute Abend"), ElementsAre("heute Abend=2024-06-20TEV"));
  EXPECT_THAT(read("am=an+dem gestrigen Mittwoch"), ElementsAre("gestrigen Mittwoch=2024-06-19"));
  EXPECT_THAT(read("letzte Woche , im=in+dem n\u00E4chsten Monat , Ende dieses Jahres"),
              ElementsAre("letzte Woche=2024-W24", "n\u00E4chsten Monat=2024-07", "Ende dieses Jahres=2024"));
  EXPECT_THAT(read("last night and this week", kEn), ElementsAre("last night=2024-06-19TNI", "this week=2024-W25"));
  EXPECT_THAT(read("Dienstagabend in der Nacht zum=zu+dem Samstag"),
              ElementsAre("Dienstagabend=2024-06-18TEV", "Nacht zum Samstag=2024-06-15TNI"));
  EXPECT_THAT(read("zu Weihnachten und am=an+dem Ostermontag"),
              ElementsAre("Weihnachten=2023-12-25", "Ostermontag=2024-04-01"));
}

TEST(Times, WithoutADateOfPublicationNoDayIsKnown) {
  const Document document = document_from_conllu(flat("gestern am=an+dem Mittwoch im=in+dem Juni letzte Woche"), kDe);
  const auto found = find_times_and_places(document, timeplace_lexicon()).times;
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[1].value, "XXXX-WXX-3");
  EXPECT_EQ(found[2].value, "XXXX-06");
  for (const TimeExpression& t : found) EXPECT_FALSE(t.from.has_value()) << t.value;
}

TEST(Times, Durations) {
  EXPECT_THAT(read("seit drei Jahren , 48 Stunden"), ElementsAre("drei Jahren=P3Y", "48 Stunden=PT48H"));
  EXPECT_THAT(read("fast zehn Jahre und zwei Jahre und vier Monate"),
              ElementsAre("fast zehn Jahre=P10Y", "zwei Jahre und vier Monate=P2Y4M"));
  EXPECT_THAT(read("in den vergangenen zwei Jahrzehnten"), ElementsAre("den vergangenen zwei Jahrzehnten=P2DE"));
  EXPECT_THAT(read("ein zweit\u00E4giger Besuch"), ElementsAre("zweit\u00E4giger=P2D"));
  EXPECT_THAT(read("a two - year plan", kEn), ElementsAre("two - year=P2Y"));
  EXPECT_THAT(read("two weeks ago , half an hour", kEn), ElementsAre("two weeks ago=2024-W23", "half an hour=PT30M"));
  EXPECT_THAT(read("mit 16 Jahren"), IsEmpty());
  EXPECT_THAT(read("a 15 - year - old girl", kEn), IsEmpty());
}

TEST(Times, DurationsKnowWhereTheyLie) {
  const auto since = times(flat("seit drei Wochen"), kDe, "2024-06-20").at(0);
  EXPECT_EQ(iso(*since.from), "2024-05-30");
  EXPECT_EQ(iso(*since.to), "2024-06-20");
  const auto ago = times(flat("vor zwei Jahren"), kDe, "2024-06-20").at(0);
  EXPECT_EQ(ago.value, "P2Y");
  EXPECT_EQ(iso(*ago.from), "2022-01-01");
  EXPECT_TRUE(times(flat("seit Jahren"), kDe, "2024-06-20").at(0).past_reference);
  EXPECT_FALSE(times(flat("seit Tagen"), kDe, "2024-06-20").at(0).past_reference);
}

TEST(Times, SetsAndTimesOfTheDay) {
  EXPECT_THAT(read("jeden Montag , t\u00E4glich , alle vier Jahre"),
              ElementsAre("jeden Montag=XXXX-WXX-1", "t\u00E4glich=P1D", "alle vier Jahre=P4Y"));
  EXPECT_THAT(read("every week", kEn), ElementsAre("every week=P1W"));
  EXPECT_THAT(read("am=an+dem Mittwoch um 10.30 Uhr"),
              ElementsAre("Mittwoch=2024-06-19", "10.30 Uhr=2024-06-19T10:30"));
  EXPECT_THAT(read("at 5 p.m. on Tuesday", kEn), ElementsAre("5 p.m.=2024-06-18T17:00", "Tuesday=2024-06-18"));
  EXPECT_THAT(read("halb neun"), ElementsAre("halb neun=2024-06-20T08:30"));
}

TEST(Times, ReferencesAtLarge) {
  EXPECT_THAT(read("in der Vergangenheit , jetzt und bald"),
              ElementsAre("der Vergangenheit=PAST_REF", "jetzt=PRESENT_REF", "bald=FUTURE_REF"));
  EXPECT_TRUE(times(flat("in der Vergangenheit"), kDe, "2024-06-20").at(0).past_reference);
  EXPECT_FALSE(times(flat("k\u00FCrzlich"), kDe, "2024-06-20").at(0).past_reference);
}

TEST(Times, NamesAreNoTimes) {
  EXPECT_THAT(read("Robert/B-PER Sonntag/I-PER und Theresa/B-PER May/I-PER"), IsEmpty());
  EXPECT_THAT(read("die Mai - Unruhen"), ::testing::Not(IsEmpty()));  // blanks around the hyphen: no compound
}

TEST(Times, CountsFromTheDayTheTextSpokeOf) {
  EXPECT_THAT(read("am=an+dem 3. Mai , am=an+dem Tag darauf"),
              ElementsAre("3. Mai=2024-05-03", "Tag darauf=2024-06-21"));
  const std::string two = flat("am=an+dem 3. Mai") + flat("am=an+dem Tag darauf");
  EXPECT_EQ(times(two, kDe, "2024-06-20").at(1).value, "2024-05-04");
}
