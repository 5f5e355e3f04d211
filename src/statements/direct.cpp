#include "statements/direct.h"

#include <algorithm>

#include "base/utf8.h"
#include "statements/speakers.h"

namespace depesche::statements {
namespace {

/// A cue inside a relative clause yields to any other of the sentence (added to its distance, bytes).
constexpr uint32_t kFarOff = 1000;

uint32_t distance(Span a, Span b) {
  return a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0;
}

/// The mark or word right before the quotation, kNoWord at the start of its paragraph.
WordIndex word_before(const Workspace& work, const Quote& quote) {
  const WordIndex open = work.word_from(quote.outer.begin);
  if (open == 0 || open >= work.tree.size()) return kNoWord;
  const auto& sentences = work.document.words().sentences;
  const WordIndex before = open - 1;
  if (sentences[work.tree.word(before).sentence].paragraph !=
      sentences[work.tree.word(std::min(quote.first, work.tree.size() - 1)).sentence].paragraph)
    return kNoWord;
  return before;
}

bool small_letter(const Workspace& work, const Quote& quote) {
  const char32_t c = utf8::decode(work.document.text(), quote.inner.begin);
  return utf8::is_letter(c) && !utf8::is_upper(c);
}

/// Does the sentence run into the quotation ("such a ban would be “unacceptable …”")? Then it is a piece of mixed
/// speech.
bool runs_into(const Workspace& work, const Quote& quote) {
  const WordIndex before = word_before(work, quote);
  if (before == kNoWord || work.in_quote(before)) return false;
  switch (work.tree.node(before).upos) {
    case Upos::kPunct: return false;
    case Upos::kAdp:
    case Upos::kDet:
    case Upos::kSconj:
    case Upos::kCconj:
    case Upos::kAux:
    case Upos::kPart:
    case Upos::kAdj: return true;
    default: return small_letter(work, quote);
  }
}

/// Is the quotation only a piece of a clause that the cue embeds ("sagte, dies sei „…“")?
bool piece_of_clause(const Workspace& work, PredicateIndex cue, const Quote& quote) {
  const WordIndex before = word_before(work, quote);
  if (before != kNoWord && work.tree.form(before) == ":") return false;
  const bool small = small_letter(work, quote);
  for (const Argument& a : work.clauses.predicates[cue].arguments) {
    if (a.function != Function::kClause || a.clause == kNoPredicate) continue;
    const Predicate& inner = work.clauses.predicates[a.clause];
    if (work.in_quote(inner.head)) continue;
    if (inner.span.contains(quote.inner)) return true;
    if (small && work.clauses.predicates[cue].core.end <= inner.span.begin && inner.span.begin < quote.inner.begin)
      return true;
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

  void run_without_cue() {
    by_sentence_.clear();
    for (size_t i = 0; i < work_.drafts.size(); ++i) by_sentence_.emplace_back(work_.drafts[i].statement.sentence, i);
    std::sort(by_sentence_.begin(), by_sentence_.end());
    for (size_t i = 0; i < work_.quotes.size(); ++i) {
      if (work_.quotes[i].clause && !work_.quote_taken[i] && !runs_into(work_, work_.quotes[i])) take_without_cue(i);
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

  /// "X sieht das anders: „…“", "„…“, freute sich X": a verb that is no verb of saying introduces the quotation.
  [[nodiscard]] PredicateIndex introduced_by(const Quote& q) const {
    const WordIndex before = word_before(work_, q);
    if (before != kNoWord && work_.tree.form(before) == ":" && !work_.in_quote(before)) {
      const auto [first, last] = work_.predicates_of(sentence_of(before));
      for (PredicateIndex p = first; p < last; ++p) {
        const Predicate& predicate = work_.clauses.predicates[p];
        if (predicate.kind == PredicateKind::kVerb && predicate.relation == ClauseRelation::kMain &&
            predicate.head < before && has_subject(p))
          return p;
      }
    }
    WordIndex w = q.last;
    while (w < work_.tree.size() && work_.tree.node(w).upos == Upos::kPunct) ++w;
    if (w >= work_.tree.size() || sentence_of(w) != sentence_of(q.last - 1) || work_.in_quote(w) || w == q.last ||
        work_.tree.form(w - 1) != ",")
      return kNoPredicate;
    const WordIndex verb = work_.tree.node(w).deprel == Deprel::kAux ? work_.tree.head(w) : w;
    const PredicateIndex p = verb == kNoWord ? kNoPredicate : work_.clauses.predicate_of_word[verb];
    const bool verbal = p != kNoPredicate && work_.clauses.predicates[p].kind == PredicateKind::kVerb;
    return verbal && !work_.in_quote(verb) && has_subject(p) ? p : kNoPredicate;
  }
  [[nodiscard]] bool has_subject(PredicateIndex p) const {
    const auto& arguments = work_.clauses.predicates[p].arguments;
    return std::any_of(arguments.begin(), arguments.end(), [&](const Argument& a) {
      return a.function == Function::kSubject && a.head != kNoWord && !work_.in_quote(a.head);
    });
  }

  /// Latest statement of the sentences [from, to] that begins before the quotation, or nullptr.
  [[nodiscard]] Draft* latest(uint32_t from, uint32_t to, const Quote& q) {
    auto it = std::upper_bound(by_sentence_.begin(), by_sentence_.end(), std::pair<uint32_t, size_t>(to, SIZE_MAX));
    Draft* best = nullptr;
    while (it != by_sentence_.begin() && (--it)->first >= from) {
      Draft& draft = work_.drafts[it->second];
      const uint32_t begin = draft.statement.content.front().begin;
      if (begin < q.inner.begin && (best == nullptr || begin > best->statement.content.front().begin)) best = &draft;
    }
    return best;
  }

  /// "Sie fügte hinzu. „…“": the sentence before ends in a cue that has said nothing yet.
  [[nodiscard]] PredicateIndex idle_cue(uint32_t sentence) const {
    const auto [first, last] = work_.predicates_of(sentence);
    for (PredicateIndex p = first; p < last; ++p) {
      const Predicate& predicate = work_.clauses.predicates[p];
      const SpeechCue* cue = work_.cue(p);
      const bool main = predicate.relation == ClauseRelation::kMain && predicate.kind == PredicateKind::kVerb;
      const bool open = std::none_of(predicate.arguments.begin(), predicate.arguments.end(), [](const Argument& a) {
        return a.function == Function::kObject || a.function == Function::kClause;
      });
      if (main && open && cue != nullptr && cue->bare && cue->quote && !work_.cue_taken[p] &&
          !work_.in_quote(predicate.head))
        return p;
    }
    return kNoPredicate;
  }

  void take_without_cue(size_t i) {
    const Quote& q = work_.quotes[i];
    work_.quote_taken[i] = true;
    const uint32_t sentence = sentence_of(q.first);
    Draft draft = draft_of(q);
    if (!speaker_before_colon(q, draft)) {
      PredicateIndex idle = introduced_by(q);
      if (idle == kNoPredicate && sentence > 0) idle = idle_cue(sentence - 1);
      if (idle != kNoPredicate) {
        set_cue(idle, draft);
      } else if (Draft* before = latest(sentence == 0 ? 0 : sentence - 1, sentence, q);
                 before != nullptr && before->statement.kind != StatementKind::kIndirect &&
                 before->statement.cue.end > 0) {
        before->statement.content.push_back(q.inner);  // goes on after "…“, sagte X."
        cover(work_.document, {q.inner}, work_.covered);
        return;
      } else if (const Draft* last = latest(sentence < 2 ? 0 : sentence - 2, sentence, q); last != nullptr) {
        draft.statement.speaker = last->statement.speaker;
      }
    }
    work_.add(std::move(draft));
    by_sentence_.insert(std::upper_bound(by_sentence_.begin(), by_sentence_.end(),
                                         std::pair<uint32_t, size_t>(sentence_of(q.last - 1), SIZE_MAX)),
                        {sentence_of(q.last - 1), work_.drafts.size() - 1});
  }

  [[nodiscard]] Draft draft_of(const Quote& q) const {
    Draft draft;
    draft.statement.kind = StatementKind::kDirect;
    draft.statement.content = {q.inner};
    draft.statement.sentence = sentence_of(q.last - 1);
    return draft;
  }

  void set_cue(PredicateIndex cue, Draft& draft) const {
    draft.statement.cue_predicate = cue;
    draft.statement.cue = work_.clauses.predicates[cue].core;
    draft.statement.cue_lemma = work_.clauses.predicates[cue].lemma;
    set_speaker(work_, cue, draft);
    set_addressee(work_, cue, draft);
    set_circumstances(work_, cue, draft);
  }

  void take(size_t i) {
    const Quote& q = work_.quotes[i];
    if (runs_into(work_, q)) return;
    const PredicateIndex cue = cue_of(q);
    if (cue == kNoPredicate || piece_of_clause(work_, cue, q)) return;  // left to find_indirect and run_without_cue
    work_.quote_taken[i] = true;
    if (join_interrupted(q, cue)) return;
    Draft draft = draft_of(q);
    set_cue(cue, draft);
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
  std::vector<std::pair<uint32_t, size_t>> by_sentence_;  ///< sentence and index of the drafts
};

}  // namespace

PredicateIndex nearest_cue(const Workspace& work, uint32_t sentence, Span quote) {
  PredicateIndex best = kNoPredicate;
  uint32_t best_distance = UINT32_MAX;
  const auto [first, last] = work.predicates_of(sentence);
  for (PredicateIndex p = first; p < last; ++p) {
    const Predicate& predicate = work.clauses.predicates[p];
    if (predicate.kind != PredicateKind::kVerb || work.in_quote(predicate.head)) continue;
    const SpeechCue* cue = work.cue(p);
    if (cue == nullptr || !cue->quote) continue;
    uint32_t d = distance(work.tree.word(predicate.head).span, quote);
    if (predicate.relation == ClauseRelation::kRelative || predicate.attributive) d += kFarOff;
    if (d < best_distance) {
      best = p;
      best_distance = d;
    }
  }
  return best;
}

void find_direct(Workspace& work) {
  DirectSpeech(work).run();
}

void find_direct_without_cue(Workspace& work) {
  DirectSpeech(work).run_without_cue();
}

}  // namespace depesche::statements
