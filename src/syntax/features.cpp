#include "syntax/features.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "syntax/model_file.h"

namespace depesche::syntax {
namespace {

char32_t folded(char32_t c) {
  switch (c) {
    case U'„':
    case U'“':
    case U'”':
    case U'«':
    case U'»':
    case U'‟': return U'"';
    case U'’':
    case U'‘':
    case U'‚':
    case U'‛':
    case U'`':
    case U'´': return U'\'';
    case U'–':
    case U'—':
    case U'‑':
    case U'−': return U'-';
    default: return c;
  }
}

// Byte offsets of the code points, and the size at the end.
std::vector<size_t> starts_of(std::string_view text) {
  std::vector<size_t> starts;
  for (size_t at = 0; at < text.size(); at += utf8::length(static_cast<unsigned char>(text[at]))) starts.push_back(at);
  starts.push_back(text.size());
  return starts;
}

uint32_t bucket(char kind, std::string_view text, size_t pad, uint32_t bits) {
  uint64_t hash = fnv1a(text, fnv1a(std::string_view(&kind, 1)));
  for (; pad > 0; --pad) hash = fnv1a("#", hash);
  return static_cast<uint32_t>(((hash >> 32U) ^ hash) & ((1ULL << bits) - 1));
}

uint32_t row_of(std::span<const uint64_t> keys, std::string_view form) {
  const uint64_t key = fnv1a(form);
  const auto found = std::lower_bound(keys.begin(), keys.end(), key);
  return found != keys.end() && *found == key ? static_cast<uint32_t>(found - keys.begin()) : kNoVector;
}

uint32_t tail_row(std::span<const uint64_t> keys, std::string_view form, uint32_t min_tail) {
  const std::vector<size_t> starts = starts_of(form);
  const size_t letters = starts.size() - 1;
  const bool noun = utf8::is_upper(utf8::decode(form, 0));
  for (size_t start = 2; start + min_tail <= letters; ++start) {
    std::string tail = utf8::lower(form.substr(starts[start]));
    if (noun && static_cast<unsigned char>(tail[0]) < 0x80) {
      const uint32_t row = row_of(keys, utf8::capitalised(tail));
      if (row != kNoVector) return row;
    }
    const uint32_t row = row_of(keys, tail);
    if (row != kNoVector) return row;
  }
  return kNoVector;
}

}  // namespace

std::string fold(std::string_view form) {
  std::string out;
  out.reserve(form.size());
  for (size_t at = 0; at < form.size(); at += utf8::length(static_cast<unsigned char>(form[at]))) {
    utf8::append(out, folded(utf8::decode(form, at)));
  }
  return out;
}

std::string shape_of(std::string_view text) {
  std::string out;
  size_t run = 0;
  for (size_t at = 0; at < text.size(); at += utf8::length(static_cast<unsigned char>(text[at]))) {
    const char32_t c = utf8::decode(text, at);
    char mark = 'x';
    if (utf8::is_upper(c))
      mark = 'X';
    else if (c >= U'0' && c <= U'9')
      mark = 'd';
    else if (c < 0x80 && !(c >= U'a' && c <= U'z'))
      mark = static_cast<char>(c);
    run = !out.empty() && out.back() == mark ? run + 1 : 1;
    if (run <= 3) out += mark;
  }
  return out;
}

WordFeatures features_of(std::string_view form) {
  const std::string plain = fold(form);
  std::string word = utf8::lower(plain);
  for (char& c : word) c = c >= '0' && c <= '9' ? '0' : c;
  const std::vector<size_t> starts = starts_of(word);
  const size_t letters = starts.size() - 1;
  WordFeatures out;
  out.words = {bucket('w', word, 0, kWordBits), bucket('v', word, 0, kWordBits)};
  for (size_t n = 1; n <= kAffixLength; ++n) {
    const size_t pad = n > letters ? n - letters : 0;
    const size_t size = std::min(n, letters);
    out.suffixes[n - 1] = bucket('s', std::string_view(word).substr(starts[letters - size]), pad, kSuffixBits);
    out.prefixes[n - 1] = bucket('p', std::string_view(word).substr(0, starts[size]), pad, kPrefixBits);
  }
  out.prefixes[kAffixLength] = bucket('h', shape_of(plain), 0, kPrefixBits);
  return out;
}

uint32_t vector_row(std::span<const uint64_t> keys, std::string_view form, uint32_t min_tail) {
  uint32_t row = row_of(keys, form);
  if (row == kNoVector) row = row_of(keys, utf8::lower(form));
  if (row == kNoVector && min_tail > 0 && !form.empty() && utf8::count(form) >= min_tail + 3)
    row = tail_row(keys, form, min_tail);
  return row;
}

}  // namespace depesche::syntax
