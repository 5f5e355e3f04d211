#include "statements/direct.h"

#include <algorithm>

#include "statements/speakers.h"

namespace depesche::statements {
namespace {

uint32_t distance(Span a, Span b) { return a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0; }

/// Is the quotation only a piece of a clause that the cue embeds ("sagte, dies sei „…“")? Then it is mixed speech.
bool piece_of_clause(const Workspace& work, PredicateIndex cue, const Quote& quote) {
  for (const Argument& a : work.clauses.predicates[cue].arguments) {
    if (a.function != Function::kClause || a.clause == kNoPredicate) continue;
    const Span clause = work.clauses.predicates[a.clause].span;
    if (!clause.contains(quote.inner)) continue;
    const WordIndex head = work.clauses.predicates[a.clause].head;
    if (!work.in_quote(head)) return true;
  }
  return false;
}

class DirectSpeech {
 public:
  explicit DirectSpeech(Workspace& work) : work_(work) {}

  void run() {
    for (size_t i = 0; i < work_.quotes.size(); ++i) {
      if (work_.quotes[i].clause) take(i);
    }
  }

 private:
  [[nodiscard]] uint32_t sentence_of(WordIndex w) const { return work_.document.words().words[w].sentence; }

  [[nodiscard]] PredicateIndex cue_of(const Quote& q) const {
    const uint32_t last = sentence_of(q.last - 1);
    const uint32_t first = sentence_of(q.first);
    PredicateIndex cue = nearest_cue(work_, last, q.outer);
    if (cue == kNoPredicate && first != last) cue = nearest_cue(work_, first, q.outer);
    if (cue != kNoPredicate || first == 0) return cue;
    // „X sagte:“ as a sentence of its own before the quotation
    const Sentence& before = work_.document.words().sentences[first - 1];
    const std::string_view text = work_.document.text(before.span);
    return !text.empty() && text.back() == ':' ? nearest_cue(work_, first - 1, q.outer) : kNoPredicate;
  }

  /// "Merkel: „…“": the name before the colon speaks.
  bool speaker_before_colon(const Quote& q, Draft& draft) const {
    const auto& words = work_.document.words().words;
    if (q.first < 3) return false;
    WordIndex w = q.first - 1;
    while (w > 0 && work_.tree.node(w).upos == Upos::kPunct && words[w].form != ":") --w;
    if (words[w].form != ":" || w == 0) return false;
    const uint32_t mention = work_.document.actors().mention_of_word[w - 1];
    if (mention == UINT32_MAX) return false;
    add_unique(draft.statement.speaker, work_.document.actors().mentions[mention].actor);
    draft.statement.cue = words[w].span;
    draft.resolved = true;
    return true;
  }

  void go_on_with_last_speaker(const Quote& q, Draft& draft) const {
    if (work_.drafts.empty()) return;
    const Draft& last = work_.drafts.back();
    const uint32_t gap = sentence_of(q.first) > last.statement.sentence ? sentence_of(q.first) - last.statement.sentence : 0;
    if (gap > 2) return;
    draft.statement.speaker = last.statement.speaker;
  }

  void take(size_t i) {
    const Quote& q = work_.quotes[i];
    const PredicateIndex cue = cue_of(q);
    if (cue != kNoPredicate && piece_of_clause(work_, cue, q)) return;  // left to find_indirect
    work_.quote_taken[i] = true;
    if (cue != kNoPredicate && join_interrupted(q, cue)) return;
    Draft draft;
    draft.statement.kind = StatementKind::kDirect;
    draft.statement.content = {q.inner};
    draft.statement.sentence = sentence_of(q.last - 1);
    if (cue != kNoPredicate) {
      draft.statement.cue_predicate = cue;
      draft.statement.cue = work_.clauses.predicates[cue].core;
      draft.statement.cue_lemma = work_.clauses.predicates[cue].lemma;
      set_speaker(work_, cue, draft);
      set_addressee(work_, cue, draft);
      set_circumstances(work_, cue, draft);
    } else if (!speaker_before_colon(q, draft)) {
      go_on_with_last_speaker(q, draft);
    }
    work_.add(std::move(draft));
  }

  /// A second quotation of the same sentence and cue is a further span of the same statement.
  bool join_interrupted(const Quote& q, PredicateIndex cue) {
    if (work_.drafts.empty()) return false;
    Statement& last = work_.drafts.back().statement;
    if (last.kind != StatementKind::kDirect || last.cue_predicate != cue) return false;
    last.content.push_back(q.inner);
    cover(work_.document, {q.inner}, work_.covered);
    return true;
  }

  Workspace& work_;
};

}  // namespace

PredicateIndex nearest_cue(const Workspace& work, uint32_t sentence, Span quote) {
  PredicateIndex best = kNoPredicate;
  uint32_t best_distance = UINT32_MAX;
  for (PredicateIndex p = 0; p < work.clauses.predicates.size(); ++p) {
    const Predicate& predicate = work.clauses.predicates[p];
    if (predicate.sentence != sentence || predicate.kind != PredicateKind::kVerb || work.in_quote(predicate.head)) continue;
    const SpeechCue* cue = work.cue(p);
    if (cue == nullptr || !cue->quote) continue;
    const uint32_t d = distance(work.tree.word(predicate.head).span, quote);
    if (d < best_distance) {
      best = p;
      best_distance = d;
    }
  }
  return best;
}

void find_direct(Workspace& work) { DirectSpeech(work).run(); }

}  // namespace depesche::statements
