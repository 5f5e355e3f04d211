// Layout of the compiled lexicon, shared by the reader and the writer. Little-endian, every part aligned to 4.
//
//   header | slots | lists (uint32 each) | readings | edits | text of the edits
//
// A form is hashed; its slot is found by linear probing over prints of the hash. A slot names a list, a list the range
// of its readings: lists[i] .. lists[i + 1]. Forms that differ only in their stem share lists, which keeps the file
// small.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace depesche::morphology {

enum class Kind : uint8_t {
  kNoun,
  kName,
  kAdjective,
  kVerb,
  kAdverb,
  kPronoun,
  kArticle,
  kPreposition,
  kConjunction,
  kNumeral,
  kParticle,  ///< of separable verbs, negation
  kInterjection,
  kAbbreviation,
};
inline constexpr size_t kKinds = 13;

namespace file {

inline constexpr std::array<char, 8> kMagic = {'D', 'P', 'G', 'E', 'R', 'L', 'E', 'X'};
/// Raised whenever the layout or the meaning of kinds and cells changes.
inline constexpr uint32_t kVersion = 1;

struct Header {
  std::array<char, 8> magic;
  uint32_t version;
  uint32_t slots;
  uint64_t fingerprint;  ///< over all bytes behind the header
  uint64_t size;         ///< of the whole file in bytes
  uint32_t forms;
  uint32_t lists;
  uint32_t readings;
  uint32_t edits;
  uint32_t text;  ///< bytes
  uint32_t reserved;
};
static_assert(sizeof(Header) == 56);

struct Slot {
  uint32_t print;  ///< 0: empty
  uint32_t list;
};

struct Reading {
  uint32_t cells;
  uint32_t kind_and_edit;  ///< kind in the lowest byte, number of the edit above it
};

struct Edit {
  uint32_t text;  ///< offset in the text
  uint16_t cut;
  uint16_t size;
};

/// Mixed so that both halves of the result may be used.
[[nodiscard]] constexpr uint64_t hash(std::string_view form) {
  uint64_t h = 0xCBF29CE484222325ULL;
  for (const char c : form) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  h ^= h >> 33U;
  h *= 0xFF51AFD7ED558CCDULL;
  h ^= h >> 33U;
  h *= 0xC4CEB9FE1A85EC53ULL;
  return h ^ (h >> 33U);
}
[[nodiscard]] constexpr uint32_t print(uint64_t hash) {
  const auto low = static_cast<uint32_t>(hash);
  return low == 0 ? 1 : low;
}
/// First slot to look at, below `slots`.
[[nodiscard]] constexpr uint32_t first_slot(uint64_t hash, uint32_t slots) {
  return static_cast<uint32_t>(((hash >> 32U) * slots) >> 32U);
}
/// Of the bytes behind the header.
[[nodiscard]] constexpr uint64_t fingerprint(std::span<const std::byte> bytes) {
  uint64_t h = 0xCBF29CE484222325ULL;
  size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    uint64_t word = 0;
    for (size_t k = 0; k < 8; ++k) word |= static_cast<uint64_t>(bytes[i + k]) << (8 * k);
    h = (h ^ word) * 0x100000001B3ULL;
    h ^= h >> 29U;
  }
  for (; i < bytes.size(); ++i) h = (h ^ static_cast<uint64_t>(bytes[i])) * 0x100000001B3ULL;
  return h;
}

/// The parts of an open file.
struct View {
  const Header* header = nullptr;
  std::span<const Slot> slots;
  std::span<const uint32_t> lists;  ///< one more than there are lists
  std::span<const Reading> readings;
  std::span<const Edit> edits;
  std::string_view text;
};

}  // namespace file
}  // namespace depesche::morphology
