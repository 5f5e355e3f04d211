// Rows as they were written, before and after stacking, and their readers.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "knowledge/compile/schema.h"

namespace depesche::kb {

/// A file with the two names it goes by.
struct OpenFile {
  std::string path;   ///< in its directory: becomes the origin of rows
  std::string shown;  ///< with the directory: stands in faults
  std::string text;
};

struct Cell {
  std::string text;
  uint32_t line = 0;
  uint32_t column = 0;
};

/// One row; `cells` in schema order, all of them.
struct SourceRow {
  const OpenFile* file = nullptr;
  uint32_t line = 0;
  std::vector<Cell> cells;
  bool faulty = false;  ///< left out of the image

  [[nodiscard]] Place place(size_t column) const { return {&file->shown, cells[column].line, cells[column].column}; }
  [[nodiscard]] std::string key(const TableSchema& schema) const;
};

struct SourceTable {
  const TableSchema* schema = nullptr;
  std::vector<SourceRow> rows;
};

using SourceTables = std::map<std::string, SourceTable, std::less<>>;

/// Readers of one file; rows that cannot be cut into cells are faults and left out.
void read_tsv(const OpenFile& file, const TableSchema& schema, Faults& faults, std::vector<SourceRow>& rows);
void read_yaml_rows(const OpenFile& file, const TableSchema& schema, Faults& faults, std::vector<SourceRow>& rows);

/// Puts the rows of a later directory over `base`: keys that `above` has lose their rows in `base`.
void stack_rows(SourceTable& base, std::vector<SourceRow> above);

/// Checks every cell against its column; marks faulty rows. `tables` holds all tables, stacked.
void validate(SourceTables& tables, Faults& faults);

/// True for YYYY, YYYY-MM and YYYY-MM-DD that exist in the calendar.
bool is_date(std::string_view text);

}  // namespace depesche::kb
