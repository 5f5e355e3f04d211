#include "knowledge/compile/ontology.h"

namespace depesche::kb {
namespace {

/// Calls `use(row)` with the rows of the table, if there is one.
template <typename Use>
void each_row(const SourceTables& tables, std::string_view name, Use use) {
  const auto table = tables.find(name);
  if (table == tables.end()) return;
  for (const SourceRow& row : table->second.rows) {
    use([&](std::string_view column) -> std::string_view {
      const size_t index = table->second.schema->column(column);
      return index < row.cells.size() ? std::string_view(row.cells[index].text) : std::string_view();
    });
  }
}

}  // namespace

Ontology::Ontology(const SourceTables& tables) {
  each_row(tables, "ontology/events", [&](auto cell) { modes_[cell("event")]; });
  each_row(tables, "ontology/modes", [&](auto cell) {
    const auto event = modes_.find(cell("event"));
    if (event != modes_.end() && !cell("mode").empty()) event->second.insert(cell("mode"));
  });
  each_row(tables, "ontology/contexts", [&](auto cell) { contexts_.insert(cell("context")); });
  each_row(tables, "ontology/sectors", [&](auto cell) { sectors_.insert(cell("sector")); });
  each_row(tables, "ontology/nonstate", [&](auto cell) { codes_.insert(cell("code")); });
  each_row(tables, "actors/states", [&](auto cell) { codes_.insert(cell("code")); });
  each_row(tables, "ontology/cameo", [&](auto cell) {
    auto& events = cameo_[cell("code")];
    if (cell("event").empty()) return;
    for (const std::string_view event : split(cell("event"), '|')) events.insert(event);
  });
}

bool Ontology::is_mode(std::string_view event, std::string_view mode) const {
  const auto entry = modes_.find(event);
  return entry != modes_.end() && entry->second.contains(mode);
}

const std::set<std::string_view>* Ontology::events_of_cameo(std::string_view code) const {
  const auto entry = cameo_.find(code);
  return entry == cameo_.end() ? nullptr : &entry->second;
}

std::vector<std::string_view> Ontology::events() const {
  std::vector<std::string_view> out;
  for (const auto& entry : modes_) out.push_back(entry.first);
  return out;
}

std::vector<std::string_view> Ontology::modes() const {
  std::set<std::string_view> all;
  for (const auto& entry : modes_) all.insert(entry.second.begin(), entry.second.end());
  return {all.begin(), all.end()};
}

std::vector<std::string_view> Ontology::modes_of(std::string_view event) const {
  const auto entry = modes_.find(event);
  if (entry == modes_.end()) return {};
  return {entry->second.begin(), entry->second.end()};
}

std::vector<std::string_view> Ontology::cameo_codes() const {
  std::vector<std::string_view> out;
  for (const auto& entry : cameo_) out.push_back(entry.first);
  return out;
}

}  // namespace depesche::kb
