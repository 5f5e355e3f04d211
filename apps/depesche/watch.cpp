// depesche watch: follows a folder or feeds, codes what comes, stores it, tells new alerts.
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <filesystem>

#include "alert_rows.h"
#include "base/utf8.h"
#include "desk.h"
#include "intake.h"
#include "io/byte_stream.h"
#include "pipeline/batch.h"
#include "rows.h"
#include "stop_signal.h"
#include "watch_source.h"

namespace depesche::app {
namespace {

constexpr size_t kLongestList = 10'000'000;  ///< bytes of a list of feeds
/// How long a single round waits for files that are still being written.
constexpr std::chrono::seconds kPatience{3};
/// Where the number of the last alert told is kept among what has been seen.
constexpr const char* kAlerts = "alerts";

struct Options {
  CoderOptions coder;
  std::string what;
  std::string db;
  std::string format = "text";
  std::string published;
  std::string language;
  int64_t every = 300;   ///< seconds
  int64_t timeout = 30;  ///< seconds
  unsigned threads = 0;
  bool once = false;
  bool quiet = false;
};

class WatchCommand {
 public:
  explicit WatchCommand(const Options& options)
      : options_(options), reading_(reading_options(complain)), rows_("jsonl", alert_columns()) {}

  int run() {
    const auto defaults = read_defaults(options_.published, options_.language);
    if (!defaults) return kWrongUse;
    defaults_ = *defaults;
    store_ = open_store(options_.db, store::OpenMode::kCreate);
    if (!store_) return kCannotGoOn;
    auto source = open_source();
    if (!source) return fail(source.error());
    source_ = std::move(source).value();
    const auto coder = open_coder(options_.coder);
    if (!coder) return fail(coder.error());
    coder_ = *coder;
    IntakeOptions intake;
    intake.within = [this] { return write_marks(); };
    intake_.emplace(*store_, coder_->knowledge(), intake);
    if (const Status ready = prepare(); !ready) return fail(ready.error());
    if (!options_.quiet) complain("watching " + source_->description());
    return options_.once ? run_once() : run_on();
  }

 private:
  Result<std::unique_ptr<WatchSource>> open_source() {
    std::error_code unused;
    if (std::filesystem::is_directory(options_.what, unused))
      return watch_folder(options_.what, *store_, options_.db, reading_);
    std::string list = options_.what + "\n";
    if (!watch::is_url(options_.what)) {
      auto stream = io::open_stream(options_.what);
      if (!stream) return stream.error();
      const auto bytes = io::read_all(**stream, kLongestList, options_.what);
      if (!bytes) return bytes.error();
      auto text = reading_.decode(*bytes, options_.what);
      if (!text) return text.error();
      list = std::move(text).value();
    }
    auto feeds = watch::read_feed_list(list, options_.what);
    if (!feeds) return feeds.error();
    return watch_feeds(std::move(feeds).value(), *store_,
                       {std::chrono::seconds(options_.every), std::chrono::seconds(options_.timeout)}, reading_);
  }

  /// Alerts that were there before the first watch are not new.
  Status prepare() {
    if (const Status known = intake_->know_stored(); !known) return known;
    const auto told = store_->seen(kAlerts);
    if (!told) return told.error();
    if (const auto number = told->find(""); number != told->end()) {
      last_alert_ = std::stoll(number->second);
      return Done{};
    }
    const auto last = store_->last_alert();
    if (!last) return last.error();
    return remember_alert(*last);
  }

  int run_on() {
    while (!stop_.asked()) {
      if (const int exit = round(); exit != kDone) return exit;
      if (!stop_.asked()) source_->wait(stop_.descriptor());
    }
    return kDone;
  }

  int run_once() {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    for (;;) {
      if (const int exit = round(); exit != kDone) return exit;
      if (!source_->is_waiting() || stop_.asked()) break;
      if (std::chrono::steady_clock::now() >= end) {
        complain("files that are still being written are left for the next round");
        break;
      }
      source_->wait(stop_.descriptor());
    }
    return rejected_ == 0 && !source_->has_problem() ? kDone : kRejected;
  }

  /// Codes and stores what has come since the last round. kDone or kCannotGoOn.
  int round() {
    auto arrivals = source_->gather([this] { return stop_.asked(); });
    if (!arrivals) return fail(arrivals.error());
    arrivals_.assign(std::make_move_iterator(arrivals->begin()), std::make_move_iterator(arrivals->end()));
    handed_ = 0;
    finished_ = 0;
    const size_t before = intake_->added();
    if (!arrivals_.empty()) {
      run_batch(
          coder_, {options_.threads, 64}, [this] { return next(); },
          [this](BatchOutput output) { return take(std::move(output)); });
      if (!failure_ && !(handed_ == 0 && marks_.empty())) settle(intake_->flush());
    }
    // Alerts of other writers are told too.
    if (!failure_) note(tell_alerts());
    arrivals_.clear();
    marks_.clear();
    if (failure_) return stop_.asked() && failure_->code == ErrorCode::kDatabaseLocked ? kDone : fail(*failure_);
    const size_t added = intake_->added() - before;
    if (added > 0 && !options_.quiet) complain(fmt::format("{} report{} added", added, added == 1 ? "" : "s"));
    return kDone;
  }

  /// The next report that the store does not hold.
  std::optional<BatchInput> next() {
    while (!arrivals_.empty() && !stop_.asked()) {
      Arrival& arrival = arrivals_.front();
      auto item = arrival.next();
      if (!item) {
        if (!arrival.marks.empty()) marks_.emplace_back(handed_, std::move(arrival.marks));
        arrivals_.pop_front();
        continue;
      }
      if (auto* error = std::get_if<Error>(&*item)) {
        ++handed_;
        return *error;
      }
      ReportInput report = report_input(std::get<io::RawReport>(std::move(*item)), defaults_);
      if (!intake_->is_new(report)) continue;
      ++handed_;
      return report;
    }
    return std::nullopt;
  }

  /// False: cannot go on, or is asked to stop.
  bool take(BatchOutput output) {
    ++finished_;
    if (const auto* error = std::get_if<Error>(&output)) {
      ++rejected_;
      complain(error->line());
      return !stop_.asked();
    }
    const auto written = intake_->take(std::get<CodedReport>(std::move(output)));
    if (!written || *written) settle(written ? Status(Done{}) : Status(written.error()));
    return !failure_ && !stop_.asked();
  }

  /// After the attempt to write a batch: tries again while another program writes, then tells what is new.
  void settle(Status written) {
    bool said = false;
    while (!written && written.error().code == ErrorCode::kDatabaseLocked && !stop_.asked()) {
      if (!said) complain(options_.db + ": another program is writing to the database; waiting for it");
      said = true;
      stop_.wait(std::chrono::seconds(1));
      written = intake_->flush();
    }
    note(written);
    if (failure_) return;
    std::erase_if(marks_, [this](const auto& mark) { return mark.first <= finished_; });
    note(tell_alerts());
  }

  void note(const Status& status) {
    if (!status && !failure_) failure_ = status.error();
  }

  /// Of files and feeds all of whose reports are stored with this batch or before.
  Status write_marks() {
    for (const auto& [after, marks] : marks_) {
      if (after > finished_) continue;
      for (const SeenMark& mark : marks) {
        const Status done = mark.stamp ? store_->set_seen(mark.source, mark.item, *mark.stamp)
                                       : store_->forget_seen(mark.source, mark.item);
        if (!done) return done;
      }
    }
    return Done{};
  }

  Status remember_alert(int64_t number) {
    last_alert_ = number;
    return store_->batch([&] { return store_->set_seen(kAlerts, "", std::to_string(number)); });
  }

  /// In the order in which they were raised. Told first, remembered then: a stop in between tells one twice, but loses
  /// none.
  Status tell_alerts() {
    std::vector<store::AlertResult> alerts;
    store::Filter filter;
    filter.after = last_alert_;
    const Status read = store::each_alert(*store_, filter, [&](const store::AlertResult& alert) {
      alerts.push_back(alert);
      return true;
    });
    if (!read || alerts.empty()) return read;
    std::sort(alerts.begin(), alerts.end(), [](const auto& a, const auto& b) { return a.alert.id < b.alert.id; });
    for (const store::AlertResult& alert : alerts) {
      if (options_.format == "jsonl") {
        rows_.write(alert_row(alert));
      } else {
        std::fputs((printable(alert_line(alert)) + "\n").c_str(), stdout);
      }
    }
    if (std::fflush(stdout) != 0) return Error{ErrorCode::kWriteFailed, "standard output", "cannot be written", ""};
    return remember_alert(alerts.back().alert.id);
  }

  static std::string alert_line(const store::AlertResult& one) {
    std::string line = fmt::format("{}  {}{}  commitment {}", one.alert.day, one.alert.kind,
                                   one.alert.watch ? " (watch)" : "", one.alert.entry);
    if (one.telling.id != 0)
      line += fmt::format(": \"{}\" ({})", utf8::one_line(one.telling.evidence), one.telling.report_name);
    return line + fmt::format(" <- \"{}\" ({})", utf8::one_line(one.event.evidence), one.event.report_name);
  }

  const Options& options_;
  const io::ReadOptions reading_;
  const StopSignal stop_;
  RowWriter rows_;
  ReportDefaults defaults_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<WatchSource> source_;
  std::shared_ptr<const Coder> coder_;
  std::optional<Intake> intake_;
  std::optional<Error> failure_;
  int64_t last_alert_ = 0;
  size_t rejected_ = 0;
  std::deque<Arrival> arrivals_;                                 ///< of the round
  size_t handed_ = 0;                                            ///< reports of the round, to be coded
  size_t finished_ = 0;                                          ///< of which coded or rejected
  std::vector<std::pair<size_t, std::vector<SeenMark>>> marks_;  ///< to be written once so many are finished
};

/// A length of time as people write it, in seconds.
void add_time(CLI::App& command, const char* name, int64_t& seconds, const char* help, const char* shown) {
  command.add_option(name, seconds, help)
      ->transform(CLI::AsNumberWithUnit(std::map<std::string, int64_t>{{"s", 1}, {"m", 60}, {"h", 3600}},
                                        CLI::AsNumberWithUnit::DEFAULT, "TIME"))
      ->check(CLI::Range(int64_t{1}, int64_t{7 * 86400}, "up to a week"))
      ->default_str(shown)
      ->type_name("TIME");
}

}  // namespace

void add_watch(CLI::App& app, int& exit) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("watch", "Follow a folder or feeds: code what comes, tell new alerts");
  command
      ->add_option("what", options->what,
                   "A folder, an RSS or Atom address, or a text file that lists feeds: one address or path a line")
      ->type_name("DIR|FEEDS")
      ->required();
  add_db_option(*command, options->db);
  add_time(*command, "--every", options->every, "How often feeds are asked: 30s, 5m, 1h", "5m");
  add_time(*command, "--timeout", options->timeout, "How long a feed may take to answer", "30s");
  command->add_option("--format", options->format, "Of alerts, one a line: text or jsonl")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->capture_default_str();
  command->add_flag("--once", options->once, "One round, then end");
  add_report_defaults(*command, options->published, options->language);
  add_threads(*command, options->threads, "Threads that code (0: all cores)");
  command->add_flag("-q,--quiet", options->quiet, "Only alerts and faults");
  add_coder_options(*command, options->coder);
  command->footer(
      "Ends on Ctrl-C. Starting it again reads nothing twice and loses nothing. Only addresses that you name are "
      "asked.\n"
      "Example: depesche watch incoming --db desk.db\n"
      "         depesche watch feeds.txt --db desk.db --every 10m --format jsonl");
  command->callback([options, &exit] { exit = WatchCommand(*options).run(); });
}

}  // namespace depesche::app
