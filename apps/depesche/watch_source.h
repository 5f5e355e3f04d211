// What `depesche watch` follows: a folder, or a list of feeds.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "io/report_source.h"
#include "store/store.h"
#include "watch/feed_list.h"

namespace depesche::app {

/// What of a source has been read, to be kept with the reports that came of it.
struct SeenMark {
  std::string source;
  std::string item;
  std::optional<std::string> stamp;  ///< nothing: the item is gone
};

/// Reports that came together (a file, the new items of a feed), and the marks to keep once all of them are stored.
struct Arrival {
  std::function<std::optional<io::ReportSource::Item>()> next = [] { return std::nullopt; };
  std::vector<SeenMark> marks;
};

/// Says on stderr what is wrong with the source, once, and when it is well again. One thread at a time.
class WatchSource {
 public:
  virtual ~WatchSource() = default;
  /// All that is new. Ends early when `stop` says so. Errors: those of the store.
  [[nodiscard]] virtual Result<std::vector<Arrival>> gather(const std::function<bool()>& stop) = 0;
  /// A round is not complete: something is to come soon.
  [[nodiscard]] virtual bool is_waiting() const { return false; }
  /// Until the next round is due or `wake` can be read.
  virtual void wait(int wake) = 0;
  /// Something of it cannot be read now.
  [[nodiscard]] virtual bool has_problem() const = 0;
  /// "3 feeds, asked every 5 m"
  [[nodiscard]] virtual std::string description() const = 0;
};

/// `store` outlives the source. `database`: the file of it, which is no report where it lies in the folder.
[[nodiscard]] Result<std::unique_ptr<WatchSource>> watch_folder(const std::string& folder, store::Store& store,
                                                                const std::string& database,
                                                                const io::ReadOptions& reading);

struct FeedTimes {
  std::chrono::seconds every{300};   ///< between two rounds
  std::chrono::seconds timeout{30};  ///< of one answer
};

[[nodiscard]] Result<std::unique_ptr<WatchSource>> watch_feeds(std::vector<std::string> feeds, store::Store& store,
                                                               FeedTimes times, const io::ReadOptions& reading);

}  // namespace depesche::app
