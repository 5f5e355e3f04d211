// Matchers of calendar dates.
#include <charconv>

#include "base/utf8.h"
#include "timeplace/time_scanner.h"

namespace depesche::timeplace {
namespace {

int number_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// The numbers of "21.06.2024", "6/21/2016", "2024-06-21"; empty when the form is something else.
std::vector<int> split_numbers(std::string_view form, char separator) {
  std::vector<int> numbers;
  size_t begin = 0;
  for (size_t i = 0; i <= form.size(); ++i) {
    if (i < form.size() && form[i] >= '0' && form[i] <= '9') continue;
    if (i < form.size() && form[i] != separator) return {};
    if (i - begin > 4 || (i == begin && i < form.size())) return {};
    if (i > begin) numbers.push_back(number_of(form.substr(begin, i - begin)));
    begin = i + 1;
  }
  return numbers;
}

/// "24" means 2024, "98" means 1998.
int full_year(int year) {
  return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
}

}  // namespace

std::optional<std::pair<int, WordIndex>> TimeScanner::year_after(WordIndex w) const {
  WordIndex at = w;
  if (s_->form(at) == ",") ++at;
  if (const TimeWord* link = s_->hit(at, TimeKind::kLink); link != nullptr && link->value == "of") at += link->length;
  at = skip_article(at);
  if (const TimeWord* word = s_->hit(at, TimeKind::kYearWord); word != nullptr && s_->year(at + word->length))
    at += word->length;
  if (const auto year = s_->year(at); year && !is_quantity(at)) return std::pair{*year, at + 1};
  const TimeWord* direction = s_->hit(at, TimeKind::kDirection);
  if (direction == nullptr || !anchor_.published()) return std::nullopt;
  at += direction->length;
  const TimeWord* unit = s_->hit(at, TimeKind::kUnit);
  if (unit == nullptr || unit->value != "Y") return std::nullopt;
  return std::pair{anchor_.published()->year +
                       number_of(direction->value.starts_with('-') ? direction->value.substr(1) : direction->value) *
                           (direction->value.starts_with('-') ? -1 : 1),
                   at + 1};
}

TimeScanner::Match TimeScanner::date(WordIndex w) const {
  WordIndex at = w;
  if (const TimeWord* name = s_->hit(at, TimeKind::kWeekday)) {
    at += name->length;
    if (s_->form(at) == ",") ++at;
    at = skip_article(at);
  }
  const bool english = document_.language() == Language::kEnglish;
  std::optional<int> number = s_->day(at, true);
  const TimeWord* name = nullptr;
  if (number) {
    ++at;
    if (const TimeWord* link = s_->hit(at, TimeKind::kLink); link != nullptr && link->value == "of") at += link->length;
    name = s_->hit(at, TimeKind::kMonth);
    if (name == nullptr) return std::nullopt;
    at += name->length;
  } else if (english) {
    name = s_->hit(at, TimeKind::kMonth);
    if (name == nullptr) return std::nullopt;
    at = skip_article(at + name->length);
    number = s_->day(at, true);
    if (!number || s_->hit(at + 1, TimeKind::kUnits) != nullptr) return std::nullopt;
    ++at;
  } else {
    return std::nullopt;
  }
  std::optional<int> year;
  if (const auto after = year_after(at)) {
    year = after->first;
    at = after->second;
  }
  const When when = anchor_.day_of_month(number_of(name->value), *number, year, anchor_.direction(w));
  if (when.value.empty()) return std::nullopt;
  return with_part(found(w, at, TimexType::kDate, when), at);
}

TimeScanner::Match TimeScanner::numeric_date(WordIndex w) const {
  const std::string_view form = s_->form(w);
  const std::vector<int> dots = split_numbers(form, '.');
  std::optional<When> when;
  if (dots.size() == 3) when = anchor_.day_of_month(dots[1], dots[0], full_year(dots[2]), Direction::kUnknown);
  if (dots.size() == 2 && form.ends_with('.') && valid(2000, dots[1], dots[0])) {
    when = anchor_.day_of_month(dots[1], dots[0], std::nullopt, anchor_.direction(w));
  }
  const std::vector<int> dashes = split_numbers(form, '-');
  if (dashes.size() == 3 && dashes[0] >= 1000)
    when = anchor_.day_of_month(dashes[1], dashes[2], dashes[0], Direction::kUnknown);
  const std::vector<int> slashes = split_numbers(form, '/');
  if (slashes.size() == 3 && document_.language() == Language::kEnglish) {
    when = anchor_.day_of_month(slashes[0], slashes[1], full_year(slashes[2]), Direction::kUnknown);
  }
  if (!when || when->value.empty()) return std::nullopt;
  return found(w, w + 1, TimexType::kDate, *when);
}

/// "am 24." in "am 24. und 25. September", "vom 2. auf den 3. Mai": the month stands with the last of them.
TimeScanner::Match TimeScanner::day_in_list(WordIndex w) const {
  const auto number = s_->day(w, false);
  if (!number) return std::nullopt;
  WordIndex at = w + 1;
  for (int step = 0; step < 6; ++step) {
    if (const TimeWord* month = s_->hit(at, TimeKind::kMonth)) {
      std::optional<int> year;
      if (const auto after = year_after(at + month->length)) year = after->first;
      if (step == 0) return std::nullopt;
      const When when = anchor_.day_of_month(number_of(month->value), *number, year, anchor_.direction(w));
      if (when.value.empty()) return std::nullopt;
      return found(w, w + 1, TimexType::kDate, when);
    }
    const bool joins = s_->day(at, false) || s_->form(at) == "," || s_->form(at) == "-" || s_->form(at) == "\u2013" ||
                       s_->form(at) == "/" || s_->hit(at, TimeKind::kLink) != nullptr ||
                       s_->hit(at, TimeKind::kArticle) != nullptr;
    if (!joins) return std::nullopt;
    ++at;
  }
  return std::nullopt;
}

/// "am 21.": the month is that of the day the text spoke of last. Behind a preposition or in a list, before no noun.
TimeScanner::Match TimeScanner::lone_day(WordIndex w) const {
  if (document_.language() != Language::kGerman || !s_->form(w).ends_with('.') || w == s_->begin()) return std::nullopt;
  const auto number = s_->day(w, false);
  const auto context = anchor_.context();
  if (!number || !context || !valid(context->year, context->month, *number)) return std::nullopt;
  const Upos next = s_->inside(w + 1) ? tree_.node(w + 1).upos : Upos::kPunct;
  if (next == Upos::kNoun || next == Upos::kAdj || next == Upos::kPropn || next == Upos::kNum) return std::nullopt;
  const bool opened = s_->hit(w - 1, TimeKind::kArticle) != nullptr || s_->hit(w - 1, TimeKind::kLink) != nullptr;
  if (!opened || (next == Upos::kAdp && s_->word(w - 1).parts == 0)) return std::nullopt;
  return found(w, w + 1, TimexType::kDate, day({context->year, context->month, static_cast<uint8_t>(*number)}));
}

TimeScanner::Match TimeScanner::month(WordIndex w, Direction direction) const {
  const TimeWord* name = s_->hit(w, TimeKind::kMonth);
  if (name == nullptr || s_->left_part_of_compound(w)) return std::nullopt;
  const Upos upos = tree_.node(w).upos;
  const WordIndex at = w + name->length;
  const int number = number_of(name->value);
  if (const auto year = year_after(at)) return found(w, year->second, TimexType::kDate, month_of(year->first, number));
  if (upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kAdj) return std::nullopt;
  return found(w, at, TimexType::kDate, anchor_.month(number, direction));
}

TimeScanner::Match TimeScanner::year(WordIndex w) const {
  if (const TimeWord* word = s_->hit(w, TimeKind::kYearWord)) {
    const WordIndex at = w + word->length;
    const auto number = s_->number(at);
    if (!number || *number < 100 || *number > 2100 || is_quantity(at)) return std::nullopt;
    return found(w, at + 1, TimexType::kDate, year_of(*number));
  }
  const auto number = s_->year(w);
  if (!number || is_quantity(w) || s_->left_part_of_compound(w)) return std::nullopt;
  const bool at_start = w == s_->begin();
  const TimeWord* before = at_start ? nullptr : s_->hit(w - 1, TimeKind::kRelation);
  if (!at_start && words_.counts(document_.language(), s_->form(w - 1))) return std::nullopt;  // "Resolution 1973"
  const bool bracket = !at_start && (s_->form(w - 1) == "(" || s_->form(w - 1) == "-" || s_->form(w - 1) == "\u2013");
  const Deprel deprel = tree_.node(w).deprel;
  const bool adverbial =
      *number >= 1500 && (deprel == Deprel::kObl || deprel == Deprel::kAdvmod || deprel == Deprel::kNmod);
  if (*number < 1900 && before == nullptr && !bracket && !adverbial) return std::nullopt;
  if (s_->hit(w + 1, TimeKind::kClock) != nullptr || s_->hit(w + 1, TimeKind::kUnits) != nullptr) return std::nullopt;
  return found(w, w + 1, TimexType::kDate, year_of(*number));
}

/// "1990er Jahre", "90er-Jahren", "neunziger Jahre", "the 1990s", "the '90s", "the nineties"
TimeScanner::Match TimeScanner::decade(WordIndex w) const {
  std::optional<int> first;
  WordIndex at = w + 1;
  bool needs_years = false;
  if (const TimeWord* word = s_->hit(w, TimeKind::kDecade)) {
    first = 1900 + 10 * number_of(word->value);
    needs_years = document_.language() == Language::kGerman;
  } else {
    std::string_view form = s_->form(w);
    if (form.starts_with('\'')) form.remove_prefix(1);
    const bool german = form.ends_with("er");
    const bool english = form.ends_with('s');
    if (!german && !english) return std::nullopt;
    form.remove_suffix(german ? 2 : 1);
    if (form.find_first_not_of("0123456789") != std::string_view::npos || (form.size() != 2 && form.size() != 4) ||
        form.back() != '0')
      return std::nullopt;
    first = form.size() == 2 ? 1900 + number_of(form) : number_of(form);
    needs_years = german;
  }
  if (needs_years) {
    if (s_->form(at) == "-") ++at;
    const TimeWord* years = s_->hit(at, TimeKind::kUnits);
    if (years == nullptr || years->value != "Y") return std::nullopt;
    at += years->length;
  }
  return found(w, at, TimexType::kDate, decade_of(*first));
}

TimeScanner::Match TimeScanner::century(WordIndex w) const {
  const auto number = s_->day(w, false);
  if (!number) return std::nullopt;
  WordIndex at = w + 1;
  if (s_->form(at) == "-") ++at;
  const TimeWord* unit = s_->hit(at, TimeKind::kUnit);
  if (unit == nullptr || unit->value != "CE") return std::nullopt;
  return found(w, at + unit->length, TimexType::kDate, timeplace::century(*number));
}

}  // namespace depesche::timeplace
