// depesche series: events over time, counted by day, week or month, with their mean score.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <map>

#include "desk.h"
#include "document/time_layer.h"
#include "rows.h"

namespace depesche::app {
namespace {

constexpr const char* kNothing = "nothing found: loosen the filters";

struct Options : QueryOptions {
  std::string by = "month";
};

struct Bin {
  int64_t events = 0;
  int64_t cooperation = 0;  ///< quad classes 1 and 2
  int64_t conflict = 0;     ///< quad classes 3 and 4
  double scores = 0;
  int64_t scored = 0;
};

/// The first day of the period in which the day lies; weeks begin on Monday.
std::string period_of(const std::string& day, const std::string& by) {
  if (by == "month") return day.substr(0, 7);
  if (by == "year") return day.substr(0, 4);
  const auto date = parse_date(day);
  if (by == "day" || !date) return day;
  constexpr int kThursday = 3;  // 1970-01-01 was one, Monday counted as 0
  const int days = days_of(*date);
  return iso(date_of(days - (((days + kThursday) % 7) + 7) % 7));
}

/// Two bars that grow to both sides of a middle line: conflict to the left, cooperation to the right.
std::string bars(const Bin& bin, int64_t most, size_t half) {
  const auto length = [&](int64_t count) {
    return most == 0 ? 0 : static_cast<size_t>((count * static_cast<int64_t>(half) + most - 1) / most);
  };
  const size_t left = length(bin.conflict);
  const size_t right = length(bin.cooperation);
  std::string text(half - left, ' ');
  for (size_t i = 0; i < left; ++i) text += "▒";
  text += "│";
  for (size_t i = 0; i < right; ++i) text += "█";
  return text;
}

void draw(const std::map<std::string, Bin>& bins) {
  int64_t most = 0;
  for (const auto& [period, bin] : bins) most = std::max({most, bin.conflict, bin.cooperation});
  const size_t room = terminal_width();
  const size_t half = room > 60 ? std::min<size_t>(40, (room - 34) / 2) : 13;
  fmt::print("{:10} {:>7} {:>6}  {:>{}}│{}\n", "period", "events", "score", "conflict ▒ ", half, " █ cooperation");
  for (const auto& [period, bin] : bins) {
    const std::string mean = bin.scored == 0 ? "" : fmt::format("{:.1f}", bin.scores / static_cast<double>(bin.scored));
    fmt::print("{:10} {:>7} {:>6}  {}\n", period, bin.events, mean, bars(bin, most, half));
  }
}

int run(const Options& options) {
  int exit = kDone;
  const auto desk = open_desk(options, {}, exit);
  if (!desk) return exit;
  std::map<std::string, Bin> bins;
  const Status done = store::each_event(*desk->store, desk->filter, [&](const store::EventResult& one) {
    if (one.event.day.empty()) return true;
    Bin& bin = bins[period_of(one.event.day, options.by)];
    ++bin.events;
    bin.cooperation += one.event.quad == 1 || one.event.quad == 2 ? 1 : 0;
    bin.conflict += one.event.quad == 3 || one.event.quad == 4 ? 1 : 0;
    if (one.event.score) {
      bin.scores += *one.event.score;
      ++bin.scored;
    }
    return true;
  });
  if (!done) return fail(done.error());
  if (options.format == "plot" || (options.format.empty() && isatty(STDOUT_FILENO) != 0)) {
    draw(bins);
    if (bins.empty()) complain(kNothing);
    return kDone;
  }
  RowWriter writer(options.format, {"period", "events", "cooperation", "conflict", "mean_score"});
  for (const auto& [period, bin] : bins) {
    writer.write({period, bin.events, bin.cooperation, bin.conflict,
                  bin.scored == 0 ? Cell() : Cell(bin.scores / static_cast<double>(bin.scored))});
  }
  return writer.finish(kNothing);
}

}  // namespace

void add_series(CLI::App& app, int& exit) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("series", "Events over time: counts, cooperation, conflict, mean score");
  add_db_option(*command, options->db);
  command
      ->add_option("--format", options->format,
                   "plot, table, csv, tsv, json or jsonl (default: plot on a terminal, else csv)")
      ->check(CLI::IsMember({"plot", "table", "csv", "tsv", "json", "jsonl"}));
  command->add_option("--by", options->by, "day, week, month or year")
      ->check(CLI::IsMember({"day", "week", "month", "year"}))
      ->capture_default_str();
  add_side_filters(*command, options->filter, {});
  add_day_filters(*command, options->filter);
  add_event_filters(*command, options->filter);
  add_coder_options(*command, options->coder);
  command->footer("Example: depesche series --db desk.db --actor RUS --recipient UKR --by week --dedupe node");
  command->callback([options, &exit] { exit = run(*options); });
}

}  // namespace depesche::app
