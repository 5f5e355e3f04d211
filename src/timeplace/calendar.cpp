#include "timeplace/calendar.h"

#include <algorithm>
#include <chrono>

namespace depesche::timeplace {
namespace {

std::string padded(int number, size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

Date make(int year, int month, int day) {
  return {static_cast<int16_t>(year), static_cast<uint8_t>(month), static_cast<uint8_t>(day)};
}

struct IsoWeek {
  int year;
  int week;
};

/// ISO 8601: a week belongs to the year of its Thursday.
IsoWeek iso_week(Date date) {
  const int thursday = days_of(date) + 4 - weekday(date);
  const Date middle = date_of(thursday);
  const int first = days_of(make(middle.year, 1, 1));
  return {middle.year, (thursday - first) / 7 + 1};
}

}  // namespace

int weekday(Date date) {
  const int since_thursday = ((days_of(date) % 7) + 7) % 7;  // 1970-01-01 was a Thursday
  return (since_thursday + 3) % 7 + 1;
}

bool valid(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= last_day_of_month(year, month);
}

int last_day_of_month(int year, int month) {
  using namespace std::chrono;
  const year_month_day_last last =
      std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

Date add_months(Date date, int months) {
  const int index = date.year * 12 + date.month - 1 + months;
  const int year = std::clamp(index / 12, 1, 9999);
  const int month = index >= 0 ? index % 12 + 1 : 1;
  return make(year, month, std::min<int>(date.day, last_day_of_month(year, month)));
}

Date add_days(Date date, int days) {
  return date_of(days_of(date) + days);
}

Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  const int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return make(year, n / 31, n % 31 + 1);
}

When day(Date date) {
  return {iso(date), date, date};
}

When week_of(Date date) {
  const IsoWeek week = iso_week(date);
  const Date monday = add_days(date, 1 - weekday(date));
  return {padded(week.year, 4) + "-W" + padded(week.week, 2), monday, add_days(monday, 6)};
}

When weekend_of(Date date) {
  When week = week_of(date);
  return {week.value + "-WE", add_days(*week.from, 5), week.to};
}

When month_of(int year, int month) {
  return {padded(year, 4) + "-" + padded(month, 2), make(year, month, 1),
          make(year, month, last_day_of_month(year, month))};
}

When quarter_of(int year, int quarter) {
  const int last = quarter * 3;
  return {padded(year, 4) + "-Q" + std::to_string(quarter), make(year, last - 2, 1),
          make(year, last, last_day_of_month(year, last))};
}

When half_of(int year, int half) {
  const int last = half * 6;
  return {padded(year, 4) + "-H" + std::to_string(half), make(year, last - 5, 1),
          make(year, last, last_day_of_month(year, last))};
}

When season_of(int year, std::string_view season) {
  const int first = season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12;
  const Date from = make(year, first, 1);
  return {padded(year, 4) + "-" + std::string(season), from, add_days(add_months(from, 3), -1)};
}

When year_of(int year) {
  return {padded(year, 4), make(year, 1, 1), make(year, 12, 31)};
}

When decade_of(int year) {
  const int first = year / 10 * 10;
  return {padded(year / 10, 3), make(std::max(first, 1), 1, 1), make(first + 9, 12, 31)};
}

When century(int number) {
  const int first = std::max((number - 1) * 100, 1);
  return {padded(number - 1, 2), make(first, 1, 1), make((number - 1) * 100 + 99, 12, 31)};
}

When part_of_day(Date date, std::string_view part) {
  When when = day(date);
  when.value += "T" + std::string(part);
  return when;
}

When clock(Date date, std::string_view time) {
  When when = day(date);
  when.value += "T" + std::string(time);
  return when;
}

When unit_at(Date base, std::string_view unit, int steps) {
  if (unit == "D") return day(add_days(base, steps));
  if (unit == "W") return week_of(add_days(base, 7 * steps));
  if (unit == "WE") return weekend_of(add_days(base, 7 * steps));
  if (unit == "M") {
    const Date date = add_months(base, steps);
    return month_of(date.year, date.month);
  }
  if (unit == "Q") {
    const Date date = add_months(base, 3 * steps);
    return quarter_of(date.year, (date.month - 1) / 3 + 1);
  }
  const int year = std::clamp<int>(base.year + steps * (unit == "DE" ? 10 : unit == "CE" ? 100 : 1), 1, 9999);
  if (unit == "DE") return decade_of(year);
  if (unit == "CE") return century(year / 100 + 1);
  return year_of(year);
}

std::optional<When> moved(Date base, std::string_view unit, int amount) {
  if (amount < -5000 || amount > 5000) return std::nullopt;
  if (unit == "D") return day(add_days(base, amount));
  if (unit == "W") return unit_at(base, "W", amount);
  if (unit == "M") return unit_at(base, "M", amount);
  const int years = unit == "Y" ? amount : unit == "DE" ? 10 * amount : unit == "CE" ? 100 * amount : 0;
  if (years == 0 || base.year + years < 1 || base.year + years > 9999) return std::nullopt;
  return year_of(base.year + years);
}

std::string duration(std::string_view number, std::string_view unit) {
  const bool clock_unit = unit.starts_with("T");
  return (clock_unit ? "PT" : "P") + std::string(number) + std::string(clock_unit ? unit.substr(1) : unit);
}

}  // namespace depesche::timeplace
