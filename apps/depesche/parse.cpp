// depesche parse: sentences, words, tags, lemmas, trees and entities as CoNLL-U.
#include <iostream>
#include <sstream>

#include "command.h"
#include "io/byte_stream.h"
#include "syntax/conllu.h"

namespace depesche::app {
namespace {

struct Options {
  CoderOptions coder;
  std::vector<std::string> inputs;
  std::string language;
};

constexpr size_t kLargestTreebank = 2'000'000'000;

bool is_treebank(std::string_view path) {
  for (const std::string_view suffix : {".gz", ".zst"}) {
    if (path.ends_with(suffix)) path.remove_suffix(suffix.size());
  }
  return path.ends_with(".conllu");
}

Result<std::string> content_of(const std::string& path) {
  auto stream = io::open_stream(path);
  if (!stream) return stream.error();
  return io::read_all(**stream, kLargestTreebank, path);
}

/// Keeps the tokens of a treebank and fills the columns.
int annotate_conllu(const std::string& path, const Options& options, const Coder& coder) {
  const auto language = language_of(options.language);
  if (!language) {
    complain(path + ": which language? (give --language de or en)");
    return kWrongUse;
  }
  auto content = content_of(path);
  if (!content) {
    complain(content.error().line());
    return kRejected;
  }
  std::istringstream in(std::move(content).value());
  auto sentences = syntax::read_conllu(in, path);
  if (!sentences) {
    complain(sentences.error().line());
    return kRejected;
  }
  syntax::Parser parser = coder.parser(*language);
  syntax::annotate(*sentences, parser);
  syntax::write_conllu(std::cout, *sentences);
  return kDone;
}

int parse_reports(const std::vector<std::string>& paths, const Options& options,
                  const std::shared_ptr<const Coder>& coder) {
  Worker worker(coder);
  return each_report(paths, {options.language, std::nullopt}, [&](const ReportInput& report) -> Status {
    const auto document = worker.parse(report);
    if (!document) return document.error();
    syntax::write_conllu(std::cout, syntax::to_conllu(*document));
    return Done{};
  });
}

int run(const Options& options) {
  const auto coder = open_coder(options.coder);
  if (!coder) {
    complain(coder.error().line());
    return kCannotGoOn;
  }
  std::ios::sync_with_stdio(false);
  int exit = kDone;
  std::vector<std::string> reports;
  for (const std::string& path : options.inputs) {
    if (is_treebank(path)) {
      exit = std::max(exit, annotate_conllu(path, options, **coder));
    } else {
      reports.push_back(path);
    }
  }
  if (!reports.empty()) exit = std::max(exit, parse_reports(reports, options, *coder));
  std::cout.flush();
  if (!std::cout) {
    complain("standard output: could not be written to the end (free some space)");
    return kCannotGoOn;
  }
  return exit;
}

}  // namespace

void add_parse(CLI::App& app, int& exit) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("parse", "Print tokens, tags, lemmas, trees and entities as CoNLL-U");
  command->add_option("input", options->inputs, "Reports, or .conllu files (also .gz, .zst) whose tokens are kept")
      ->required()
      ->type_name("FILE...");
  command->add_option("--language", options->language, "Language (needed for .conllu)")
      ->check(CLI::IsMember({"de", "en"}))
      ->type_name("de|en");
  add_coder_options(*command, options->coder);
  command->footer("Example: depesche parse --language de treebank.conllu");
  command->callback([options, &exit] { exit = run(*options); });
}

}  // namespace depesche::app
