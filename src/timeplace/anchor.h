// What relative time expressions are counted from, and in which direction the clause around them looks.
#pragma once

#include <optional>
#include <string_view>

#include "document/document.h"
#include "document/tree.h"
#include "timeplace/calendar.h"
#include "timeplace/time_words.h"

namespace depesche::timeplace {

enum class Direction : uint8_t { kUnknown, kPast, kFuture };

/// Resolves against the date of publication. Without one the values keep their X and no days are known. Underspecified
/// dates take the direction of the tense of their clause, as HeidelTime does for news (Strötgen and Gertz 2013).
class Anchor {
 public:
  Anchor(const Document& document, const TimeWords& words);

  [[nodiscard]] std::optional<Date> published() const { return published_; }
  /// The day that the text spoke of last; the date of publication before there was any.
  [[nodiscard]] std::optional<Date> context() const { return context_ ? context_ : published_; }
  void set_context(Date date) { context_ = date; }

  /// Tense of the clause that holds word w.
  [[nodiscard]] Direction direction(WordIndex w) const;

  /// "am Mittwoch"; `strict`: not the day of publication itself ("last Friday").
  [[nodiscard]] When weekday(int number, Direction direction, bool strict) const;
  [[nodiscard]] When month(int month, Direction direction) const;
  [[nodiscard]] When day_of_month(int month, int day, std::optional<int> year, Direction direction) const;
  [[nodiscard]] When season(std::string_view season, Direction direction) const;
  /// `rule`: "12-25", or "E+50" counted from Easter, or a full date.
  [[nodiscard]] When holiday(std::string_view rule, Direction direction) const;
  /// The unit of publication moved by steps; X without it.
  [[nodiscard]] When unit(std::string_view unit, int steps) const;

 private:
  /// Of the candidates in the years around publication the one that fits.
  template <typename F>
  [[nodiscard]] When choose_year(F of_year, Direction direction) const;
  [[nodiscard]] bool is_future_word(WordIndex w) const;

  const TimeWords& words_;
  Tree tree_;
  Language language_;
  std::optional<Date> published_;
  std::optional<Date> context_;
};

}  // namespace depesche::timeplace
