// What a dot after a word is: part of an abbreviation, initial or ordinal, or a full stop.
#pragma once

#include <string_view>
#include <vector>

#include "text/tokens.h"

namespace depesche::text {

/// Joins the dots that belong to the word before them (Token::dotted). Linear.
[[nodiscard]] std::vector<Token> join_dots(std::string_view text, std::vector<Token> tokens,
                                           const LanguageWords& words);

/// Does the token begin with a capital letter and is, in lower case, a function word? Such a word opens a sentence.
[[nodiscard]] bool opens_sentence(std::string_view text, const Token& token, const LanguageWords& words);

}  // namespace depesche::text
