// depesche kb check|test|build: the knowledge, as a compiler treats source.
#include <cstdio>
#include <filesystem>

#include "command.h"
#include "knowledge/compile/compile.h"
#include "pipeline/frame_examples.h"

namespace depesche::app {
namespace {

struct Options {
  std::vector<std::string> directories;
  std::string output = "knowledge.dkb";
};

/// A directory without a schema of its own (tables.yaml) is the user's: it is read on top of what is shipped.
std::vector<std::string> directories_of(const Options& options) {
  const std::string shipped = share_directory() + "/knowledge";
  if (options.directories.empty()) return {shipped};
  std::vector<std::string> out = options.directories;
  if (!std::filesystem::exists(std::filesystem::path(out.front()) / "tables.yaml")) out.insert(out.begin(), shipped);
  return out;
}

/// Faults on stdout, warnings on stderr; warnings about what is shipped are not the user's who checks a directory of
/// his own.
void list(const kb::CompileResult& result, const std::vector<std::string>& asked) {
  const std::string shipped = share_directory() + "/knowledge";
  size_t warnings = 0;
  for (const kb::Fault& fault : result.faults) {
    if (fault.warning && !asked.empty() && fault.file.starts_with(shipped)) continue;
    std::fprintf(fault.warning ? stderr : stdout, "%s\n", fault.text().c_str());
    warnings += fault.warning ? 1 : 0;
  }
  std::printf("%zu faults, %zu warnings, fingerprint %s\n", result.errors(), warnings, result.fingerprint.c_str());
}

/// Says what is wrong with a directory that holds no knowledge.
bool directories_hold_knowledge(const Options& options) {
  for (const std::string& directory : options.directories) {
    const Status readable = check_knowledge_directory(directory);
    if (readable) continue;
    complain(readable.error().line());
    return false;
  }
  return true;
}

int check(const Options& options) {
  if (!directories_hold_knowledge(options)) return kWrongUse;
  const kb::CompileResult result = kb::compile(directories_of(options));
  list(result, options.directories);
  return result.ok() ? kDone : kRejected;
}

int build(const Options& options) {
  if (!directories_hold_knowledge(options)) return kWrongUse;
  const kb::CompileResult result = kb::compile(directories_of(options));
  list(result, options.directories);
  const Status written = kb::write_image(result, options.output);
  if (written) return kDone;
  complain(written.error().line());
  return result.ok() ? kCannotGoOn : kRejected;
}

/// Runs the examples of all frames; prints those that fail.
int test(const Options& options) {
  if (!directories_hold_knowledge(options)) return kWrongUse;
  const auto coder = open_coder({options.directories, ""});
  if (!coder) {
    complain(coder.error().line());
    return kCannotGoOn;
  }
  size_t failed = 0;
  const std::vector<ExampleResult> results = run_frame_examples(*coder);
  for (const ExampleResult& r : results) {
    if (r.passed()) continue;
    ++failed;
    std::printf("%s: %s: expected %s, got %s: %s\n", r.origin.c_str(), r.frame.c_str(), r.expected.c_str(),
                r.got.c_str(), r.sentence.c_str());
  }
  std::printf("%zu examples passed, %zu failed\n", results.size() - failed, failed);
  return failed == 0 ? kDone : kRejected;
}

}  // namespace

void add_kb(CLI::App& app, int& exit) {
  auto options = std::make_shared<Options>();
  CLI::App* kb = app.add_subcommand("kb", "Check and compile the knowledge");
  kb->require_subcommand(1);
  kb->footer("Example: depesche kb check knowledge my-knowledge");
  CLI::App* check_command = kb->add_subcommand("check", "Report all faults as file:line:column: message");
  check_command->add_option("dir", options->directories,
                            "Directories, later ones override earlier ones (default: ours)");
  check_command->footer("Example: depesche kb check knowledge");
  check_command->callback([options, &exit] { exit = check(*options); });
  CLI::App* test_command = kb->add_subcommand("test", "Run the examples of all frames");
  test_command->add_option("dir", options->directories, "Directories stacked on ours");
  test_command->footer("Example: depesche kb test my-knowledge");
  test_command->callback([options, &exit] { exit = test(*options); });
  CLI::App* build_command = kb->add_subcommand("build", "Compile into one image");
  build_command->add_option("dir", options->directories,
                            "Directories, later ones override earlier ones (default: ours)");
  build_command->add_option("-o,--output", options->output, "Image to write")->type_name("FILE")->capture_default_str();
  build_command->footer("Example: depesche kb build knowledge my-knowledge -o mine.dkb");
  build_command->callback([options, &exit] { exit = build(*options); });
  add_gaps(*kb, exit);
  add_compounds(*kb, exit);
}

}  // namespace depesche::app
