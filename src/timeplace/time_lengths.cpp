// Matchers of durations, sets and times of the day.
#include <charconv>

#include "timeplace/time_scanner.h"

namespace depesche::timeplace {
namespace {

int number_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string two(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

/// "10:30", "9.30", "17" -> "10:30", "09:30", "17:00"; "" for what is no time of the day.
std::string clock_text(std::string_view form) {
  const size_t mark = form.find_first_of(":.");
  const std::string_view hours = form.substr(0, mark);
  const std::string_view minutes = mark == std::string_view::npos ? "00" : form.substr(mark + 1);
  const auto digits = [](std::string_view s) {
    return !s.empty() && s.size() <= 2 && s.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (!digits(hours) || !digits(minutes) || minutes.size() != 2) return "";
  const int hour = number_of(hours);
  if (hour > 24 || number_of(minutes) > 59) return "";
  return two(hour) + ":" + std::string(minutes);
}

}  // namespace

/// "drei", "17", "1,5", "einige" (X).
std::optional<TimeScanner::Number> TimeScanner::number(WordIndex w) const {
  if (const TimeWord* word = s_->hit(w, TimeKind::kNumber)) return Number{word->value, w + word->length};
  const std::string_view form = s_->form(w);
  if (form.empty() || form.size() > 7) return std::nullopt;
  std::string digits;
  for (const char c : form) {
    const bool mark = (c == ',' || c == '.') && !digits.empty();
    if ((c < '0' || c > '9') && !mark) return std::nullopt;
    digits += c == ',' ? '.' : c;
  }
  if (digits.ends_with('.')) return std::nullopt;
  // "1.500" is a thousand and a half in German, "1,500" in English.
  const size_t point = digits.find('.');
  if (point != std::string::npos && digits.size() - point == 4) digits.erase(point, 1);
  return Number{digits, w + 1};
}

/// Where a length lies: before or after the report, by its sign ("-2") or by the word beside it (seit, vor, ago).
void TimeScanner::place_length(Found& found, WordIndex start, const std::string& signed_number,
                               const std::string& unit) const {
  const auto published = anchor_.published();
  const bool negative = signed_number.starts_with('-');
  const bool positive = signed_number.starts_with('+');
  const std::string_view digits = std::string_view(signed_number).substr(negative || positive ? 1 : 0);
  const bool vague = digits == "X" || digits.find('.') != std::string_view::npos;
  const int amount = vague ? 0 : number_of(digits);
  std::string_view relation;
  if (!negative && !positive) {
    if (const TimeWord* after = s_->hit(found.last, TimeKind::kRelation);
        after != nullptr && (after->value == "ago" || after->value == "span")) {
      relation = after->value;
      found.last += after->length;
    } else if (start > s_->begin()) {
      WordIndex at = start - 1;
      if (s_->hit(at, TimeKind::kArticle) != nullptr && at > s_->begin()) --at;
      const TimeWord* before = s_->hit(at, TimeKind::kRelation);
      if (before != nullptr && before->value != "span")
        relation = before->value == "ago" ? std::string_view() : std::string_view(before->value);
      if (relation == "before") relation = "vor";
    }
  }
  if (relation == "since" || negative) {
    found.when.to = published;
    if (published && !vague) {
      if (const auto start_of = moved(*published, unit, -amount))
        found.when.from =
            unit == "D" || unit == "W" ? add_days(*published, unit == "W" ? -7 * amount : -amount) : start_of->from;
    }
    if (vague && (unit == "Y" || unit == "DE")) found.past_reference = true;
  } else if (positive) {
    found.when.from = published;
  } else if (relation == "ago" || relation == "vor") {
    if (vague) {
      found.past_reference = unit == "Y" || unit == "DE" || unit == "CE";
    } else if (published) {
      const auto when = moved(*published, unit, -amount);
      if (when && relation == "ago") {
        found.when = *when;
        found.type = TimexType::kDate;
      } else if (when) {
        found.when.from = when->from;
        found.when.to = when->to;
      }
    }
  }
}

/// "drei Jahre und vier Monate", "fast zehn Jahren", "48 Stunden", "half an hour", "two-year", "two weeks ago"
TimeScanner::Match TimeScanner::length(WordIndex w) const {
  WordIndex at = w;
  while (const TimeWord* approx = s_->hit(at, TimeKind::kApprox)) at += approx->length;
  const WordIndex start = at;
  const TimeWord* half = s_->hit(at, TimeKind::kHalf);
  std::optional<Number> count;
  if (half != nullptr) {
    at = skip_article(at + half->length);
    if (const auto one = number(at); one && one->text == "1") at = one->last;
  } else {
    count = number(at);
    if (!count) return std::nullopt;
    at = count->last;
    half = count->text == "1" ? s_->hit(at, TimeKind::kHalf) : nullptr;
    if (half != nullptr) at += half->length;
  }
  const bool hyphen = s_->form(at) == "-";
  if (hyphen) ++at;
  const auto unit_here = [&](WordIndex i) {
    const TimeWord* unit = s_->hit(i, TimeKind::kUnits);
    return unit != nullptr ? unit : s_->hit(i, TimeKind::kUnit);
  };
  const TimeWord* unit = unit_here(at);
  if (unit == nullptr && s_->inside(at) && tree_.node(at).upos == Upos::kAdj) unit = unit_here(++at);
  if (unit == nullptr || unit->value == "HY") return std::nullopt;
  at += unit->length;
  const bool age =
      unit->value == "Y" && w > s_->begin() &&
      (s_->hit(w - 1, TimeKind::kAge) != nullptr || (w > s_->begin() + 1 && s_->hit(w - 2, TimeKind::kAge) != nullptr &&
                                                     s_->hit(w - 1, TimeKind::kRelation) != nullptr));
  if (age) return std::nullopt;  // "mit 16 Jahren", "im Alter von 26 Jahren"
  if (s_->hit(at, TimeKind::kAge) != nullptr || (s_->form(at) == "-" && s_->hit(at + 1, TimeKind::kAge) != nullptr))
    return std::nullopt;
  std::string value = half == nullptr       ? duration(count->text, unit->value)
                      : unit->value == "Y"  ? "P6M"
                      : unit->value == "TH" ? "PT30M"
                                            : duration("0.5", unit->value);
  const TimeWord* link = s_->hit(at, TimeKind::kLink);
  if (link != nullptr && link->value == "and" && count) {
    if (const auto second = number(at + link->length)) {
      const TimeWord* smaller = unit_here(second->last);
      if (smaller != nullptr && smaller->value != unit->value && !smaller->value.starts_with('T') &&
          !unit->value.starts_with('T')) {
        value += second->text + smaller->value;
        at = second->last + smaller->length;
      }
    }
  }
  Found result = found(w, at, TimexType::kDuration, {value, std::nullopt, std::nullopt});
  place_length(result, w, half != nullptr ? "X" : count->text, unit->value);
  if (half != nullptr) result.past_reference = false;
  if (start > w && result.last == start) return std::nullopt;
  return result;
}

/// "seit Jahren", "for decades", "über Jahre": a plural that a preposition makes a length.
TimeScanner::Match TimeScanner::plural_unit(WordIndex w) const {
  const TimeWord* unit = s_->hit(w, TimeKind::kUnits);
  if (unit == nullptr) return std::nullopt;
  WordIndex last = w + unit->length;
  const bool long_compound = s_->form(last) == "-" && s_->hit(last + 1, TimeKind::kRelation) != nullptr &&
                             s_->hit(last + 1, TimeKind::kRelation)->value == "span";
  const TimeWord* before = w > s_->begin() ? s_->hit(w - 1, TimeKind::kRelation) : nullptr;
  const TimeWord* after = s_->hit(last, TimeKind::kRelation);
  const bool ago = after != nullptr && after->value == "ago";
  if (before == nullptr && !ago && !long_compound) return std::nullopt;
  if (before != nullptr && (before->value == "span" || before->value == "ago")) return std::nullopt;
  if (long_compound) last += 2;
  Found result = found(w, last, TimexType::kDuration, {duration("X", unit->value), std::nullopt, std::nullopt});
  if (long_compound) return result;
  place_length(result, w, "X", unit->value);
  return result;
}

/// "zweiwöchig", "dreitägigen"
TimeScanner::Match TimeScanner::compound_length(WordIndex w) const {
  if (document_.language() != Language::kGerman || s_->form(w).size() < 7) return std::nullopt;
  const auto compound = words_.compound(Language::kGerman, s_->form(w));
  if (!compound) return std::nullopt;
  return found(w, w + 1, TimexType::kDuration,
               {duration(compound->number, compound->unit), std::nullopt, std::nullopt});
}

/// "jeden Montag", "alle vier Jahre", "every week", "pro Jahr"
TimeScanner::Match TimeScanner::every(WordIndex w) const {
  const TimeWord* word = s_->hit(w, TimeKind::kEvery);
  if (word == nullptr) return std::nullopt;
  WordIndex at = w + word->length;
  std::string count = "1";
  bool counted = false;
  if (const auto n = number(at)) {
    count = n->text;
    at = n->last;
    counted = true;
  } else if (const auto ordinal = s_->day(at, false)) {
    count = std::to_string(*ordinal);
    ++at;
  }
  const auto set = [&](WordIndex last, std::string value) {
    return found(w, last, TimexType::kSet, {std::move(value), std::nullopt, std::nullopt});
  };
  if (const TimeWord* name = s_->hit(at, TimeKind::kWeekday)) return set(at + name->length, "XXXX-WXX-" + name->value);
  if (const TimeWord* both = s_->hit(at, TimeKind::kWeekdayPart)) {
    return set(at + both->length, "XXXX-WXX-" + both->value.substr(0, 1) + "T" + both->value.substr(2));
  }
  if (const TimeWord* name = s_->hit(at, TimeKind::kMonth)) return set(at + name->length, "XXXX-" + name->value);
  const TimeWord* unit = s_->hit(at, TimeKind::kUnit);
  if (unit == nullptr && counted) unit = s_->hit(at, TimeKind::kUnits);
  if (unit != nullptr) return set(at + unit->length, duration(count, unit->value));
  if (const TimeWord* part = s_->hit(at, TimeKind::kPart)) return set(at + part->length, "P1D");
  return std::nullopt;
}

TimeScanner::Match TimeScanner::frequency(WordIndex w) const {
  const TimeWord* word = s_->hit(w, TimeKind::kFrequency);
  if (word == nullptr) return std::nullopt;
  return found(w, w + word->length, TimexType::kSet, {word->value, std::nullopt, std::nullopt});
}

/// "10 bis 15 Uhr", "9.30/12.30 Uhr", "9 to 11 a.m.": the mark of the second time of the day holds for the first.
bool TimeScanner::opens_clock_range(WordIndex link) const {
  const std::string_view form = s_->form(link);
  const bool mark = form == "/" || form == "-" || form == "–";
  const TimeWord* word = s_->hit(link, TimeKind::kLink);
  if (!mark && (word == nullptr || word->value == "of")) return false;
  if (clock_text(s_->form(link + 1)).empty()) return false;
  const TimeWord* clock = s_->hit(link + 2, TimeKind::kClock);
  return clock != nullptr && clock->value != "AT";
}

/// "10.30 Uhr", "neun Uhr", "halb neun", "5 p.m.", "um 10:30"
TimeScanner::Match TimeScanner::clock(WordIndex w) const {
  WordIndex at = w;
  const TimeWord* half = s_->hit(w, TimeKind::kHalf);
  if (half != nullptr && document_.language() == Language::kGerman) at += half->length;
  std::string text = clock_text(s_->form(at));
  const bool minutes = s_->form(at).find_first_of(":.") != std::string_view::npos;
  if (const TimeWord* word = s_->hit(at, TimeKind::kNumber);
      word != nullptr && word->value != "X" && at == w + (half != nullptr ? 1U : 0U)) {
    text = clock_text(word->value);
  }
  if (text.empty()) return std::nullopt;
  ++at;
  const TimeWord* mark = s_->hit(at, TimeKind::kClock);
  if (mark != nullptr && mark->value == "AT") mark = nullptr;  // "10 bis 15 Uhr": it belongs to what follows
  if (half != nullptr) {
    const int hour = number_of(text.substr(0, 2)) - 1;
    if (hour < 0 || hour > 12 || minutes) return std::nullopt;
    text = two(hour) + ":30";
  } else if (mark != nullptr) {
    const int hour = number_of(text.substr(0, 2));
    if (mark->value == "PM" && hour < 12) text = two(hour + 12) + text.substr(2);
    if (mark->value == "AM" && hour == 12) text = "00" + text.substr(2);
    at += mark->length;
  } else if (!opens_clock_range(at)) {
    const TimeWord* before = w > s_->begin() ? s_->hit(w - 1, TimeKind::kClock) : nullptr;  // "um", "at"
    if (!minutes || before == nullptr || is_quantity(w)) return std::nullopt;
    if (before->value == "AT" && s_->form(w).size() < 5) return std::nullopt;  // "um 3.5"
  }
  Found result = found(w, at, TimexType::kTime, {});
  result.pending = text;
  result.clock = true;
  return result;
}

TimeScanner::Match TimeScanner::part_of_day(WordIndex w) const {
  const TimeWord* part = s_->hit(w, TimeKind::kPart);
  if (part == nullptr || part->value.size() > 2 || s_->left_part_of_compound(w)) return std::nullopt;
  Found result = found(w, w + part->length, TimexType::kTime, {});
  result.pending = part->value;
  return result;
}

}  // namespace depesche::timeplace
