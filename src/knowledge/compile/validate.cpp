// Cells against their types, references against their tables.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "knowledge/compile/ontology.h"
#include "knowledge/compile/rows.h"

namespace depesche::kb {
namespace {

std::optional<int> number_in(std::string_view digits) {
  int value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (fault != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

bool is_number(const std::string& text) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc() && end == text.data() + text.size();
}

bool is_code_shape(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class Validator {
 public:
  Validator(SourceTables& tables, Faults& faults) : tables_(tables), faults_(faults), ontology_(tables) {}

  void run() {
    for (auto& [name, table] : tables_) {
      for (SourceRow& row : table.rows) check_row(*table.schema, row);
      check_duplicates(table);
    }
  }

 private:
  void fault(SourceRow& row, size_t column, std::string message) {
    faults_.error(row.place(column), std::move(message));
    row.faulty = true;
  }

  void check_row(const TableSchema& schema, SourceRow& row) {
    for (size_t i = 0; i < schema.columns.size(); ++i) {
      const ColumnSchema& column = schema.columns[i];
      const std::string& text = row.cells[i].text;
      if (text.empty()) {
        if (column.required) fault(row, i, "'" + column.name + "' must not be empty");
        continue;
      }
      if (text.find("  ") != std::string::npos) faults_.warning(row.place(i), "two blanks in a row");
      if (!column.list) {
        check_value(schema, row, i, text);
        continue;
      }
      std::set<std::string_view> seen;
      for (const std::string_view value : split(text, '|')) {
        if (value.empty() || value != trimmed(value)) {
          fault(row, i, "empty value or blanks beside '|' in the list '" + column.name + "'");
        } else if (!seen.insert(value).second) {
          faults_.warning(row.place(i), "'" + std::string(value) + "' stands twice in the list '" + column.name + "'");
        } else {
          check_value(schema, row, i, std::string(value));
        }
      }
    }
    check_period(schema, row);
  }

  void check_value(const TableSchema& schema, SourceRow& row, size_t i, const std::string& value) {
    const ColumnSchema& column = schema.columns[i];
    switch (column.type) {
      case CellType::kText:
      case CellType::kLemma: return;
      case CellType::kNumber:
        if (!is_number(value)) fault(row, i, "'" + value + "' is no number");
        return;
      case CellType::kFlag:
        if (value != "yes") fault(row, i, "expected 'yes' or nothing, not '" + value + "'");
        return;
      case CellType::kDate:
        if (!is_date(value)) fault(row, i, "'" + value + "' is no date (2024, 2024-06 or 2024-06-21)");
        return;
      case CellType::kCode: return check_code(schema, row, i, value);
      case CellType::kMode: return check_mode(schema, row, i, value);
      case CellType::kLanguage: return check_member(row, i, value, "language", {"de", "en", "any"});
      case CellType::kSector: return check_member(row, i, value, "sector", ontology_.sectors());
      case CellType::kEvent: return check_member(row, i, value, "event type", ontology_.events());
      case CellType::kContext: return check_member(row, i, value, "context", ontology_.contexts());
      case CellType::kCameo: return check_member(row, i, value, "CAMEO code", ontology_.cameo_codes());
      case CellType::kEnum: {
        return check_member(row, i, value, column.name.c_str(), {column.values.begin(), column.values.end()});
      }
      case CellType::kRef: return check_ref(row, i, value, column.ref_table);
    }
  }

  void check_member(SourceRow& row, size_t i, const std::string& value, const char* what,
                    const std::vector<std::string_view>& members) {
    if (std::find(members.begin(), members.end(), value) != members.end()) return;
    fault(row, i, std::string("unknown ") + what + " '" + value + "'" + suggestion(value, members));
  }

  void check_code(const TableSchema& schema, SourceRow& row, size_t i, const std::string& value) {
    const bool defines = schema.key.size() == 1 && schema.key[0] == i && schema.unique;
    if (defines ? is_code_shape(value) : ontology_.is_code(value)) return;
    fault(row, i,
          defines ? "'" + value + "' is no code of three capitals"
                  : "unknown actor code '" + value + "'" + suggestion(value, ontology_.codes()));
  }

  void check_mode(const TableSchema& schema, SourceRow& row, size_t i, const std::string& value) {
    const size_t column = schema.column("event");
    const std::string event = column < row.cells.size() ? row.cells[column].text : std::string();
    if (event.empty() || !ontology_.is_event(event)) {
      return check_member(row, i, value, "mode", ontology_.modes());
    }
    if (ontology_.is_mode(event, value)) return;
    const auto modes = ontology_.modes_of(event);
    fault(row, i, "'" + value + "' is no mode of " + event + suggestion(value, modes));
  }

  /// The keys of referenced tables are collected once a table: persons alone are thousands.
  void check_ref(SourceRow& row, size_t i, const std::string& value, const std::string& table_name) {
    const auto [entry, fresh] = keys_.try_emplace(table_name);
    std::unordered_set<std::string>& keys = entry->second;
    const auto table = tables_.find(table_name);
    if (fresh && table != tables_.end()) {
      for (const SourceRow& target : table->second.rows) keys.insert(target.key(*table->second.schema));
    }
    if (keys.contains(value)) return;
    const std::vector<std::string_view> names(keys.begin(), keys.end());
    fault(row, i, "'" + value + "' is no key of table " + table_name + suggestion(value, names));
  }

  void check_period(const TableSchema& schema, SourceRow& row) {
    const size_t from = schema.column("from");
    const size_t to = schema.column("to");
    if (from == row.cells.size() || to == row.cells.size()) return;
    const std::string& start = row.cells[from].text;
    const std::string& end = row.cells[to].text;
    if (!is_date(start) || !is_date(end)) return;
    // "2014-05" to "2014" is fine: compared as far as both are known.
    const size_t known = std::min(start.size(), end.size());
    if (start.substr(0, known) > end.substr(0, known)) fault(row, from, "from " + start + " is after to " + end);
  }

  void check_duplicates(SourceTable& table) {
    std::unordered_map<std::string, const SourceRow*> seen;
    for (SourceRow& row : table.rows) {
      std::string identity = row.key(*table.schema);
      if (!table.schema->unique) {
        identity.clear();
        for (const Cell& cell : row.cells) identity += cell.text + '\t';
      }
      const auto [first, fresh] = seen.emplace(std::move(identity), &row);
      if (fresh) continue;
      const std::string where = first->second->file->shown + ":" + std::to_string(first->second->line);
      if (table.schema->unique) {
        fault(row, table.schema->key[0], "'" + row.cells[table.schema->key[0]].text + "' stands already at " + where);
      } else {
        faults_.warning(row.place(table.schema->key[0]), "the same row stands already at " + where);
      }
    }
  }

  SourceTables& tables_;
  Faults& faults_;
  Ontology ontology_;
  std::unordered_map<std::string, std::unordered_set<std::string>> keys_;
};

}  // namespace

bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  const auto year = number_in(text.substr(0, 4));
  if (!year || *year < 1) return false;
  if (text.size() == 4) return true;
  const auto month = number_in(text.substr(5, 2));
  if (text[4] != '-' || !month || *month < 1 || *month > 12) return false;
  if (text.size() == 7) return true;
  const auto day = number_in(text.substr(8, 2));
  if (text[7] != '-' || !day || *day < 1) return false;
  return std::chrono::year_month_day(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                     std::chrono::day(static_cast<unsigned>(*day)))
      .ok();
}

void validate(SourceTables& tables, Faults& faults) {
  Validator(tables, faults).run();
}

}  // namespace depesche::kb
