// TIMEX3 values with the days they cover. Pure functions of dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/time_layer.h"

namespace depesche::timeplace {

/// A TIMEX3 value and the first and last day it covers, where known.
struct When {
  std::string value;
  std::optional<Date> from;
  std::optional<Date> to;
};

/// 1 Monday .. 7 Sunday (ISO 8601).
[[nodiscard]] int weekday(Date date);
[[nodiscard]] bool valid(int year, int month, int day);
[[nodiscard]] int last_day_of_month(int year, int month);
/// The same day `months` later; the last day of the month where it has none.
[[nodiscard]] Date add_months(Date date, int months);
[[nodiscard]] Date add_days(Date date, int days);
/// Easter Sunday (Gregorian; the anonymous algorithm of Nature, 1876).
[[nodiscard]] Date easter(int year);

[[nodiscard]] When day(Date date);                 ///< "2024-06-19"
[[nodiscard]] When week_of(Date date);             ///< "2024-W25"
[[nodiscard]] When weekend_of(Date date);          ///< "2024-W25-WE", of the week of that date
[[nodiscard]] When month_of(int year, int month);  ///< "2024-06"
[[nodiscard]] When quarter_of(int year, int quarter);
[[nodiscard]] When half_of(int year, int half);
[[nodiscard]] When season_of(int year,
                             std::string_view season);  ///< "2024-SU"; the winter of a year begins in its December
[[nodiscard]] When year_of(int year);                   ///< "2024"
[[nodiscard]] When decade_of(int year);                 ///< "199" for 1990
[[nodiscard]] When century(int number);                 ///< "19" for the 20th
/// A part of that day: "2024-06-19TEV".
[[nodiscard]] When part_of_day(Date date, std::string_view part);
[[nodiscard]] When clock(Date date, std::string_view time);  ///< "2024-06-19T10:30"

/// The unit that holds `base`, moved by `steps`: unit codes D W WE M Q Y DE CE of knowledge/words/time.
[[nodiscard]] When unit_at(Date base, std::string_view unit, int steps);
/// `amount` units before (negative) or after base, as precise as the unit.
[[nodiscard]] std::optional<When> moved(Date base, std::string_view unit, int amount);
/// "P3Y", "PT2H", "PXD"; `number` is digits or "X".
[[nodiscard]] std::string duration(std::string_view number, std::string_view unit);

}  // namespace depesche::timeplace
