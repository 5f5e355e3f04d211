// depesche ledger: commitments as of a day, or the history of one.
#include <algorithm>

#include "desk.h"
#include "ledger/standing.h"
#include "ontology.h"
#include "rows.h"

namespace depesche::app {
namespace {

const std::vector<std::string> kKinds{"treaty", "policy", "pledge", "threat", "demand", "norm"};

struct Options : QueryOptions {
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
    int exit = kDone;
    const auto desk = open_desk(options_, kKinds, exit);
    if (!desk) return exit;
    ontology_ = read_ontology(desk->knowledge);
    const auto day = read_as_of(options_.as_of);
    if (!day) return fail(day.error());
    const auto items = ledger::ledger_as_of(*desk->store, ontology_, desk->filter, *day);
    if (!items) return fail(items.error());
    return options_.history != 0 ? show_history(*items) : show(*items);
  }

 private:
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
    return writer.finish("no commitment found: loosen the filters");
  }

  static size_t tellings(const ledger::LedgerItem& item) {
    return static_cast<size_t>(
        std::count_if(item.lines.begin(), item.lines.end(), [](const auto& line) { return line.told; }));
  }

  int show_history(const std::vector<ledger::LedgerItem>& items) {
    const auto item =
        std::find_if(items.begin(), items.end(), [&](const auto& one) { return one.entry.id == options_.history; });
    if (item == items.end()) {
      return fail({ErrorCode::kBadUsage, "--history",
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
    return writer.finish("nothing has happened to it yet");
  }

  const Options& options_;
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
