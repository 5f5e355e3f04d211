// depesche kb compounds: how German compounds are split, and how often rightly.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "command.h"
#include "morphology/compound_cases.h"

namespace depesche::app {
namespace {

struct Options {
  CoderOptions coder;
  std::vector<std::string> inputs;
};

/// Prints what is wrong in a file of cases, and the score.
void measure(const std::string& path, const morphology::Splitter& splitter) {
  std::ifstream in(path);
  morphology::CompoundScore score;
  morphology::score_compounds(in, splitter, score);
  for (const std::string& line : score.wrong) std::printf("%s\n", printable(line).c_str());
  std::printf("%s: %zu of %zu right (%.1f %%): %zu of %zu compounds, %zu of %zu words that stay whole\n", path.c_str(),
              score.right(), score.all(), score.accuracy(), score.compounds_right, score.compounds, score.whole_right,
              score.whole);
}

void show(const std::string& word, const morphology::Splitter& splitter) {
  std::string lemmas;
  for (const std::string& part : splitter.parts(word)) lemmas += (lemmas.empty() ? "" : " ") + part;
  std::printf("%s\t%s\n", printable(morphology::show_parts(splitter, word)).c_str(), printable(lemmas).c_str());
}

int run(const Options& options) {
  const auto coder = open_coder(options.coder);
  if (!coder) {
    complain(coder.error().line());
    return kCannotGoOn;
  }
  const morphology::Splitter& splitter = (*coder)->clause_words.splitter();
  for (const std::string& input : options.inputs) {
    if (std::filesystem::is_regular_file(input)) {
      measure(input, splitter);
    } else if (input.find_first_of("/.") != std::string::npos) {
      complain(input + ": there is no such file (check the path)");
      return kRejected;
    } else {
      show(input, splitter);
    }
  }
  return kDone;
}

}  // namespace

void add_compounds(CLI::App& kb, int& exit) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      kb.add_subcommand("compounds", "Split German compounds: words, or files of words with their parts");
  command
      ->add_option(
          "input", options->inputs,
          "Words, shown with the lemmas that frames and classes see; or files like tests/cases/compounds/*.txt, scored")
      ->required()
      ->type_name("WORD|FILE...");
  add_coder_options(*command, options->coder);
  command->footer("Example: depesche kb compounds Waffenlieferungen");
  command->callback([options, &exit] { exit = run(*options); });
}

}  // namespace depesche::app
