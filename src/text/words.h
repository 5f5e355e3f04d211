// Tokens -> syntactic words with their forms: multiword tokens are split here.
#pragma once

#include <string_view>
#include <vector>

#include "document/text_layer.h"
#include "text/tokens.h"

namespace depesche::text {

/// Appends the words of one token.
void append_words(std::string_view text, const Token& token, const LanguageWords& words, uint32_t sentence,
                  bool space_after, std::vector<Word>& out);

/// What the parser sees of a surface: no soft hyphens and joiners, straight apostrophes, composed accents (NFC), plain
/// blanks.
[[nodiscard]] std::string form_of(std::string_view surface);

}  // namespace depesche::text
