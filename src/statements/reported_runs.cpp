#include "statements/reported_runs.h"

#include <algorithm>

namespace depesche::statements {
namespace {

constexpr uint32_t kOpenSentences = 4;  // a source stays open for a paragraph's worth of sentences

class ReportedRuns {
 public:
  explicit ReportedRuns(Workspace& work) : work_(work), text_(work.document.text()) {}

  void run() {
    for (PredicateIndex p = 0; p < work_.clauses.predicates.size(); ++p) {
      if (!reported(p)) continue;
      if (!join_to_cue(p)) open_new(p);
    }
  }

 private:
  [[nodiscard]] bool reported(PredicateIndex p) const {
    const Predicate& predicate = work_.clauses.predicates[p];
    if (predicate.kind == PredicateKind::kNoun || predicate.mood != ClauseMood::kReported) return false;
    if (work_.in_quote(predicate.head) || work_.covered[predicate.head]) return false;
    return predicate.relation == ClauseRelation::kMain || predicate.relation == ClauseRelation::kCoordinated;
  }

  /// "A subjunctive clause in the cue's own sentence belongs to the same statement."
  bool join_to_cue(PredicateIndex p) {
    const Predicate& predicate = work_.clauses.predicates[p];
    for (Draft& draft : work_.drafts) {
      Statement& s = draft.statement;
      if (s.sentence != predicate.sentence || s.kind == StatementKind::kDirect || s.cue.empty()) continue;
      const Span more = trim_content(predicate.span, text_);
      if (more.overlaps(s.cue) || more.begin < s.content.back().end) continue;
      const bool adjoins = more.begin <= s.content.back().end + 6;
      if (adjoins) {
        s.content.back().end = more.end;
      } else {
        s.content.push_back(more);
      }
      cover(work_.document, {more}, work_.covered);
      return true;
    }
    return false;
  }

  [[nodiscard]] const Statement* open_source(uint32_t sentence, Span at) const {
    const Statement* best = nullptr;
    for (const Draft& draft : work_.drafts) {
      const Statement& s = draft.statement;
      if (s.sentence > sentence || sentence - s.sentence > kOpenSentences) continue;
      if (s.content.front().begin > at.begin || s.speaker.empty()) continue;
      if (best == nullptr || s.content.front().begin >= best->content.front().begin) best = &s;
    }
    return best;
  }

  void open_new(PredicateIndex p) {
    const Predicate& predicate = work_.clauses.predicates[p];
    const Sentence& sentence = work_.document.words().sentences[predicate.sentence];
    const Statement* source = open_source(predicate.sentence, predicate.span);
    if (source == nullptr) return;
    Draft draft;
    Statement& s = draft.statement;
    s.speaker = source->speaker;
    s.subjunctive_run = true;
    s.sentence = predicate.sentence;
    s.cue = predicate.core;
    s.cue_lemma = predicate.lemma;
    // the run is the sentence, unless other speech already holds a part of it
    const Span whole = trim_content(predicate.relation == ClauseRelation::kMain ? sentence.span : predicate.span, text_);
    s.content = {whole};
    for (size_t i = 0; i < work_.quotes.size(); ++i) {
      if (work_.quotes[i].inner.overlaps(whole)) s.kind = StatementKind::kMixed;
    }
    work_.add(std::move(draft));
    std::sort(work_.drafts.begin(), work_.drafts.end(), [](const Draft& a, const Draft& b) { return a.statement.content.front() < b.statement.content.front(); });
  }

  Workspace& work_;
  std::string_view text_;
};

}  // namespace

void find_reported_runs(Workspace& work) { ReportedRuns(work).run(); }

}  // namespace depesche::statements
