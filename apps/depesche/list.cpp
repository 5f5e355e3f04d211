// depesche events, statements, alerts, actors: rows of the store, filtered, in the format of choice.
#include "alert_rows.h"
#include "desk.h"
#include "rows.h"

namespace depesche::app {
namespace {

Cell sides(const std::vector<store::Side>& list) {
  Cell cell = Cell::array();
  for (const store::Side& side : list) {
    std::string text = side.code + (side.sector.empty() ? "" : " " + side.sector);
    // A state under its own name needs no name; people and bodies do.
    if (!side.name.empty() && (side.code.empty() || !side.sector.empty()))
      text += (text.empty() ? "" : " ") + side.name;
    cell.push_back(text);
  }
  return cell;
}

Cell words(const std::vector<std::string>& list) {
  return Cell(list);
}

Cell number(std::optional<double> value) {
  return value ? Cell(*value) : Cell();
}

/// Opens, asks, closes: `query` writes the rows.
template <typename Query>
int run(const QueryOptions& options, const std::vector<std::string>& types, RowWriter writer, Query query) {
  int exit = kDone;
  const auto desk = open_desk(options, types, exit);
  if (!desk) return exit;
  if (const Status done = query(*desk->store, desk->filter, writer); !done) return fail(done.error());
  return writer.finish("nothing found: loosen the filters");
}

int list_events(const QueryOptions& options) {
  RowWriter writer(options.format,
                   {"day", "actor", "event", "recipient", "mode", "context", "status", "quad", "score", "goldstein",
                    "cameo", "place", "reports", "texts", "report", "id", "sentence"},
                   {"actor", "recipient", "mode", "report", "sentence"},
                   {"day", "actor", "event", "recipient", "mode", "status", "texts", "report", "sentence"});
  return run(options, {}, std::move(writer), [](store::Store& store, const store::Filter& filter, RowWriter& rows) {
    return store::each_event(store, filter, [&](const store::EventResult& one) {
      const store::EventRow& e = one.event;
      rows.write({e.day, sides(e.actors), e.type, sides(e.recipients), words(e.modes), words(e.contexts), e.status,
                  e.quad, number(e.score), number(e.goldstein), e.cameo, e.place, one.reports, one.texts, e.report_name,
                  e.local_id, e.sentence});
      return true;
    });
  });
}

int list_statements(const QueryOptions& options) {
  RowWriter writer(options.format, {"day", "speaker", "addressee", "kind", "cue", "content", "report", "id"},
                   {"speaker", "addressee", "content", "report"}, {"day", "speaker", "kind", "content", "report"});
  return run(
      options, {"direct", "indirect", "mixed"}, std::move(writer),
      [](store::Store& store, const store::Filter& filter, RowWriter& rows) {
        return store::each_statement(store, filter, [&](const store::StatementResult& one) {
          const store::StatementRow& s = one.statement;
          rows.write({s.day, sides(s.speakers), sides(s.addressees), s.kind, s.cue, s.content, one.report, s.local_id});
          return true;
        });
      });
}

int list_alerts(const QueryOptions& options) {
  RowWriter writer(options.format, alert_columns(),
                   {"event_report", "event_sentence", "told_by", "commitment_sentence"});
  return run(options, {"red_line", "broken", "met"}, std::move(writer),
             [](store::Store& store, const store::Filter& filter, RowWriter& rows) {
               return store::each_alert(store, filter, [&](const store::AlertResult& one) {
                 rows.write(alert_row(one));
                 return true;
               });
             });
}

QueryOptions& with_common(CLI::App& command, const std::shared_ptr<QueryOptions>& options, const FilterNames& names) {
  add_db_option(command, options->db);
  add_row_format(command, options->format);
  add_side_filters(command, options->filter, names);
  add_day_filters(command, options->filter);
  add_coder_options(command, options->coder);
  return *options;
}

}  // namespace

void add_lists(CLI::App& app, int& exit) {
  const auto events = std::make_shared<QueryOptions>();
  CLI::App* command = app.add_subcommand("events", "Who did what to whom, from a database");
  add_event_filters(*command, with_common(*command, events, {}).filter);
  command->footer("Example: depesche events --db desk.db --actor RUS --recipient KOR --since 2024-06 --format csv");
  command->callback([events, &exit] { exit = list_events(*events); });

  const auto statements = std::make_shared<QueryOptions>();
  command = app.add_subcommand("statements", "Who said what, from a database");
  with_common(*command, statements, {"--speaker", "--addressee", "--kind"});
  command->add_option("--words", statements->filter.words, "Words of what was said (query language of SQLite FTS5)")
      ->type_name("QUERY");
  command->add_option("--report", statements->filter.report, "Only this report")->type_name("ID");
  command->add_option("--language", statements->filter.language, "de or en")->type_name("de|en");
  command->add_option("--dedupe", statements->filter.dedupe, "raw: every report; exact: no near copies")
      ->check(CLI::IsMember({"raw", "exact"}))
      ->capture_default_str();
  command->footer("Example: depesche statements --db desk.db --speaker \"Matthew Miller\"");
  command->callback([statements, &exit] { exit = list_statements(*statements); });

  const auto alerts = std::make_shared<QueryOptions>();
  command = app.add_subcommand("alerts", "Red lines crossed, commitments broken or met: both evidences");
  with_common(*command, alerts, {"--holder", "--toward", "--kind"});
  command->footer("Example: depesche alerts --db desk.db --holder RUS --since 2024-06");
  command->callback([alerts, &exit] { exit = list_alerts(*alerts); });
}

}  // namespace depesche::app
