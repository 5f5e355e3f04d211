// The compiled knowledge: one memory-mapped image of tables with indexes, made by src/knowledge/compile
// from the plain text under knowledge/. Read-only and safe to share between threads. Stages build small
// typed views over it at start-up (a lexicon each); nothing is parsed while a report is coded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "base/result.h"

namespace depesche {

using Row = uint32_t;

/// Where a row was written down: "frames/aid.yaml", 31.
struct Origin {
  std::string_view file;
  uint32_t line = 0;
  [[nodiscard]] std::string text() const;  ///< "frames/aid.yaml:31"
};

/// One table of the image; a cheap view, valid as long as the Knowledge lives.
class Table {
 public:
  [[nodiscard]] Row size() const { return rows_; }
  /// Index of a column; the schema (knowledge/tables.yaml) guarantees the columns, so a missing
  /// column is a programming error: asserts, and yields UINT32_MAX in release builds.
  [[nodiscard]] uint32_t column(std::string_view name) const;
  [[nodiscard]] std::vector<std::string_view> column_names() const;
  /// "" for empty cells (and for column UINT32_MAX).
  [[nodiscard]] std::string_view cell(Row row, uint32_t column) const;
  [[nodiscard]] std::string_view cell(Row row, std::string_view column_name) const {
    return cell(row, column(column_name));
  }
  /// A list cell "a|b|c" split at the bars.
  [[nodiscard]] std::vector<std::string_view> list(Row row, std::string_view column_name) const;
  [[nodiscard]] Origin origin(Row row) const;
  /// Rows whose key columns (in schema order, joined by '\t') equal `key`; in file order.
  /// O(log n), no allocation.
  [[nodiscard]] std::span<const Row> find(std::string_view key) const;
  /// Does the key of some row begin with `start`? O(log n), no allocation.
  [[nodiscard]] bool has_key_from(std::string_view start) const;

 private:
  friend class Knowledge;
  const std::byte* image_ = nullptr;
  uint32_t rows_ = 0;
  uint32_t columns_ = 0;
  std::span<const uint32_t> names_;    ///< string ids of the column names
  std::span<const uint32_t> cells_;    ///< rows_ * columns_ string ids
  std::span<const uint32_t> origins_;  ///< rows_ * 2: string id of the file, line
  std::span<const Row> order_;         ///< rows sorted by key
  std::span<const uint32_t> keys_;     ///< string id of the key of order_[i]
  std::span<const uint32_t> strings_;  ///< string id -> offset in the image; the length is at offset

  [[nodiscard]] std::string_view string(uint32_t id) const;
};

class Knowledge {
 public:
  /// Opens an image made by `kb build`. Errors: kBadKnowledge for a foreign, truncated or stale image.
  static Result<Knowledge> open(const std::string& image_path);
  /// The same over bytes in memory, which it keeps: what src/knowledge/compile returns, for tests.
  static Result<Knowledge> from_bytes(std::vector<std::byte> image);

  /// The table of that name; an empty table when the image has none.
  [[nodiscard]] Table table(std::string_view name) const;
  /// 16 hex digits over all compiled content; every output carries it.
  [[nodiscard]] std::string_view fingerprint() const { return fingerprint_; }

 private:
  Knowledge() = default;
  /// Checks every offset and id of the image once, then fills fingerprint_ and tables_.
  Status attach(std::span<const std::byte> image, const std::string& shown);

  std::optional<MappedFile> file_;
  std::vector<std::byte> bytes_;  ///< holds the image when there is no file
  std::string_view fingerprint_;
  struct Entry {
    std::string_view name;
    Table table;
  };
  std::vector<Entry> tables_;  ///< sorted by name; views into file_ or bytes_, stable under moves
};

}  // namespace depesche
