// Coded reports on their way into the database, a batch a transaction; what `ingest` and `watch` share.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "ledger/book.h"
#include "pipeline/coder.h"
#include "store/store.h"

namespace depesche::app {

struct IntakeOptions {
  size_t batch = 256;   ///< reports a transaction; one that is two seconds old is written before it is full
  bool recode = false;  ///< a stored report is coded anew
  /// Written with each batch, in its transaction.
  std::function<Status()> within = [] { return Status(Done{}); };
};

/// Ledger, event nodes and alerts are brought up to date with each batch, also when other programs write to the
/// database in between. One call at a time.
class Intake {
 public:
  /// Both outlive the intake.
  Intake(store::Store& store, const Knowledge& knowledge, IntakeOptions options);

  /// Makes is_new() know what is stored.
  [[nodiscard]] Status know_stored();
  /// Neither stored nor asked for before; with `recode` any. Counts the others.
  [[nodiscard]] bool is_new(const ReportInput& report);

  /// Takes a report into the batch and writes the batch when it is due. True: written. After an error all that is not
  /// written still waits: flush() may be tried again.
  [[nodiscard]] Result<bool> take(CodedReport report);
  [[nodiscard]] Status flush();

  [[nodiscard]] size_t added() const { return added_; }
  [[nodiscard]] size_t replaced() const { return replaced_; }
  /// Those that the database had already.
  [[nodiscard]] size_t known() const { return known_; }

 private:
  [[nodiscard]] Status open_book();

  store::Store& store_;
  IntakeOptions options_;
  ledger::Ontology ontology_;
  std::optional<ledger::Book> book_;
  int64_t foreign_changes_ = 0;  ///< at which the book was opened
  std::unordered_set<std::string> seen_;
  std::vector<CodedReport> waiting_;
  std::chrono::steady_clock::time_point batch_begun_ = std::chrono::steady_clock::now();
  size_t added_ = 0;
  size_t replaced_ = 0;
  size_t known_ = 0;
};

}  // namespace depesche::app
