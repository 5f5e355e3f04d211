#include "knowledge/compile/schema.h"

#include <yaml-cpp/yaml.h>

#include <array>
#include <optional>
#include <utility>

#include "knowledge/compile/yaml_reader.h"

namespace depesche::kb {
namespace {

constexpr std::array<std::pair<std::string_view, CellType>, 14> kTypes = {{
    {"text", CellType::kText},
    {"lemma", CellType::kLemma},
    {"language", CellType::kLanguage},
    {"code", CellType::kCode},
    {"sector", CellType::kSector},
    {"event", CellType::kEvent},
    {"mode", CellType::kMode},
    {"context", CellType::kContext},
    {"cameo", CellType::kCameo},
    {"date", CellType::kDate},
    {"number", CellType::kNumber},
    {"flag", CellType::kFlag},
    {"enum", CellType::kEnum},
    {"ref", CellType::kRef},
}};

class SchemaReader {
 public:
  SchemaReader(const std::string& shown, Schema& schema, Faults& faults) : yaml_(shown, faults), schema_(schema) {}

  void read(const std::string& text) {
    const auto root = yaml_.load(text);
    if (!root) return;
    if (!root->IsSequence()) return yaml_.error(*root, "expected a list of tables");
    for (const auto& node : *root) read_table(node);
  }

 private:
  void read_table(const YAML::Node& node) {
    if (!yaml_.known_keys(node, {"table", "about", "key", "unique", "columns"})) return;
    TableSchema table;
    table.name = yaml_.scalar(node["table"]);
    if (table.name.empty()) return yaml_.error(node, "a table needs a name");
    if (schema_.contains(table.name)) return yaml_.error(node, "table '" + table.name + "' is defined twice");
    table.unique = yaml_.yes(node["unique"]);
    for (const auto& column : node["columns"]) read_column(column, table);
    for (const auto& key : node["key"]) {
      const std::string name = yaml_.scalar(key);
      const size_t index = table.column(name);
      if (index == table.columns.size()) {
        yaml_.error(key, "key column '" + name + "' is no column" + suggestion(name, table.column_names()));
      } else {
        table.key.push_back(static_cast<uint32_t>(index));
      }
    }
    if (table.key.empty()) return yaml_.error(node, "table '" + table.name + "' needs a key");
    std::string name = table.name;
    schema_.emplace(std::move(name), std::move(table));
  }

  void read_column(const YAML::Node& node, TableSchema& table) {
    if (!yaml_.known_keys(node, {"name", "type", "list", "required", "values", "table", "about"})) return;
    ColumnSchema column;
    column.name = yaml_.scalar(node["name"]);
    if (column.name.empty()) return yaml_.error(node, "a column needs a name");
    if (table.column(column.name) < table.columns.size()) {
      return yaml_.error(node, "column '" + column.name + "' is defined twice");
    }
    column.list = yaml_.yes(node["list"]);
    column.required = yaml_.yes(node["required"]);
    for (const auto& value : node["values"]) column.values.push_back(yaml_.scalar(value));
    column.ref_table = yaml_.scalar(node["table"]);
    if (const std::string type = yaml_.scalar(node["type"]); !type.empty()) {
      const auto found = type_of(type);
      if (!found) return yaml_.error(node["type"], "unknown type '" + type + "'" + suggestion(type, type_names()));
      column.type = *found;
    }
    if (column.type == CellType::kEnum && column.values.empty()) yaml_.error(node, "an enum needs values");
    if (column.type == CellType::kRef && column.ref_table.empty()) yaml_.error(node, "a ref needs a table");
    table.columns.push_back(std::move(column));
  }

  static std::optional<CellType> type_of(std::string_view name) {
    for (const auto& [type_name, type] : kTypes) {
      if (type_name == name) return type;
    }
    return std::nullopt;
  }
  static std::vector<std::string_view> type_names() {
    std::vector<std::string_view> names;
    names.reserve(kTypes.size());
    for (const auto& type : kTypes) names.push_back(type.first);
    return names;
  }

  YamlReader yaml_;
  Schema& schema_;
};

}  // namespace

size_t TableSchema::column(std::string_view column_name) const {
  size_t i = 0;
  while (i < columns.size() && columns[i].name != column_name) ++i;
  return i;
}

std::vector<std::string_view> TableSchema::column_names() const {
  std::vector<std::string_view> names;
  for (const ColumnSchema& column : columns) names.push_back(column.name);
  return names;
}

void read_schema(const std::string& text, const std::string& shown, Schema& schema, Faults& faults) {
  SchemaReader(shown, schema, faults).read(text);
}

}  // namespace depesche::kb
