// Finds and normalises the time expressions of a report: a set of small matchers, the longest match wins.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/tree.h"
#include "timeplace/anchor.h"
#include "timeplace/calendar.h"
#include "timeplace/time_sentence.h"

namespace depesche::timeplace {

/// One document, once. Needs text and syntax. Linear (matchers look at most a few words ahead).
class TimeScanner {
 public:
  TimeScanner(const Document& document, const TimeWords& words);
  [[nodiscard]] std::vector<TimeExpression> run();

 private:
  struct Found {
    WordIndex first = 0;
    WordIndex last = 0;
    TimexType type = TimexType::kDate;
    When when;
    bool past_reference = false;
    std::string pending;  ///< part of the day or clock time whose day is not yet known
    bool clock = false;   ///< `pending` is a clock time
  };
  using Match = std::optional<Found>;

  // Each tries to read one expression that begins at w. Dates (time_dates.cpp):
  Match date(WordIndex w) const;
  Match numeric_date(WordIndex w) const;
  Match day_in_list(WordIndex w) const;
  Match lone_day(WordIndex w) const;
  Match month(WordIndex w, Direction direction) const;
  Match year(WordIndex w) const;
  Match decade(WordIndex w) const;
  Match century(WordIndex w) const;
  // Relative to the report or the text (time_relative.cpp):
  Match deictic(WordIndex w) const;
  Match weekday(WordIndex w) const;
  Match night_before(WordIndex w) const;
  Match directed(WordIndex w) const;
  Match directed_name(WordIndex w, WordIndex at, int steps) const;
  Match edge(WordIndex w) const;
  Match bare_unit(WordIndex w) const;
  Match season(WordIndex w) const;
  Match quarter(WordIndex w) const;
  Match holiday(WordIndex w) const;
  Match vague(WordIndex w) const;
  // Lengths, sets, clock times (time_lengths.cpp):
  Match length(WordIndex w) const;
  Match plural_unit(WordIndex w) const;
  Match compound_length(WordIndex w) const;
  Match every(WordIndex w) const;
  Match frequency(WordIndex w) const;
  Match clock(WordIndex w) const;
  [[nodiscard]] bool opens_clock_range(WordIndex link) const;
  Match part_of_day(WordIndex w) const;

  struct Number {
    std::string text;  ///< digits, or "X"
    WordIndex last;
  };
  [[nodiscard]] std::optional<Number> number(WordIndex w) const;
  void place_length(Found& found, WordIndex start, const std::string& number, const std::string& unit) const;
  /// The year behind a day or month: "2014", "of last year", "dieses Jahres".
  [[nodiscard]] std::optional<std::pair<int, WordIndex>> year_after(WordIndex w) const;
  /// Over one article that is a word of its own.
  [[nodiscard]] WordIndex skip_article(WordIndex w) const;
  [[nodiscard]] bool is_quantity(WordIndex w) const;
  [[nodiscard]] bool is_name(WordIndex w) const;
  [[nodiscard]] Found found(WordIndex first, WordIndex last, TimexType type, When when) const;
  [[nodiscard]] Match with_part(Found day, WordIndex at) const;

  void scan(const Sentence& sentence);
  [[nodiscard]] Match longest(WordIndex w) const;
  /// Not before word `from`, where the previous expression ends.
  void take_article(Found& found, WordIndex from) const;
  void resolve_pending(std::vector<Found>& matches);
  [[nodiscard]] TimeExpression expression(const Found& found) const;

  const Document& document_;
  const TimeWords& words_;
  Tree tree_;
  Anchor anchor_;
  const TimeSentence* s_ = nullptr;  ///< the sentence under way
  std::vector<TimeExpression> out_;
};

}  // namespace depesche::timeplace
