#include "exports/format.h"

#include <algorithm>

#include "exports/cells.h"

namespace depesche::exports {

const std::vector<Format>& formats() {
  static const std::vector<Format> all{plover_format(),          phoenix_format(), gdelt1_format(), gdelt2_format(),
                                       gdelt2_mentions_format(), icews_format(),   polecat_format()};
  return all;
}

const Format* format_named(std::string_view name) {
  const auto& all = formats();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Format& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::string line_of(const Format& format, const RowView& row) {
  std::string line;
  for (const Column& column : format.columns) {
    const std::string cell = column.fill == nullptr ? std::string() : plain_cell(column.fill(row));
    if (&column != &format.columns.front()) line += '\t';
    line += cell.empty() ? format.nothing : cell;
  }
  return line + "\n";
}

std::string header_of(const Format& format) {
  std::string line;
  for (const Column& column : format.columns) line += (line.empty() ? "" : "\t") + column.name;
  return line + "\n";
}

}  // namespace depesche::exports
