// The binary container of a syntax model (models/*.dsm): read-only, memory-mapped, little-endian.
//
//   offset  size  content
//        0     8  magic "DPSYNTAX"
//        8     4  version (1)
//       12     4  number of sections
//       16     8  size of the file in bytes
//       24     8  fingerprint: FNV-1a over the 64-bit words from offset 64 to the end
//       32    32  zero
//       64  64*n  section table, then the sections, each padded to a multiple of 64 bytes
//   a row of the table: name[32] (zero-padded), kind u32, rows u32, columns u32, zero u32, offset u64, bytes u64
//   kinds: 0 bytes, 1 float32, 2 float16, 3 int8, 4 uint32, 5 uint64; matrices are row-major
//
// Sections of version 1 (written by train/depesche_train/export.py):
//   meta                              "key value" lines: language, hidden, min_tail
//   word|suffix|prefix .codes .scale  hashed embeddings, int8 with one float scale a row
//   vectors.keys .codes .scale        word vectors; keys are sorted FNV-1a hashes of the forms
//   no_vector                         the vector of words without one
//   lstm1|lstm2 .f|.b .input .state .bias   gates i, f, g, o; forward and backward
//   wide.weight .bias                 inputs of all heads side by side (see encoder.h)
//   arc.weight .bias, root.arc, root.label, label|upos|feats|rule|ner .weight .bias
//   ner.steps                         scores of entity tag after entity tag: previous x next (may be missing)
//   names.upos .deprels .feats .ner .rules  class names, one a line
//   lemma.keys .offsets .text         exceptions: hash of form, zero byte, UPOS -> lemma
//   lemma.prefixes                    verb prefixes behind which an exception may stand
//
// Everything is checked when the file is opened: a truncated, changed or foreign file gives one
// Error (kBadModel), and no later access can leave the mapping.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "base/result.h"

namespace depesche::syntax {

enum class SectionKind : uint32_t { kBytes, kFloat32, kFloat16, kInt8, kUint32, kUint64 };

/// A section inside the mapping; valid as long as the ModelFile lives.
struct Section {
  SectionKind kind = SectionKind::kBytes;
  uint32_t rows = 0;
  uint32_t columns = 0;
  std::span<const std::byte> bytes;

  /// Precondition: T has the size of the kind's elements (checked by ModelFile::find).
  template <typename T>
  [[nodiscard]] std::span<const T> as() const {
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
};

/// 64-bit FNV-1a over bytes: the hash of feature buckets and lookup keys.
[[nodiscard]] constexpr uint64_t fnv1a(std::string_view text, uint64_t hash = 0xCBF29CE484222325ULL) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return hash;
}

/// Movable; safe to read from many threads.
class ModelFile {
 public:
  static Result<ModelFile> open(const std::string& path);

  /// The section, or an Error that names it when it is missing or of another kind.
  [[nodiscard]] Result<Section> find(std::string_view name, SectionKind kind) const;
  /// float32 or float16 section as floats, or an Error when it is not rows x columns.
  [[nodiscard]] Result<std::vector<float>> floats(std::string_view name, size_t rows, size_t columns) const;
  /// A bytes section cut at line feeds.
  [[nodiscard]] Result<std::vector<std::string_view>> lines(std::string_view name) const;

  [[nodiscard]] uint64_t fingerprint() const { return fingerprint_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  /// kBadModel for this file.
  [[nodiscard]] Error bad(std::string what) const;

 private:
  ModelFile(std::string path, MappedFile file) : path_(std::move(path)), file_(std::move(file)) {}
  Status read_table();

  std::string path_;
  MappedFile file_;
  uint64_t fingerprint_ = 0;
  std::map<std::string, Section, std::less<>> sections_;
};

}  // namespace depesche::syntax
