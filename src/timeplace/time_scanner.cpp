#include "timeplace/time_scanner.h"

#include <algorithm>

namespace depesche::timeplace {

TimeScanner::TimeScanner(const Document& document, const TimeWords& words)
    : document_(document), words_(words), tree_(document), anchor_(document, words) {}

std::vector<TimeExpression> TimeScanner::run() {
  for (const Sentence& sentence : document_.words().sentences) scan(sentence);
  return std::move(out_);
}

void TimeScanner::scan(const Sentence& sentence) {
  const TimeSentence view(document_, sentence, words_);
  s_ = &view;
  std::vector<Found> matches;
  for (WordIndex w = view.begin(); w < view.end();) {
    Match match = longest(w);
    if (!match) {
      ++w;
      continue;
    }
    w = match->last;
    take_article(*match, matches.empty() ? view.begin() : matches.back().last);
    matches.push_back(std::move(*match));
  }
  resolve_pending(matches);
  for (const Found& match : matches) {
    out_.push_back(expression(match));
    const When& when = match.when;
    if (match.type != TimexType::kDuration && when.from && when.from == when.to) anchor_.set_context(*when.from);
  }
  s_ = nullptr;
}

TimeScanner::Match TimeScanner::longest(WordIndex w) const {
  Match best;
  const auto consider = [&](Match match) {
    if (match && (!best || match->last > best->last)) best = std::move(match);
  };
  if (!s_->any(w)) {
    consider(compound_length(w));
    return best;
  }
  if (is_name(w)) return best;
  consider(date(w));
  consider(numeric_date(w));
  consider(day_in_list(w));
  consider(lone_day(w));
  consider(night_before(w));
  consider(deictic(w));
  consider(weekday(w));
  consider(directed(w));
  consider(edge(w));
  consider(month(w, anchor_.direction(w)));
  consider(clock(w));
  consider(decade(w));
  consider(century(w));
  consider(quarter(w));
  consider(every(w));
  consider(length(w));
  consider(plural_unit(w));
  consider(compound_length(w));
  consider(frequency(w));
  consider(holiday(w));
  consider(season(w));
  consider(vague(w));
  consider(bare_unit(w));
  consider(year(w));
  consider(part_of_day(w));
  return best;
}

/// KRAUTS and TimeML take an article into the expression ("den vergangenen Jahren"), not one that is fused with a
/// preposition ("im vergangenen Jahr").
void TimeScanner::take_article(Found& found, WordIndex from) const {
  if (found.first <= from) return;
  const WordIndex before = found.first - 1;
  const TimeWord* article = s_->hit(before, TimeKind::kArticle);
  if (article == nullptr || article->length != 1 || s_->word(before).parts > 1) return;
  if (found.type == TimexType::kTime || found.type == TimexType::kSet) return;
  // "the Nov. 8 election": in English the article belongs to the noun behind a calendar date.
  const bool calendar = s_->hit(found.first, TimeKind::kMonth) != nullptr ||
                        s_->hit(found.first, TimeKind::kWeekday) != nullptr || s_->year(found.first);
  if (calendar && document_.language() == Language::kEnglish) return;
  const Upos upos = tree_.node(found.first).upos;
  const bool one_modifier = found.last == found.first + 1 && (upos == Upos::kAdj || upos == Upos::kAdv);
  if (one_modifier) return;  // "die derzeitige Lage": the article belongs to the noun
  found.first = before;
}

void TimeScanner::resolve_pending(std::vector<Found>& matches) {
  for (size_t i = 0; i < matches.size(); ++i) {
    Found& match = matches[i];
    if (match.pending.empty()) continue;
    std::optional<Date> base;
    const auto day_at = [&](size_t k) {
      const When& when = matches[k].when;
      return matches[k].type != TimexType::kDuration && when.from && when.from == when.to ? when.from : std::nullopt;
    };
    for (size_t k = i; k-- > 0 && !base;) base = day_at(k);
    for (size_t k = i + 1; k < matches.size() && !base; ++k) base = day_at(k);
    if (!base) base = anchor_.context();
    if (base) {
      match.when = match.clock ? timeplace::clock(*base, match.pending) : timeplace::part_of_day(*base, match.pending);
    } else {
      match.when.value = "T" + match.pending;
    }
  }
}

TimeExpression TimeScanner::expression(const Found& found) const {
  TimeExpression out;
  out.first = found.first;
  out.last = found.last;
  out.span = {s_->word(found.first).span.begin, s_->word(found.last - 1).span.end};
  out.type = found.type;
  out.value = found.when.value;
  out.from = found.when.from;
  out.to = found.when.to;
  out.past_reference = found.past_reference;
  return out;
}

TimeScanner::Found TimeScanner::found(WordIndex first, WordIndex last, TimexType type, When when) const {
  Found result;
  result.first = first;
  result.last = last;
  result.type = type;
  result.when = std::move(when);
  return result;
}

WordIndex TimeScanner::skip_article(WordIndex w) const {
  const TimeWord* article = s_->hit(w, TimeKind::kArticle);
  return article != nullptr ? w + article->length : w;
}

bool TimeScanner::is_name(WordIndex w) const {
  const EntityType entity = tree_.node(w).entity;
  return entity == EntityType::kPer || (entity == EntityType::kOrg && !tree_.node(w).entity_begin);
}

/// "2000 Menschen": the number counts what follows.
bool TimeScanner::is_quantity(WordIndex w) const {
  const Node& node = tree_.node(w);
  if (node.deprel == Deprel::kNummod && node.head != kNoWord && node.head > w && s_->inside(w + 1)) {
    const Upos next_upos = tree_.node(w + 1).upos;
    if (next_upos == Upos::kNoun || next_upos == Upos::kAdj || next_upos == Upos::kSym || next_upos == Upos::kPropn)
      return true;
  }
  const std::string_view next = s_->form(w + 1);
  if (next == "%" || next == "$" || next == "\u20AC") return true;
  if (w == s_->begin()) return false;
  const std::string_view previous = s_->form(w - 1);
  return previous == "$" || previous == "\u20AC" || previous == "\u00A3";
}

}  // namespace depesche::timeplace
