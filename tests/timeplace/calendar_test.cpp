#include "timeplace/calendar.h"

#include <gtest/gtest.h>

using namespace depesche;
using namespace depesche::timeplace;

namespace {
Date date(std::string_view text) {
  return *parse_date(text);
}
}  // namespace

TEST(Calendar, Weekdays) {
  EXPECT_EQ(weekday(date("2024-06-20")), 4);
  EXPECT_EQ(weekday(date("1969-12-28")), 7);
  EXPECT_EQ(weekday(date("1970-01-01")), 4);
}

TEST(Calendar, IsoWeeksCrossYears) {
  EXPECT_EQ(week_of(date("2021-01-03")).value, "2020-W53");
  EXPECT_EQ(week_of(date("2024-12-30")).value, "2025-W01");
  EXPECT_EQ(iso(*week_of(date("2024-06-20")).from), "2024-06-17");
  EXPECT_EQ(weekend_of(date("2024-06-20")).value, "2024-W25-WE");
}

TEST(Calendar, MonthsKeepTheDayIfTheyHaveIt) {
  EXPECT_EQ(iso(add_months(date("2024-01-31"), 1)), "2024-02-29");
  EXPECT_EQ(iso(add_months(date("2024-01-15"), -1)), "2023-12-15");
  EXPECT_EQ(iso(add_months(date("2024-12-15"), 13)), "2026-01-15");
}

TEST(Calendar, Easter) {
  EXPECT_EQ(iso(easter(2024)), "2024-03-31");
  EXPECT_EQ(iso(easter(2000)), "2000-04-23");
  EXPECT_EQ(iso(easter(1818)), "1818-03-22");
}

TEST(Calendar, LongerUnits) {
  EXPECT_EQ(season_of(2023, "WI").value, "2023-WI");
  EXPECT_EQ(iso(*season_of(2023, "WI").to), "2024-02-29");
  EXPECT_EQ(decade_of(1994).value, "199");
  EXPECT_EQ(iso(*century(19).to), "1899-12-31");
  EXPECT_EQ(quarter_of(2024, 2).value, "2024-Q2");
  EXPECT_EQ(duration("3", "Y"), "P3Y");
  EXPECT_EQ(duration("X", "TH"), "PTXH");
  EXPECT_EQ(unit_at(date("2024-01-10"), "M", -1).value, "2023-12");
}
