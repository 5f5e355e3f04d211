// Running text -> tokens in the sense of Universal Dependencies (before multiword tokens are split).
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/text_lexicon.h"

namespace depesche::text {

enum class TokenKind : uint8_t { kWord, kNumber, kStop, kOpen, kClose, kDash, kOther };

struct Token {
  Span span;
  TokenKind kind = TokenKind::kOther;
  bool space_before = false;
  bool dotted = false;            ///< an abbreviation, initial or ordinal that kept its dot
  bool may_end_sentence = false;  ///< dotted, and the dot may also be a full stop ("usw.")
  uint8_t clitic = 0;             ///< bytes at the end that are a word of their own ("n't", "'s")
};

/// Tokens of one paragraph, in order; dots are already joined to abbreviations, initials and ordinals.
[[nodiscard]] std::vector<Token> tokenise(std::string_view text, Span paragraph, const LanguageWords& words);

/// Lower case, with straight apostrophes and without invisible characters: the key of the word tables.
[[nodiscard]] std::string word_key(std::string_view surface);

}  // namespace depesche::text
