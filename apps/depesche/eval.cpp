// depesche eval: codes the texts of a gold file and prints the scores of the codebook's layers.
#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "command.h"
#include "evaluation/gsr.h"
#include "evaluation/scores.h"
#include "pipeline/batch.h"

namespace depesche::app {
namespace {

struct Options {
  CoderOptions coder;
  std::vector<std::string> gold;
  std::string gsr;
  unsigned threads = 0;
  bool errors = false;
  std::string format = "table";
};

ReportInput input_of(const evaluation::GoldReport& gold) {
  return {gold.id, gold.text, gold.title, parse_date(gold.published), gold.language, gold.agency, gold.id};
}

/// `counts`: what else is told, above the levels.
void print(const std::vector<evaluation::Level>& levels, const std::vector<std::pair<const char*, size_t>>& counts,
           const Options& options) {
  if (options.format == "json") {
    nlohmann::ordered_json out;
    for (const auto& [name, count] : counts) out[name] = count;
    for (const auto& level : levels) {
      const auto& t = level.tally;
      out[level.name] = {{"precision", t.precision()}, {"recall", t.recall()},   {"f1", t.f1()},
                         {"right", t.right},           {"invented", t.invented}, {"missed", t.missed}};
    }
    fmt::print("{}\n", out.dump());
    return;
  }
  for (const auto& [name, count] : counts) fmt::print("{:<22} {}\n", name, count);
  for (const auto& level : levels) {
    const auto& t = level.tally;
    fmt::print("{:<22} P {:5.1f}  R {:5.1f}  F1 {:5.1f}   ({} right, {} invented, {} missed)\n", level.name,
               t.precision(), t.recall(), t.f1(), t.right, t.invented, t.missed);
  }
}

/// Sentences with one event each.
int run_gsr(const Options& options) {
  const auto gold = evaluation::read_gsr(options.gsr);
  if (!gold) {
    complain(gold.error().line());
    return kCannotGoOn;
  }
  const auto coder = open_coder(options.coder);
  if (!coder) {
    complain(coder.error().line());
    return kCannotGoOn;
  }
  evaluation::GsrScores scores;
  std::vector<std::string> errors;
  size_t read = 0;
  size_t scored = 0;
  run_batch(
      *coder, {options.threads, 64},
      [&]() -> std::optional<BatchInput> {
        if (read == gold->size()) return std::nullopt;
        const evaluation::GsrSentence& s = (*gold)[read++];
        return ReportInput{s.id, s.text, "", parse_date(s.published), "en", "", s.id};
      },
      [&](BatchOutput output) {
        if (const auto* error = std::get_if<Error>(&output)) complain(error->line());
        scores.add((*gold)[scored++], std::get_if<CodedReport>(&output), options.errors ? &errors : nullptr);
        return true;
      });
  for (const std::string& line : errors) fmt::print("{}\n", printable(line));
  print(scores.levels(), {{"sentences", gold->size()}, {"without any event", scores.silent()}}, options);
  return kDone;
}

int run(const Options& options) {
  std::vector<evaluation::GoldReport> gold;
  for (const std::string& path : options.gold) {
    auto more = evaluation::read_gold(path);
    if (!more) {
      complain(more.error().line());
      return kCannotGoOn;
    }
    for (auto& report : *more) gold.push_back(std::move(report));
  }
  const auto coder = open_coder(options.coder);
  if (!coder) {
    complain(coder.error().line());
    return kCannotGoOn;
  }
  evaluation::Scores scores;
  std::vector<std::string> errors;
  size_t read = 0;
  size_t scored = 0;
  size_t absent = 0;
  run_batch(
      *coder, {options.threads, 64},
      [&]() -> std::optional<BatchInput> {
        if (read == gold.size()) return std::nullopt;
        return input_of(gold[read++]);
      },
      [&](BatchOutput output) {
        const evaluation::GoldReport& report = gold[scored++];
        evaluation::ReportItems items;
        if (const auto* coded = std::get_if<CodedReport>(&output)) {
          items = evaluation::items_of(*coded);
        } else {
          ++absent;
          complain(std::get<Error>(output).line());
        }
        scores.add(report, items, options.errors ? &errors : nullptr);
        return true;
      });
  for (const std::string& line : errors) fmt::print("{}\n", printable(line));
  print(scores.levels(), {{"documents", gold.size()}, {"absent", absent}}, options);
  return absent == 0 ? kDone : kRejected;
}

}  // namespace

void add_eval(CLI::App& app, int& exit) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("eval", "Score the coder against gold codings");
  CLI::Option* gold = command->add_option("--gold", options->gold, "Gold files: *.gold.json or *.gold.jsonl")
                          ->check(CLI::ExistingFile)
                          ->type_name("FILE...");
  CLI::Option* gsr =
      command->add_option("--gsr", options->gsr, "Instead: English sentences with one event each (PLOVER records)")
          ->check(CLI::ExistingFile)
          ->type_name("FILE")
          ->excludes(gold);
  add_threads(*command, options->threads, "Threads (0: all cores)");
  command->add_option("--format", options->format, "table or json")
      ->check(CLI::IsMember({"table", "json"}))
      ->capture_default_str();
  command->add_flag("--errors", options->errors, "List what was missed, invented or differs");
  add_coder_options(*command, options->coder);
  command->footer("Example: depesche eval --gold samples/*.gold.json");
  command->callback([options, gold, gsr, &exit] {
    if (gold->count() == 0 && gsr->count() == 0) throw CLI::RequiredError("--gold");
    exit = gsr->count() > 0 ? run_gsr(*options) : run(*options);
  });
}

}  // namespace depesche::app
