#include "command.h"

#include <sys/auxv.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "base/utf8.h"
#include "knowledge/compile/compile.h"
#include "knowledge/compile/faults.h"
#include "text/decode.h"

namespace depesche::app {
namespace {

namespace fs = std::filesystem;

std::string own_directory() {
  std::error_code error;
  fs::path self = fs::read_symlink("/proc/self/exe", error);
  // Without /proc (a bare chroot) the path that the kernel was asked to run.
  if (error) self = fs::weakly_canonical(reinterpret_cast<const char*>(getauxval(AT_EXECFN)), error);  // NOLINT
  return error ? std::string(".") : self.parent_path().string();
}

std::vector<std::string> user_directories(const CoderOptions& options) {
  if (!options.knowledge.empty()) return options.knowledge;
  const char* from_environment = std::getenv("DEPESCHE_KNOWLEDGE");
  if (from_environment == nullptr || *from_environment == '\0') return {};
  return {from_environment};
}

/// Tables, and what a table belongs to.
constexpr std::array<std::string_view, 9> kKnowledgeParts = {"tables.yaml", "actors", "cues",  "exports", "frames",
                                                             "ontology",    "places", "rules", "words"};

/// Compiles our knowledge with the user's directories on top.
Result<Knowledge> stacked(const std::vector<std::string>& directories) {
  for (const std::string& directory : directories) {
    if (const Status readable = check_knowledge_directory(directory); !readable) return readable.error();
  }
  std::vector<std::string> stack{share_directory() + "/knowledge"};
  stack.insert(stack.end(), directories.begin(), directories.end());
  kb::CompileResult result = kb::compile(stack);
  for (const kb::Fault& fault : result.faults) {
    if (!fault.warning) std::fprintf(stderr, "%s\n", fault.text().c_str());
  }
  if (!result.ok()) {
    return Error{ErrorCode::kBadKnowledge, directories.back(),
                 std::to_string(result.errors()) + " faults in the knowledge", "mend the lines above"};
  }
  return Knowledge::from_bytes(std::move(result.image));
}

}  // namespace

Status check_knowledge_directory(const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    const bool there = fs::exists(path, error);
    return Error{ErrorCode::kBadKnowledge, path, there ? "is no directory" : "no such directory",
                 "name the directory that holds frames/, actors/ and so on"};
  }
  for (const std::string_view part : kKnowledgeParts) {
    if (fs::exists(fs::path(path) / part, error)) return Done{};
  }
  return Error{ErrorCode::kBadKnowledge, path, "there is no knowledge in it",
               "name the directory that holds frames/, actors/ and so on"};
}

std::string misuse(const CLI::App& app, const CLI::Error& error, const std::vector<std::string>& words) {
  const CLI::App* command = &app;
  std::string name = "depesche";
  std::string stray;
  for (const std::string& word : words) {
    const CLI::App* below = nullptr;
    for (const CLI::App* one : command->get_subcommands({})) {
      if (one->get_name() == word) below = one;
    }
    if (below != nullptr) {
      command = below;
      name += " " + word;
    } else if (stray.empty() && (command->get_require_subcommand_min() > 0 ||
                                 (word.starts_with("--") && command->get_option_no_throw(word) == nullptr))) {
      stray = word.substr(0, word.find('='));
    }
  }
  std::vector<std::string> known;
  for (const CLI::App* below : command->get_subcommands({})) known.push_back(below->get_name());
  for (const CLI::Option* option : command->get_options()) known.push_back(option->get_name());
  std::string text = error.what();
  if (!stray.empty() && !stray.starts_with("-")) text = "'" + stray + "' is no command";
  if (!stray.empty()) text += kb::suggestion(stray, {known.begin(), known.end()});
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text + " (see " + name + " --help)";
}

std::string share_directory() {
  if (const char* set = std::getenv("DEPESCHE_SHARE"); set != nullptr && *set != '\0') return set;
  const std::string own = own_directory();
  for (const std::string& candidate : {own + "/share/depesche", own + "/../share/depesche"}) {
    if (fs::exists(candidate + "/knowledge.dkb")) return candidate;
  }
  return own + "/share/depesche";
}

void add_knowledge_option(CLI::App& command, CoderOptions& options) {
  command
      .add_option("--knowledge", options.knowledge,
                  "Directory of your own knowledge, stacked on ours (default: $DEPESCHE_KNOWLEDGE)")
      ->type_name("DIR");
}

void add_coder_options(CLI::App& command, CoderOptions& options) {
  add_knowledge_option(command, options);
  command.add_option("--models", options.models, "Directory with de.dsm and en.dsm")->type_name("DIR");
}

Result<Knowledge> open_knowledge(const CoderOptions& options) {
  const std::vector<std::string> directories = user_directories(options);
  return directories.empty() ? Knowledge::open(share_directory() + "/knowledge.dkb") : stacked(directories);
}

Result<std::shared_ptr<const Coder>> open_coder(const CoderOptions& options) {
  auto knowledge = open_knowledge(options);
  if (!knowledge) return knowledge.error();
  auto coder = Coder::create(std::move(knowledge).value(),
                             options.models.empty() ? share_directory() + "/models" : options.models,
                             share_directory() + "/german.dlx", share_directory() + "/gazetteer.dkb");
  // Held until the process ends: to take its lexicons apart string by string costs a short run a quarter of its time.
  static auto* const kept = new std::vector<std::shared_ptr<const Coder>>;
  if (coder) kept->push_back(*coder);
  return coder;
}

std::string printable(std::string_view text) {
  std::string out;
  bool blank = false;
  for (size_t i = 0; i < text.size();) {
    const size_t length = std::min<size_t>(utf8::length(static_cast<unsigned char>(text[i])), text.size() - i);
    const char32_t c = length == utf8::length(static_cast<unsigned char>(text[i])) ? utf8::decode(text, i) : U' ';
    const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (!control && !turns) {
      out.append(text.substr(i, length));
    } else if (!blank) {
      out += ' ';
    }
    blank = control || turns;
    i += length;
  }
  return out;
}

void add_report_defaults(CLI::App& command, std::string& published, std::string& language) {
  command.add_option("--published", published, "Date of reports that name none")->type_name("YYYY-MM-DD");
  command.add_option("--language", language, "Language of all reports (default: stated or identified)")
      ->type_name("de|en");
}

void add_threads(CLI::App& command, unsigned& threads, const char* help) {
  constexpr unsigned kMostThreads = 1024;
  command.add_option("--threads", threads, help)->check(CLI::Range(0U, kMostThreads))->capture_default_str();
}

std::optional<ReportDefaults> read_defaults(const std::string& published, const std::string& language) {
  ReportDefaults defaults{language, parse_date(published)};
  if (!published.empty() && !defaults.published) {
    complain("--published: '" + published + "' is no date (write YYYY-MM-DD)");
    return std::nullopt;
  }
  if (!language.empty() && !language_of(language)) {
    complain("--language: '" + language + "' is not supported (use de or en)");
    return std::nullopt;
  }
  return defaults;
}

io::ReadOptions reading_options(io::WarningSink warn) {
  io::ReadOptions reading;
  reading.decode = [](std::string_view bytes, std::string_view where) { return text::decode(bytes, where); };
  reading.warn = std::move(warn);
  return reading;
}

ReportInput report_input(io::RawReport raw, const ReportDefaults& defaults) {
  if (!defaults.language.empty()) raw.language = defaults.language;
  return {std::move(raw.id),       std::move(raw.text),
          std::move(raw.title),    raw.published ? raw.published : defaults.published,
          std::move(raw.language), std::move(raw.agency),
          std::move(raw.origin)};
}

int each_report(const std::vector<std::string>& paths, const ReportDefaults& defaults,
                const std::function<Status(const ReportInput&)>& take) {
  io::ReportSource source(paths, reading_options(complain));
  int exit = kDone;
  const auto refuse = [&](const Error& error) {
    complain(error.line());
    exit = kRejected;
  };
  while (auto item = source.next()) {
    if (const auto* error = std::get_if<Error>(&*item)) {
      refuse(*error);
      continue;
    }
    const Status taken = take(report_input(std::get<io::RawReport>(std::move(*item)), defaults));
    if (!taken) refuse(taken.error());
  }
  return exit;
}

void complain(const std::string& text) {
  std::fprintf(stderr, "depesche: %s\n", printable(text).c_str());
}

int fail(const Error& error) {
  complain(error.line());
  return error.code == ErrorCode::kBadUsage ? kWrongUse : kCannotGoOn;
}

bool colour_allowed() {
  const char* no_colour = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
}

size_t terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
  return 100;
}

}  // namespace depesche::app
