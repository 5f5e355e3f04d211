// Passages between quotation marks, over sentences and paragraphs.
#pragma once

#include <vector>

#include "document/document.h"
#include "document/tree.h"
#include "statements/speech_lexicon.h"

namespace depesche::statements {

struct Quote {
  Span outer;                 ///< with the marks
  Span inner;                 ///< without them
  WordIndex first = kNoWord;  ///< words [first, last) inside
  WordIndex last = kNoWord;
  bool clause = false;  ///< says something (a finite verb, or a sentence of its own), not only a name or a piece
};

/// Outermost quotations in text order. Marks that never close end with their paragraph; a paragraph that opens with a
/// mark while a quotation is still open continues it (the English habit).
[[nodiscard]] std::vector<Quote> find_quotes(const Document& document, const Tree& tree, const SpeechLexicon& lexicon);

/// Index of the quotation that covers each word, or SIZE_MAX.
[[nodiscard]] std::vector<size_t> quote_of_word(const Document& document, const std::vector<Quote>& quotes);

}  // namespace depesche::statements
