#include "ledger/acts.h"

#include <cmath>
#include <cstdio>
#include <map>
#include <set>

namespace depesche::ledger {
namespace {

std::string side(const std::vector<Party>& parties, const Ontology& ontology) {
  std::string text;
  for (const std::string& one : identities(parties, ontology)) text += (text.empty() ? "" : ",") + one;
  return text;
}

/// -0.04 rounds to 0, not to "-0.0".
double tenth(double degrees) {
  const double rounded = std::round(degrees * 10) / 10;
  return rounded == 0 ? 0 : rounded;
}

}  // namespace

std::string act_key(const EventFact& event, const Ontology& ontology) {
  if (event.day.empty()) return {};
  return event.event + "|" + side(event.actors, ontology) + ">" + side(event.recipients, ontology) + "|" + event.day;
}

std::string place_cell(std::optional<double> lat, std::optional<double> lon) {
  if (!lat || !lon) return {};
  char text[32];
  std::snprintf(text, sizeof text, "%.1f,%.1f", tenth(*lat), tenth(*lon));
  return text;
}

std::vector<std::string> node_cells(const std::vector<ActReport>& reports) {
  std::map<std::string, std::set<int64_t>> texts;
  for (const ActReport& report : reports) {
    if (!report.cell.empty()) texts[report.cell].insert(report.text);
  }
  std::string most;
  size_t count = 0;
  for (const auto& [cell, set] : texts) {
    if (set.size() > count) {
      most = cell;
      count = set.size();
    }
  }
  std::vector<std::string> cells;
  cells.reserve(reports.size());
  for (const ActReport& report : reports) cells.push_back(report.cell.empty() ? most : report.cell);
  return cells;
}

}  // namespace depesche::ledger
