// Events of the store together with the report that tells of them: what all formats read.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "record/coded_report.h"
#include "store/queries.h"

namespace depesche::exports {

/// References are valid during the call that was given the view.
struct EventView {
  const store::EventRow& row;
  std::string day;          ///< of the event, YYYY-MM-DD; a month or year is its first day; "" where it cannot be read
  int64_t reports;          ///< that tell of the act (store::EventResult)
  int64_t texts;            ///< of which independent
  const std::string& hash;  ///< of the report; names it for good
  const CodedReport& report;
  const RecordEvent& event;
  std::vector<const RecordActor*> actors;
  std::vector<const RecordActor*> recipients;

  /// Names the event in whatever database: "<hash of the report>-e3".
  [[nodiscard]] std::string id() const { return hash + "-" + event.id; }
};

/// The events that the filter admits, in order of day, then as stored. Keeps some decoded reports, so that events of
/// one report cost one reading. Errors: those of the store; kBadDatabase for a damaged record.
[[nodiscard]] Status each_view(store::Store& store, const store::Filter& filter,
                               const std::function<bool(const EventView&)>& take);

/// One direction of an event, for formats that know one source and one target. Either may be missing.
struct Dyad {
  const RecordActor* source = nullptr;
  const RecordActor* target = nullptr;
};

/// Each actor with each recipient; several actors without a recipient act upon each other, in both directions.
/// Never empty, at most kMostDyads.
[[nodiscard]] std::vector<Dyad> dyads_of(const EventView& view);
inline constexpr int64_t kMostDyads = 10'000;

/// A number for each dyad that no other dyad of the database has.
[[nodiscard]] inline int64_t dyad_id(int64_t event, size_t dyad) {
  return event * kMostDyads + static_cast<int64_t>(dyad);
}

/// "2024-10" -> "2024-10-01"; "" for what is no day, month or year.
[[nodiscard]] std::string calendar_day(std::string_view text);

/// Code points before the byte; what other data sets count characters in.
[[nodiscard]] int64_t code_points_before(const CodedReport& report, uint32_t byte);

}  // namespace depesche::exports
