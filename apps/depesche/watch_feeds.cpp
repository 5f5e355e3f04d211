// Feeds that are followed: all are asked in each round, and what is new in them is read.
#include <poll.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <unordered_set>

#include "command.h"
#include "io/byte_stream.h"
#include "io/feed.h"
#include "io/reader.h"
#include "ledger/book.h"
#include "watch/http.h"
#include "watch_source.h"

namespace depesche::app {
namespace {

using Seen = std::unordered_map<std::string, std::string>;

/// Under this name, which no item has, the marks of the server's last answer are kept.
const std::string kAnswer;

struct Followed {
  std::string address;  ///< as the user gave it
  std::string shown;    ///< also its name in the database
  std::optional<Seen> seen;
  std::string problem;  ///< the last one told; "" when all is well
};

class FeedSource final : public WatchSource {
 public:
  FeedSource(std::vector<std::string> feeds, store::Store& store, FeedTimes times, const io::ReadOptions& reading)
      : store_(store), every_(times.every), reading_(reading) {
    limits_.timeout = times.timeout;
    limits_.connect_timeout = std::min(limits_.connect_timeout, limits_.timeout);
    for (std::string& feed : feeds) {
      const std::string path = watch::is_url(feed) ? feed : std::filesystem::absolute(feed).lexically_normal().string();
      followed_.push_back({std::move(feed), watch::shown_feed(path), std::nullopt, ""});
    }
  }

  Result<std::vector<Arrival>> gather(const std::function<bool()>& stop) override {
    next_round_ = std::chrono::steady_clock::now() + every_;
    for (Followed& feed : followed_) {
      if (feed.seen) continue;
      auto seen = store_.seen(feed.shown);
      if (!seen) return seen.error();
      feed.seen = std::move(seen).value();
    }
    std::vector<Arrival> arrivals;
    const std::vector<Result<watch::Answer>> answers = ask_all(stop);
    if (stop()) return arrivals;
    size_t next = 0;
    for (Followed& feed : followed_) {
      auto arrival = watch::is_url(feed.address) ? from_answer(feed, answers[next++]) : from_file(feed);
      tell(feed, arrival);
      if (arrival && !arrival->marks.empty()) arrivals.push_back(std::move(arrival).value());
    }
    return arrivals;
  }

  void wait(int wake) override {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(next_round_ - std::chrono::steady_clock::now());
    pollfd watched{wake, POLLIN, 0};
    ::poll(&watched, 1, static_cast<int>(std::max<std::chrono::milliseconds::rep>(left.count(), 0)));
  }

  [[nodiscard]] bool has_problem() const override {
    return std::any_of(followed_.begin(), followed_.end(), [](const Followed& feed) { return !feed.problem.empty(); });
  }

  [[nodiscard]] std::string description() const override {
    return std::to_string(followed_.size()) + (followed_.size() == 1 ? " feed" : " feeds") + ", asked every " +
           std::to_string(every_.count()) + " s";
  }

 private:
  std::vector<Result<watch::Answer>> ask_all(const std::function<bool()>& stop) const {
    std::vector<watch::Request> requests;
    for (const Followed& feed : followed_) {
      if (!watch::is_url(feed.address)) continue;
      watch::Request request{feed.address, "", ""};
      if (const auto last = feed.seen->find(kAnswer); last != feed.seen->end()) {
        const size_t border = last->second.find('\n');
        request.etag = last->second.substr(0, border);
        request.last_modified = last->second.substr(border + 1);
      }
      requests.push_back(std::move(request));
    }
    return watch::fetch(requests, limits_, stop);
  }

  Result<Arrival> from_answer(Followed& feed, const Result<watch::Answer>& answer) {
    if (!answer) return answer.error();
    if (answer->status == 304) return Arrival{};
    return new_items(feed, answer->body, answer->etag + "\n" + answer->last_modified);
  }

  Result<Arrival> from_file(Followed& feed) {
    auto stream = io::open_stream(feed.address);
    if (!stream) return stream.error();
    const auto bytes = io::read_all(**stream, limits_.max_bytes, feed.address);
    if (!bytes) return bytes.error();
    return new_items(feed, *bytes, "");
  }

  /// An item that the feed no longer holds is forgotten: its report is known by its content.
  Result<Arrival> new_items(Followed& feed, const std::string& bytes, const std::string& answer) const {
    const auto text = reading_.decode(bytes, feed.shown);
    if (!text) return text.error();
    auto items = io::read_feed(*text, feed.shown, io::stem_of(feed.shown));
    if (!items) return items.error();
    const auto fresh = std::make_shared<std::deque<io::ReportSource::Item>>();
    Arrival arrival;
    Seen now;
    const auto keep = [&](const std::string& item, const std::string& stamp) {
      if (!now.emplace(item, stamp).second) return false;
      const auto known = feed.seen->find(item);
      const bool is_new = known == feed.seen->end();
      if (is_new || known->second != stamp) arrival.marks.push_back({feed.shown, item, stamp});
      return is_new;
    };
    if (answer.size() > 1) keep(kAnswer, answer);
    for (io::FeedItem& item : *items) {
      if (!keep(key_of(item), "1")) continue;
      if (item.report) {
        fresh->push_back(std::move(item.report).value());
      } else {
        fresh->push_back(item.report.error());
      }
    }
    for (const auto& [item, stamp] : *feed.seen) {
      if (!now.contains(item)) arrival.marks.push_back({feed.shown, item, std::nullopt});
    }
    feed.seen = std::move(now);
    arrival.next = [fresh]() -> std::optional<io::ReportSource::Item> {
      if (fresh->empty()) return std::nullopt;
      io::ReportSource::Item item = std::move(fresh->front());
      fresh->pop_front();
      return item;
    };
    return arrival;
  }

  static std::string key_of(const io::FeedItem& item) {
    if (!item.key.empty()) return item.key;
    return item.report ? ledger::content_hash(item.report->text, item.report->title) : item.report.error().where;
  }

  static void tell(Followed& feed, const Result<Arrival>& arrival) {
    if (!arrival) {
      // A server that is down may fail in many ways: one line is enough.
      if (feed.problem.empty()) complain(arrival.error().line() + "; going on without it");
      feed.problem = arrival.error().line();
    } else if (!feed.problem.empty()) {
      complain(feed.shown + ": the feed is back");
      feed.problem.clear();
    }
  }

  store::Store& store_;
  std::chrono::seconds every_;
  const io::ReadOptions& reading_;
  watch::FetchLimits limits_;
  std::vector<Followed> followed_;
  std::chrono::steady_clock::time_point next_round_;
};

}  // namespace

Result<std::unique_ptr<WatchSource>> watch_feeds(std::vector<std::string> feeds, store::Store& store, FeedTimes times,
                                                 const io::ReadOptions& reading) {
  return std::unique_ptr<WatchSource>(std::make_unique<FeedSource>(std::move(feeds), store, times, reading));
}

}  // namespace depesche::app
