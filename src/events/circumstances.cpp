#include "events/circumstances.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche::events {
namespace {

constexpr int kHistoryDays = 30;
constexpr size_t kMaxContexts = 3;

/// Predicate whose clause holds word w: the nearest verbal predicate at or above it.
bool in_own_clause(WordIndex w, const Predicate& predicate, const Document& document, const Tree& tree) {
  for (WordIndex at = w; at != kNoWord; at = tree.head(at)) {
    if (at == predicate.head) return true;
    const PredicateIndex p = document.clauses().predicate_of_word[at];
    if (p == kNoPredicate) continue;
    const PredicateKind kind = document.clauses().predicates[p].kind;
    if (kind == PredicateKind::kVerb) return false;
  }
  return false;
}

}  // namespace

const TimeExpression* time_of(const Predicate& predicate, const Document& document, const Tree& tree) {
  const TimeExpression* best = nullptr;
  uint32_t best_distance = UINT32_MAX;
  const Span sentence = document.words().sentences[predicate.sentence].span;
  for (const TimeExpression& t : document.timeplace().times) {
    if (!sentence.contains(t.span) || t.first == kNoWord) continue;
    if (t.type == TimexType::kSet || (!t.from && !t.past_reference)) continue;
    bool own = false;
    for (WordIndex w = t.first; w < t.last && !own; ++w) own = in_own_clause(w, predicate, document, tree);
    if (!own) continue;
    const uint32_t distance = t.first > predicate.head ? t.first - predicate.head : predicate.head - t.first;
    if (distance < best_distance) {
      best = &t;
      best_distance = distance;
    }
  }
  return best;
}

size_t place_of(const Predicate& predicate, const Fillers& fillers) {
  const auto& places = fillers.document().timeplace().places;
  for (const Argument& a : predicate.arguments) {
    if (a.function != Function::kOblique ||
        !fillers.lexicon().in_class(fillers.document().language(), a.preposition, "link_place"))
      continue;
    for (size_t i = 0; i < places.size(); ++i) {
      if (places[i].head == a.head || (places[i].head != kNoWord && a.span.contains(places[i].span) &&
                                       fillers.tree().head(places[i].head) == a.head)) {
        return i;
      }
    }
  }
  return kNoPlace;
}

bool is_historical(const Predicate& predicate, const TimeExpression* time, const Document& document) {
  if (predicate.past_background) return true;
  if (time == nullptr) return false;
  if (time->past_reference) return true;
  if (!document.info().published || !time->to) return false;
  return days_of(*document.info().published) - days_of(*time->to) > kHistoryDays;
}

std::vector<std::string> contexts_of(const Predicate& predicate, const std::vector<std::string>& fixed,
                                     const Fillers& fillers) {
  std::vector<std::string> out = fixed;
  const Language language = fillers.document().language();
  const auto add_lemma = [&](std::string_view lemma) {
    for (const std::string& c : fillers.lexicon().contexts(language, lemma)) {
      if (out.size() < kMaxContexts && std::find(out.begin(), out.end(), c) == out.end()) out.push_back(c);
    }
  };
  const auto add_word = [&](WordIndex w) {
    if (w == kNoWord) return;
    add_lemma(fillers.tree().lemma(w));
    for (const std::string& part : fillers.document().clauses().compound_parts[w]) {
      add_lemma(part);
      add_lemma(utf8::capitalised(part));
    }
  };
  add_word(predicate.head);
  for (const Argument& a : predicate.arguments) {
    add_word(a.head);
    if (a.head == kNoWord || a.head == predicate.head) continue;
    for (const WordIndex c : fillers.tree().children(a.head)) {
      if (fillers.tree().node(c).deprel == Deprel::kAmod || fillers.tree().node(c).deprel == Deprel::kCompound)
        add_word(c);
    }
  }
  return out;
}

}  // namespace depesche::events
