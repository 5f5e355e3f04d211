// The schema of the tables, read from tables.yaml.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/compile/faults.h"

namespace depesche::kb {

enum class CellType {
  kText,
  kLemma,
  kLanguage,
  kCode,
  kSector,
  kEvent,
  kMode,
  kContext,
  kCameo,
  kDate,
  kNumber,
  kFlag,
  kEnum,
  kRef,
};

struct ColumnSchema {
  std::string name;
  CellType type = CellType::kText;
  bool list = false;
  bool required = false;
  std::vector<std::string> values;  ///< kEnum
  std::string ref_table;            ///< kRef
};

struct TableSchema {
  std::string name;
  std::vector<ColumnSchema> columns;
  std::vector<uint32_t> key;  ///< indexes of the key columns
  bool unique = false;

  /// Index of the column, or columns.size().
  [[nodiscard]] size_t column(std::string_view column_name) const;
  [[nodiscard]] std::vector<std::string_view> column_names() const;
};

using Schema = std::map<std::string, TableSchema, std::less<>>;

/// Adds the tables of one tables.yaml to `schema`; `shown` is its path for faults and outlives them.
void read_schema(const std::string& text, const std::string& shown, Schema& schema, Faults& faults);

}  // namespace depesche::kb
