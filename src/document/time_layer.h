// Layer 4: time expressions (TIMEX3) and places. Published by src/timeplace.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/text_layer.h"

namespace depesche {

/// A calendar day; proleptic Gregorian. Plain so that it can be compared and printed cheaply.
struct Date {
  int16_t year = 0;
  uint8_t month = 0;  ///< 1..12
  uint8_t day = 0;    ///< 1..31
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// "2024-06-21" -> Date; nothing for impossible dates ("2024-02-30") or other forms.
[[nodiscard]] std::optional<Date> parse_date(std::string_view iso);
[[nodiscard]] std::string iso(Date date);
/// Days since 1970-01-01 and back (H. Hinnant's civil calendar algorithms, via std::chrono).
[[nodiscard]] int days_of(Date date);
[[nodiscard]] Date date_of(int days);

enum class TimexType : uint8_t { kDate, kTime, kDuration, kSet };

struct TimeExpression {
  Span span;                  ///< without preposition
  WordIndex first = kNoWord;  ///< words [first, last)
  WordIndex last = kNoWord;
  TimexType type = TimexType::kDate;
  std::string value;            ///< "2024-06-19", "2024-W25", "PAST_REF", "P3Y"; "" unresolved
  std::optional<Date> from;     ///< first day covered, when known
  std::optional<Date> to;       ///< last day covered, when known
  bool past_reference = false;  ///< "in der Vergangenheit", "seit Jahren": background
};

/// {from, to, text} of CODEBOOK section 6: when an event or a saying took place.
struct EventDate {
  std::optional<Date> from;
  std::optional<Date> to;
  Span text;
};

inline constexpr size_t kNoPlace = SIZE_MAX;

struct Place {
  Span span;
  WordIndex head = kNoWord;
  WordIndex first = kNoWord;
  WordIndex last = kNoWord;
  std::string name;           ///< canonical in the report's language
  std::string code;           ///< ISO 3166-1 alpha-3 of the state it lies in, "" if unknown
  std::optional<double> lat;  ///< degrees, WGS 84
  std::optional<double> lon;
  bool state = false;  ///< the place is a whole state
};

struct TimePlaceLayer {
  std::vector<TimeExpression> times;  ///< in text order
  std::vector<Place> places;          ///< in text order
};

}  // namespace depesche
