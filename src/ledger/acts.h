// Reports of one act meet: the same type, sides and day in whatever language; places only where reports name several.
#pragma once

#include <string>
#include <vector>

#include "ledger/facts.h"

namespace depesche::ledger {

/// Type, sides and day, as one string: "AID|KOR>UKR|2024-06-21". "" for an event without a day.
[[nodiscard]] std::string act_key(const EventFact& event, const Ontology& ontology);

/// A tenth of a degree, about ten kilometres: "37.6,127.0"; "" without coordinates. Names of places differ between
/// languages, coordinates do not.
[[nodiscard]] std::string place_cell(std::optional<double> lat, std::optional<double> lon);

/// One report of an act, for node_cells().
struct ActReport {
  std::string cell;  ///< place_cell(), or ""
  int64_t text = 0;  ///< the cluster of near copies of its report: equal numbers are one text
};

/// The cell under which each report counts: its own, or, where it names no place, the one that most independent texts
/// name (the first in order of cells among equals). Independent of the order of `reports`.
[[nodiscard]] std::vector<std::string> node_cells(const std::vector<ActReport>& reports);

}  // namespace depesche::ledger
