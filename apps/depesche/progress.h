// Reports, rate and time left, on a terminal's stderr.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>

namespace depesche::app {

/// Thread-safe. Prints nothing unless `show` and stderr is a terminal.
class Progress {
 public:
  explicit Progress(bool show);

  /// `reports` done; `read` of `total` bytes of input, where known. Draws at most five times a second.
  void step(size_t reports, uint64_t read, std::optional<uint64_t> total);
  /// Wipes the line, so that a message can be printed; the next step draws it again.
  void finish();

 private:
  std::mutex mutex_;
  bool show_;
  std::chrono::steady_clock::time_point begin_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace depesche::app
