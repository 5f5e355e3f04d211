// The closed lists that cells and frames refer to, gathered from the ontology and state tables.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/compile/rows.h"

namespace depesche::kb {

/// Views into the tables, which must outlive it.
class Ontology {
 public:
  explicit Ontology(const SourceTables& tables);

  [[nodiscard]] bool is_event(std::string_view event) const { return modes_.contains(event); }
  [[nodiscard]] bool is_mode(std::string_view event, std::string_view mode) const;
  [[nodiscard]] bool is_context(std::string_view context) const { return contexts_.contains(context); }
  [[nodiscard]] bool is_code(std::string_view code) const { return codes_.contains(code); }
  /// Event types that a CAMEO code may belong to; null for an unknown code.
  [[nodiscard]] const std::set<std::string_view>* events_of_cameo(std::string_view code) const;

  [[nodiscard]] std::vector<std::string_view> events() const;
  [[nodiscard]] std::vector<std::string_view> modes() const;
  [[nodiscard]] std::vector<std::string_view> modes_of(std::string_view event) const;
  [[nodiscard]] std::vector<std::string_view> contexts() const { return {contexts_.begin(), contexts_.end()}; }
  [[nodiscard]] std::vector<std::string_view> sectors() const { return {sectors_.begin(), sectors_.end()}; }
  [[nodiscard]] std::vector<std::string_view> codes() const { return {codes_.begin(), codes_.end()}; }
  [[nodiscard]] std::vector<std::string_view> cameo_codes() const;

 private:
  std::map<std::string_view, std::set<std::string_view>> modes_;  ///< event -> its modes
  std::map<std::string_view, std::set<std::string_view>> cameo_;  ///< code -> its events
  std::set<std::string_view> contexts_;
  std::set<std::string_view> sectors_;
  std::set<std::string_view> codes_;
};

}  // namespace depesche::kb
