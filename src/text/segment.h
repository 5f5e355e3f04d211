// Text -> sentences and syntactic words (layer 1 of the document).
#pragma once

#include <string_view>

#include "document/document.h"
#include "text/text_lexicon.h"

namespace depesche::text {

struct SegmentOptions {
  /// A sentence with more words than this is cut, if possible after a comma or semicolon: a guard for later stages
  /// whose work grows faster than the sentence.
  uint32_t max_sentence_words = 2000;
  std::string_view agency;  ///< stated by the report; its dateline and sign-off are known by it
};

/// Tokens follow the treebanks that the parsers learn from: UD_German-GSD/PUD (hyphens are tokens, "im" = in + dem) and
/// UD_English-EWT ("don't" = do + n't, hyphens split except after prefixes). A dateline and a sign-off are sentences of
/// their own. The text is not changed; only Word::form is normalised (soft hyphens, apostrophes). Linear, thread-safe,
/// total: every text has a layer, an empty text an empty one.
[[nodiscard]] TextLayer segment(std::string_view text, Language language, std::string_view title,
                                const TextLexicon& lexicon, const SegmentOptions& options = {});

/// The same for a document, with the agency that it states.
[[nodiscard]] TextLayer segment(const Document& document, const TextLexicon& lexicon,
                                const SegmentOptions& options = {});

}  // namespace depesche::text
