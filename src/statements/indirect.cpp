#include "statements/indirect.h"

#include <algorithm>

#include "statements/content.h"
#include "statements/speakers.h"

namespace depesche::statements {
namespace {

class IndirectSpeech {
 public:
  explicit IndirectSpeech(Workspace& work) : work_(work), finder_(work) {}

  void run() {
    for (PredicateIndex p = 0; p < work_.clauses.predicates.size(); ++p) {
      const SpeechCue* cue = work_.cue(p);
      if (cue == nullptr || work_.clauses.predicates[p].attributive || in_direct_speech(p) || nobody_is(p)) continue;
      std::vector<Span> content = finder_.content(p, *cue);
      if (!content.empty()) add(p, std::move(content));
    }
  }

 private:
  [[nodiscard]] bool in_direct_speech(PredicateIndex p) const {
    const WordIndex head = work_.clauses.predicates[p].head;
    return work_.in_quote(head) && work_.quote_taken[work_.quote_of[head]];
  }

  /// "Sicher ist nur, dass …": an adjective of saying or believing needs somebody who is so.
  [[nodiscard]] bool nobody_is(PredicateIndex p) const {
    const Predicate& predicate = work_.clauses.predicates[p];
    return predicate.kind == PredicateKind::kAdjective &&
           std::none_of(predicate.arguments.begin(), predicate.arguments.end(), [](const Argument& a) {
             return a.function == Function::kSubject && a.head != kNoWord && a.clause == kNoPredicate;
           });
  }

  /// Quotations that the content touches belong to it whole.
  bool take_quotes(std::vector<Span>& content, Span cue) {
    bool quoted = false;
    for (Span& span : content) {
      const auto [first, last] = work_.quotes_over(span);
      for (size_t i = first; i < last; ++i) {
        if (work_.quote_taken[i] || work_.quotes[i].inner.overlaps(cue)) continue;
        quoted = true;
        work_.quote_taken[i] = true;
        span = join(span, work_.quotes[i].outer);
      }
    }
    return quoted;
  }

  void add(PredicateIndex p, std::vector<Span> content) {
    const Predicate& predicate = work_.clauses.predicates[p];
    Draft draft;
    Statement& s = draft.statement;
    s.cue_predicate = p;
    s.cue = predicate.core;
    s.cue_lemma = predicate.lemma;
    s.sentence = predicate.sentence;
    s.kind = take_quotes(content, s.cue) ? StatementKind::kMixed : StatementKind::kIndirect;
    s.content = std::move(content);
    set_speaker(work_, p, draft);
    set_addressee(work_, p, draft);
    set_circumstances(work_, p, draft);
    work_.add(std::move(draft));
  }

  Workspace& work_;
  ContentFinder finder_;
};

}  // namespace

void find_indirect(Workspace& work) {
  IndirectSpeech(work).run();
}

}  // namespace depesche::statements
