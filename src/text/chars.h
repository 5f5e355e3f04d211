// Character classes that reading running text needs, over valid UTF-8.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/utf8.h"

namespace depesche::text {

[[nodiscard]] constexpr bool is_space(char32_t c) {
  return c <= 0x20 || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}
[[nodiscard]] constexpr bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
/// Written inside words but not part of their form: soft hyphen, joiners.
[[nodiscard]] constexpr bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060;
}
[[nodiscard]] constexpr bool is_combining(char32_t c) {
  return c >= 0x300 && c <= 0x36F;
}
[[nodiscard]] inline bool is_alnum(char32_t c) {
  return is_digit(c) || utf8::is_letter(c);
}
[[nodiscard]] constexpr bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2BC;
}
[[nodiscard]] constexpr bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}
[[nodiscard]] constexpr bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A || (c >= 0x2018 && c <= 0x201F);
}
[[nodiscard]] constexpr bool is_opening_bracket(char32_t c) {
  return c == '(' || c == '[' || c == '{';
}
[[nodiscard]] constexpr bool is_closing_bracket(char32_t c) {
  return c == ')' || c == ']' || c == '}';
}

/// A code point and where the next one starts.
struct Char {
  char32_t c = 0;
  uint32_t next = 0;
};
/// Precondition: at < text.size().
[[nodiscard]] inline Char read(std::string_view text, uint32_t at) {
  return {utf8::decode(text, at), at + utf8::length(static_cast<unsigned char>(text[at]))};
}
/// 0 at the end.
[[nodiscard]] inline char32_t peek(std::string_view text, uint32_t at) {
  return at < text.size() ? utf8::decode(text, at) : 0;
}
/// The code point that ends before `at`; 0 at the beginning.
[[nodiscard]] inline char32_t before(std::string_view text, uint32_t at) {
  if (at == 0) return 0;
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return utf8::decode(text, at);
}

}  // namespace depesche::text
