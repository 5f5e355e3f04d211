#include "timeplace/time_words.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace depesche::timeplace {
namespace {

std::optional<TimeKind> kind_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, TimeKind>, 27> kKinds = {
      {{"month", TimeKind::kMonth},         {"weekday", TimeKind::kWeekday}, {"unit", TimeKind::kUnit},
       {"units", TimeKind::kUnits},         {"deictic", TimeKind::kDeictic}, {"direction", TimeKind::kDirection},
       {"part", TimeKind::kPart},           {"season", TimeKind::kSeason},   {"number", TimeKind::kNumber},
       {"ordinal", TimeKind::kOrdinal},     {"vague", TimeKind::kVague},     {"holiday", TimeKind::kHoliday},
       {"frequency", TimeKind::kFrequency}, {"approx", TimeKind::kApprox},   {"edge", TimeKind::kEdge},
       {"relation", TimeKind::kRelation},   {"every", TimeKind::kEvery},     {"clock", TimeKind::kClock},
       {"future", TimeKind::kFuture},       {"article", TimeKind::kArticle}, {"decade", TimeKind::kDecade},
       {"suffix", TimeKind::kSuffix},       {"age", TimeKind::kAge},         {"link", TimeKind::kLink},
       {"span", TimeKind::kSpan},           {"half", TimeKind::kHalf},       {"year", TimeKind::kYearWord}}};
  for (const auto& [text, kind] : kKinds) {
    if (text == name) return kind;
  }
  return std::nullopt;
}

bool all_capitals(std::string_view form) {
  return form.size() > 2 && utf8::lower(form.substr(1)) != form.substr(1) &&
         form.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

}  // namespace

TimeWords::TimeWords(const Knowledge& knowledge) {
  const Table words = knowledge.table("words/time");
  for (Row r = 0; r < words.size(); ++r) {
    const auto kind = kind_of(words.cell(r, "kind"));
    if (!kind) continue;
    const std::string_view language = words.cell(r, "language");
    for (const Language l : {Language::kGerman, Language::kEnglish}) {
      if (language == "any" || language == code(l)) add(l, words.cell(r, "word"), *kind, words.cell(r, "value"));
    }
  }
  add_weekday_parts(Language::kGerman);
}

void TimeWords::add(Language language, std::string_view word, TimeKind kind, std::string_view value) {
  Table_& table = tables_[static_cast<size_t>(language)];
  if (kind == TimeKind::kSuffix) {
    table.suffixes.push_back({std::string(word), std::string(value)});
    return;
  }
  if (kind == TimeKind::kSpan) {
    table.counters.push_back(utf8::lower(word));
    return;
  }
  if (kind == TimeKind::kNumber) table.numbers.emplace(word, value);
  const auto length = static_cast<uint8_t>(1 + std::count(word.begin(), word.end(), ' '));
  table.words[std::string(word)].push_back({kind, std::string(value), length});
  uint32_t& longest = table.phrases[std::string(word.substr(0, word.find(' ')))];
  longest = std::max<uint32_t>(longest, length);
}

void TimeWords::add_weekday_parts(Language language) {
  Table_& table = tables_[static_cast<size_t>(language)];
  std::vector<std::pair<std::string, std::string>> days;
  std::vector<std::pair<std::string, std::string>> parts;
  for (const auto& [word, entries] : table.words) {
    for (const TimeWord& entry : entries) {
      if (entry.kind == TimeKind::kWeekday && !word.ends_with('.')) days.emplace_back(word, entry.value);
      if (entry.kind == TimeKind::kPart && entry.length == 1) parts.emplace_back(utf8::lower(word), entry.value);
    }
  }
  for (const auto& [day, number] : days) {
    for (const auto& [part, code] : parts) {
      const std::string form = day + part;
      if (!table.words.contains(form)) add(language, form, TimeKind::kWeekdayPart, number + ":" + code);
    }
  }
}

const std::vector<TimeWord>* TimeWords::find(Language language, std::string_view form) const {
  const auto& words = tables_[static_cast<size_t>(language)].words;
  if (const auto it = words.find(form); it != words.end()) return &it->second;
  if (!utf8::is_upper(utf8::decode(form.empty() ? " " : form, 0))) return nullptr;
  const std::string lower = utf8::lower(form);
  if (all_capitals(form)) {
    if (const auto it = words.find(utf8::capitalised(lower)); it != words.end()) return &it->second;
  }
  const auto it = words.find(lower);
  return it == words.end() ? nullptr : &it->second;
}

uint32_t TimeWords::phrase_length(Language language, std::string_view word) const {
  const auto& phrases = tables_[static_cast<size_t>(language)].phrases;
  auto it = phrases.find(word);
  if (it == phrases.end()) it = phrases.find(utf8::lower(word));
  return it == phrases.end() ? 1 : it->second;
}

bool TimeWords::counts(Language language, std::string_view form) const {
  const std::string lower = utf8::lower(form);
  const auto& counters = tables_[static_cast<size_t>(language)].counters;
  return std::any_of(counters.begin(), counters.end(),
                     [&](const std::string& c) { return lower == c || (c.size() > 6 && lower.ends_with(c)); });
}

std::optional<TimeWords::Compound> TimeWords::compound(Language language, std::string_view form) const {
  const Table_& table = tables_[static_cast<size_t>(language)];
  const std::string lower = utf8::lower(form);
  for (const Suffix& suffix : table.suffixes) {
    const size_t at = lower.find(suffix.text);
    if (at == std::string::npos || at == 0 || lower.size() - at - suffix.text.size() > 2) continue;
    const std::string head = lower.substr(0, at);
    if (const auto it = table.numbers.find(head); it != table.numbers.end()) return Compound{it->second, suffix.unit};
    if (head.find_first_not_of("0123456789") == std::string::npos) return Compound{head, suffix.unit};
  }
  return std::nullopt;
}

}  // namespace depesche::timeplace
