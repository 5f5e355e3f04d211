// What the commands share: exit codes, the place of knowledge and models, messages on stderr. One file a command.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "io/report_source.h"
#include "pipeline/coder.h"

namespace depesche::app {

/// 0 done, 1 some inputs rejected, 2 wrong use, 3 cannot go on (DESIGN.md section 1).
enum Exit : int { kDone = 0, kRejected = 1, kWrongUse = 2, kCannotGoOn = 3 };

/// A command registers itself and, when chosen, sets `exit`.
void add_code(CLI::App& app, int& exit);
void add_parse(CLI::App& app, int& exit);
void add_explain(CLI::App& app, int& exit);
void add_kb(CLI::App& app, int& exit);
void add_eval(CLI::App& app, int& exit);
void add_actors(CLI::App& app, int& exit);
/// `kb gaps`, under the command kb.
void add_gaps(CLI::App& kb, int& exit);
void add_compounds(CLI::App& kb, int& exit);
void add_ingest(CLI::App& app, int& exit);
void add_lists(CLI::App& app, int& exit);  ///< events, statements, alerts
void add_ledger(CLI::App& app, int& exit);
void add_whatif(CLI::App& app, int& exit);
void add_series(CLI::App& app, int& exit);
void add_export(CLI::App& app, int& exit);
void add_watch(CLI::App& app, int& exit);
void add_completion(CLI::App& app, int& exit);

/// Of the program, its knowledge and models; what cannot be opened is said in its place.
[[nodiscard]] std::string version_text();

/// One line for what CLI11 could not read, with the nearest command or option and where help is.
[[nodiscard]] std::string misuse(const CLI::App& app, const CLI::Error& error, const std::vector<std::string>& words);

/// kBadKnowledge for what is no directory of knowledge.
[[nodiscard]] Status check_knowledge_directory(const std::string& path);

/// Options that every command with a coder has.
struct CoderOptions {
  std::vector<std::string> knowledge;  ///< directories of the user, stacked on ours
  std::string models;                  ///< directory; "" = ours
};
void add_coder_options(CLI::App& command, CoderOptions& options);
/// The one of them that commands without a coder have.
void add_knowledge_option(CLI::App& command, CoderOptions& options);
/// Opens the knowledge alone. Faults in the user's knowledge are listed on stderr.
[[nodiscard]] Result<Knowledge> open_knowledge(const CoderOptions& options);

/// Opens knowledge and models. Faults in the user's knowledge are listed on stderr.
[[nodiscard]] Result<std::shared_ptr<const Coder>> open_coder(const CoderOptions& options);

/// Directory with knowledge.dkb, knowledge/ and models/: $DEPESCHE_SHARE, beside the program, or the installed one.
[[nodiscard]] std::string share_directory();

/// Text from outside made safe for a terminal: control characters (C0, DEL, C1) and marks that turn the direction of
/// writing become one blank a run. `text` is valid UTF-8 or not; invalid bytes pass.
[[nodiscard]] std::string printable(std::string_view text);

/// What the user says of all reports of a run.
struct ReportDefaults {
  std::string language;           ///< "" = as stated or identified
  std::optional<Date> published;  ///< of reports that name none
};

/// --published and --language, to be read by read_defaults().
void add_report_defaults(CLI::App& command, std::string& published, std::string& language);
/// --threads; `help` says what they do.
void add_threads(CLI::App& command, unsigned& threads, const char* help);

/// The same as options give it; says on stderr which of them cannot be read.
[[nodiscard]] std::optional<ReportDefaults> read_defaults(const std::string& published, const std::string& language);

/// How all commands read reports; `warn` is told what is odd but harmless.
[[nodiscard]] io::ReadOptions reading_options(io::WarningSink warn);
[[nodiscard]] ReportInput report_input(io::RawReport raw, const ReportDefaults& defaults);

/// Hands the reports of all files to `take`, one after the other; what cannot be read, or what `take` refuses, costs
/// one line and the rest goes on. kDone or kRejected.
[[nodiscard]] int each_report(const std::vector<std::string>& paths, const ReportDefaults& defaults,
                              const std::function<Status(const ReportInput&)>& take);

/// One line on stderr: "depesche: <text>", printable.
void complain(const std::string& text);

/// The same for an error; the exit code that it means: kWrongUse for kBadUsage, else kCannotGoOn.
[[nodiscard]] int fail(const Error& error);

/// Colour is allowed: stdout is a terminal and NO_COLOR is not set.
[[nodiscard]] bool colour_allowed();
/// Columns of the terminal on stdout, 100 where there is none.
[[nodiscard]] size_t terminal_width();

}  // namespace depesche::app
