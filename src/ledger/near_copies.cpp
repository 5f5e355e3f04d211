#include "ledger/near_copies.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace depesche::ledger {
namespace {

constexpr size_t kShingle = 3;

/// A hash a word, letters in lower case.
std::vector<uint64_t> word_hashes(std::string_view text) {
  const std::string lower = utf8::lower(text);
  std::vector<uint64_t> hashes;
  size_t begin = std::string::npos;
  const auto close = [&](size_t end) {
    if (begin != std::string::npos) hashes.push_back(XXH3_64bits(lower.data() + begin, end - begin));
    begin = std::string::npos;
  };
  for (size_t i = 0; i < lower.size();) {
    const bool digit = lower[i] >= '0' && lower[i] <= '9';
    if (digit || utf8::is_letter(utf8::decode(lower, i))) {
      if (begin == std::string::npos) begin = i;
    } else {
      close(i);
    }
    i += utf8::length(static_cast<unsigned char>(lower[i]));
  }
  close(lower.size());
  return hashes;
}

/// Multiply-shift permutation number `i` of a 64-bit value, upper 32 bits. Odd multipliers from splitmix64.
uint64_t splitmix(uint64_t x) {
  x += 0x9E3779B97F4A7C15ULL;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31);
}

const std::array<uint64_t, kHashes>& multipliers() {
  static const std::array<uint64_t, kHashes> values = [] {
    std::array<uint64_t, kHashes> out{};
    for (size_t i = 0; i < kHashes; ++i) out[i] = splitmix(i) | 1U;
    return out;
  }();
  return values;
}

}  // namespace

Signature signature_of(std::string_view text) {
  Signature signature;
  signature.fill(std::numeric_limits<uint32_t>::max());
  const std::vector<uint64_t> words = word_hashes(text);
  const size_t run = std::min(kShingle, words.size());
  for (size_t i = 0; run > 0 && i + run <= words.size(); ++i) {
    const uint64_t shingle = XXH3_64bits(&words[i], run * sizeof(uint64_t));
    for (size_t h = 0; h < kHashes; ++h) {
      const auto value = static_cast<uint32_t>((shingle * multipliers()[h]) >> 32);
      signature[h] = std::min(signature[h], value);
    }
  }
  return signature;
}

double similarity(const Signature& a, const Signature& b) {
  size_t equal = 0;
  for (size_t i = 0; i < kHashes; ++i) equal += a[i] == b[i] ? 1 : 0;
  return static_cast<double>(equal) / kHashes;
}

std::array<int64_t, kBands> band_keys(const Signature& signature) {
  constexpr size_t kRows = kHashes / kBands;
  std::array<int64_t, kBands> keys{};
  for (size_t band = 0; band < kBands; ++band)
    keys[band] = static_cast<int64_t>(XXH3_64bits_withSeed(&signature[band * kRows], kRows * sizeof(uint32_t), band));
  return keys;
}

}  // namespace depesche::ledger
