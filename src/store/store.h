// The store: everything reported, in one database. Knows tables, not meanings; what rows say is decided by src/ledger.
// One thread at a time. All errors are values: kDatabaseLocked, kWriteFailed, kBadDatabase, kFileNotFound.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "store/connection.h"
#include "store/rows.h"
#include "store/sqlite/sqlite_connection.h"

namespace depesche::store {

/// A report, and how often it has been coded.
struct Coding {
  int64_t report = 0;
  int64_t number = 0;
};

struct CopyCandidate {
  int64_t report = 0;
  int64_t cluster = 0;
  std::string signature;
};

struct ActRow {
  int64_t event = 0;
  int64_t cluster = 0;
  std::string cell;
  std::string node;
};

class Store {
 public:
  /// kCreate makes and migrates the file where needed, the others demand the newest version.
  [[nodiscard]] static Result<std::unique_ptr<Store>> open(const std::string& path, OpenMode mode);

  /// All or nothing; what `work` returns as an error is rolled back and handed on. After kDone the batch is on disk.
  [[nodiscard]] Status batch(const std::function<Status()>& work);

  // Reports.
  [[nodiscard]] Result<std::unordered_set<std::string>> hashes();
  /// The report of that content hash; nothing when the store does not hold it.
  [[nodiscard]] Result<std::optional<Coding>> coding_of(const std::string& hash);
  /// Reports after `after` in order of id, at most `limit`: for recoding and exports in pieces.
  [[nodiscard]] Result<std::vector<ReportRow>> reports_after(int64_t after, int64_t limit);
  /// `text` goes into the word index only.
  [[nodiscard]] Result<int64_t> add_report(const ReportRow& row, const std::string& text);
  /// Removes actors, events and statements of a report and notes its new coding; its history stays.
  [[nodiscard]] Status replace_coding(const ReportRow& row);
  [[nodiscard]] Status set_cluster(int64_t from, int64_t to);
  [[nodiscard]] Status add_bands(int64_t report, const std::vector<int64_t>& keys);
  [[nodiscard]] Result<std::vector<CopyCandidate>> sharing_band(const std::vector<int64_t>& keys);

  // Layers of a report.
  [[nodiscard]] Result<int64_t> add_event(const EventRow& row);
  [[nodiscard]] Result<int64_t> add_statement(const StatementRow& row);
  [[nodiscard]] Status add_actor(int64_t report, const ActorRow& row);
  [[nodiscard]] Result<std::vector<ActRow>> reports_of_act(const std::string& act);
  [[nodiscard]] Result<std::vector<std::string>> acts_of_cluster(int64_t cluster);
  [[nodiscard]] Result<std::vector<std::string>> acts_of_report(int64_t report);
  /// Precondition: the number is one that a query gave.
  [[nodiscard]] Result<EventRow> event_by_id(int64_t id);
  [[nodiscard]] Status set_node(int64_t event, const std::string& node);
  /// Events of a type with a day; of the given code on the given side, where one is given.
  [[nodiscard]] Result<std::vector<EventRow>> events_of(const std::string& type, std::optional<Role> role,
                                                        const std::string& code);

  // The ledger.
  [[nodiscard]] Result<std::optional<EntryRow>> entry(const std::string& key);
  [[nodiscard]] Result<int64_t> add_entry(const EntryRow& row);
  /// Another telling turned out to be the first.
  [[nodiscard]] Status set_first_telling(const EntryRow& row);
  /// All entries in order of id.
  [[nodiscard]] Result<std::vector<EntryRow>> entries();
  [[nodiscard]] Result<int64_t> append(const HistoryLine& line);
  /// Lines that stand (neither retracting nor retracted) of an entry or report.
  [[nodiscard]] Result<std::vector<HistoryLine>> history_of_entry(int64_t entry);
  [[nodiscard]] Result<std::vector<HistoryLine>> history_of_report(int64_t report);
  [[nodiscard]] Result<std::optional<HistoryLine>> line_by_id(int64_t id);
  /// All standing lines, those of one entry together.
  [[nodiscard]] Status each_line(const std::function<void(HistoryLine)>& take);
  [[nodiscard]] Result<std::vector<AlertRow>> alerts_of_entry(int64_t entry);
  [[nodiscard]] Result<int64_t> add_alert(const AlertRow& row);
  [[nodiscard]] Status set_telling(int64_t alert, int64_t telling);
  [[nodiscard]] Status remove_alert(int64_t alert);

  // What a watched folder or feed held when it was last read; what an item or a stamp is, is the watcher's.
  [[nodiscard]] Result<std::unordered_map<std::string, std::string>> seen(const std::string& source);
  [[nodiscard]] Status set_seen(const std::string& source, const std::string& item, const std::string& stamp);
  [[nodiscard]] Status forget_seen(const std::string& source, const std::string& item);
  /// The number given to an alert last; new ones have higher numbers, also when this one is removed.
  [[nodiscard]] Result<int64_t> last_alert();
  /// Changes when another connection has written.
  [[nodiscard]] Result<int64_t> foreign_changes();

  /// For src/store/queries and exports. Faults of the database are thrown by it.
  [[nodiscard]] Connection& connection() { return *connection_; }
  /// A statement prepared once and kept.
  [[nodiscard]] Statement& prepared(std::string_view sql);

 private:
  explicit Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
  void add_sides(std::string_view sql, int64_t owner, Role role, const std::vector<Side>& sides);
  void read_sides(EventRow& row);
  [[nodiscard]] Statement& standing_lines(const char* tail);

  std::unique_ptr<Connection> connection_;
  std::map<std::string, std::unique_ptr<Statement>, std::less<>> statements_;
};

/// Runs `work` and turns a DatabaseFault into an Error.
template <typename Work>
auto guarded(Work&& work) -> Result<decltype(work())> {
  try {
    return work();
  } catch (const DatabaseFault& fault) {
    return fault.error;
  }
}

/// "a|b|c" and back; the words of the ontology hold no bar.
[[nodiscard]] std::string joined(const std::vector<std::string>& list);
[[nodiscard]] std::vector<std::string> split(std::string_view text);

}  // namespace depesche::store
