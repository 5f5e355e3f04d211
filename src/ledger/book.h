// The book: writes coded reports into the store and keeps the ledger's history, event nodes and alerts true.
// Whatever the order in which reports come, the same reports give the same states, nodes and alerts.
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/entry.h"
#include "ledger/fold.h"
#include "store/store.h"

namespace depesche::ledger {

/// 32 hex digits over text and day of publication: what makes two inputs the same report.
[[nodiscard]] std::string content_hash(std::string_view text, std::string_view published);

struct Recorded {
  bool added = false;     ///< false: the store had it
  bool replaced = false;  ///< a new coding took the place of an older one
};

/// One writer. Not thread-safe. After an error, or after a batch that was rolled back, make a new Book.
class Book {
 public:
  /// Reads the entries' terms. Both references must outlive the book.
  [[nodiscard]] static Result<Book> open(store::Store& store, const Ontology& ontology);

  /// Adds a report that the store does not hold; `recode` also replaces the coding of one that it does. Call inside
  /// Store::batch, then settle() once in the same batch. Errors: those of the store.
  [[nodiscard]] Result<Recorded> record(const CodedReport& report, bool recode);
  /// Brings nodes and alerts of all that was touched up to date.
  [[nodiscard]] Status settle();

 private:
  struct Entry {
    Terms terms;
    std::string first;  ///< day, hash and local id of the first telling
  };
  struct Watcher {
    int64_t entry;
    Part part;
  };

  Book(store::Store& store, const Ontology& ontology) : store_(store), ontology_(ontology) {}

  [[nodiscard]] Result<int64_t> add_report(const CodedReport& report);
  [[nodiscard]] Status replace_layers(const CodedReport& report, const store::Coding& old);
  [[nodiscard]] Status add_layers(const CodedReport& report, const ReportFacts& facts, int64_t id);
  [[nodiscard]] Status tell(const CommitmentFact& fact, int64_t report, int64_t coding);
  [[nodiscard]] Result<int64_t> entry_for(const CommitmentFact& fact);
  void watch(int64_t id, Terms terms, std::string first);
  [[nodiscard]] Status match_new_entry(int64_t id);
  [[nodiscard]] Status match_event(const EventFact& fact, int64_t report, int64_t coding);
  [[nodiscard]] Status match(int64_t entry, Part part, const EventFact& fact, int64_t report, int64_t coding);
  [[nodiscard]] Result<std::vector<store::EventRow>> stored_acts(const Template& wanted);
  [[nodiscard]] Status append(store::HistoryLine line);
  [[nodiscard]] Status retract_leftovers(int64_t coding);
  [[nodiscard]] Status settle_nodes();
  [[nodiscard]] Status settle_alerts(int64_t entry);

  store::Store& store_;
  const Ontology& ontology_;
  std::unordered_map<int64_t, Entry> entries_;
  std::unordered_map<std::string, int64_t> keys_;
  std::unordered_map<std::string, std::vector<Watcher>> watchers_;  ///< by type, side and code: place_of()
  std::string hash_;                                                ///< of the report being recorded
  std::map<std::string, store::HistoryLine> older_;  ///< lines of its former coding that the new one has not confirmed
  std::set<int64_t> touched_entries_;
  std::set<std::string> touched_acts_;
};

/// All that makes two history lines say the same.
[[nodiscard]] std::string line_key(const store::HistoryLine& line);

/// zstd, and back. unpacked() refuses damaged bytes (kBadDatabase).
[[nodiscard]] std::string packed(std::string_view text);
[[nodiscard]] Result<std::string> unpacked(std::string_view bytes);
/// The coding that a row of the store holds. Errors: those of unpacked() and of coded_report_from_json().
[[nodiscard]] Result<CodedReport> record_of(const store::ReportRow& row);

[[nodiscard]] std::vector<store::Side> sides_of(const std::vector<Party>& parties);

/// A history line as the fold wants it.
[[nodiscard]] HistoryRow row_of(const store::HistoryLine& line);
/// Events as the store has them, for matching.
[[nodiscard]] EventFact fact_of(const store::EventRow& row);

}  // namespace depesche::ledger
