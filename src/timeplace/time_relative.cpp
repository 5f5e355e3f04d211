// Matchers of expressions that are relative to the report or to what the text spoke of before.
#include <charconv>

#include "timeplace/time_scanner.h"

namespace depesche::timeplace {
namespace {

/// "-1", "0", "+1"
int steps_of(std::string_view value) {
  if (value.starts_with('+')) value.remove_prefix(1);
  int steps = 0;
  std::from_chars(value.data(), value.data() + value.size(), steps);
  return steps;
}

Direction side(int steps) {
  return steps < 0 ? Direction::kPast : steps > 0 ? Direction::kFuture : Direction::kUnknown;
}

}  // namespace

/// Adds "Abend" or "morning" behind a day.
TimeScanner::Match TimeScanner::with_part(Found day, WordIndex at) const {
  const TimeWord* part = s_->hit(at, TimeKind::kPart);
  if (part == nullptr) return day;
  const std::string_view code = std::string_view(part->value).substr(0, 2);  // without the * of words that need a day
  day.last = at + part->length;
  day.type = TimexType::kTime;
  if (day.when.from) {
    day.when = timeplace::part_of_day(*day.when.from, code);
  } else if (!day.when.value.empty()) {
    day.when.value += "T" + std::string(code);
  }
  return day;
}

/// "heute", "gestern Abend", "am gestrigen Mittwoch", "tonight", "Vorjahr". Values: "D:-1", "D:0:EV", "Y:-1", "C:-1" (a
/// day counted from the one the text spoke of).
TimeScanner::Match TimeScanner::deictic(WordIndex w) const {
  const TimeWord* word = s_->hit(w, TimeKind::kDeictic);
  if (word == nullptr) return std::nullopt;
  const std::string_view value = word->value;
  const size_t colon = value.find(':');
  const std::string_view unit = value.substr(0, colon);
  std::string_view rest = colon == std::string_view::npos ? std::string_view() : value.substr(colon + 1);
  const size_t second = rest.find(':');
  const std::string_view part = second == std::string_view::npos ? std::string_view() : rest.substr(second + 1);
  const int steps = steps_of(rest.substr(0, second));
  WordIndex at = w + word->length;
  if (unit == "C") {
    const auto context = anchor_.context();
    return found(w, at, TimexType::kDate,
                 context ? day(add_days(*context, steps)) : When{"XXXX-XX-XX", std::nullopt, std::nullopt});
  }
  Found result = found(w, at, TimexType::kDate, anchor_.unit(unit, steps));
  if (unit != "D") return result;
  if (!part.empty()) {
    result.type = TimexType::kTime;
    if (result.when.from) result.when = timeplace::part_of_day(*result.when.from, part);
    return result;
  }
  if (const TimeWord* name = s_->hit(at, TimeKind::kWeekday)) {
    result.last = at = at + name->length;
  } else if (const TimeWord* both = s_->hit(at, TimeKind::kWeekdayPart)) {
    result.last = at + both->length;
    result.type = TimexType::kTime;
    if (result.when.from) result.when = timeplace::part_of_day(*result.when.from, both->value.substr(2));
    return result;
  }
  return with_part(std::move(result), at);
}

TimeScanner::Match TimeScanner::weekday(WordIndex w) const {
  if (const TimeWord* both = s_->hit(w, TimeKind::kWeekdayPart)) {
    When when = anchor_.weekday(both->value[0] - '0', anchor_.direction(w), false);
    const std::string part = both->value.substr(2);
    if (when.from) {
      when = timeplace::part_of_day(*when.from, part);
    } else {
      when.value += "T" + part;
    }
    return found(w, w + both->length, TimexType::kTime, std::move(when));
  }
  const TimeWord* name = s_->hit(w, TimeKind::kWeekday);
  if (name == nullptr || s_->left_part_of_compound(w)) return std::nullopt;
  const WordIndex at = w + name->length;
  // "Tuesday last week"
  if (const TimeWord* direction = s_->hit(at, TimeKind::kDirection)) {
    const TimeWord* unit = s_->hit(at + direction->length, TimeKind::kUnit);
    if (unit != nullptr && unit->value == "W" && anchor_.published()) {
      const When week = unit_at(*anchor_.published(), "W", steps_of(direction->value));
      return found(w, at + direction->length + unit->length, TimexType::kDate,
                   day(add_days(*week.from, name->value[0] - '1')));
    }
  }
  const When when = anchor_.weekday(name->value[0] - '0', anchor_.direction(w), false);
  return with_part(found(w, at, TimexType::kDate, when), at);
}

/// "Nacht zum Samstag", "Nacht auf den 24. Januar": the night before that day.
TimeScanner::Match TimeScanner::night_before(WordIndex w) const {
  const TimeWord* night = s_->hit(w, TimeKind::kPart);
  if (night == nullptr || night->value != "NI") return std::nullopt;
  WordIndex at = w + night->length;
  const TimeWord* link = s_->hit(at, TimeKind::kLink);
  if (link == nullptr || (link->value != "to" && link->value != "of")) return std::nullopt;
  at = skip_article(at + link->length);
  Match target = date(at);
  if (!target) target = day_in_list(at);
  if (!target) target = weekday(at);
  if (!target) target = deictic(at);
  if (!target) return std::nullopt;
  Found result = found(w, target->last, TimexType::kTime, target->when);
  // "Nacht vom 2. auf den 3. Mai"
  const TimeWord* onto = s_->hit(target->last, TimeKind::kLink);
  if (onto != nullptr && onto->value == "to" && target->when.from) {
    const Match second = date(skip_article(target->last + onto->length));
    if (second && second->when.from && days_of(*second->when.from) == days_of(*target->when.from) + 1) {
      result.last = second->last;
      result.when = timeplace::part_of_day(*target->when.from, "NI");
      result.when.to = second->when.to;
      return result;
    }
  }
  if (result.when.from) {
    const Date last = *result.when.from;
    result.when = timeplace::part_of_day(last, "NI");
    if (link->value == "to") result.when.from = add_days(last, -1);
  }
  return result;
}

/// A direction and what it points at: "letzte Woche", "next Friday", "den vergangenen zwei Jahren", "this morning".
TimeScanner::Match TimeScanner::directed(WordIndex w) const {
  const TimeWord* direction = s_->hit(w, TimeKind::kDirection);
  if (direction == nullptr) return std::nullopt;
  const int steps = steps_of(direction->value);
  WordIndex at = w + direction->length;
  if (const auto count = number(at)) {
    const TimeWord* unit = s_->hit(count->last, TimeKind::kUnits);
    if (unit == nullptr) unit = s_->hit(count->last, TimeKind::kUnit);
    if (unit == nullptr) return std::nullopt;
    Found result = found(w, count->last + unit->length, TimexType::kDuration,
                         {duration(count->text, unit->value), std::nullopt, std::nullopt});
    if (steps != 0) place_length(result, w, (steps < 0 ? "-" : "+") + count->text, unit->value);
    return result;
  }
  if (const TimeWord* units = s_->hit(at, TimeKind::kUnits);
      units != nullptr && s_->hit(at, TimeKind::kUnit) == nullptr) {
    Found result =
        found(w, at + units->length, TimexType::kDuration, {duration("X", units->value), std::nullopt, std::nullopt});
    if (steps < 0) {
      result.when.to = anchor_.published();
      result.past_reference = units->value == "Y" || units->value == "DE" || units->value == "CE";
    }
    return result;
  }
  if (const TimeWord* unit = s_->hit(at, TimeKind::kUnit)) {
    if (unit->value.starts_with('T')) return std::nullopt;
    if (unit->value != "D") return found(w, at + unit->length, TimexType::kDate, anchor_.unit(unit->value, steps));
    const auto context = anchor_.context();
    return found(w, at + unit->length, TimexType::kDate,
                 context ? day(add_days(*context, steps)) : When{"XXXX-XX-XX", std::nullopt, std::nullopt});
  }
  return directed_name(w, at, steps);
}

/// The name of a day, month, season, part of the day or holiday at `at`, behind a direction at `w`.
TimeScanner::Match TimeScanner::directed_name(WordIndex w, WordIndex at, int steps) const {
  if (const TimeWord* name = s_->hit(at, TimeKind::kWeekday)) {
    const Direction where = steps != 0 ? side(steps) : anchor_.direction(w);
    at += name->length;
    return with_part(found(w, at, TimexType::kDate, anchor_.weekday(name->value[0] - '0', where, steps != 0)), at);
  }
  if (const TimeWord* both = s_->hit(at, TimeKind::kWeekdayPart)) {
    When when = anchor_.weekday(both->value[0] - '0', steps != 0 ? side(steps) : anchor_.direction(w), steps != 0);
    if (when.from) when = timeplace::part_of_day(*when.from, both->value.substr(2));
    return found(w, at + both->length, TimexType::kTime, std::move(when));
  }
  if (s_->hit(at, TimeKind::kMonth) != nullptr) {
    Match result = month(at, side(steps));
    if (result) result->first = w;
    return result;
  }
  if (const TimeWord* name = s_->hit(at, TimeKind::kSeason)) {
    return found(w, at + name->length, TimexType::kDate, anchor_.season(name->value, side(steps)));
  }
  if (const TimeWord* part = s_->hit(at, TimeKind::kPart); part != nullptr && part->value.size() == 2) {
    if (!anchor_.published()) return std::nullopt;
    return found(w, at + part->length, TimexType::kTime,
                 timeplace::part_of_day(add_days(*anchor_.published(), steps), part->value));
  }
  if (const TimeWord* day_off = s_->hit(at, TimeKind::kHoliday)) {
    return found(w, at + day_off->length, TimexType::kDate, anchor_.holiday(day_off->value, side(steps)));
  }
  return std::nullopt;
}

/// "Ende Juni", "Anfang der Woche", "late 2014", "the end of the year", "earlier this week"
TimeScanner::Match TimeScanner::edge(WordIndex w) const {
  const TimeWord* word = s_->hit(w, TimeKind::kEdge);
  if (word == nullptr) return std::nullopt;
  WordIndex at = w + word->length;
  if (s_->form(at) == "-") ++at;
  if (const TimeWord* link = s_->hit(at, TimeKind::kLink); link != nullptr && link->value == "of") at += link->length;
  at = skip_article(at);
  Match inner = directed(at);
  if (!inner) inner = month(at, anchor_.direction(w));
  if (!inner) inner = year(at);
  if (!inner) inner = decade(at);
  if (!inner) inner = century(at);
  if (!inner) inner = season(at);
  if (!inner) inner = weekday(at);
  if (!inner && at > w + word->length) {
    const TimeWord* unit = s_->hit(at, TimeKind::kUnit);
    if (unit != nullptr && !unit->value.starts_with('T') && unit->value != "D") {
      inner = found(at, at + unit->length, TimexType::kDate, anchor_.unit(unit->value, 0));
    }
  }
  if (!inner || inner->type == TimexType::kDuration) return std::nullopt;
  inner->first = w;
  return inner;
}

/// "am Wochenende", "the weekend": the weekend next to the report, on the side of the tense.
TimeScanner::Match TimeScanner::bare_unit(WordIndex w) const {
  const TimeWord* unit = s_->hit(w, TimeKind::kUnit);
  if (unit == nullptr || unit->value != "WE" || s_->left_part_of_compound(w)) return std::nullopt;
  const auto published = anchor_.published();
  if (!published) return found(w, w + unit->length, TimexType::kDate, anchor_.unit("WE", 0));
  const bool past = anchor_.direction(w) != Direction::kFuture && timeplace::weekday(*published) < 6;
  return found(w, w + unit->length, TimexType::kDate, anchor_.unit("WE", past ? -1 : 0));
}

TimeScanner::Match TimeScanner::season(WordIndex w) const {
  const TimeWord* name = s_->hit(w, TimeKind::kSeason);
  if (name == nullptr || s_->left_part_of_compound(w)) return std::nullopt;
  const Upos upos = tree_.node(w).upos;
  if (upos == Upos::kVerb || upos == Upos::kAux) return std::nullopt;
  const WordIndex at = w + name->length;
  if (const auto year = year_after(at))
    return found(w, year->second, TimexType::kDate, season_of(year->first, name->value));
  return found(w, at, TimexType::kDate, anchor_.season(name->value, anchor_.direction(w)));
}

/// "dritten Quartal 2014", "the first half of 2015", "der zweiten Jahreshälfte"
TimeScanner::Match TimeScanner::quarter(WordIndex w) const {
  const auto number = s_->day(w, false);
  if (!number || *number > 4) return std::nullopt;
  const TimeWord* unit = s_->hit(w + 1, TimeKind::kUnit);
  if (unit == nullptr || (unit->value != "Q" && unit->value != "HY") || (unit->value == "HY" && *number > 2))
    return std::nullopt;
  WordIndex at = w + 1 + unit->length;
  std::optional<int> year;
  if (const auto after = year_after(at)) {
    year = after->first;
    at = after->second;
  } else if (anchor_.published()) {
    year = anchor_.published()->year;
  }
  const std::string label = (unit->value == "Q" ? "Q" : "H") + std::to_string(*number);
  if (!year) return found(w, at, TimexType::kDate, {"XXXX-" + label, std::nullopt, std::nullopt});
  return found(w, at, TimexType::kDate, unit->value == "Q" ? quarter_of(*year, *number) : half_of(*year, *number));
}

TimeScanner::Match TimeScanner::holiday(WordIndex w) const {
  const TimeWord* name = s_->hit(w, TimeKind::kHoliday);
  if (name == nullptr || s_->left_part_of_compound(w)) return std::nullopt;
  WordIndex at = w + name->length;
  if (const auto year = s_->year(at); year && name->value.size() == 5) {
    std::string rule = name->value;
    return found(w, at + 1, TimexType::kDate, anchor_.holiday(std::to_string(*year) + "-" + rule, Direction::kUnknown));
  }
  return found(w, at, TimexType::kDate, anchor_.holiday(name->value, anchor_.direction(w)));
}

/// Words for past, present and future at large. Values: a TIMEX3 reference, or RECENT: in the past, but no background.
TimeScanner::Match TimeScanner::vague(WordIndex w) const {
  const TimeWord* word = s_->hit(w, TimeKind::kVague);
  if (word == nullptr) return std::nullopt;
  const bool recent = word->value == "RECENT";
  const bool length = word->value.starts_with("PX") || word->value.starts_with("PTX");  // "jahrelang": PXY
  Found result = found(w, w + word->length, length ? TimexType::kDuration : TimexType::kDate,
                       {recent ? "PAST_REF" : word->value, std::nullopt, std::nullopt});
  result.past_reference = word->value == "PAST_REF" || word->value == "PXY" || word->value == "PXDE";
  return result;
}

}  // namespace depesche::timeplace
