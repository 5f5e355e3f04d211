#include "statements/source_phrases.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche::statements {
namespace {

struct Found {
  const SourcePhrase* phrase = nullptr;
  WordIndex first = kNoWord;     ///< words [first, last) of the fixed words
  WordIndex last = kNoWord;
};

class SourcePhrases {
 public:
  explicit SourcePhrases(Workspace& work) : work_(work), text_(work.document.text()) {}

  void run() {
    for (WordIndex w = 0; w < work_.tree.size();) {
      const Found found = match(w);
      if (found.phrase != nullptr && found.phrase->kind != SourceKind::kHearsay && !work_.in_quote(w)) take(found);
      w = found.phrase != nullptr ? found.last : w + 1;
    }
  }

 private:
  [[nodiscard]] Found match(WordIndex w) const {
    const auto* list = work_.lexicon.sources(work_.document.language(), utf8::lower(work_.tree.form(w)));
    if (list == nullptr) return {};
    for (const SourcePhrase& phrase : *list) {
      if (w + phrase.words.size() > work_.tree.size()) continue;
      bool same = work_.tree.word(w).sentence == work_.tree.word(w + static_cast<WordIndex>(phrase.words.size()) - 1).sentence;
      for (size_t i = 1; same && i < phrase.words.size(); ++i) same = utf8::lower(work_.tree.form(w + static_cast<WordIndex>(i))) == phrase.words[i];
      if (same) return {&phrase, w, w + static_cast<WordIndex>(phrase.words.size())};
    }
    return {};
  }

  /// Head word of the whole source phrase: the word that hangs outside on the clause it qualifies.
  [[nodiscard]] WordIndex phrase_head(const Found& found) const {
    WordIndex top = found.last - 1;
    if (found.phrase->kind == SourceKind::kPreposition || found.phrase->kind == SourceKind::kPostposition) {
      const WordIndex h = work_.tree.head(found.first);
      return h == kNoWord ? found.first : h;
    }
    while (work_.tree.head(top) != kNoWord && work_.tree.head(top) >= found.first && work_.tree.head(top) < found.last) top = work_.tree.head(top);
    return top;
  }

  /// The verbal predicate that the phrase qualifies.
  [[nodiscard]] PredicateIndex qualified(WordIndex head, const Found& found) const {
    WordIndex w = work_.tree.head(head);
    for (int steps = 0; w != kNoWord && steps < 8; ++steps, w = work_.tree.head(w)) {
      if (w >= found.first && w < found.last) continue;
      const PredicateIndex p = work_.clauses.predicate_of_word[w];
      if (p != kNoPredicate && work_.clauses.predicates[p].kind != PredicateKind::kNoun) return p;
    }
    // badly attached: the first main predicate of the sentence
    const uint32_t sentence = work_.tree.word(found.first).sentence;
    for (PredicateIndex p = 0; p < work_.clauses.predicates.size(); ++p) {
      const Predicate& predicate = work_.clauses.predicates[p];
      if (predicate.sentence == sentence && predicate.kind != PredicateKind::kNoun && predicate.relation == ClauseRelation::kMain) return p;
    }
    return kNoPredicate;
  }

  void set_source(const Found& found, WordIndex head, PredicateIndex clause, Draft& draft) const {
    auto& speaker = draft.statement.speaker;
    draft.resolved = true;
    switch (found.phrase->kind) {
      case SourceKind::kSelf:
        for (const Argument& a : work_.clauses.predicates[clause].arguments) {
          if (a.function == Function::kSubject && a.head != kNoWord) add_actors_named(work_.document, work_.tree, a.head, speaker);
        }
        return;
      case SourceKind::kLast:
        for (auto d = work_.drafts.rbegin(); d != work_.drafts.rend() && speaker.empty(); ++d) {
          if (d->statement.content.front().begin < work_.tree.word(found.first).span.begin) speaker = d->statement.speaker;
        }
        return;
      default: break;
    }
    add_actors_named(work_.document, work_.tree, head, speaker);
    for (const WordIndex c : work_.tree.children(head)) add_if_source(c, found, speaker);
    if (speaker.empty()) add_following(found, speaker);
  }

  void add_if_source(WordIndex c, const Found& found, std::vector<ActorIndex>& speaker) const {
    const Deprel d = work_.tree.node(c).deprel;
    const bool conjunct = d == Deprel::kConj;
    if (found.phrase->kind == SourceKind::kNoun && (d == Deprel::kNmod || d == Deprel::kAmod || d == Deprel::kObj || d == Deprel::kAppos)) {
      add_actors_named(work_.document, work_.tree, c, speaker);
      for (const WordIndex cc : work_.tree.children(c)) {
        if (work_.tree.node(cc).deprel == Deprel::kConj) add_actors_named(work_.document, work_.tree, cc, speaker);
      }
    } else if (conjunct) {
      add_actors_named(work_.document, work_.tree, c, speaker);
    }
  }

  /// The parser went astray: the first mention right behind the phrase (or before a postposition).
  void add_following(const Found& found, std::vector<ActorIndex>& speaker) const {
    const auto& actors = work_.document.actors();
    const bool before = found.phrase->kind == SourceKind::kPostposition;
    for (WordIndex step = 0; step < 6; ++step) {
      if (before && found.first < step + 1) return;
      const WordIndex w = before ? found.first - 1 - step : found.last + step;
      if (w >= work_.tree.size() || work_.tree.word(w).sentence != work_.tree.word(found.first).sentence) return;
      if (work_.tree.node(w).upos == Upos::kPunct || work_.tree.node(w).upos == Upos::kVerb) return;
      if (actors.mention_of_word[w] == UINT32_MAX) continue;
      add_unique(speaker, actors.mentions[actors.mention_of_word[w]].actor);
      return;
    }
  }

  /// Content is the clause; a phrase at its edge stays outside, one in its middle inside.
  [[nodiscard]] Span content(Span clause, Span phrase) const {
    if (phrase.end <= clause.begin || phrase.begin >= clause.end) return trim_content(clause, text_);
    if (phrase.begin <= clause.begin + 1) clause.begin = phrase.end;
    if (phrase.end + 1 >= clause.end) clause.end = std::min(clause.end, phrase.begin);
    return trim_content(clause, text_);
  }

  void take(const Found& found) {
    const WordIndex head = phrase_head(found);
    const PredicateIndex clause = qualified(head, found);
    if (clause == kNoPredicate) return;
    const Predicate& predicate = work_.clauses.predicates[clause];
    Span phrase = join(work_.tree.word(found.first).span, work_.tree.word(found.last - 1).span);
    if (head != kNoWord && work_.tree.node(head).upos != Upos::kVerb) phrase = join(phrase, work_.tree.span(head));
    Draft draft;
    Statement& s = draft.statement;
    s.content = {content(predicate.span, phrase)};
    if (s.content.front().empty()) return;
    s.cue = phrase;
    s.cue_lemma = work_.tree.form(found.last - 1);
    s.sentence = predicate.sentence;
    for (const Quote& q : work_.quotes) {
      if (q.inner.overlaps(s.content.front())) s.kind = StatementKind::kMixed;
    }
    set_source(found, head, clause, draft);
    work_.add(std::move(draft));
  }

  Workspace& work_;
  std::string_view text_;
};

}  // namespace

void find_source_phrases(Workspace& work) { SourcePhrases(work).run(); }

}  // namespace depesche::statements
