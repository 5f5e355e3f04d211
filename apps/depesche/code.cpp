// depesche code: reads reports and writes what they say, as a page for people or as JSON Lines.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "command.h"
#include "page.h"
#include "pipeline/batch.h"
#include "progress.h"
#include "record/json.h"

namespace depesche::app {
namespace {

struct Options {
  CoderOptions coder;
  std::vector<std::string> inputs;
  std::string format;  ///< page, jsonl or "" (by what stdout is)
  std::string output;
  std::string published;
  std::string language;
  std::string rejects;
  unsigned threads = 0;
  size_t max_bytes = 10'000'000;
};

/// A file that is closed, and whose write errors are seen, at the end.
class Sink {
 public:
  ~Sink() { close(); }
  bool open(const std::string& path) {
    file_ = path.empty() ? stdout : std::fopen(path.c_str(), "wb");
    return file_ != nullptr;
  }
  bool write(const std::string& text) { return std::fwrite(text.data(), 1, text.size(), file_) == text.size(); }
  bool close() {
    if (file_ == nullptr) return true;
    const bool ok = (std::fflush(file_) == 0) && (file_ == stdout || std::fclose(file_) == 0);
    file_ = nullptr;
    return ok;
  }
  [[nodiscard]] bool is_open() const { return file_ != nullptr; }

 private:
  std::FILE* file_ = nullptr;
};

class CodeCommand {
 public:
  explicit CodeCommand(const Options& options) : options_(options), progress_(!options.output.empty()) {}

  int run() {
    const auto defaults = read_defaults(options_.published, options_.language);
    if (!defaults) return kWrongUse;
    defaults_ = *defaults;
    for (const std::string& path : {options_.output, options_.rejects}) {
      if (!overwrites_input(path)) continue;
      complain(path + ": is an input as well (write to another file)");
      return kWrongUse;
    }
    const auto coder = open_coder(options_.coder);
    if (!coder) {
      complain(coder.error().line());
      return kCannotGoOn;
    }
    if (!open_sinks()) return kCannotGoOn;
    code(*coder);
    progress_.finish();
    if (undated_ > 0)
      complain(fmt::format(
          "{} report{} without a date: relative dates stay unresolved (give --published or a 'published' field)",
          undated_, undated_ == 1 ? "" : "s"));
    if (!out_.close() || write_failed_) {
      complain((options_.output.empty() ? "standard output" : options_.output) +
               ": could not be written to the end (free some space)");
      return kCannotGoOn;
    }
    return rejected_ == 0 ? kDone : kRejected;
  }

 private:
  [[nodiscard]] bool as_page() const {
    if (!options_.format.empty()) return options_.format == "page";
    return options_.output.empty() && isatty(STDOUT_FILENO) != 0;
  }

  /// Opening the output would empty the input.
  [[nodiscard]] bool overwrites_input(const std::string& path) const {
    return !path.empty() && std::any_of(options_.inputs.begin(), options_.inputs.end(), [&](const std::string& input) {
      std::error_code absent;
      return std::filesystem::is_regular_file(path, absent) && std::filesystem::equivalent(path, input, absent);
    });
  }

  bool open_sinks() {
    if (!out_.open(options_.output)) {
      complain(options_.output + ": cannot be written (check the path and its permissions)");
      return false;
    }
    if (!options_.rejects.empty() && !rejects_.open(options_.rejects)) {
      complain(options_.rejects + ": cannot be written (check the path and its permissions)");
      return false;
    }
    return true;
  }

  void reject(const Error& error) {
    ++rejected_;
    progress_.finish();
    complain(error.line());
    if (!rejects_.is_open()) return;
    const nlohmann::ordered_json line{
        {"where", error.where}, {"code", name(error.code)}, {"what", error.what}, {"cure", error.cure}};
    rejects_.write(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
  }

  void code(const std::shared_ptr<const Coder>& coder) {
    io::ReadOptions reading = reading_options([this](const std::string& text) {
      progress_.finish();
      complain(text);
    });
    reading.max_report_bytes = options_.max_bytes;
    io::ReportSource source(options_.inputs, reading);
    const PageStyle style{options_.output.empty() && colour_allowed(),
                          options_.output.empty() ? terminal_width() : 100};
    const bool pages = as_page();
    size_t done = 0;
    run_batch(
        coder, {options_.threads, 64},
        [&]() -> std::optional<BatchInput> {
          auto item = source.next();
          if (!item) return std::nullopt;
          if (auto* error = std::get_if<Error>(&*item)) return *error;
          return report_input(std::get<io::RawReport>(std::move(*item)), defaults_);
        },
        [&](BatchOutput output) {
          progress_.step(++done, source.bytes_read(), source.bytes_total());
          if (const auto* error = std::get_if<Error>(&output)) {
            reject(*error);
            return true;
          }
          const CodedReport& report = std::get<CodedReport>(output);
          if (report.published.empty()) ++undated_;
          write_failed_ = !out_.write(pages ? page(report, style) : to_json(report) + "\n");
          return !write_failed_;
        });
  }

  const Options& options_;
  Progress progress_;
  ReportDefaults defaults_;
  Sink out_;
  Sink rejects_;
  size_t rejected_ = 0;
  size_t undated_ = 0;
  bool write_failed_ = false;
};

}  // namespace

void add_code(CLI::App& app, int& exit) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("code", "Read reports, write what they say");
  command
      ->add_option("input", options->inputs, "Text, HTML, JSON Lines or JSON, also .gz and .zst; - is standard input")
      ->required()
      ->type_name("FILE...");
  command->add_option("--format", options->format, "page or jsonl (default: page on a terminal, else jsonl)")
      ->check(CLI::IsMember({"page", "jsonl"}));
  command->add_option("-o,--output", options->output, "Write here instead of standard output")->type_name("FILE");
  add_report_defaults(*command, options->published, options->language);
  add_threads(*command, options->threads, "Threads (0: all cores); the output is the same");
  command->add_option("--rejects", options->rejects, "Write the rejected inputs here, one JSON object a line")
      ->type_name("FILE");
  command->add_option("--max-bytes", options->max_bytes, "Largest report, as 20000000 or 20MB")
      ->transform(CLI::AsSizeValue(true))
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  add_coder_options(*command, options->coder);
  command->footer(
      "Examples: depesche code report.txt --published 2024-06-21\n          depesche code news/*.jsonl.zst -o "
      "coded.jsonl");
  command->callback([options, &exit] { exit = CodeCommand(*options).run(); });
}

}  // namespace depesche::app
