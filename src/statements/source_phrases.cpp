#include "statements/source_phrases.h"

#include <algorithm>

#include "base/utf8.h"
#include "statements/source_matcher.h"
#include "statements/source_trail.h"

namespace depesche::statements {
namespace {

constexpr uint32_t kRemembered = 6;  // sentences that "demnach" may look back

class SourcePhrases {
 public:
  explicit SourcePhrases(Workspace& work) : work_(work), matcher_(work), text_(work.document.text()) {}

  void run() {
    std::vector<FoundSource> pointing;
    for (WordIndex w = 0; w < work_.tree.size();) {
      const FoundSource found = matcher_.match(w);
      w = found.phrase != nullptr ? found.last : w + 1;
      if (found.phrase == nullptr || work_.in_quote(found.first)) continue;
      switch (found.phrase->kind) {
        case SourceKind::kHearsay:
        case SourceKind::kClause: break;
        case SourceKind::kLast:
        case SourceKind::kReportedLast: pointing.push_back(found); break;
        case SourceKind::kRelative: take_relative(found); break;
        case SourceKind::kBehindComma:
          if (!take_quotation(found)) take(found, nullptr);
          break;
        default: take(found, nullptr);
      }
    }
    if (pointing.empty()) return;
    SourceTrail trail(work_);
    for (const FoundSource& found : pointing) take(found, &trail);
  }

 private:
  /// The verbal predicate that the phrase qualifies.
  [[nodiscard]] PredicateIndex qualified(const FoundSource& found) const {
    const WordIndex start = found.head == kNoWord ? found.first : found.head;
    WordIndex w = work_.tree.head(start);
    for (int steps = 0; w != kNoWord && steps < 8; ++steps, w = work_.tree.head(w)) {
      if (w >= found.first && w < found.last) continue;
      const PredicateIndex p = work_.clauses.predicate_of_word[w];
      if (p != kNoPredicate && work_.clauses.predicates[p].kind != PredicateKind::kNoun) return p;
    }
    // badly attached: the first main predicate of the sentence
    const auto [first, last] = work_.predicates_of(work_.tree.word(found.first).sentence);
    for (PredicateIndex p = first; p < last; ++p) {
      const Predicate& predicate = work_.clauses.predicates[p];
      if (predicate.kind != PredicateKind::kNoun && predicate.relation == ClauseRelation::kMain) return p;
    }
    return kNoPredicate;
  }

  /// Main clauses are taken with what is coordinated to them, when the phrase stands at the edge of the sentence.
  [[nodiscard]] Span clause_of(PredicateIndex p, const FoundSource& found) const {
    const Sentence& sentence = work_.document.words().sentences[work_.clauses.predicates[p].sentence];
    const bool at_start = found.span.begin <= sentence.span.begin + 1;
    const bool at_end = found.span.end + 2 >= sentence.span.end;
    for (int steps = 0; (at_start || at_end) && steps < 8; ++steps) {
      const Predicate& predicate = work_.clauses.predicates[p];
      if (predicate.relation != ClauseRelation::kCoordinated || predicate.parent == kNoPredicate) break;
      p = predicate.parent;
    }
    Span span = work_.extent(p);
    if (work_.clauses.predicates[p].relation == ClauseRelation::kMain)
      span = join(span, work_.tree.span(work_.clauses.predicates[p].head));
    const Span dateline = work_.document.words().dateline;
    if (span.overlaps(dateline)) span.begin = std::min(span.end, dateline.end);
    return span;
  }

  void set_source(const FoundSource& found, PredicateIndex clause, const SourceTrail* trail, Draft& draft) const {
    auto& speaker = draft.statement.speaker;
    draft.resolved = true;
    if (trail != nullptr) {
      const uint32_t begin = std::min(found.span.begin, draft.statement.content.front().begin);
      const SourceTrail::Source* last = trail->before(begin, draft.statement.sentence, kRemembered);
      if (last != nullptr) speaker = last->speaker;
    } else if (found.phrase->kind == SourceKind::kSelf && clause != kNoPredicate) {
      for (const Argument& a : work_.clauses.predicates[clause].arguments) {
        if (a.function == Function::kSubject && a.head != kNoWord)
          add_actors_named(work_.document, work_.tree, a.head, speaker);
      }
    } else {
      matcher_.name_source(found, speaker);
    }
  }

  /// Content is the clause; a phrase at its edge stays outside, one in its middle inside.
  [[nodiscard]] std::vector<Span> content(Span clause, const FoundSource& found) const {
    const Span phrase = found.span;
    std::vector<Span> out;
    const auto push = [&](Span s) {
      s = trim_content(s, text_);
      if (!s.empty()) out.push_back(s);
    };
    // NOLINTNEXTLINE(bugprone-branch-clone): the first case stands for itself, the last for the rest
    if (phrase.end <= clause.begin || phrase.begin >= clause.end) {
      push(clause);
    } else if (phrase.begin <= clause.begin + 1) {
      push({std::min(phrase.end, clause.end), clause.end});
    } else if (phrase.end + 1 >= clause.end) {
      push({clause.begin, phrase.begin});
    } else if (found.phrase->kind == SourceKind::kBehindComma) {
      push({clause.begin, phrase.begin});
      push({phrase.end, clause.end});
    } else {
      push(clause);
    }
    return out;
  }

  /// "„…“, so X": direct speech.
  bool take_quotation(const FoundSource& found) {
    WordIndex w = found.first;
    while (w > 0 && found.first - w < 4 && !work_.in_quote(w - 1) && work_.tree.node(w - 1).upos == Upos::kPunct) --w;
    if (w == 0 || !work_.in_quote(w - 1)) return false;
    const size_t i = work_.quote_of[w - 1];
    const Quote& q = work_.quotes[i];
    if (!q.clause || work_.quote_taken[i]) return false;
    work_.quote_taken[i] = true;
    Draft draft;
    draft.statement.kind = StatementKind::kDirect;
    draft.statement.content = {q.inner};
    draft.statement.sentence = work_.tree.word(found.first).sentence;
    draft.statement.cue = found.span;
    draft.statement.cue_lemma = work_.tree.form(found.first);
    set_source(found, kNoPredicate, nullptr, draft);
    work_.add(std::move(draft));
    return true;
  }

  /// "ein Bericht der Agentur, wonach …": the noun in front says it, or whoever it belongs to.
  void take_relative(const FoundSource& found) {
    const PredicateIndex clause = matcher_.relative_at(found.first);
    const WordIndex noun_word = work_.tree.head(work_.clauses.predicates[clause].head);
    // "ein Abkommen, nach dem …" rules, "ein Gerücht, nach dem …" says
    const bool says =
        work_.lexicon.cue(work_.document.language(), PredicateKind::kNoun, work_.tree.lemma(noun_word)) != nullptr;
    if (found.last > found.first + 1 && !says) return;
    Draft draft;
    Statement& s = draft.statement;
    s.content = {trim_content({found.span.end, work_.clauses.predicates[clause].span.end}, text_)};
    if (s.content.front().empty()) return;
    s.cue = found.span;
    s.cue_lemma = work_.tree.form(found.last - 1);
    s.sentence = work_.tree.word(found.first).sentence;
    draft.resolved = true;
    FoundSource noun = found;
    noun.head = noun_word;
    matcher_.name_owner(noun, s.speaker);
    work_.add(std::move(draft));
  }

  void take(const FoundSource& found, const SourceTrail* trail) {
    const PredicateIndex clause = qualified(found);
    const uint32_t sentence = work_.tree.word(found.first).sentence;
    if (clause == kNoPredicate && (!copular(sentence) || found.phrase->kind == SourceKind::kReportedLast)) return;
    if (clause != kNoPredicate && !admits(found, clause)) return;
    Draft draft;
    Statement& s = draft.statement;
    s.content = content(
        clause == kNoPredicate ? work_.document.words().sentences[sentence].span : clause_of(clause, found), found);
    if (s.content.empty()) return;
    s.cue = found.span;
    s.cue_lemma = work_.tree.form(found.last - 1);
    s.sentence = sentence;
    for (Span& span : s.content) {
      const auto [first, last] = work_.quotes_over(span);
      for (size_t i = first; i < last; ++i) {
        s.kind = StatementKind::kMixed;
        if (!work_.quotes[i].outer.overlaps(found.span)) span = join(span, work_.quotes[i].outer);
        if (!work_.quotes[i].clause) work_.quote_taken[i] = true;
      }
    }
    set_source(found, clause, trail, draft);
    work_.add(std::move(draft));
  }

  /// A sentence that has a finite verb, though the tree makes no predicate of it ("Das sei eine Strafe, so X").
  [[nodiscard]] bool copular(uint32_t sentence) const {
    const Sentence& s = work_.document.words().sentences[sentence];
    for (WordIndex w = s.first; w < s.last; ++w) {
      const Node& n = work_.tree.node(w);
      if (n.deprel == Deprel::kCop || (n.upos == Upos::kVerb && n.feats.verb_form == VerbForm::kFin)) return true;
    }
    return false;
  }

  [[nodiscard]] bool admits(const FoundSource& found, PredicateIndex clause) const {
    const ClauseMood mood = work_.clauses.predicates[clause].mood;
    if (found.phrase->kind == SourceKind::kReportedLast && mood != ClauseMood::kReported && mood != ClauseMood::kIrreal)
      return false;
    return !speaks_for_quotation(clause);
  }

  /// "„…“, sagte X laut Y": Y passes the quotation on; the statement is X's.
  [[nodiscard]] bool speaks_for_quotation(PredicateIndex clause) const {
    if (!work_.cue_taken[clause]) return false;
    for (auto d = work_.drafts.rbegin(); d != work_.drafts.rend(); ++d) {
      if (d->statement.cue_predicate == clause) return d->statement.kind == StatementKind::kDirect;
    }
    return false;
  }

  Workspace& work_;
  SourceMatcher matcher_;
  std::string_view text_;
};

}  // namespace

void find_source_phrases(Workspace& work) {
  SourcePhrases(work).run();
}

}  // namespace depesche::statements
