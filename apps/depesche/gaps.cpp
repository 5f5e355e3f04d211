// depesche kb gaps: the most frequent predicates between known actors that no frame takes.
#include "pipeline/gaps.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "command.h"

namespace depesche::app {
namespace {

constexpr size_t kShownRoles = 3;
constexpr size_t kShownActors = 5;
constexpr size_t kShownObjects = 8;

struct Options {
  CoderOptions coder;
  std::vector<std::string> inputs;
  std::string language;
  std::string format = "table";
  size_t top = 100;
  size_t min = 2;
};

void print_table(const GapCount& g) {
  fmt::print("{:>5} {:>5}  {}  {:<9} {:<32} {}\n", g.count, g.pairs, code(g.language), g.kind, printable(g.predicate),
             printable(most_frequent(g.reasons, 1)));
  fmt::print("{:18}roles   {}\n{:18}actors  {}\n", "", printable(most_frequent(g.roles, kShownRoles)), "",
             printable(most_frequent(g.actors, kShownActors)));
  if (!g.objects.empty()) fmt::print("{:18}objects {}\n", "", printable(most_frequent(g.objects, kShownObjects)));
  fmt::print("{:18}{}: {}\n", "", printable(g.place), printable(g.example));
}

void print_tsv(const GapCount& g) {
  fmt::print("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", g.count, g.pairs, code(g.language), g.kind,
             printable(g.predicate), printable(most_frequent(g.reasons, 1)),
             printable(most_frequent(g.roles, kShownRoles)), printable(most_frequent(g.actors, kShownActors)),
             printable(most_frequent(g.objects, kShownObjects)), printable(g.place), printable(g.example));
}

void print_json(const GapCount& g) {
  const nlohmann::ordered_json out{{"count", g.count},     {"pairs", g.pairs},         {"language", code(g.language)},
                                   {"kind", g.kind},       {"predicate", g.predicate}, {"reasons", g.reasons},
                                   {"roles", g.roles},     {"actors", g.actors},       {"place", g.place},
                                   {"sentence", g.example}};
  fmt::print("{}\n", out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

void print(const GapTable& table, const Options& options) {
  auto ranked = table.ranked(options.min);
  const size_t all = ranked.size();
  if (options.top > 0 && all > options.top) ranked.resize(options.top);
  if (options.format == "tsv")
    fmt::print("count\tpairs\tlanguage\tkind\tpredicate\treason\troles\tactors\tobjects\tplace\tsentence\n");
  if (options.format == "table") fmt::print("count pairs\n");
  for (const GapCount* gap : ranked) {
    if (options.format == "tsv")
      print_tsv(*gap);
    else if (options.format == "json")
      print_json(*gap);
    else
      print_table(*gap);
  }
  if (options.format == "table")
    fmt::print("{} of {} predicates that stand {} times or more between known actors and that no frame takes\n",
               ranked.size(), all, options.min);
}

int run(const Options& options) {
  const auto coder = open_coder(options.coder);
  if (!coder) {
    complain(coder.error().line());
    return kCannotGoOn;
  }
  Worker worker(*coder);
  GapTable table;
  const int exit = each_report(options.inputs, {options.language, std::nullopt}, [&](const ReportInput& report) {
    events::Trace trace;
    const auto document = worker.analyse(report, &trace);
    if (!document) return Status(document.error());
    table.add(*document, gaps_of(*document, trace, **coder), report.where);
    return Status(Done{});
  });
  print(table, options);
  return exit;
}

}  // namespace

void add_gaps(CLI::App& kb, int& exit) {
  auto options = std::make_shared<Options>();
  CLI::App* command = kb.add_subcommand("gaps", "List predicates between known actors that no frame takes");
  command->add_option("input", options->inputs, "Reports as for code")->required()->type_name("FILE...");
  command->add_option("--language", options->language, "Language of all reports (default: stated or identified)")
      ->check(CLI::IsMember({"de", "en"}))
      ->type_name("de|en");
  command->add_option("--top", options->top, "How many (0: all)")->capture_default_str();
  command->add_option("--min", options->min, "Least count")->capture_default_str();
  command->add_option("--format", options->format, "table, tsv or json (an object a line)")
      ->check(CLI::IsMember({"table", "tsv", "json"}))
      ->capture_default_str();
  add_coder_options(*command, options->coder);
  command->footer(
      "`pairs` counts those between two known actors, the others have a known agent and some patient. Roles that a\n"
      "known actor fills carry a star. Ranked by count, pairs count twice.\n"
      "Example: depesche kb gaps news/*.jsonl.zst --language de --top 200 --format tsv");
  command->callback([options, &exit] { exit = run(*options); });
}

}  // namespace depesche::app
