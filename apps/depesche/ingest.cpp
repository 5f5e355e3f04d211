// depesche ingest: codes reports and stores them; the ledger, event nodes and alerts are kept up with each batch.
#include <fmt/format.h>

#include <limits>

#include "desk.h"
#include "intake.h"
#include "io/line_reader.h"
#include "pipeline/batch.h"
#include "progress.h"
#include "record/read_json.h"

namespace depesche::app {
namespace {

constexpr size_t kLongestRecord = 1'000'000'000;  ///< bytes of one coded report

struct Options {
  CoderOptions coder;
  std::vector<std::string> inputs;
  std::string db;
  std::string published;
  std::string language;
  unsigned threads = 0;
  size_t batch = 256;
  bool coded = false;
  bool recode = false;
  bool quiet = false;
};

class IngestCommand {
 public:
  explicit IngestCommand(const Options& options) : options_(options), progress_(!options.quiet) {}

  int run() {
    if (const int wrong = check_options(); wrong != kDone) return wrong;
    store_ = open_store(options_.db, store::OpenMode::kCreate);
    if (!store_) return kCannotGoOn;
    const int outcome = options_.coded ? from_records() : from_reports();
    progress_.finish();
    if (outcome != kDone) return outcome;
    summarise();
    return rejected_ == 0 ? kDone : kRejected;
  }

 private:
  int check_options() {
    const auto defaults = read_defaults(options_.published, options_.language);
    if (!defaults) return kWrongUse;
    defaults_ = *defaults;
    if (options_.inputs.empty() && !options_.recode) {
      complain("no reports named (give files, or --recode for those in the database)");
      return kWrongUse;
    }
    return kDone;
  }

  int stop(const Error& error) {
    progress_.finish();
    complain(error.line());
    return kCannotGoOn;
  }

  void reject(const Error& error) {
    ++rejected_;
    progress_.finish();
    complain(error.line());
  }

  int from_records() {
    const auto knowledge = knowledge_or_line(options_.coder);
    if (!knowledge) return kCannotGoOn;
    intake_.emplace(*store_, *knowledge, intake_options());
    size_t number = 0;
    for (const std::string& path : options_.inputs) {
      auto stream = io::open_stream(path);
      if (!stream) {
        reject(stream.error());
        continue;
      }
      io::LineReader lines(std::move(stream).value(), io::shown_name(path));
      while (auto line = lines.next(kLongestRecord)) {
        if (line->ok() && (*line)->find_first_not_of(" \t\r") == std::string::npos) continue;
        auto report = line->ok()
                          ? coded_report_from_json(**line, io::shown_name(path) + ":" + std::to_string(lines.number()))
                          : Result<CodedReport>(line->error());
        if (!report) {
          reject(report.error());
          continue;
        }
        if (const auto taken = intake_->take(std::move(report).value()); !taken) return stop(taken.error());
        progress_.step(++number, 0, std::nullopt);
      }
    }
    return finish();
  }

  int finish() {
    const Status done = intake_->flush();
    return done ? kDone : stop(done.error());
  }

  [[nodiscard]] IntakeOptions intake_options() const {
    IntakeOptions options;
    options.batch = options_.batch;
    options.recode = options_.recode;
    return options;
  }

  int from_reports() {
    const auto coder = open_coder(options_.coder);
    if (!coder) return stop(coder.error());
    intake_.emplace(*store_, (*coder)->knowledge(), intake_options());
    if (const Status known = intake_->know_stored(); !known) return stop(known.error());
    if (options_.inputs.empty()) return recode_all(*coder);
    io::ReportSource source(options_.inputs, reading_options([this](const std::string& text) {
                              progress_.finish();
                              complain(text);
                            }));
    return code_all(
        *coder, [&] { return next_of(source); },
        [&](size_t done) { progress_.step(done, source.bytes_read(), source.bytes_total()); });
  }

  /// The next input that the store does not hold (any, with --recode).
  std::optional<BatchInput> next_of(io::ReportSource& source) {
    while (auto item = source.next()) {
      if (auto* error = std::get_if<Error>(&*item)) return *error;
      ReportInput report = report_input(std::get<io::RawReport>(std::move(*item)), defaults_);
      if (intake_->is_new(report)) return report;
    }
    return std::nullopt;
  }

  int code_all(const std::shared_ptr<const Coder>& coder, const std::function<std::optional<BatchInput>()>& next,
               const std::function<void(size_t)>& shown) {
    size_t done = 0;
    std::optional<Error> failure;
    run_batch(coder, {options_.threads, 64}, next, [&](BatchOutput output) {
      shown(++done);
      if (const auto* error = std::get_if<Error>(&output)) {
        reject(*error);
        return true;
      }
      const auto taken = intake_->take(std::get<CodedReport>(std::move(output)));
      if (!taken) failure = taken.error();
      return taken.ok();
    });
    return failure ? stop(*failure) : finish();
  }

  /// Codes stored reports whose coding is older than this program, knowledge or model.
  int recode_all(const std::shared_ptr<const Coder>& coder) {
    // Reports are read while others are written: the reader has a connection of its own.
    const auto reader = open_store(options_.db, store::OpenMode::kReadOnly);
    if (!reader) return kCannotGoOn;
    constexpr int64_t kPiece = 64;
    std::vector<store::ReportRow> piece;
    size_t at = 0;
    int64_t last = 0;
    const auto next = [&]() -> std::optional<BatchInput> {
      while (true) {
        if (at == piece.size()) {
          auto more = reader->reports_after(last, kPiece);
          if (!more) {
            last = std::numeric_limits<int64_t>::max();  // nothing comes after the fault
            return more.error();
          }
          if (more->empty()) return std::nullopt;
          piece = std::move(more).value();
          at = 0;
        }
        const store::ReportRow& row = piece[at++];
        last = row.id;
        if (is_current(row, *coder)) {
          ++current_;
          continue;
        }
        return input_from(row);
      }
    };
    return code_all(coder, next, [&](size_t done) { progress_.step(done, 0, std::nullopt); });
  }

  static bool is_current(const store::ReportRow& row, const Coder& coder) {
    const auto language = language_of(row.language);
    if (!language) return false;
    const CoderStamp stamp = coder.stamp(*language);
    return row.version == stamp.version && row.knowledge == stamp.knowledge && row.model == stamp.model;
  }

  static BatchInput input_from(const store::ReportRow& row) {
    auto report = ledger::record_of(row);
    if (!report) return report.error();
    return ReportInput{
        row.name, std::move(report->text), row.title, parse_date(row.published), row.language, row.agency, row.name};
  }

  void summarise() const {
    std::string line = fmt::format("{} report{} added", intake_->added(), intake_->added() == 1 ? "" : "s");
    if (intake_->replaced() > 0) line += fmt::format(", {} coded anew", intake_->replaced());
    const size_t known = intake_->known() + current_;
    if (known > 0) line += fmt::format(", {} {}", known, options_.recode ? "up to date" : "already there");
    if (rejected_ > 0) line += fmt::format(", {} rejected", rejected_);
    if (!options_.quiet) fmt::print("{}\n", line);
  }

  const Options& options_;
  Progress progress_;
  ReportDefaults defaults_;
  std::unique_ptr<store::Store> store_;
  std::optional<Intake> intake_;
  size_t current_ = 0;  ///< stored reports whose coding is up to date
  size_t rejected_ = 0;
};

}  // namespace

void add_ingest(CLI::App& app, int& exit) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("ingest", "Code reports and store them in a database");
  command->add_option("input", options->inputs, "Reports as for 'depesche code'; - is standard input")
      ->type_name("FILE...");
  add_db_option(*command, options->db);
  command->add_flag("--coded", options->coded,
                    "The files (also .gz, .zst) are output of 'depesche code --format jsonl': store it as it is");
  command->add_flag(
      "--recode", options->recode,
      "Code anew what is stored; without files: all whose coding is older than this program or its knowledge");
  add_report_defaults(*command, options->published, options->language);
  add_threads(*command, options->threads, "Threads that code (0: all cores)");
  command->add_option("--batch", options->batch, "Reports a transaction: what is written survives any stop")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  command->add_flag("-q,--quiet", options->quiet, "No progress, no summary");
  add_coder_options(*command, options->coder);
  command->footer(
      "Running it again adds nothing twice; after any stop, run it again.\n"
      "Example: depesche ingest --db desk.db news/*.jsonl.zst");
  command->callback([options, &exit] { exit = IngestCommand(*options).run(); });
}

}  // namespace depesche::app
