// The text lexicon of the tests: built once from the shipped tables.
#pragma once

#include "knowledge.h"
#include "text/text_lexicon.h"

namespace depesche::testing {

inline const text::TextLexicon& text_lexicon() {
  static const text::TextLexicon lexicon = text::TextLexicon::from(compile_tables(
      {"words/abbreviations.tsv", "words/agencies.tsv", "words/tokens.tsv", "words/languages.tsv", "words/time.tsv"}));
  return lexicon;
}

}  // namespace depesche::testing
