// The outer shape of a report: paragraphs, headlines, dateline, sign-off.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/text_lexicon.h"

namespace depesche::text {

struct Layout {
  std::vector<Span> paragraphs;  ///< without white space at the edges, never empty
  size_t headlines = 0;          ///< so many of the first paragraphs are title lines
  Span dateline;                 ///< with its dash; empty when there is none
  Span sign_off;                 ///< with its brackets; empty when there is none
  std::string agency;
};

/// Blank lines part paragraphs. A single line break parts them too, unless the text is hard-wrapped (lines of like
/// length that mostly end inside a sentence). `agency` is the one that the report itself states ("" when none): it
/// counts as known, beside those of the lexicon. Linear in the text.
[[nodiscard]] Layout lay_out(std::string_view text, std::string_view title, const TextLexicon& lexicon,
                             std::string_view agency = "");

}  // namespace depesche::text
