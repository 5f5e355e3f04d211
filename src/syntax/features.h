// What the encoder sees of a word: rows of the hashed tables and of the word vectors.
// Must agree bit for bit with train/depesche_train/features.py: change both or neither.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace depesche::syntax {

inline constexpr uint32_t kWordBits = 15;
inline constexpr uint32_t kSuffixBits = 14;
inline constexpr uint32_t kPrefixBits = 13;
inline constexpr size_t kAffixLength = 4;

struct WordFeatures {
  std::array<uint32_t, 2> words{};     ///< two hashes of the lower-cased form, digits as 0
  std::array<uint32_t, 4> suffixes{};  ///< last 1 to 4 letters
  std::array<uint32_t, 5> prefixes{};  ///< first 1 to 4 letters, and the shape
};

/// Pure function of the form.
[[nodiscard]] WordFeatures features_of(std::string_view form);

/// "Xxx-dd": letters and digits as classes, runs cut at 3, other ASCII kept; `folded` as by fold().
[[nodiscard]] std::string shape_of(std::string_view folded);

/// Typographic quotes and dashes as ASCII ones.
[[nodiscard]] std::string fold(std::string_view form);

inline constexpr uint32_t kNoVector = UINT32_MAX;

/// Row of the word's vector among the sorted `keys`: its form, else its lower case, else (where
/// min_tail > 0) the longest known tail of a compound; kNoVector when there is none.
[[nodiscard]] uint32_t vector_row(std::span<const uint64_t> keys, std::string_view form, uint32_t min_tail);

}  // namespace depesche::syntax
