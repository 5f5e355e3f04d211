// What the parts of the statement stage share: the document's views and the statements found so far.
#pragma once

#include <vector>

#include "document/document.h"
#include "document/naming.h"
#include "document/tree.h"
#include "statements/quotes.h"
#include "statements/speech_lexicon.h"

namespace depesche::statements {

struct Draft {
  Statement statement;
  bool resolved = false;   ///< a speaker phrase stands in the text, even where its actor is unknown
};

/// One document at work. The parts run in the order of find_statements and append drafts.
struct Workspace {
  Workspace(const Document& doc, const SpeechLexicon& lex)
      : document(doc), lexicon(lex), tree(doc), clauses(doc.clauses()),
        quotes(find_quotes(doc, tree, lex)), quote_of(quote_of_word(doc, quotes)),
        quote_taken(quotes.size(), false), covered(doc.words().words.size(), false) {}

  const Document& document;
  const SpeechLexicon& lexicon;
  Tree tree;
  const ClauseLayer& clauses;
  std::vector<Quote> quotes;
  std::vector<size_t> quote_of;       ///< quotation that covers each word, or SIZE_MAX
  std::vector<bool> quote_taken;
  std::vector<bool> covered;          ///< word stands in the content of some draft
  std::vector<Draft> drafts;

  [[nodiscard]] bool in_quote(WordIndex w) const { return w < quote_of.size() && quote_of[w] != SIZE_MAX; }
  [[nodiscard]] const SpeechCue* cue(PredicateIndex p) const {
    return lexicon.cue(document.language(), clauses.predicates[p].kind, clauses.predicates[p].lemma);
  }
  void add(Draft draft);
};

/// Content without surrounding blanks and commas, and without a full stop outside quotation marks.
[[nodiscard]] Span trim_content(Span span, std::string_view text);

/// Marks the words of the spans.
void cover(const Document& document, const std::vector<Span>& spans, std::vector<bool>& covered);

}  // namespace depesche::statements
