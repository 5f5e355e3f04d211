// The state of a commitment as of a date: a fold over its history. The history is append-only and in no order; the fold
// sorts it by what the reports say, never by when they came, so the order of ingestion cannot matter.
#pragma once

#include <string>
#include <vector>

#include "ledger/entry.h"

namespace depesche::ledger {

/// One line of a commitment's history: a report tells of it, or an act fits one of its parts.
struct HistoryRow {
  std::string day;   ///< ISO; "" sorts before all days
  bool told = true;  ///< a report tells of the commitment; else an event fits `part`
  Input input = Input::kAnnounce;
  Part part = Part::kAction;  ///< of an event
  bool watch = false;         ///< the event is only planned or possible: no effect, but worth an eye
  std::string report;         ///< content hash of the report, for a stable order
  std::string local_id;       ///< of the commitment or event in its report
  std::string until;          ///< of a telling: last day of the commitment, or ""
  std::string evidence;       ///< the sentence: the one that makes a commitment cannot also keep or break it
  std::string act;            ///< of an event: act_key(); an act that many reports tell raises one alert
  int64_t id = 0;             ///< the store's number; never used for order
};

/// One thing that happened to the commitment. `row` is an index into the rows given, or -1 for expiry.
struct Step {
  std::string day;
  Input input = Input::kAnnounce;
  State from = State::kUnknown;
  State to = State::kUnknown;
  bool refused = false;  ///< the life cycle does not allow it: recorded, without effect
  int row = -1;
};

enum class AlertKind : uint8_t { kRedLine, kBroken, kMet };
/// What an act that has this effect (effect_of()) raises.
[[nodiscard]] AlertKind alert_of(Input effect);
[[nodiscard]] std::string_view name(AlertKind kind);

struct Alert {
  AlertKind kind = AlertKind::kRedLine;
  bool watch = false;
  std::string day;
  int telling = -1;  ///< row of the newest report, at that time, that tells of the commitment; -1 if none
  int event = -1;    ///< row of the event
};

struct Standing {
  State state = State::kUnknown;
  std::string since;  ///< day of the last change of state
  std::string until;  ///< last day as told most recently, or ""
  std::vector<Step> steps;
  std::vector<Alert> alerts;
};

/// Folds the rows of days up to and including `as_of` ("" = all). Pure; O(n log n).
[[nodiscard]] Standing fold(const Terms& terms, const std::vector<HistoryRow>& rows, const std::string& as_of);

}  // namespace depesche::ledger
