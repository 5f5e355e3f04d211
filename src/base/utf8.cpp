#include "base/utf8.h"

#include <array>

namespace depesche::utf8 {
namespace {

constexpr size_t kBlock = 64;

bool is_lead(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

char32_t lower_of(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c == 0x178) return 0xFF;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return (c & 1U) != 0 ? c + 1 : c;
  if (c >= 0x100 && c <= 0x177 && c != 0x130 && c != 0x131 && c != 0x138) return c | 1U;
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c == 0x1E9E) return 0xDF;
  return c;
}

char32_t upper_of(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
  if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 32;
  if (c == 0xFF) return 0x178;
  if ((c >= 0x13A && c <= 0x148) || (c >= 0x17A && c <= 0x17E)) return (c & 1U) == 0 ? c - 1 : c;
  if (c >= 0x100 && c <= 0x177 && c != 0x131 && c != 0x138) return c & ~1U;
  if (c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2) return c - 32;
  if (c >= 0x430 && c <= 0x44F) return c - 32;
  if (c >= 0x450 && c <= 0x45F) return c - 80;
  return c;
}

}  // namespace

char32_t decode(std::string_view text, size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const uint32_t n = length(lead);
  if (n == 1 || at + n > text.size()) return lead;
  char32_t c = lead & (0xFFU >> (n + 1));
  for (uint32_t i = 1; i < n; ++i) c = (c << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  return c;
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0U | (c >> 12U));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | (c >> 18U));
    out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

size_t count(std::string_view text) {
  size_t n = 0;
  for (const char c : text) n += is_lead(c) ? 1 : 0;
  return n;
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size(); at += length(static_cast<unsigned char>(text[at]))) {
    append(out, lower_of(decode(text, at)));
  }
  return out;
}

std::string capitalised(std::string_view text) {
  if (text.empty()) return {};
  std::string out;
  out.reserve(text.size() + 1);
  append(out, upper_of(decode(text, 0)));
  const size_t rest = length(static_cast<unsigned char>(text[0]));
  if (rest < text.size()) out.append(text.substr(rest));
  return out;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) + 1 - begin);
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

bool is_upper(char32_t c) {
  return lower_of(c) != c;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x52F) ||
         (c >= 0x1E00 && c <= 0x1FFF) || c == 0xAA || c == 0xBA || c == 0xB5 || (c >= 0x530 && c <= 0x1DFF) ||
         (c >= 0x3040 && c <= 0xFDFF);
}

namespace {

/// Bytes of the code point at `at`; 0 when it is no UTF-8 (RFC 3629).
size_t valid_length(std::string_view text, size_t at) {
  constexpr std::array<char32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
  const auto lead = static_cast<unsigned char>(text[at]);
  const size_t n = length(lead);
  if (n > text.size() - at || (n == 1 && lead >= 0x80) || lead > 0xF4) return 0;
  for (size_t i = 1; i < n; ++i) {
    if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80U) return 0;
  }
  const char32_t c = decode(text, at);
  return c < kLeast[n] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) ? 0 : n;
}

}  // namespace

std::string repaired(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    if (const size_t n = valid_length(text, at); n > 0) {
      out.append(text, at, n);
      at += n;
    } else {
      out += "\uFFFD";
      do ++at;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    }
  }
  return out;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  blocks_.reserve(text.size() / kBlock + 1);
  uint32_t points = 0;
  for (size_t at = 0; at <= text.size(); ++at) {
    if (at % kBlock == 0) blocks_.push_back(points);
    if (at < text.size() && is_lead(text[at])) ++points;
  }
}

uint32_t CodePointIndex::at(uint32_t byte_offset) const {
  const size_t block = byte_offset / kBlock;
  uint32_t points = blocks_[block];
  for (size_t at = block * kBlock; at < byte_offset; ++at) points += is_lead(text_[at]) ? 1 : 0;
  return points;
}

}  // namespace depesche::utf8
