// depesche ledger: commitments as of a day, or the history of one.
#include <algorithm>

#include "desk.h"
#include "filters.h"
#include "ledger/standing.h"
#include "ontology.h"
#include "rows.h"

namespace depesche::app {
namespace {

const std::vector<std::string> kKinds{"treaty", "policy", "pledge", "threat", "demand", "norm"};

struct Options {
  CoderOptions coder;
  std::string db;
  std::string format;
  FilterOptions filter;
  std::string as_of;
  bool open = false;
  std::vector<std::string> states;
  int64_t history = 0;
};

std::string shown(const std::optional<ledger::CommitmentPart>& part) {
  return part ? part->text : std::string();
}

Cell sides(const std::vector<ledger::Party>& parties, const ledger::Ontology& ontology) {
  Cell cell = Cell::array();
  for (const ledger::Party& party : parties) cell.push_back(ledger::shown(party, ontology));
  return cell;
}

class LedgerCommand {
 public:
  explicit LedgerCommand(const Options& options) : options_(options) {}

  int run() {
    store_ = open_store(options_.db, store::OpenMode::kReadOnly);
    const auto knowledge = store_ ? knowledge_or_line(options_.coder) : std::nullopt;
    if (!knowledge) return kCannotGoOn;
    ontology_ = read_ontology(*knowledge);
    const auto filter = read_filter(options_.filter, party_reader(*knowledge), kKinds);
    if (!filter) return misuse(filter.error());
    const auto day = options_.as_of.empty() ? std::string() : read_day(options_.as_of, true);
    if (!day)
      return misuse({ErrorCode::kBadUsage, "--as-of", "'" + options_.as_of + "' is no date", "write YYYY-MM-DD"});
    const auto items = ledger::ledger_as_of(*store_, ontology_, *filter, *day);
    if (!items) {
      complain(items.error().line());
      return kCannotGoOn;
    }
    return options_.history != 0 ? show_history(*items) : show(*items);
  }

 private:
  static int misuse(const Error& error) {
    complain(error.line());
    return kWrongUse;
  }

  [[nodiscard]] bool wanted(const ledger::LedgerItem& item) const {
    if (options_.open && !ledger::is_open(item.standing.state)) return false;
    if (options_.states.empty()) return true;
    return std::find(options_.states.begin(), options_.states.end(), ledger::name(item.standing.state)) !=
           options_.states.end();
  }

  int show(const std::vector<ledger::LedgerItem>& items) {
    RowWriter writer(options_.format,
                     {"id", "kind", "holder", "polarity", "toward", "action", "condition", "consequence", "state",
                      "since", "until", "reports", "report", "sentence"},
                     {"holder", "toward", "action", "condition", "consequence", "report", "sentence"},
                     {"id", "kind", "holder", "polarity", "toward", "state", "since", "sentence"});
    int64_t left = options_.filter.limit == 0 ? -1 : options_.filter.limit;
    for (const ledger::LedgerItem& item : items) {
      if (!wanted(item)) continue;
      if (left-- == 0) break;
      const ledger::CommitmentFact& fact = item.entry.fact;
      writer.write({item.entry.id, fact.kind, sides(fact.holders, ontology_), fact.polarity,
                    sides(fact.toward, ontology_), shown(fact.action), shown(fact.condition), shown(fact.consequence),
                    ledger::name(item.standing.state), item.standing.since, item.standing.until, tellings(item),
                    item.entry.report, item.entry.evidence});
    }
    return finish(writer, "no commitment found: loosen the filters");
  }

  static size_t tellings(const ledger::LedgerItem& item) {
    return static_cast<size_t>(
        std::count_if(item.lines.begin(), item.lines.end(), [](const auto& line) { return line.told; }));
  }

  int show_history(const std::vector<ledger::LedgerItem>& items) {
    const auto item =
        std::find_if(items.begin(), items.end(), [&](const auto& one) { return one.entry.id == options_.history; });
    if (item == items.end()) {
      return misuse({ErrorCode::kBadUsage, "--history",
                     "there is no commitment " + std::to_string(options_.history) + " on that day",
                     "take an id that 'depesche ledger' prints"});
    }
    RowWriter writer(options_.format, {"day", "what", "from", "to", "report", "sentence"}, {"report", "sentence"});
    for (const ledger::Step& step : item->standing.steps) {
      const store::HistoryLine none;
      const store::HistoryLine& line = step.row < 0 ? none : item->lines[static_cast<size_t>(step.row)];
      const std::string what = std::string(ledger::name(step.input)) + (step.refused ? " (no effect)" : "");
      writer.write({step.day, what, ledger::name(step.from), ledger::name(step.to), line.report_name, line.evidence});
    }
    return finish(writer, "nothing has happened to it yet");
  }

  static int finish(RowWriter& writer, const std::string& nothing) {
    if (!writer.finish()) {
      complain("standard output: could not be written to the end");
      return kCannotGoOn;
    }
    if (writer.rows() == 0) complain(nothing);
    return kDone;
  }

  const Options& options_;
  std::unique_ptr<store::Store> store_;
  ledger::Ontology ontology_;
};

}  // namespace

void add_ledger(CLI::App& app, int& exit) {
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("ledger", "Treaties, policies, pledges, threats, demands and norms, and how they stand");
  add_db_option(*command, options->db);
  add_row_format(*command, options->format);
  add_side_filters(*command, options->filter, {"--holder", "--toward", "--kind"});
  command->add_flag("--open", options->open, "Only those still open");
  command
      ->add_option("--state", options->states,
                   "announced, in_force, under_review, detached, met, broken, withdrawn, expired")
      ->delimiter(',')
      ->check(
          CLI::IsMember({"announced", "in_force", "under_review", "detached", "met", "broken", "withdrawn", "expired"}))
      ->type_name("STATE");
  command
      ->add_option("--as-of", options->as_of, "As it stood at the end of that day (default: after all that is stored)")
      ->type_name("YYYY-MM-DD");
  command->add_option("--history", options->history, "What happened to that commitment, step by step")->type_name("ID");
  add_coder_options(*command, options->coder);
  command->footer("Example: depesche ledger --db desk.db --holder RUS --open --as-of 2024-06-21");
  command->callback([options, &exit] { exit = LedgerCommand(*options).run(); });
}

}  // namespace depesche::app
