// depesche export: the events of a database in the formats of other data sets.
#include "exports/export.h"

#include <fmt/format.h>

#include <algorithm>

#include "desk.h"
#include "exports/parquet/export_tables.h"
#include "knowledge/compile/faults.h"
#include "ledger/facts.h"
#include "ontology.h"

namespace depesche::app {
namespace {

constexpr const char* kParquet = "parquet";  ///< tables in a directory, no text format
constexpr const char* kLibrary = "/../../lib/depesche/libdepesche_parquet.so";

struct Options : QueryOptions {
  std::string to;
  std::string output = "-";
  bool all_status = false;
  bool columns = false;
};

std::string names(const char* between) {
  std::string text;
  for (const exports::Format& format : exports::formats()) text += format.name + between;
  return text + kParquet;
}

Error unknown_format(const std::string& name) {
  std::vector<std::string_view> known;
  for (const exports::Format& format : exports::formats()) known.push_back(format.name);
  known.emplace_back(kParquet);
  return {ErrorCode::kBadUsage, "--to",
          name.empty() ? "no format named" : "'" + name + "' is no format" + kb::suggestion(name, known),
          "write one of " + names(", ")};
}

/// The columns of a format as docs/formats.md has them.
int show_columns(const exports::Format& format) {
  fmt::print("| | column | what fills it |\n| --- | --- | --- |\n");
  int number = 0;
  for (const exports::Column& column : format.columns) {
    fmt::print("| {} | `{}` | {} |\n", ++number, column.name, column.about.empty() ? "–" : column.about);
  }
  return kDone;
}

const char* name_of(exports::CellType type) {
  switch (type) {
    case exports::CellType::kText: return "text";
    case exports::CellType::kTexts: return "texts";
    case exports::CellType::kNumber: return "int64";
    case exports::CellType::kReal: return "float64";
    case exports::CellType::kFlag: return "bool";
    case exports::CellType::kDay: return "date32";
  }
  return "";
}

int show_tables() {
  fmt::print("| table | column | type | what fills it |\n| --- | --- | --- | --- |\n");
  for (const exports::Table& table : exports::parquet_tables()) {
    for (const exports::Field& field : table.fields)
      fmt::print("| `{}` | `{}` | {} | {} |\n", table.name, field.name, name_of(field.type), field.about);
  }
  return kDone;
}

std::string counted(int64_t count, const char* what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

class ExportCommand {
 public:
  explicit ExportCommand(const Options& options) : options_(options) {}

  int run() {
    if (options_.to == kParquet) return options_.columns ? show_tables() : write_tables();
    const exports::Format* format = exports::format_named(options_.to);
    if (format == nullptr) return fail(unknown_format(options_.to));
    if (options_.columns) return show_columns(*format);
    int exit = kDone;
    auto desk = open_desk(options_, {}, exit);
    if (!desk) return exit;
    const store::Filter asked = desk->filter;
    if (format->happened && asked.status.empty() && !options_.all_status)
      desk->filter.status = {std::string(ledger::kHappened)};
    const exports::Codes codes(desk->knowledge);
    const auto done = write(*desk, codes, *format);
    if (!done) return fail(done.error());
    if (options_.output != "-")
      fmt::print("{} in {} to {}\n", counted(done->events, "event"), counted(done->rows, "row"), options_.output);
    if (done->events == 0) complain("nothing found: loosen the filters");
    return say_left_out(*desk, asked, *format, done->unreadable);
  }

 private:
  int write_tables() {
    if (options_.output == "-")
      return fail({ErrorCode::kBadUsage, "-o", "Parquet is a directory with a file a table", "name one with -o"});
    int exit = kDone;
    const auto desk = open_desk(options_, {}, exit);
    if (!desk) return exit;
    const auto library = exports::ParquetLibrary::load(share_directory() + kLibrary);
    if (!library) return fail(library.error());
    const ledger::Ontology ontology = read_ontology(desk->knowledge);
    const auto tables = exports::export_tables(*desk->store, desk->filter, ontology, *library, options_.output);
    if (!tables) return fail(tables.error());
    for (const exports::TableCount& one : *tables)
      fmt::print("{} in {}/{}.parquet\n", counted(one.rows, "row"), options_.output, one.table);
    if (tables->front().rows == 0) complain("nothing found: loosen the filters");
    return kDone;
  }

  [[nodiscard]] Result<exports::Exported> write(Desk& desk, const exports::Codes& codes,
                                                const exports::Format& format) const {
    auto output = exports::Output::open(options_.output);
    if (!output) return output.error();
    auto done = exports::export_events(*desk.store, desk.filter, codes, format, *output);
    if (!done) return done;
    if (const Status written = output->finish(); !written) return written.error();
    return done;
  }

  /// What the format has no room for is said, not dropped in silence.
  [[nodiscard]] static int say_left_out(Desk& desk, const store::Filter& asked, const exports::Format& format,
                                        int64_t unreadable) {
    if (asked.limit != 0 || (!format.happened && !format.dated)) return kDone;
    const auto all = store::count_events(*desk.store, asked);
    const auto of_status = store::count_events(*desk.store, desk.filter);
    const auto dated = store::count_events(*desk.store, exports::admitted(desk.filter, format));
    for (const auto* count : {&all, &of_status, &dated}) {
      if (!*count) return fail(count->error());
    }
    if (*of_status < *all)
      complain(fmt::format("{} left out that did not happen: {} has no field for that (--all-status takes them in)",
                           counted(*all - *of_status, "event"), format.name));
    const int64_t undated = *of_status - *dated + unreadable;
    if (undated > 0)
      complain(fmt::format("{} left out without a day: {} demands one", counted(undated, "event"), format.name));
    return kDone;
  }

  const Options& options_;
};

}  // namespace

void add_export(CLI::App& app, int& exit) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("export", "Events of a database in the formats of other data sets");
  add_db_option(*command, options->db);
  command->add_option("--to", options->to, names(", "))->type_name("FORMAT");
  command->add_option("-o,--output", options->output, "File; - is standard output. For parquet a directory")
      ->type_name("FILE|DIR")
      ->capture_default_str();
  command->add_flag("--all-status", options->all_status,
                    "Formats without a status also get what is planned, possible, conditional or negated");
  command->add_flag("--columns", options->columns, "Print the columns of the format and what fills them");
  add_side_filters(*command, options->filter, {});
  add_day_filters(*command, options->filter);
  add_event_filters(*command, options->filter);
  add_coder_options(*command, options->coder);
  command->footer("Example: depesche export --db desk.db --to polecat --dedupe node -o events.tsv");
  command->callback([options, &exit] { exit = ExportCommand(*options).run(); });
}

}  // namespace depesche::app
