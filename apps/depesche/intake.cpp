#include "intake.h"

#include "ontology.h"

namespace depesche::app {
namespace {

/// A batch that is that old is written before it is full.
constexpr std::chrono::seconds kBatchAge{2};

}  // namespace

Intake::Intake(store::Store& store, const Knowledge& knowledge, IntakeOptions options)
    : store_(store), options_(std::move(options)), ontology_(read_ontology(knowledge)) {}

Status Intake::know_stored() {
  auto hashes = store_.hashes();
  if (!hashes) return hashes.error();
  seen_ = std::move(hashes).value();
  return Done{};
}

bool Intake::is_new(const ReportInput& report) {
  const std::string published = report.published ? iso(*report.published) : "";
  if (seen_.insert(ledger::content_hash(report.text, published)).second || options_.recode) return true;
  ++known_;
  return false;
}

Result<bool> Intake::take(CodedReport report) {
  if (waiting_.empty()) batch_begun_ = std::chrono::steady_clock::now();
  waiting_.push_back(std::move(report));
  if (waiting_.size() < options_.batch && std::chrono::steady_clock::now() - batch_begun_ < kBatchAge) return false;
  if (const Status done = flush(); !done) return done.error();
  return true;
}

/// What the book keeps in memory is true only as long as nobody else writes.
Status Intake::open_book() {
  const auto changes = store_.foreign_changes();
  if (!changes) return changes.error();
  if (book_ && *changes == foreign_changes_) return Done{};
  book_.reset();
  auto book = ledger::Book::open(store_, ontology_);
  if (!book) return book.error();
  book_.emplace(std::move(book).value());
  foreign_changes_ = *changes;
  return Done{};
}

Status Intake::flush() {
  size_t added = 0;
  size_t replaced = 0;
  const Status done = store_.batch([&]() -> Status {
    if (const Status open = open_book(); !open) return open;
    for (const CodedReport& report : waiting_) {
      const auto recorded = book_->record(report, options_.recode);
      if (!recorded) return recorded.error();
      added += recorded->added ? 1 : 0;
      replaced += recorded->replaced ? 1 : 0;
    }
    if (const Status settled = book_->settle(); !settled) return settled;
    return options_.within();
  });
  if (!done) {
    book_.reset();
    return done;
  }
  known_ += waiting_.size() - added - replaced;
  added_ += added;
  replaced_ += replaced;
  waiting_.clear();
  return Done{};
}

}  // namespace depesche::app
