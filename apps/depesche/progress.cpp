#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace depesche::app {

Progress::Progress(bool show) : show_(show && isatty(STDERR_FILENO) != 0), begin_(std::chrono::steady_clock::now()) {}

void Progress::step(size_t reports, uint64_t read, std::optional<uint64_t> total) {
  if (!show_) return;
  const std::lock_guard lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  std::string line =
      fmt::format("\r{} reports  {:.0f}/s", reports, static_cast<double>(reports) / std::max(seconds, 0.001));
  if (total && *total > 0 && read > 0) {
    const double part = std::min(1.0, static_cast<double>(read) / static_cast<double>(*total));
    line += fmt::format("  {:3.0f} %  {:.0f} s left", 100 * part, seconds / part - seconds);
  }
  std::fputs((line + "   ").c_str(), stderr);
}

void Progress::finish() {
  const std::lock_guard lock(mutex_);
  if (show_ && last_ != std::chrono::steady_clock::time_point()) std::fputs("\r\x1b[K", stderr);
}

}  // namespace depesche::app
