#include "knowledge/compile/rows.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/utf8.h"
#include "knowledge/compile/yaml_reader.h"

namespace depesche::kb {
namespace {

/// One TSV file, line by line.
class TsvReader {
 public:
  TsvReader(const OpenFile& file, const TableSchema& schema, Faults& faults, std::vector<SourceRow>& rows)
      : file_(file), schema_(schema), faults_(faults), rows_(rows) {}

  void read() {
    uint32_t number = 0;
    for (std::string_view line : split(file_.text, '\n')) {
      ++number;
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (line.empty() || line.front() == '#') continue;
      if (columns_.empty()) {
        if (!read_header(line, number)) return;
      } else {
        read_row(line, number);
      }
    }
    if (columns_.empty()) faults_.error({&file_.shown, 1, 1}, "the line with the column names is missing");
  }

 private:
  bool read_header(std::string_view line, uint32_t number) {
    uint32_t at = 1;
    std::set<std::string_view> seen;
    bool good = true;
    for (const std::string_view name : split(line, '\t')) {
      const size_t column = schema_.column(name);
      if (column == schema_.columns.size()) {
        faults_.error({&file_.shown, number, at}, "unknown column '" + std::string(name) + "' of table " +
                                                      schema_.name + suggestion(name, schema_.column_names()));
        good = false;
      } else if (!seen.insert(name).second) {
        faults_.error({&file_.shown, number, at}, "column '" + std::string(name) + "' stands here twice");
        good = false;
      }
      columns_.push_back(column);
      at += static_cast<uint32_t>(utf8::count(name)) + 1;
    }
    for (const ColumnSchema& column : schema_.columns) {
      if (column.required && !seen.contains(column.name)) {
        faults_.error({&file_.shown, number, 1}, "required column '" + column.name + "' is missing");
        good = false;
      }
    }
    return good;
  }

  void read_row(std::string_view line, uint32_t number) {
    const auto parts = split(line, '\t');
    if (parts.size() != columns_.size()) {
      faults_.error({&file_.shown, number, 1},
                    "expected " + std::to_string(columns_.size()) + " cells, found " + std::to_string(parts.size()));
      return;
    }
    SourceRow row;
    row.file = &file_;
    row.line = number;
    row.cells.assign(schema_.columns.size(), Cell{"", number, 1});
    uint32_t at = 1;
    for (size_t i = 0; i < parts.size(); ++i) {
      const std::string_view text = trimmed(parts[i]);
      if (text.size() != parts[i].size()) {
        faults_.warning({&file_.shown, number, at}, "blanks at the edge of a cell");
      }
      row.cells[columns_[i]] = {std::string(text), number, at};
      at += static_cast<uint32_t>(utf8::count(parts[i])) + 1;
    }
    rows_.push_back(std::move(row));
  }

  const OpenFile& file_;
  const TableSchema& schema_;
  Faults& faults_;
  std::vector<SourceRow>& rows_;
  std::vector<size_t> columns_;  ///< column of the schema for each column of the file
};

std::string joined(YamlReader& yaml, const YAML::Node& node) {
  std::string out;
  for (const YAML::Node& item : yaml.items(node)) {
    if (!out.empty()) out += '|';
    out += yaml.scalar(item);
  }
  return out;
}

}  // namespace

std::string SourceRow::key(const TableSchema& schema) const {
  std::string out;
  for (const uint32_t column : schema.key) {
    if (column != schema.key.front()) out += '\t';
    out += cells[column].text;
  }
  return out;
}

void read_tsv(const OpenFile& file, const TableSchema& schema, Faults& faults, std::vector<SourceRow>& rows) {
  TsvReader(file, schema, faults, rows).read();
}

void read_yaml_rows(const OpenFile& file, const TableSchema& schema, Faults& faults, std::vector<SourceRow>& rows) {
  YamlReader yaml(file.shown, faults);
  const auto root = yaml.load(file.text);
  if (!root || root->IsNull()) return;
  if (!root->IsSequence()) return yaml.error(*root, "expected a list of maps, one a row");
  for (const auto& node : *root) {
    if (!node.IsMap()) {
      yaml.error(node, "expected a map, one a row");
      continue;
    }
    SourceRow row;
    row.file = &file;
    const Place start = yaml.place(node);
    row.line = start.line;
    row.cells.assign(schema.columns.size(), Cell{"", start.line, start.column});
    std::set<std::string> seen;
    for (const auto& entry : node) {
      const std::string name = yaml.scalar(entry.first);
      const size_t column = schema.column(name);
      if (column == schema.columns.size()) {
        yaml.error(entry.first,
                   "unknown column '" + name + "' of table " + schema.name + suggestion(name, schema.column_names()));
        row.faulty = true;
        continue;
      }
      if (!seen.insert(name).second) yaml.error(entry.first, "column '" + name + "' stands here twice");
      const Place place = yaml.place(entry.second);
      row.cells[column] = {joined(yaml, entry.second), place.line, place.column};
    }
    rows.push_back(std::move(row));
  }
}

void stack_rows(SourceTable& base, std::vector<SourceRow> above) {
  std::set<std::string> keys;
  for (const SourceRow& row : above) keys.insert(row.key(*base.schema));
  std::erase_if(base.rows, [&](const SourceRow& row) { return keys.contains(row.key(*base.schema)); });
  std::move(above.begin(), above.end(), std::back_inserter(base.rows));
}

}  // namespace depesche::kb
