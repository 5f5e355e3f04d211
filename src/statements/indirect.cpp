#include "statements/indirect.h"

#include <algorithm>

#include "statements/speakers.h"

namespace depesche::statements {
namespace {

class IndirectSpeech {
 public:
  explicit IndirectSpeech(Workspace& work) : work_(work), text_(work.document.text()) {}

  void run() {
    for (PredicateIndex p = 0; p < work_.clauses.predicates.size(); ++p) {
      const SpeechCue* cue = work_.cue(p);
      if (cue == nullptr || in_direct_speech(p)) continue;
      std::vector<Span> content = clause_content(p, *cue);
      if (content.empty()) content = quoted_phrase(p, *cue);
      if (!content.empty()) add(p, std::move(content));
    }
  }

 private:
  [[nodiscard]] bool in_direct_speech(PredicateIndex p) const {
    const WordIndex head = work_.clauses.predicates[p].head;
    return work_.in_quote(head) && work_.quote_taken[work_.quote_of[head]];
  }

  [[nodiscard]] static bool takes(const SpeechCue& cue, const Predicate& inner) {
    if (inner.relation == ClauseRelation::kQuestion) return cue.question || cue.that;
    if (inner.infinitive) return cue.infinitive;
    return inner.marker.empty() ? cue.bare || cue.that || cue.quote : cue.that;
  }

  /// The clause without its subordinator and without the cue that may stand inside it.
  [[nodiscard]] std::vector<Span> without_cue(Span clause, const Predicate& inner, const Predicate& cue) const {
    clause = without_marker(clause, inner);
    Span own = cue.core;
    if (clause.overlaps(cue.span) && !cue.span.contains(clause)) own = cue.span;
    std::vector<Span> parts;
    const auto push = [&](Span s) {
      s = trim_content(s, text_);
      if (!s.empty()) parts.push_back(s);
    };
    if (!clause.overlaps(own)) {
      push(clause);
    } else {
      if (own.begin > clause.begin) push({clause.begin, own.begin});
      if (own.end < clause.end) push({own.end, clause.end});
    }
    return parts;
  }

  [[nodiscard]] Span without_marker(Span clause, const Predicate& inner) const {
    if (inner.marker.empty() || inner.relation == ClauseRelation::kCondition) return clause;
    const WordIndex mark = work_.tree.child(inner.head, Deprel::kMark);
    if (mark == kNoWord || inner.infinitive) return clause;
    const Span m = work_.tree.word(mark).span;
    if (m.begin <= clause.begin + 2 && m.end < clause.end) clause.begin = m.end;
    return clause;
  }

  [[nodiscard]] std::vector<Span> clause_content(PredicateIndex p, const SpeechCue& cue) const {
    const Predicate& predicate = work_.clauses.predicates[p];
    std::vector<Span> out;
    for (const Argument& a : predicate.arguments) {
      if (a.function != Function::kClause || a.clause == kNoPredicate || a.clause == p) continue;
      const Predicate& inner = work_.clauses.predicates[a.clause];
      if (inner.sentence != predicate.sentence || !takes(cue, inner)) continue;
      for (const Span s : without_cue(inner.span, inner, predicate)) out.push_back(s);
    }
    if (out.empty() && predicate.relation == ClauseRelation::kParenthesis && predicate.parent != kNoPredicate) {
      const Predicate& inner = work_.clauses.predicates[predicate.parent];
      if (predicate.kind == PredicateKind::kVerb) out = without_cue(inner.span, inner, predicate);
    }
    return merged(std::move(out));
  }

  /// Coordinated clauses of one cue are one content: "dass A und dass B".
  [[nodiscard]] std::vector<Span> merged(std::vector<Span> spans) const {
    std::sort(spans.begin(), spans.end());
    std::vector<Span> out;
    for (const Span s : spans) {
      if (!out.empty() && s.begin <= out.back().end + 12 && (s.begin <= out.back().end || linked(out.back().end, s.begin))) {
        out.back().end = std::max(out.back().end, s.end);
      } else {
        out.push_back(s);
      }
    }
    return out;
  }

  /// Only conjunctions, subordinators and commas stand between the two.
  [[nodiscard]] bool linked(uint32_t from, uint32_t to) const {
    for (WordIndex w = 0; w < work_.tree.size(); ++w) {
      const Span s = work_.tree.word(w).span;
      if (s.begin < from || s.end > to) continue;
      const Upos u = work_.tree.node(w).upos;
      if (u != Upos::kCconj && u != Upos::kSconj && u != Upos::kPunct) return false;
    }
    return true;
  }

  /// "nannte den Angriff „barbarisch“": a piece of the phrase after the cue is quoted.
  [[nodiscard]] std::vector<Span> quoted_phrase(PredicateIndex p, const SpeechCue& cue) const {
    const Predicate& predicate = work_.clauses.predicates[p];
    if (predicate.kind != PredicateKind::kVerb || (!cue.quote && cue.kind != "judge")) return {};
    Span phrase;
    bool quoted = false;
    for (const Argument& a : predicate.arguments) {
      if (a.shared || a.function == Function::kSubject || a.function == Function::kClause || a.span.empty()) continue;
      const bool has_quote = std::any_of(work_.quotes.begin(), work_.quotes.end(), [&](const Quote& q) {
        return q.inner.overlaps(a.span) && !work_.quote_taken[static_cast<size_t>(&q - work_.quotes.data())];
      });
      quoted |= has_quote;
      if (has_quote || (a.function == Function::kObject && phrase.empty())) phrase = phrase.empty() ? a.span : join(phrase, a.span);
    }
    if (!quoted) return {};
    if (phrase.contains(predicate.core)) return {};
    return {trim_content(with_closing_mark(phrase), text_)};
  }

  /// The span of a phrase ends before the mark that closes its quotation.
  [[nodiscard]] Span with_closing_mark(Span span) const {
    for (const Quote& q : work_.quotes) {
      if (q.inner.overlaps(span)) span = join(span, q.outer);
    }
    return span;
  }

  void add(PredicateIndex p, std::vector<Span> content) {
    const Predicate& predicate = work_.clauses.predicates[p];
    Draft draft;
    Statement& s = draft.statement;
    s.cue_predicate = p;
    s.cue = predicate.core;
    s.cue_lemma = predicate.lemma;
    s.sentence = predicate.sentence;
    bool quoted = false;
    for (Span& span : content) {
      for (size_t i = 0; i < work_.quotes.size(); ++i) {
        const Quote& q = work_.quotes[i];
        if (work_.quote_taken[i] || !q.inner.overlaps(span)) continue;
        quoted = true;
        work_.quote_taken[i] = true;
        if (q.outer.begin < span.begin || q.outer.end > span.end) span = join(span, q.outer);
      }
    }
    s.kind = quoted ? StatementKind::kMixed : StatementKind::kIndirect;
    s.content = std::move(content);
    set_speaker(work_, p, draft);
    set_addressee(work_, p, draft);
    set_circumstances(work_, p, draft);
    work_.add(std::move(draft));
  }

  Workspace& work_;
  std::string_view text_;
};

}  // namespace

void find_indirect(Workspace& work) { IndirectSpeech(work).run(); }

}  // namespace depesche::statements
