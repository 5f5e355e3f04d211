// What the parts of the statement stage share: the document's views and the statements found so far.
#pragma once

#include <utility>
#include <vector>

#include "document/document.h"
#include "document/naming.h"
#include "document/tree.h"
#include "statements/quotes.h"
#include "statements/speech_lexicon.h"

namespace depesche::statements {

struct Draft {
  Statement statement;
  bool resolved = false;  ///< a speaker phrase stands in the text, even where its actor is unknown
};

/// One document at work. The parts run in the order of find_statements and append drafts.
struct Workspace {
  Workspace(const Document& doc, const SpeechLexicon& lex);

  const Document& document;
  const SpeechLexicon& lexicon;
  Tree tree;
  const ClauseLayer& clauses;
  std::vector<Quote> quotes;
  std::vector<size_t> quote_of;   ///< quotation that covers each word, or SIZE_MAX
  std::vector<bool> quote_taken;  ///< direct speech, or a piece inside some content
  std::vector<bool> cue_taken;    ///< predicate is the cue of a draft
  std::vector<bool> covered;      ///< word stands in the content of some draft
  std::vector<Draft> drafts;
  std::vector<PredicateIndex> first_predicate;  ///< of each sentence, and one past the end

  [[nodiscard]] bool in_quote(WordIndex w) const { return w < quote_of.size() && quote_of[w] != SIZE_MAX; }
  [[nodiscard]] const SpeechCue* cue(PredicateIndex p) const {
    return lexicon.cue(document.language(), clauses.predicates[p].kind, clauses.predicates[p].lemma);
  }
  /// Predicates [first, last) whose head stands in the sentence.
  [[nodiscard]] std::pair<PredicateIndex, PredicateIndex> predicates_of(uint32_t sentence) const {
    return {first_predicate[sentence], first_predicate[sentence + 1]};
  }
  /// Quotations [first, last) whose inner text overlaps the span.
  [[nodiscard]] std::pair<size_t, size_t> quotes_over(Span span) const;
  /// First word that begins at or behind the offset.
  [[nodiscard]] WordIndex word_from(uint32_t offset) const;
  /// A subordinate speaking in a quotation that is direct speech, seen from a word outside it.
  [[nodiscard]] bool said_directly(WordIndex w, WordIndex from) const {
    return in_quote(w) && quote_taken[quote_of[w]] && (!in_quote(from) || quote_of[from] != quote_of[w]);
  }
  /// The clause with those coordinated to it, without what a cue of its own or another mood sets off.
  [[nodiscard]] Span extent(PredicateIndex p) const;
  /// Cuts conjunctions and marks off the end.
  [[nodiscard]] Span without_conjunction(Span span) const;
  void add(Draft draft);
};

/// Content without surrounding blanks and commas, and without a full stop outside quotation marks.
[[nodiscard]] Span trim_content(Span span, std::string_view text);

/// Marks the words of the spans.
void cover(const Document& document, const std::vector<Span>& spans, std::vector<bool>& covered);

}  // namespace depesche::statements
