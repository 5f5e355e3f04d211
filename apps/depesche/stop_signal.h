// SIGINT and SIGTERM as something to ask for, instead of an end in the middle.
#pragma once

#include <chrono>

namespace depesche::app {

/// While one lives, the two signals end nothing. Make it before any thread is started: threads inherit what is blocked.
/// Thread-safe.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  /// One of them has come.
  [[nodiscard]] bool asked() const;
  /// Can be read from then on; for poll().
  [[nodiscard]] int descriptor() const { return descriptor_; }
  /// asked(), or the time is over.
  void wait(std::chrono::milliseconds at_most) const;

 private:
  int descriptor_ = -1;
};

}  // namespace depesche::app
