#include "timeplace/anchor.h"

#include <charconv>
#include <cstdlib>

namespace depesche::timeplace {
namespace {

constexpr int kMaxClimb = 24;  ///< links from a date up to the verb of its clause

int number_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string two(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

}  // namespace

Anchor::Anchor(const Document& document, const TimeWords& words)
    : words_(words), tree_(document), language_(document.language()), published_(document.info().published) {}

bool Anchor::is_future_word(WordIndex w) const {
  for (const std::string_view form : {std::string_view(tree_.lemma(w)), tree_.form(w)}) {
    const auto* entries = words_.find(language_, form);
    if (entries == nullptr) continue;
    for (const TimeWord& entry : *entries) {
      if (entry.kind == TimeKind::kFuture) return true;
    }
  }
  return false;
}

Direction Anchor::direction(WordIndex w) const {
  const Deprel deprel = tree_.node(w).deprel;
  if (deprel == Deprel::kCompound || deprel == Deprel::kAmod) return Direction::kUnknown;  // "the Nov. 8 election"
  for (int step = 0; w != kNoWord && step < kMaxClimb; ++step, w = tree_.head(w)) {
    const Node& node = tree_.node(w);
    if (node.upos != Upos::kVerb && node.upos != Upos::kAux) continue;
    bool future = is_future_word(w) && node.feats.tense != Tense::kPast;
    bool past = node.feats.tense == Tense::kPast && node.feats.mood != Mood::kSub;
    bool perfect = false;
    bool auxiliary = false;
    for (const WordIndex child : tree_.children(w)) {
      const Node& aux = tree_.node(child);
      if (aux.deprel != Deprel::kAux && aux.deprel != Deprel::kCop) continue;
      auxiliary = true;
      const bool present = aux.feats.tense != Tense::kPast || aux.feats.mood == Mood::kSub;
      if (is_future_word(child)) future = future || present;
      if (aux.feats.tense == Tense::kPast && aux.feats.mood != Mood::kSub) past = true;
      if (aux.feats.verb_form == VerbForm::kInf && node.feats.verb_form == VerbForm::kPart) perfect = true;
    }
    if (perfect) return Direction::kPast;
    if (future) return Direction::kFuture;
    if (past || (auxiliary && node.feats.verb_form == VerbForm::kPart)) return Direction::kPast;
    // "kündigte an, am Freitag zu kommen", "agreed to meet on Friday"
    const bool clause = node.deprel == Deprel::kXcomp || node.deprel == Deprel::kCcomp || node.deprel == Deprel::kAcl ||
                        node.deprel == Deprel::kCsubj;
    if (node.feats.verb_form == VerbForm::kInf && clause && !auxiliary) return Direction::kFuture;
    if (node.feats.verb_form != VerbForm::kInf && node.feats.verb_form != VerbForm::kPart) return Direction::kUnknown;
  }
  return Direction::kUnknown;
}

When Anchor::weekday(int number, Direction direction, bool strict) const {
  if (!published_) return {"XXXX-WXX-" + std::to_string(number), std::nullopt, std::nullopt};
  const int today = timeplace::weekday(*published_);
  const bool future = direction == Direction::kFuture;
  int distance = future ? (number - today + 7) % 7 : -((today - number + 7) % 7);
  if (distance == 0 && strict) distance = future ? 7 : -7;
  return day(add_days(*published_, distance));
}

template <typename F>
When Anchor::choose_year(F of_year, Direction direction) const {
  std::optional<When> best;
  int best_distance = 0;
  const int today = days_of(*published_);
  for (int year = published_->year - 1; year <= published_->year + 1; ++year) {
    const std::optional<When> candidate = of_year(year);
    if (!candidate) continue;
    const int from = days_of(*candidate->from);
    const int to = days_of(*candidate->to);
    int distance = from > today ? from - today : to < today ? today - to : 0;
    // A tense speaks for its side, but a date next door in the other direction is likelier than one a year away.
    if (direction == Direction::kPast && from > today) distance += 330;
    if (direction == Direction::kFuture && to < today) distance += 330;
    if (!best || distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best ? *best : When{};
}

When Anchor::month(int month, Direction direction) const {
  if (!published_) return {"XXXX-" + two(month), std::nullopt, std::nullopt};
  return choose_year([&](int year) { return std::optional(month_of(year, month)); }, direction);
}

When Anchor::day_of_month(int month, int number, std::optional<int> year, Direction direction) const {
  const auto in_year = [&](int y) {
    return valid(y, month, number) ? std::optional(day({static_cast<int16_t>(y), static_cast<uint8_t>(month),
                                                        static_cast<uint8_t>(number)}))
                                   : std::nullopt;
  };
  if (year) {
    const auto when = in_year(*year);
    return when ? *when : When{};
  }
  if (!published_) return {"XXXX-" + two(month) + "-" + two(number), std::nullopt, std::nullopt};
  return choose_year(in_year, direction);
}

When Anchor::season(std::string_view season, Direction direction) const {
  if (!published_) return {"XXXX-" + std::string(season), std::nullopt, std::nullopt};
  return choose_year([&](int year) { return std::optional(season_of(year, season)); }, direction);
}

When Anchor::holiday(std::string_view rule, Direction direction) const {
  if (rule.size() == 10) {
    const auto date = parse_date(rule);
    return date ? day(*date) : When{};
  }
  if (rule.starts_with("E")) {
    if (!published_) return {"XXXX-XX-XX", std::nullopt, std::nullopt};
    const int offset = rule.size() > 2 ? number_of(rule.substr(2)) * (rule[1] == '-' ? -1 : 1) : 0;
    return choose_year([&](int year) { return std::optional(day(add_days(easter(year), offset))); }, direction);
  }
  if (rule.size() < 5) return {};
  return day_of_month(number_of(rule.substr(0, 2)), number_of(rule.substr(3, 2)), std::nullopt, direction);
}

When Anchor::unit(std::string_view unit, int steps) const {
  if (published_) return unit_at(*published_, unit, steps);
  if (unit == "Y") return {"XXXX", std::nullopt, std::nullopt};
  if (unit == "M") return {"XXXX-XX", std::nullopt, std::nullopt};
  if (unit == "W") return {"XXXX-WXX", std::nullopt, std::nullopt};
  if (unit == "WE") return {"XXXX-WXX-WE", std::nullopt, std::nullopt};
  return {unit == "D" ? "XXXX-XX-XX" : "", std::nullopt, std::nullopt};
}

}  // namespace depesche::timeplace
