// Layout of the knowledge image, shared by the reader and the writer. All numbers are little-endian
// uint32, aligned to 4; offsets count bytes from the start of the image.
//
//   header | string offsets (uint32 each) | strings (uint32 length, bytes, padding to 4)
//          | table directory (TableEntry each, sorted by name) | the tables' arrays
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace depesche::image {

inline constexpr std::array<char, 8> kMagic = {'D', 'E', 'P', 'E', 'S', 'C', 'H', 'E'};
/// Raised whenever the layout or the meaning of a compiled table changes.
inline constexpr uint32_t kVersion = 2;
inline constexpr uint32_t kByteOrder = 0x01020304;
inline constexpr size_t kFingerprintDigits = 16;

struct Header {
  std::array<char, 8> magic;
  uint32_t version;
  uint32_t byte_order;
  std::array<char, kFingerprintDigits> fingerprint;  ///< hex digits over all bytes after the header
  uint32_t size;                                     ///< of the whole image
  uint32_t string_count;
  uint32_t string_offsets;  ///< offset of the array of string offsets
  uint32_t table_count;
  uint32_t tables;  ///< offset of the table directory
  uint32_t reserved;
};
static_assert(sizeof(Header) == 56 && alignof(Header) == 4);

struct TableEntry {
  uint32_t name;  ///< string id
  uint32_t rows;
  uint32_t columns;
  uint32_t names;    ///< offset of `columns` string ids
  uint32_t cells;    ///< offset of `rows * columns` string ids
  uint32_t origins;  ///< offset of `rows * 2` numbers: string id of the file, line
  uint32_t order;    ///< offset of `rows` row numbers, sorted by key, then by row
  uint32_t keys;     ///< offset of `rows` string ids: the key of order[i]
};
static_assert(sizeof(TableEntry) == 32);

}  // namespace depesche::image
