#include "text/decode.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "base/utf8.h"

namespace depesche::text {
namespace {

/// Bytes of the well-formed sequence at `at`, 0 if there is none (RFC 3629: no overlong forms, no surrogates).
size_t sequence(std::string_view s, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(s[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const size_t length = utf8::length(lead);
  if (at + length > s.size()) return 0;
  for (size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
  }
  const unsigned char second = byte(at + 1);
  if (lead == 0xE0 && second < 0xA0) return 0;
  if (lead == 0xED && second > 0x9F) return 0;
  if (lead == 0xF0 && second < 0x90) return 0;
  if (lead == 0xF4 && second > 0x8F) return 0;
  return length;
}

/// Windows-1252, 0x80..0x9F; 0 where the set has no character.
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_plain_control(unsigned char c) {
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v';
}

bool is_binary(std::string_view bytes) {
  size_t controls = 0;
  for (const unsigned char c : bytes) {
    if (c == 0) return true;
    if (is_plain_control(c)) ++controls;
  }
  return controls * 50 > bytes.size();  // more than 2 %
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c <= 0x20; });
}

/// Is a run of high bytes what Western European text looks like: letters inside words, or marks?
bool plausible_western(std::string_view bytes) {
  size_t high = 0;
  size_t odd = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c < 0x80) continue;
    ++high;
    const bool undefined = c < 0xA0 && kWindows1252[c - 0x80] == 0;
    if (undefined) return false;
    const bool next_high = i + 1 < bytes.size() && static_cast<unsigned char>(bytes[i + 1]) >= 0xC0;
    if (c >= 0xC0 && next_high) ++odd;  // two accented letters in a row are rare
  }
  // A text in Cyrillic or Greek single bytes is nearly all high bytes.
  return odd * 4 <= high && high * 3 <= bytes.size();
}

/// ICU's best name for the charset, "" when it has none.
std::string detect(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
  if (U_FAILURE(status)) return "";
  const auto size = static_cast<int32_t>(std::min<size_t>(bytes.size(), 1 << 16));
  ucsdet_setText(detector.get(), bytes.data(), size, &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "";
  const char* charset = ucsdet_getName(match, &status);
  return U_FAILURE(status) || charset == nullptr ? "" : charset;
}

bool foreign_multibyte(const std::string& charset) {
  constexpr std::array<std::string_view, 9> kNames = {"Shift_JIS", "EUC-JP",       "EUC-KR",     "GB18030",     "Big5",
                                                      "KOI8-R",    "windows-1251", "ISO-8859-5", "windows-1256"};
  return std::find(kNames.begin(), kNames.end(), charset) != kNames.end();
}

std::string from_western(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const unsigned char c : bytes) {
    utf8::append(out, c >= 0x80 && c < 0xA0 ? kWindows1252[c - 0x80] : static_cast<char32_t>(c));
  }
  return out;
}

struct Census {
  size_t good = 0;  ///< multi-byte sequences that are valid
  size_t bad = 0;   ///< bytes that are not
};

Census census(std::string_view bytes) {
  Census result;
  for (size_t i = 0; i < bytes.size();) {
    const size_t length = sequence(bytes, i);
    if (length == 0) ++result.bad;
    if (length > 1) ++result.good;
    i += std::max<size_t>(length, 1);
  }
  return result;
}

Error fault(ErrorCode code, std::string_view where, std::string what, std::string cure) {
  return Error{code, std::string(where), std::move(what), std::move(cure)};
}

std::optional<Error> check_utf16(std::string_view bytes, std::string_view where) {
  if (!bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF")) return std::nullopt;
  return fault(ErrorCode::kBadEncoding, where, "the text is UTF-16", "save it as UTF-8");
}

}  // namespace

size_t first_invalid_utf8(std::string_view bytes, size_t from) {
  for (size_t i = from; i < bytes.size();) {
    const size_t length = sequence(bytes, i);
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

Result<std::string> decode(std::string_view bytes, std::string_view where) {
  if (auto error = check_utf16(bytes, where)) return *error;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (is_blank(bytes) && bytes.find('\0') == std::string_view::npos) {
    return fault(ErrorCode::kFileEmpty, where, "there is no text in it", "give a report with text");
  }
  if (is_binary(bytes)) {
    return fault(ErrorCode::kFileBinary, where, "this is binary data, not text", "give plain text, HTML or JSON Lines");
  }
  const size_t invalid = first_invalid_utf8(bytes);
  if (invalid == std::string_view::npos) return std::string(bytes);

  const Census counts = census(bytes);
  const bool western = counts.good < counts.bad && plausible_western(bytes);
  if (western) {
    if (const std::string charset = detect(bytes); !foreign_multibyte(charset)) return from_western(bytes);
  }
  std::string what = "invalid UTF-8 at byte " + std::to_string(invalid);
  if (counts.good < counts.bad) {
    if (const std::string charset = detect(bytes); !charset.empty() && charset != "UTF-8")
      what += ", it looks like " + charset;
  }
  return fault(ErrorCode::kBadEncoding, where, std::move(what), "save it as UTF-8");
}

}  // namespace depesche::text
