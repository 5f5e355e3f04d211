#include "stop_signal.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

namespace depesche::app {

StopSignal::StopSignal() {
  sigset_t both;
  sigemptyset(&both);
  sigaddset(&both, SIGINT);
  sigaddset(&both, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &both, nullptr);
  descriptor_ = ::signalfd(-1, &both, SFD_CLOEXEC);
}

StopSignal::~StopSignal() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

// The signal is never taken out, so that every asker sees it.
bool StopSignal::asked() const {
  pollfd watched{descriptor_, POLLIN, 0};
  return ::poll(&watched, 1, 0) > 0;
}

void StopSignal::wait(std::chrono::milliseconds at_most) const {
  pollfd watched{descriptor_, POLLIN, 0};
  ::poll(&watched, 1, static_cast<int>(at_most.count()));
}

}  // namespace depesche::app
