#include "pipeline/batch.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace depesche {
namespace {

/// Numbers inputs as they are read and hands outputs out in that order.
class Sequencer {
 public:
  Sequencer(const std::function<std::optional<BatchInput>()>& next, const std::function<bool(BatchOutput)>& emit,
            size_t window)
      : next_(next), emit_(emit), window_(window) {}

  /// The next input with its number; nothing at the end. Waits while too many results are pending.
  std::optional<std::pair<size_t, BatchInput>> take() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopped_ || read_ - written_ < window_; });
    if (stopped_) return std::nullopt;
    auto input = next_();
    if (!input) {
      stopped_ = true;
      room_.notify_all();
      return std::nullopt;
    }
    return std::pair{read_++, std::move(*input)};
  }

  void give(size_t number, BatchOutput output) {
    const std::unique_lock lock(mutex_);
    pending_.emplace(number, std::move(output));
    for (auto first = pending_.begin(); first != pending_.end() && first->first == written_; first = pending_.begin()) {
      if (!cancelled_ && !emit_(std::move(first->second))) cancelled_ = stopped_ = true;
      pending_.erase(first);
      ++written_;
    }
    room_.notify_all();
  }

 private:
  const std::function<std::optional<BatchInput>()>& next_;
  const std::function<bool(BatchOutput)>& emit_;
  const size_t window_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::map<size_t, BatchOutput> pending_;
  size_t read_ = 0;
  size_t written_ = 0;
  bool stopped_ = false;
  bool cancelled_ = false;
};

BatchOutput code_one(Worker& worker, const BatchInput& input) {
  if (const auto* error = std::get_if<Error>(&input)) return *error;
  auto coded = worker.code(std::get<ReportInput>(input));
  if (!coded) return coded.error();
  return std::move(coded).value();
}

}  // namespace

void run_batch(const std::shared_ptr<const Coder>& coder, const BatchOptions& options,
               const std::function<std::optional<BatchInput>()>& next, const std::function<bool(BatchOutput)>& emit) {
  const unsigned threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  Sequencer sequencer(next, emit, threads * std::max<size_t>(1, options.max_ahead));
  const auto work = [&] {
    Worker worker(coder);
    while (auto input = sequencer.take()) sequencer.give(input->first, code_one(worker, input->second));
  };
  std::vector<std::jthread> pool;
  for (unsigned i = 1; i < threads; ++i) pool.emplace_back(work);
  work();
}

}  // namespace depesche
