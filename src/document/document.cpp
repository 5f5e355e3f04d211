#include "document/document.h"

#include <charconv>
#include <chrono>

namespace depesche {

std::string_view code(Language language) {
  return language == Language::kGerman ? "de" : "en";
}

std::optional<Language> language_of(std::string_view code) {
  if (code.size() < 2 || (code.size() > 2 && code[2] != '-' && code[2] != '_')) return std::nullopt;
  const char first = static_cast<char>(code[0] | 0x20);
  const char second = static_cast<char>(code[1] | 0x20);
  if (first == 'd' && second == 'e') return Language::kGerman;
  if (first == 'e' && second == 'n') return Language::kEnglish;
  return std::nullopt;
}

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  if (iso.size() > 10 && iso[10] != 'T' && iso[10] != ' ') return std::nullopt;
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  const auto read = [&](size_t at, size_t n, auto& out) {
    const auto [end, error] = std::from_chars(iso.data() + at, iso.data() + at + n, out);
    return error == std::errc() && end == iso.data() + at + n;
  };
  if (!read(0, 4, year) || !read(5, 2, month) || !read(8, 2, day)) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return Date{static_cast<int16_t>(year), static_cast<uint8_t>(month), static_cast<uint8_t>(day)};
}

std::string iso(Date date) {
  const auto two = [](int n) { return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; };
  return two(date.year / 100) + two(date.year % 100) + "-" + two(date.month) + "-" + two(date.day);
}

int days_of(Date date) {
  using namespace std::chrono;
  const sys_days days = year_month_day{year(date.year), month(date.month), day(date.day)};
  return static_cast<int>(days.time_since_epoch().count());
}

Date date_of(int days) {
  using namespace std::chrono;
  const year_month_day ymd{sys_days{std::chrono::days{days}}};
  return {static_cast<int16_t>(static_cast<int>(ymd.year())), static_cast<uint8_t>(static_cast<unsigned>(ymd.month())),
          static_cast<uint8_t>(static_cast<unsigned>(ymd.day()))};
}

ActorIndex ActorLayer::actor_at_head(WordIndex w) const {
  if (w >= mention_of_head.size() || mention_of_head[w] == UINT32_MAX) return kNoActor;
  return mentions[mention_of_head[w]].actor;
}

std::vector<ActorIndex> ActorLayer::actors_at_head(WordIndex w) const {
  std::vector<ActorIndex> out;
  if (w >= mention_of_head.size()) return out;
  for (uint32_t m = mention_of_head[w]; m < mentions.size() && mentions[m].head == w; ++m) {
    out.push_back(mentions[m].actor);
  }
  return out;
}

ActorIndex ActorLayer::actor_at_word(WordIndex w) const {
  if (w >= mention_of_word.size() || mention_of_word[w] == UINT32_MAX) return kNoActor;
  return mentions[mention_of_word[w]].actor;
}

}  // namespace depesche
