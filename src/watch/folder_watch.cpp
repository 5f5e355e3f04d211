#include "watch/folder_watch.h"

#include <dirent.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace depesche::watch {
namespace {

/// A file that nobody told us was closed counts as complete when it has stood that long.
constexpr std::chrono::milliseconds kSettled{1000};
/// How soon a file that is not complete, or a folder that is gone, is looked at again.
constexpr std::chrono::milliseconds kLookAgain{250};

bool is_left_out(std::string_view name) {
  if (name.starts_with('.') || name.ends_with('~')) return true;
  constexpr std::array<std::string_view, 5> kUnfinished = {".part", ".tmp", ".crdownload", ".swp", ".filepart"};
  return std::any_of(kUnfinished.begin(), kUnfinished.end(), [&](std::string_view end) { return name.ends_with(end); });
}

/// Was put there as a whole: a link to a file that is elsewhere.
bool is_link(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0 && (S_ISLNK(info.st_mode) || info.st_nlink > 1);
}

}  // namespace

Result<FolderWatch> FolderWatch::open(const std::string& folder) {
  FolderWatch watch(folder);
  if (!watch.start()) {
    const bool absent = errno == ENOENT;
    const bool full = errno == ENOSPC || errno == EMFILE;
    const std::string what = absent ? "there is no such folder"
                             : full ? "the system allows no further watch"
                                    : std::string("the folder cannot be watched: ") + std::strerror(errno);
    return Error{absent ? ErrorCode::kFileNotFound : ErrorCode::kFileUnreadable, folder, what,
                 full ? "raise fs.inotify.max_user_watches" : "check the path and its permissions"};
  }
  return watch;
}

FolderWatch::FolderWatch(FolderWatch&& other) noexcept
    : folder_(std::move(other.folder_)), descriptor_(other.descriptor_), waiting_(std::move(other.waiting_)) {
  other.descriptor_ = -1;
}

FolderWatch::~FolderWatch() {
  stop();
}

bool FolderWatch::start() {
  descriptor_ = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (descriptor_ < 0) return false;
  constexpr uint32_t kEvents = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
  if (::inotify_add_watch(descriptor_, folder_.c_str(), kEvents) < 0) {
    const int why = errno;
    stop();
    errno = why;
    return false;
  }
  look_at_all();  // after the watch began: nothing falls between
  return true;
}

void FolderWatch::stop() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
  waiting_.clear();
}

std::string FolderWatch::stamp_of(const std::string& name, bool& settled) const {
  struct stat info {};
  if (::stat((folder_ + "/" + name).c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return {};
  const auto changed = std::chrono::seconds(info.st_mtim.tv_sec) + std::chrono::nanoseconds(info.st_mtim.tv_nsec);
  settled = std::chrono::system_clock::now().time_since_epoch() - changed >= kSettled;
  return std::to_string(info.st_size) + " " + std::to_string(info.st_mtim.tv_sec) + "." +
         std::to_string(info.st_mtim.tv_nsec);
}

void FolderWatch::look_at(const std::string& name) {
  if (!is_left_out(name)) waiting_.try_emplace(name, Waiting{"", std::chrono::steady_clock::now()});
}

void FolderWatch::look_at_all() {
  DIR* const folder = ::opendir(folder_.c_str());
  if (folder == nullptr) return;
  while (const dirent* entry = ::readdir(folder)) look_at(entry->d_name);
  ::closedir(folder);
}

void FolderWatch::read_events(std::set<std::string>& complete) {
  alignas(inotify_event) std::array<char, 64 * (sizeof(inotify_event) + NAME_MAX + 1)> buffer{};
  bool gone = false;
  for (ssize_t size = 0; (size = ::read(descriptor_, buffer.data(), buffer.size())) > 0;) {
    for (ssize_t at = 0; at < size;) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof(event));
      const std::string name(event.len > 0 ? buffer.data() + at + offsetof(inotify_event, name) : "");
      at += static_cast<ssize_t>(sizeof(event) + event.len);
      if ((event.mask & IN_Q_OVERFLOW) != 0) look_at_all();
      if ((event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)) != 0) gone = true;
      if (name.empty() || is_left_out(name) || (event.mask & IN_ISDIR) != 0) continue;
      if ((event.mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0) {
        complete.insert(name);
        waiting_.erase(name);
      } else if ((event.mask & IN_CREATE) != 0 && is_link(folder_ + "/" + name)) {
        look_at(name);
      }
    }
  }
  if (gone) stop();
}

std::vector<FolderFile> FolderWatch::take() {
  if (is_gone() && !start()) return {};
  std::set<std::string> complete;
  read_events(complete);
  const auto now = std::chrono::steady_clock::now();
  for (auto at = waiting_.begin(); at != waiting_.end();) {
    auto& [name, waiting] = *at;
    bool settled = false;
    std::string stamp = stamp_of(name, settled);
    if (stamp != waiting.stamp) waiting.since = now;
    if (settled || (!stamp.empty() && now - waiting.since >= kSettled)) complete.insert(name);
    const bool stays = !stamp.empty() && !complete.contains(name);
    waiting.stamp = std::move(stamp);
    at = stays ? std::next(at) : waiting_.erase(at);
  }
  std::vector<FolderFile> files;
  for (const std::string& name : complete) {
    bool settled = false;
    std::string stamp = stamp_of(name, settled);
    if (!stamp.empty()) files.push_back({name, std::move(stamp)});
  }
  return files;
}

void FolderWatch::wait(int also, std::chrono::milliseconds at_most) const {
  if (is_gone() || is_waiting()) at_most = std::min(at_most, kLookAgain);
  std::array<pollfd, 2> watched{pollfd{also, POLLIN, 0}, pollfd{descriptor_, POLLIN, 0}};  // poll passes over -1
  ::poll(watched.data(), watched.size(), static_cast<int>(at_most.count()));
}

}  // namespace depesche::watch
