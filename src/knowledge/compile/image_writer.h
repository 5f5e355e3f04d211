// Turns tables into the bytes of an image (knowledge/image_format.h). Deterministic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace depesche::kb {

/// One row of the image with its origin.
struct OutputRow {
  std::vector<std::string> cells;
  std::string_view file;  ///< relative path; outlives the table
  uint32_t line = 0;
};

struct OutputTable {
  std::string name;
  std::vector<std::string> columns;
  std::vector<uint32_t> key;  ///< indexes of the key columns
  std::vector<OutputRow> rows;
};

/// The tables may come in any order.
std::vector<std::byte> write_tables(std::vector<OutputTable> tables);

}  // namespace depesche::kb
