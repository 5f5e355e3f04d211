// Small UTF-8 helpers over text that is known to be valid (src/text checks it on the way in).
// Case folding and breaking of more than one letter belong to ICU, not here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace depesche::utf8 {

/// Bytes of the code point that starts with `lead`; 1 for stray bytes.
[[nodiscard]] constexpr uint32_t length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xF0) return 4;
  if (lead >= 0xE0) return 3;
  return lead >= 0xC0 ? 2 : 1;
}

/// Code point at `at`; precondition: at < text.size().
[[nodiscard]] char32_t decode(std::string_view text, size_t at);

void append(std::string& out, char32_t code_point);

/// Number of code points.
[[nodiscard]] size_t count(std::string_view text);

/// Lower and upper case, whole string, by Unicode simple mapping of the Latin, Greek and Cyrillic
/// blocks that news in our languages uses; other letters are kept.
[[nodiscard]] std::string lower(std::string_view text);
[[nodiscard]] std::string capitalised(std::string_view text);
/// Without the blanks, tabs and line ends around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Each run of blanks, tabs and line ends as one blank, none at the start.
[[nodiscard]] std::string one_line(std::string_view text);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_letter(char32_t c);

/// `text`, which need not be valid, with U+FFFD for each run of bytes that is no UTF-8 (RFC 3629): parsers of HTML and
/// XML write references to numbers beyond Unicode ("&#x1099909999;", "&#xD800;") as such bytes.
[[nodiscard]] std::string repaired(std::string_view text);

/// Byte offset -> code point offset, built once a document, for the edge (JSON, Python).
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  /// Precondition: byte_offset <= text.size() and on a code point border.
  [[nodiscard]] uint32_t at(uint32_t byte_offset) const;

 private:
  std::string_view text_;
  std::vector<uint32_t> blocks_;  ///< code points before each block of 64 bytes
};

}  // namespace depesche::utf8
