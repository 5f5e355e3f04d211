// CoNLL-U (https://universaldependencies.org/format.html): reading with errors that name the line,
// writing with everything of the input that the parser does not set kept.
#pragma once

#include <cstdint>
#include <istream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/syntax_layer.h"
#include "syntax/parser.h"

namespace depesche::syntax {

/// A syntactic word; columns as text ("_" where empty).
struct ConlluWord {
  std::string form, lemma, upos, xpos, feats;
  uint32_t head = 0;  ///< 1-based, 0 for the root; 0 where the column is "_"
  std::string deprel, deps, misc;
};

/// A line that is not a word: multiword token ("3-4"), empty node ("5.1"); kept as it is.
struct ConlluExtra {
  uint32_t before = 0;  ///< stands before this 0-based word
  std::string line;
  uint32_t first = 0;  ///< of a range: 0-based words [first, last); first == last for empty nodes
  uint32_t last = 0;
};

struct ConlluSentence {
  std::vector<std::string> comments;  ///< with their '#'
  std::vector<ConlluWord> words;
  std::vector<ConlluExtra> extras;  ///< by position
};

/// Reads all sentences. `name` is used in errors ("name:line: ..."). kBadConllu for: not ten columns,
/// ids out of order, a form that is empty, a head that is not a word of the sentence, a sentence
/// without words. Carriage returns and a missing last line feed are accepted.
[[nodiscard]] Result<std::vector<ConlluSentence>> read_conllu(std::istream& in, const std::string& name);

/// Sets UPOS, FEATS, LEMMA, HEAD, DEPREL and NER= in MISC; empties XPOS and DEPS, which would no longer fit.
void annotate(std::vector<ConlluSentence>& sentences, Parser& parser);

/// The words, ranges and sentences of an analysed document, with sent_id and text comments.
/// Precondition: text and syntax layers are published.
[[nodiscard]] std::vector<ConlluSentence> to_conllu(const Document& document);

void write_conllu(std::ostream& out, const std::vector<ConlluSentence>& sentences);

}  // namespace depesche::syntax
