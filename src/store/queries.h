// What people ask of the store. Each query streams its rows to a function; it returns false to stop.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace depesche::store {

/// A side as the user names it: a code, with or without a sector, or a name; empty fields stand for any.
struct PartyFilter {
  std::string code;
  std::string sector;
  std::string name;
};

/// How often an act counts: each report of it; without near copies of a text; once a day for type and sides; once a
/// node.
enum class Dedupe { kRaw, kExact, kDay, kNode };

/// Shared by all queries; what does not apply to one is ignored by it.
struct Filter {
  std::optional<PartyFilter> actor;      ///< speaker, holder
  std::optional<PartyFilter> recipient;  ///< addressee, toward
  std::optional<PartyFilter> party;      ///< on either side
  std::vector<std::string> types;        ///< of events; kinds of commitments
  std::vector<std::string> status;
  std::string context;
  std::string mode;
  std::string place_code;
  std::string since;  ///< first day, "" open
  std::string until;  ///< last day, "" open
  std::string language;
  std::string report;  ///< name or hash
  std::string words;   ///< full text, the query language of FTS5
  Dedupe dedupe = Dedupe::kRaw;
  int64_t after = 0;  ///< of alerts: only those with a higher number, the new ones
  int64_t limit = 0;  ///< 0: all
  int64_t offset = 0;
};

struct EventResult {
  EventRow event;
  int64_t reports = 1;  ///< that tell of the act, in the views kDay and kNode
  int64_t texts = 1;    ///< of which independent
};
/// In order of day, then as stored.
[[nodiscard]] Status each_event(Store& store, const Filter& filter,
                                const std::function<bool(const EventResult&)>& take);

/// How many each_event() would give without limit and offset.
[[nodiscard]] Result<int64_t> count_events(Store& store, const Filter& filter);

struct StatementResult {
  StatementRow statement;
  std::string report;
};
[[nodiscard]] Status each_statement(Store& store, const Filter& filter,
                                    const std::function<bool(const StatementResult&)>& take);

struct AlertResult {
  AlertRow alert;
  HistoryLine telling;  ///< id 0: none
  HistoryLine event;
};
/// Newest day first.
[[nodiscard]] Status each_alert(Store& store, const Filter& filter,
                                const std::function<bool(const AlertResult&)>& take);

/// Numbers of the entries that filter admits (holder, toward, party, kinds), in order.
[[nodiscard]] Result<std::vector<int64_t>> matching_entries(Store& store, const Filter& filter);

struct Counts {
  int64_t reports = 0;
  int64_t texts = 0;  ///< independent ones
  int64_t events = 0;
  int64_t statements = 0;
  int64_t entries = 0;
  int64_t alerts = 0;
  std::string first_day;
  std::string last_day;
};
[[nodiscard]] Result<Counts> counts(Store& store);

}  // namespace depesche::store
