// Typed tables, and the writer of one as a Parquet file. The writer lives in a library of its own that is loaded when
// somebody exports to Parquet: Apache Arrow is large, and all else works without it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace depesche::exports {

enum class CellType { kText, kTexts, kNumber, kReal, kFlag, kDay };

/// "" is null in columns of text; a day is an ISO text, and null where it is no whole day.
using Value = std::variant<std::monostate, std::string, std::vector<std::string>, int64_t, double, bool>;

struct Field {
  std::string name;
  CellType type = CellType::kText;
  std::string about;  ///< what fills it, for docs/formats.md
};

struct Table {
  std::string name;  ///< of the file, without .parquet
  std::vector<Field> fields;
};

/// One file. Not thread-safe.
class TableWriter {
 public:
  TableWriter() = default;
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;
  virtual ~TableWriter() = default;
  /// Precondition: a value a field, of its type or none. What goes wrong is said by finish().
  virtual void add(const std::vector<Value>& row) = 0;
  /// "" or what went wrong.
  [[nodiscard]] virtual std::string finish() = 0;
};

/// The function of the library: a writer, or nullptr and what went wrong.
using OpenTable = TableWriter* (*)(const std::string& path, const Table& table, std::string& wrong);
inline constexpr const char* kOpenTable = "depesche_open_table";

}  // namespace depesche::exports
