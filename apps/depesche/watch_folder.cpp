// A folder that is followed: each file is read once it is complete, and again when it has changed.
#include <filesystem>
#include <utility>

#include "command.h"
#include "watch/folder_watch.h"
#include "watch_source.h"

namespace depesche::app {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::minutes kLongestWait{10};

class FolderSource final : public WatchSource {
 public:
  FolderSource(watch::FolderWatch watch, std::string folder, store::Store& store, const std::string& database,
               const io::ReadOptions& reading)
      : watch_(std::move(watch)), folder_(std::move(folder)), store_(store), reading_(reading) {
    std::error_code unused;
    if (fs::equivalent(fs::absolute(database).parent_path(), folder_, unused))
      database_ = fs::path(database).filename().string();
    // The same folder under whatever name it is given.
    const fs::path whole = fs::weakly_canonical(folder_, unused);
    source_ = whole.empty() ? folder_ : whole.string();
  }

  Result<std::vector<Arrival>> gather(const std::function<bool()>&) override {
    std::vector<Arrival> arrivals;
    if (!loaded_) {
      auto seen = store_.seen(source_);
      if (!seen) return seen.error();
      seen_ = std::move(seen).value();
      loaded_ = true;
      arrivals.push_back(forget_the_absent());
    }
    const std::vector<watch::FolderFile> files = watch_.take();
    if (watch_.is_gone() != gone_) {
      gone_ = watch_.is_gone();
      complain(folder_ + (gone_ ? ": the folder is gone; watching for its return" : ": the folder is back"));
    }
    for (const watch::FolderFile& file : files) {
      if (is_database(file.name)) continue;
      std::string& stamp = seen_[file.name];
      if (stamp == file.stamp) continue;
      stamp = file.stamp;
      const auto reports = std::make_shared<io::ReportSource>(std::vector{folder_ + "/" + file.name}, reading_);
      arrivals.push_back({[reports] { return reports->next(); }, {{source_, file.name, file.stamp}}});
    }
    return arrivals;
  }

  [[nodiscard]] bool is_waiting() const override { return watch_.is_waiting(); }
  void wait(int wake) override { watch_.wait(wake, kLongestWait); }
  [[nodiscard]] bool has_problem() const override { return gone_; }
  [[nodiscard]] std::string description() const override { return "the folder " + folder_; }

 private:
  /// The database itself and what SQLite keeps beside it.
  [[nodiscard]] bool is_database(const std::string& name) const {
    return !database_.empty() && (name == database_ || name == database_ + "-wal" || name == database_ + "-shm" ||
                                  name == database_ + "-journal");
  }

  Arrival forget_the_absent() {
    Arrival arrival;
    for (auto at = seen_.begin(); at != seen_.end();) {
      std::error_code unused;
      const bool there = fs::exists(folder_ + "/" + at->first, unused);
      if (!there) arrival.marks.push_back({source_, at->first, std::nullopt});
      at = there ? std::next(at) : seen_.erase(at);
    }
    return arrival;
  }

  watch::FolderWatch watch_;
  std::string folder_;
  std::string source_;  ///< its name in the store
  store::Store& store_;
  const io::ReadOptions& reading_;
  std::string database_;  ///< its name, where it lies in the folder
  std::unordered_map<std::string, std::string> seen_;
  bool loaded_ = false;
  bool gone_ = false;
};

}  // namespace

Result<std::unique_ptr<WatchSource>> watch_folder(const std::string& folder, store::Store& store,
                                                  const std::string& database, const io::ReadOptions& reading) {
  std::string path = folder;
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  auto watch = watch::FolderWatch::open(path);
  if (!watch) return watch.error();
  return std::unique_ptr<WatchSource>(
      std::make_unique<FolderSource>(std::move(watch).value(), path, store, database, reading));
}

}  // namespace depesche::app
