#include "statements/reported_runs.h"

#include <algorithm>

#include "statements/source_trail.h"

namespace depesche::statements {
namespace {

constexpr uint32_t kOpenSentences = 4;  // a source stays open for a paragraph's worth of sentences
constexpr uint32_t kAdjoins = 6;        // bytes between a clause and its continuation: ", und "

class ReportedRuns {
 public:
  explicit ReportedRuns(Workspace& work) : work_(work), text_(work.document.text()), trail_(work) {
    for (size_t i = 0; i < work.drafts.size(); ++i) by_sentence_.emplace_back(work.drafts[i].statement.sentence, i);
    std::stable_sort(by_sentence_.begin(), by_sentence_.end());
  }

  void run() {
    const auto& sentences = work_.document.words().sentences;
    for (uint32_t i = 0; i < sentences.size(); ++i) {
      const auto [first, last] = work_.predicates_of(i);
      for (PredicateIndex p = first; p < last; ++p) {
        if (in_run(p) && !join_to_cue(i, work_.clauses.predicates[p].span)) open_new(p);
      }
      const WordIndex copula = nominal_run(sentences[i]);
      if (copula != kNoWord && !join_to_cue(i, sentences[i].span))
        open_run(i, sentences[i].span, work_.tree.word(copula).span, work_.tree.lemma(copula));
    }
  }

 private:
  [[nodiscard]] bool in_run(PredicateIndex p) const {
    const Predicate& predicate = work_.clauses.predicates[p];
    if (predicate.kind == PredicateKind::kNoun || work_.in_quote(predicate.head) || work_.covered[predicate.head])
      return false;
    if (root_relation(p) != ClauseRelation::kMain) return false;
    return predicate.mood == ClauseMood::kReported || (predicate.mood == ClauseMood::kIrreal && stands_in(p));
  }

  /// "Der Anlass sei die Ehrung": a sentence whose root is a noun, which is no predicate; its copula in Konjunktiv I.
  [[nodiscard]] WordIndex nominal_run(const Sentence& sentence) const {
    for (WordIndex w = sentence.first; w < sentence.last; ++w) {
      if (work_.tree.head(w) != kNoWord) continue;
      if (work_.in_quote(w) || work_.covered[w]) return kNoWord;
      const PredicateIndex p = work_.clauses.predicate_of_word[w];
      if (p != kNoPredicate && work_.clauses.predicates[p].kind != PredicateKind::kNoun) return kNoWord;
      const WordIndex copula = work_.tree.child(w, Deprel::kCop);
      if (copula == kNoWord) return kNoWord;
      const Features& f = work_.tree.node(copula).feats;
      return f.mood == Mood::kSub && f.tense == Tense::kPres ? copula : kNoWord;
    }
    return kNoWord;
  }

  [[nodiscard]] ClauseRelation root_relation(PredicateIndex p) const {
    for (int steps = 0; steps < 8 && work_.clauses.predicates[p].relation == ClauseRelation::kCoordinated; ++steps) {
      const PredicateIndex parent = work_.clauses.predicates[p].parent;
      if (parent == kNoPredicate) break;
      p = parent;
    }
    const ClauseRelation r = work_.clauses.predicates[p].relation;
    return r == ClauseRelation::kCoordinated ? ClauseRelation::kMain : r;
  }

  /// Konjunktiv II where Konjunktiv I would look like the indicative (third person plural), right behind what somebody
  /// is reported to have said in the same paragraph.
  [[nodiscard]] bool stands_in(PredicateIndex p) const {
    if (work_.document.language() != Language::kGerman) return false;
    const Predicate& predicate = work_.clauses.predicates[p];
    const auto plural_subjunctive = [&](WordIndex w) {
      const Features& f = work_.tree.node(w).feats;
      return f.mood == Mood::kSub && f.number == Number::kPlur;
    };
    bool plural = plural_subjunctive(predicate.head);
    for (const WordIndex c : work_.tree.children(predicate.head)) plural |= plural_subjunctive(c);
    if (!plural || predicate.sentence == 0) return false;
    const auto& sentences = work_.document.words().sentences;
    const SourceTrail::Source* source = trail_.before(predicate.span.begin, predicate.sentence, 1);
    return source != nullptr && source->content &&
           sentences[source->sentence].paragraph == sentences[predicate.sentence].paragraph;
  }

  /// "A subjunctive clause in the cue's own sentence belongs to the same statement."
  bool join_to_cue(uint32_t sentence, Span clause) {
    auto it = std::lower_bound(by_sentence_.begin(), by_sentence_.end(), std::pair<uint32_t, size_t>(sentence, 0));
    for (; it != by_sentence_.end() && it->first == sentence; ++it) {
      Statement& s = work_.drafts[it->second].statement;
      if (s.kind == StatementKind::kDirect || s.cue.empty()) continue;
      Span more = trim_content(clause, text_);
      if (more.begin < s.content.back().end && s.content.back().end < more.end) more.begin = s.content.back().end;
      if (more.overlaps(s.cue) || more.begin < s.content.back().end) continue;
      if (more.begin <= s.content.back().end + kAdjoins) {
        s.content.back().end = more.end;
      } else {
        s.content.push_back(more);
      }
      cover(work_.document, {more}, work_.covered);
      return true;
    }
    return false;
  }

  void open_new(PredicateIndex p) {
    const Predicate& predicate = work_.clauses.predicates[p];
    // the run is the sentence, unless other speech already holds a part of it
    const Span whole = predicate.relation == ClauseRelation::kMain
                           ? work_.document.words().sentences[predicate.sentence].span
                           : predicate.span;
    open_run(predicate.sentence, whole, predicate.core, predicate.lemma);
  }

  void open_run(uint32_t sentence, Span whole, Span cue, std::string_view lemma) {
    const SourceTrail::Source* source =
        trail_.before(work_.document.words().sentences[sentence].span.begin, sentence, kOpenSentences);
    if (source == nullptr) return;
    Draft draft;
    Statement& s = draft.statement;
    s.speaker = source->speaker;
    s.subjunctive_run = true;
    s.sentence = sentence;
    s.cue = cue;
    s.cue_lemma = lemma;
    s.content = {trim_content(whole, text_)};
    const auto [first, last] = work_.quotes_over(s.content.front());
    if (first < last) {
      s.kind = StatementKind::kMixed;
      for (size_t i = first; i < last; ++i) s.content.front() = join(s.content.front(), work_.quotes[i].outer);
    }
    trail_.add({s.content.front().begin, s.sentence, s.speaker, true});
    work_.add(std::move(draft));
    const std::pair<uint32_t, size_t> entry(sentence, work_.drafts.size() - 1);
    by_sentence_.insert(std::upper_bound(by_sentence_.begin(), by_sentence_.end(), entry), entry);
  }

  Workspace& work_;
  std::string_view text_;
  SourceTrail trail_;
  std::vector<std::pair<uint32_t, size_t>> by_sentence_;  ///< sentence and index of the drafts with a cue
};

}  // namespace

void find_reported_runs(Workspace& work) {
  ReportedRuns(work).run();
}

}  // namespace depesche::statements
