// Files that come into a folder, each once it is complete (inotify).
#pragma once

#include <chrono>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"

namespace depesche::watch {

/// A file of the folder as it stands on disk.
struct FolderFile {
  std::string name;   ///< in the folder
  std::string stamp;  ///< changes when the file does: size and time of its last change
};

/// Complete is a file that a program has closed after writing, or that was moved or linked in; of those that were there
/// before, one that has not changed for a second. Left out: folders, hidden files and those of downloads and editors
/// (.part, .tmp, .crdownload, .swp, ~). Not below the folder. Not thread-safe.
class FolderWatch {
 public:
  /// Nothing is watched before the first take(). `folder` must be there now (kFileNotFound, kFileUnreadable).
  [[nodiscard]] static Result<FolderWatch> open(const std::string& folder);
  ~FolderWatch();
  FolderWatch(FolderWatch&& other) noexcept;
  FolderWatch& operator=(FolderWatch&&) = delete;
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  /// All that has become complete since the last call, by name; the first call looks at what is there. Looks again at
  /// everything when events were lost, and when the folder is back after it was gone.
  [[nodiscard]] std::vector<FolderFile> take();
  /// Files are there that were not complete at the last take().
  [[nodiscard]] bool is_waiting() const { return !waiting_.empty(); }
  /// The folder was removed or moved away; take() looks for it again.
  [[nodiscard]] bool is_gone() const { return descriptor_ < 0; }

  /// Returns when something may have happened, when `also` can be read, or after some time.
  void wait(int also, std::chrono::milliseconds at_most) const;

 private:
  struct Waiting {
    std::string stamp;
    std::chrono::steady_clock::time_point since;
  };

  explicit FolderWatch(std::string folder) : folder_(std::move(folder)) {}
  [[nodiscard]] bool start();
  void stop();
  void read_events(std::set<std::string>& complete);
  void look_at_all();
  void look_at(const std::string& name);
  [[nodiscard]] std::string stamp_of(const std::string& name, bool& settled) const;

  std::string folder_;
  int descriptor_ = -1;
  std::map<std::string, Waiting> waiting_;
};

}  // namespace depesche::watch
