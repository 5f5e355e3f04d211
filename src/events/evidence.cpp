#include "events/evidence.h"

#include <algorithm>

namespace depesche::events {
namespace {

/// Clauses that begin after the predicate and run to the end of its span are cut off; the same at the front.
Span trim(Span span, const Predicate& predicate, Span inner) {
  if (inner.empty() || !span.contains(inner)) return span;
  if (inner.begin > predicate.core.end && inner.end == span.end) span.end = inner.begin;
  if (inner.end < predicate.core.begin && inner.begin == span.begin) span.begin = inner.end;
  return span;
}

bool is_space_or_punct(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == ',' || c == ';' || c == ':' || c == '-';
}

Span strip(Span span, std::string_view text) {
  while (span.begin < span.end && is_space_or_punct(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_space_or_punct(text[span.end - 1])) --span.end;
  return span;
}

}  // namespace

std::vector<Span> evidence_of(PredicateIndex p, const Fillers& fillers) {
  const ClauseLayer& layer = fillers.document().clauses();
  const Predicate& predicate = layer.predicates[p];
  Span span = predicate.span.empty() ? predicate.core : predicate.span;
  if (predicate.kind != PredicateKind::kNoun || !predicate.light_verb.empty()) {
    const PredicateIndex verb = light_verb_of(layer, p);
    for (size_t i = 0; i < layer.predicates.size(); ++i) {
      const Predicate& child = layer.predicates[i];
      if ((child.parent != p && child.parent != verb) || i == verb || child.kind != PredicateKind::kVerb) continue;
      const bool clause = child.relation != ClauseRelation::kNominal && child.relation != ClauseRelation::kParticiple;
      if (clause) span = trim(span, predicate, child.span);
    }
  }
  span = strip(span, fillers.document().text());
  if (span.empty()) span = fillers.tree().word(predicate.head).span;
  return {span};
}

}  // namespace depesche::events
