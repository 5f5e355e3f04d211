#include "statements/draft.h"

#include <algorithm>

namespace depesche::statements {

Span trim_content(Span span, std::string_view text) {
  const auto edge = [](char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == ',' || c == ';' || c == ':';
  };
  while (span.begin < span.end && edge(text[span.begin])) ++span.begin;
  while (span.end > span.begin && (edge(text[span.end - 1]) || text[span.end - 1] == '.')) --span.end;
  return span;
}

Workspace::Workspace(const Document& doc, const SpeechLexicon& lex)
    : document(doc),
      lexicon(lex),
      tree(doc),
      clauses(doc.clauses()),
      quotes(find_quotes(doc, tree, lex)),
      quote_of(quote_of_word(doc, quotes)),
      quote_taken(quotes.size(), false),
      cue_taken(clauses.predicates.size(), false),
      covered(doc.words().words.size(), false) {
  const size_t sentences = doc.words().sentences.size();
  first_predicate.assign(sentences + 1, 0);
  for (const Predicate& p : clauses.predicates) ++first_predicate[p.sentence + 1];
  for (size_t i = 0; i < sentences; ++i) first_predicate[i + 1] += first_predicate[i];
}

std::pair<size_t, size_t> Workspace::quotes_over(Span span) const {
  const auto first =
      std::partition_point(quotes.begin(), quotes.end(), [&](const Quote& q) { return q.inner.end <= span.begin; });
  const auto last = std::partition_point(first, quotes.end(), [&](const Quote& q) { return q.inner.begin < span.end; });
  return {static_cast<size_t>(first - quotes.begin()), static_cast<size_t>(last - quotes.begin())};
}

Span Workspace::extent(PredicateIndex p) const {
  const Predicate& inner = clauses.predicates[p];
  Span span = inner.span;
  const auto breaks_off = [&](const Predicate& q) {
    const bool past = q.tense == ClauseTense::kPast || q.tense == ClauseTense::kPluperfect;
    return inner.mood == ClauseMood::kReported && q.mood == ClauseMood::kIndicative && past && !q.infinitive;
  };
  const auto [first, last] = predicates_of(inner.sentence);
  PredicateIndex newest = p;
  for (PredicateIndex i = std::max(first, p + 1); i < last; ++i) {
    const Predicate& q = clauses.predicates[i];
    if (q.relation != ClauseRelation::kCoordinated || q.kind == PredicateKind::kNoun ||
        (q.parent != p && q.parent != newest))
      continue;
    const Span own = q.span;
    if (breaks_off(q)) {
      if (own.begin > span.begin && own.begin < span.end && own.begin > tree.word(inner.head).span.begin)
        span.end = own.begin;
      return without_conjunction(span);
    }
    span = join(span, own);
    newest = i;
  }
  return span;
}

Span Workspace::without_conjunction(Span span) const {
  WordIndex w = word_from(span.end);
  while (w > 0 && tree.word(w - 1).span.begin >= span.begin) {
    const Upos u = tree.node(w - 1).upos;
    if (u != Upos::kCconj && u != Upos::kPunct) break;
    --w;
    span.end = tree.word(w).span.begin;
  }
  return span;
}

WordIndex Workspace::word_from(uint32_t offset) const {
  const auto& words = document.words().words;
  const auto at = std::lower_bound(words.begin(), words.end(), offset,
                                   [](const Word& word, uint32_t o) { return word.span.begin < o; });
  return static_cast<WordIndex>(at - words.begin());
}

void cover(const Document& document, const std::vector<Span>& spans, std::vector<bool>& covered) {
  const auto& words = document.words().words;
  for (const Span s : spans) {
    auto w = std::lower_bound(words.begin(), words.end(), s.begin,
                              [](const Word& word, uint32_t at) { return word.span.begin < at; });
    for (; w != words.end() && w->span.begin < s.end; ++w) covered[static_cast<size_t>(w - words.begin())] = true;
  }
}

void Workspace::add(Draft draft) {
  cover(document, draft.statement.content, covered);
  if (draft.statement.cue_predicate != kNoPredicate) cue_taken[draft.statement.cue_predicate] = true;
  drafts.push_back(std::move(draft));
}

}  // namespace depesche::statements
