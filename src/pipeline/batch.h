// Codes a stream of reports on all cores; results come out in the order of the input, whatever the thread count.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <variant>

#include "pipeline/coder.h"

namespace depesche {

/// A report, or the reason why there is none.
using BatchInput = std::variant<ReportInput, Error>;
/// A coded report, or the reason why it was rejected (with the input's place in Error::where).
using BatchOutput = std::variant<CodedReport, Error>;

struct BatchOptions {
  unsigned threads = 0;   ///< 0: all cores
  size_t max_ahead = 64;  ///< reports read before the oldest unfinished one is written, a thread
};

/// Pulls from `next` until it gives nothing; calls `emit` once for each input, in input order, one call at a time (from
/// worker threads). Neither `next` nor `emit` is called while the other or itself is. `emit` returns false to stop
/// early.
void run_batch(const std::shared_ptr<const Coder>& coder, const BatchOptions& options,
               const std::function<std::optional<BatchInput>()>& next, const std::function<bool(BatchOutput)>& emit);

}  // namespace depesche
