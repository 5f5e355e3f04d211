// Rows of a query in the form that the user asked for: a table for people, or csv, tsv, json, jsonl.
#pragma once

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "command.h"

namespace depesche::app {

/// Text, number, flag or a list of texts; null is an empty cell.
using Cell = nlohmann::ordered_json;

/// --format with its choices; default: table on a terminal, else csv.
void add_row_format(CLI::App& command, std::string& format);

class RowWriter {
 public:
  /// A table shows `shown` alone (all columns where it is empty), and may cut those named in `wide`.
  RowWriter(std::string format, std::vector<std::string> columns, std::vector<std::string> wide = {},
            std::vector<std::string> shown = {});

  void write(std::vector<Cell> row);
  /// Draws the table, closes the list; `nothing` is said on stderr where there was no row. The exit code of the
  /// command.
  [[nodiscard]] int finish(const std::string& nothing);

 private:
  void write_delimited(const std::vector<Cell>& row, char delimiter);
  void write_json(const std::vector<Cell>& row);
  void draw_table();
  [[nodiscard]] std::vector<size_t> widths() const;  ///< a number a shown column

  std::string format_;
  std::vector<std::string> columns_;
  std::vector<std::string> wide_;
  std::vector<size_t> shown_;                    ///< indices of columns_ that a table has
  std::vector<std::vector<std::string>> table_;  ///< held back until all widths are known
  size_t count_ = 0;
  bool failed_ = false;
};

}  // namespace depesche::app
