// depesche explain --why-not "Russia AID PRK": the first test at which the event that a user misses came to nothing.
#pragma once

#include <string>
#include <vector>

#include "pipeline/coder.h"

namespace depesche::app {

/// One side as the user wrote it: a code ("RUS", "RUS GOV") or a name ("Russia", "Putin"); "-" or nothing is anybody.
struct WantedSide {
  std::string text;
  std::string code;               ///< "" when it is no code and names no state
  std::string sector;             ///< only with a code
  std::vector<std::string> rows;  ///< "actors/persons.tsv:12" of those that bear the name, where it is no state's
  bool known = true;              ///< the knowledge has that name or code
  std::string suggestion;
  [[nodiscard]] bool anybody() const { return text.empty(); }
};

struct WantedEvent {
  WantedSide actor;
  std::string type;
  std::string mode;  ///< "" = any
  WantedSide recipient;
};

/// Reads "ACTOR TYPE[/MODE] [RECIPIENT]". kBadUsage names the word that cannot be read and what is near it.
[[nodiscard]] Result<WantedEvent> read_wanted(const std::string& text, const Knowledge& knowledge);

/// What became of it in a report, line by line. kBadUsage when a side is neither known nor named by the report.
[[nodiscard]] Result<std::vector<std::string>> why_not(const WantedEvent& wanted, const Document& document,
                                                       const events::Trace& trace);

}  // namespace depesche::app
