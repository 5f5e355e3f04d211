#include "exports/parquet/export_tables.h"

#include "exports/event_view.h"
#include "ledger/book.h"
#include "ledger/standing.h"

namespace depesche::exports {
namespace {

template <typename Source>
struct TypedColumn {
  Field field;
  Value (*fill)(const Source&);
};
template <typename Source>
using Columns = std::vector<TypedColumn<Source>>;

Value number(std::optional<double> value) {
  return value ? Value(*value) : Value();
}

/// "NOR", "KOR GOV"; the name where there is no code.
std::vector<std::string> shown(const std::vector<store::Side>& sides) {
  std::vector<std::string> list;
  list.reserve(sides.size());
  for (const store::Side& side : sides)
    list.push_back(side.code.empty() ? side.name : side.code + (side.sector.empty() ? "" : " " + side.sector));
  return list;
}

std::vector<std::string> shown(const std::vector<ledger::Party>& parties) {
  return shown(ledger::sides_of(parties));
}

const Columns<EventView>& event_columns() {
  using V = EventView;
  static const Columns<V> columns{
      {{"event", CellType::kNumber, "number in the database"}, [](const V& v) { return Value(v.row.id); }},
      {{"event_id", CellType::kText, "content hash of the report, -, id of the event in it"},
       [](const V& v) { return Value(v.id()); }},
      {{"report", CellType::kNumber, "number of the report"}, [](const V& v) { return Value(v.row.report); }},
      {{"day", CellType::kDay, "day; a month or year is its first day"}, [](const V& v) { return Value(v.day); }},
      {{"last_day", CellType::kDay, "the last day where it is another"},
       [](const V& v) { return Value(calendar_day(v.row.last_day)); }},
      {{"type", CellType::kText, "PLOVER type"}, [](const V& v) { return Value(v.row.type); }},
      {{"modes", CellType::kTexts, "PLOVER modes"}, [](const V& v) { return Value(v.row.modes); }},
      {{"contexts", CellType::kTexts, "PLOVER contexts"}, [](const V& v) { return Value(v.row.contexts); }},
      {{"actors", CellType::kTexts, "code and sector, or the name, of each"},
       [](const V& v) { return Value(shown(v.row.actors)); }},
      {{"recipients", CellType::kTexts, "the same"}, [](const V& v) { return Value(shown(v.row.recipients)); }},
      {{"cameo", CellType::kText, "CAMEO code"}, [](const V& v) { return Value(v.row.cameo); }},
      {{"quad", CellType::kNumber, "quad class of the type, 1 to 4"},
       [](const V& v) { return Value(int64_t{v.row.quad}); }},
      {{"score", CellType::kReal, "conflict-cooperation scale of PLOVER"},
       [](const V& v) { return number(v.row.score); }},
      {{"goldstein", CellType::kReal, "Goldstein scale of the code"},
       [](const V& v) { return number(v.row.goldstein); }},
      {{"status", CellType::kText, "happened, planned, possible, conditional, negated"},
       [](const V& v) { return Value(v.row.status); }},
      {{"historical", CellType::kFlag, "told as background"}, [](const V& v) { return Value(v.row.historical); }},
      {{"attributed_to", CellType::kText, "id of the statement in the report that claims it"},
       [](const V& v) { return Value(v.row.attributed_to); }},
      {{"place", CellType::kText, "place of the event"}, [](const V& v) { return Value(v.row.place); }},
      {{"place_code", CellType::kText, "its state"}, [](const V& v) { return Value(v.row.place_code); }},
      {{"latitude", CellType::kReal, "degrees"}, [](const V& v) { return number(v.row.lat); }},
      {{"longitude", CellType::kReal, "degrees"}, [](const V& v) { return number(v.row.lon); }},
      {{"node", CellType::kText, "the act: events of one act in many reports share it"},
       [](const V& v) { return Value(v.row.node); }},
      {{"reports", CellType::kNumber, "that tell of the act (with --dedupe day or node)"},
       [](const V& v) { return Value(v.reports); }},
      {{"texts", CellType::kNumber, "independent ones among them"}, [](const V& v) { return Value(v.texts); }},
      {{"sentence", CellType::kText, "the sentence that shows it"}, [](const V& v) { return Value(v.row.sentence); }},
      {{"rule", CellType::kText, "the rule that coded it"}, [](const V& v) { return Value(v.row.rule); }},
  };
  return columns;
}

struct SideView {
  const EventView& event;
  bool actor;
  int64_t position;
  const RecordActor& who;
};

const Columns<SideView>& side_columns() {
  using V = SideView;
  static const Columns<V> columns{
      {{"event", CellType::kNumber, "number of the event"}, [](const V& v) { return Value(v.event.row.id); }},
      {{"role", CellType::kText, "actor or recipient"},
       [](const V& v) { return Value(std::string(v.actor ? "actor" : "recipient")); }},
      {{"position", CellType::kNumber, "from 0"}, [](const V& v) { return Value(v.position); }},
      {{"code", CellType::kText, "state or PLOVER's non-state code"}, [](const V& v) { return Value(v.who.code); }},
      {{"sector", CellType::kText, "PLOVER sector"}, [](const V& v) { return Value(v.who.sector); }},
      {{"other_sectors", CellType::kTexts, "further sectors"}, [](const V& v) { return Value(v.who.other_sectors); }},
      {{"name", CellType::kText, "name"}, [](const V& v) { return Value(v.who.name); }},
      {{"office", CellType::kText, "on the day of the report"}, [](const V& v) { return Value(v.who.office); }},
      {{"wikidata", CellType::kText, "number in Wikidata"}, [](const V& v) { return Value(v.who.wikidata); }},
  };
  return columns;
}

const Columns<store::StatementResult>& statement_columns() {
  using V = store::StatementResult;
  static const Columns<V> columns{
      {{"statement", CellType::kNumber, "number in the database"}, [](const V& v) { return Value(v.statement.id); }},
      {{"report", CellType::kNumber, "number of the report"}, [](const V& v) { return Value(v.statement.report); }},
      {{"id", CellType::kText, "id in the report"}, [](const V& v) { return Value(v.statement.local_id); }},
      {{"day", CellType::kDay, "day"}, [](const V& v) { return Value(calendar_day(v.statement.day)); }},
      {{"kind", CellType::kText, "direct, indirect, mixed"}, [](const V& v) { return Value(v.statement.kind); }},
      {{"cue", CellType::kText, "word of saying"}, [](const V& v) { return Value(v.statement.cue); }},
      {{"speakers", CellType::kTexts, "code and sector, or the name, of each"},
       [](const V& v) { return Value(shown(v.statement.speakers)); }},
      {{"addressees", CellType::kTexts, "the same"}, [](const V& v) { return Value(shown(v.statement.addressees)); }},
      {{"content", CellType::kText, "what was said"}, [](const V& v) { return Value(v.statement.content); }},
  };
  return columns;
}

Value part_text(const std::optional<ledger::CommitmentPart>& part) {
  return Value(part ? part->text : std::string());
}

int64_t tellings(const ledger::LedgerItem& item) {
  int64_t count = 0;
  for (const store::HistoryLine& line : item.lines) count += line.told ? 1 : 0;
  return count;
}

const Columns<ledger::LedgerItem>& commitment_columns() {
  using V = ledger::LedgerItem;
  static const Columns<V> columns{
      {{"commitment", CellType::kNumber, "number in the database"}, [](const V& v) { return Value(v.entry.id); }},
      {{"kind", CellType::kText, "treaty, policy, pledge, threat, demand, norm"},
       [](const V& v) { return Value(v.entry.fact.kind); }},
      {{"holders", CellType::kTexts, "code and sector, or the name, of each"},
       [](const V& v) { return Value(shown(v.entry.fact.holders)); }},
      {{"toward", CellType::kTexts, "the same"}, [](const V& v) { return Value(shown(v.entry.fact.toward)); }},
      {{"polarity", CellType::kText, "will or will_not"}, [](const V& v) { return Value(v.entry.fact.polarity); }},
      {{"action", CellType::kText, "what is bound to be done"},
       [](const V& v) { return part_text(v.entry.fact.action); }},
      {{"condition", CellType::kText, "on which condition"},
       [](const V& v) { return part_text(v.entry.fact.condition); }},
      {{"consequence", CellType::kText, "what would follow"},
       [](const V& v) { return part_text(v.entry.fact.consequence); }},
      {{"state", CellType::kText, "state at the end of --until, else after all that is stored"},
       [](const V& v) { return Value(std::string(ledger::name(v.standing.state))); }},
      {{"since", CellType::kDay, "in that state since"},
       [](const V& v) { return Value(calendar_day(v.standing.since)); }},
      {{"until", CellType::kDay, "void after that day"},
       [](const V& v) { return Value(calendar_day(v.standing.until)); }},
      {{"reports", CellType::kNumber, "tellings of it"}, [](const V& v) { return Value(tellings(v)); }},
      {{"report_id", CellType::kText, "the newest report that tells of it"},
       [](const V& v) { return Value(v.entry.report); }},
      {{"sentence", CellType::kText, "its sentence"}, [](const V& v) { return Value(v.entry.evidence); }},
  };
  return columns;
}

const Columns<store::AlertResult>& alert_columns() {
  using V = store::AlertResult;
  static const Columns<V> columns{
      {{"alert", CellType::kNumber, "number in the database"}, [](const V& v) { return Value(v.alert.id); }},
      {{"commitment", CellType::kNumber, "number of the commitment"}, [](const V& v) { return Value(v.alert.entry); }},
      {{"kind", CellType::kText, "red_line, broken, met"}, [](const V& v) { return Value(v.alert.kind); }},
      {{"watch", CellType::kFlag, "the act is planned or possible only"},
       [](const V& v) { return Value(v.alert.watch); }},
      {{"day", CellType::kDay, "of the act"}, [](const V& v) { return Value(calendar_day(v.alert.day)); }},
      {{"event_report", CellType::kNumber, "report of the act"},
       [](const V& v) { return v.event.id == 0 ? Value() : Value(v.event.report); }},
      {{"event_sentence", CellType::kText, "its sentence"}, [](const V& v) { return Value(v.event.evidence); }},
      {{"commitment_report", CellType::kNumber, "report of the commitment"},
       [](const V& v) { return v.telling.id == 0 ? Value() : Value(v.telling.report); }},
      {{"commitment_sentence", CellType::kText, "its sentence"}, [](const V& v) { return Value(v.telling.evidence); }},
  };
  return columns;
}

struct ReportView {
  const store::ReportRow& row;
  const CodedReport& report;
};

const Columns<ReportView>& report_columns() {
  using V = ReportView;
  static const Columns<V> columns{
      {{"report", CellType::kNumber, "number in the database"}, [](const V& v) { return Value(v.row.id); }},
      {{"report_id", CellType::kText, "id as its source gave it"}, [](const V& v) { return Value(v.row.name); }},
      {{"hash", CellType::kText, "of its content"}, [](const V& v) { return Value(v.row.hash); }},
      {{"language", CellType::kText, "de or en"}, [](const V& v) { return Value(v.row.language); }},
      {{"published", CellType::kDay, "day of publication"},
       [](const V& v) { return Value(calendar_day(v.row.published)); }},
      {{"agency", CellType::kText, "agency"}, [](const V& v) { return Value(v.row.agency); }},
      {{"title", CellType::kText, "title"}, [](const V& v) { return Value(v.row.title); }},
      {{"cluster", CellType::kNumber, "near copies of one text share it"},
       [](const V& v) { return Value(v.row.cluster); }},
      {{"coder", CellType::kText, "version that coded it"}, [](const V& v) { return Value(v.row.version); }},
      {{"knowledge", CellType::kText, "fingerprint"}, [](const V& v) { return Value(v.row.knowledge); }},
      {{"model", CellType::kText, "fingerprint"}, [](const V& v) { return Value(v.row.model); }},
      {{"text", CellType::kText, "the whole text"}, [](const V& v) { return Value(v.report.text); }},
  };
  return columns;
}

struct ActorView {
  int64_t report;
  const RecordActor& actor;
};

const Columns<ActorView>& actor_columns() {
  using V = ActorView;
  static const Columns<V> columns{
      {{"report", CellType::kNumber, "number of the report"}, [](const V& v) { return Value(v.report); }},
      {{"id", CellType::kText, "id in the report"}, [](const V& v) { return Value(v.actor.id); }},
      {{"name", CellType::kText, "name"}, [](const V& v) { return Value(v.actor.name); }},
      {{"code", CellType::kText, "state or PLOVER's non-state code"}, [](const V& v) { return Value(v.actor.code); }},
      {{"sector", CellType::kText, "PLOVER sector"}, [](const V& v) { return Value(v.actor.sector); }},
      {{"other_sectors", CellType::kTexts, "further sectors"}, [](const V& v) { return Value(v.actor.other_sectors); }},
      {{"office", CellType::kText, "on the day of the report"}, [](const V& v) { return Value(v.actor.office); }},
      {{"wikidata", CellType::kText, "number in Wikidata"}, [](const V& v) { return Value(v.actor.wikidata); }},
      {{"mentions", CellType::kNumber, "in the report"},
       [](const V& v) { return Value(static_cast<int64_t>(v.actor.mentions.size())); }},
  };
  return columns;
}

template <typename Source>
Table table_of(const std::string& name, const Columns<Source>& columns) {
  Table table{name, {}};
  for (const auto& column : columns) table.fields.push_back(column.field);
  return table;
}

/// A file that is being written, and how many rows it has.
template <typename Source>
class Sink {
 public:
  Sink(TableFolder& folder, const std::string& name, const Columns<Source>& columns)
      : writer_(folder.add(table_of(name, columns))), columns_(columns), count_{name, 0} {}
  [[nodiscard]] Status opened() const { return writer_ ? Status(Done{}) : Status(writer_.error()); }
  void add(const Source& source) {
    std::vector<Value> row;
    row.reserve(columns_.size());
    for (const auto& column : columns_) row.push_back(column.fill(source));
    (*writer_)->add(row);
    ++count_.rows;
  }
  [[nodiscard]] const TableCount& count() const { return count_; }

 private:
  Result<TableWriter*> writer_;
  const Columns<Source>& columns_;
  TableCount count_;
};

class TableExport {
 public:
  TableExport(store::Store& store, const store::Filter& filter, const ledger::Ontology& ontology, TableFolder& folder)
      : store_(store), filter_(filter), ontology_(ontology), folder_(folder) {
    plain_.since = filter.since;
    plain_.until = filter.until;
    plain_.language = filter.language;
    plain_.report = filter.report;
  }

  Status run() {
    for (const auto step : {&TableExport::events, &TableExport::statements, &TableExport::commitments,
                            &TableExport::alerts, &TableExport::reports}) {
      if (const Status done = (this->*step)(); !done) return done;
    }
    return folder_.finish();
  }

  [[nodiscard]] const std::vector<TableCount>& counts() const { return counts_; }

 private:
  Status events() {
    Sink<EventView> events(folder_, "events", event_columns());
    Sink<SideView> sides(folder_, "event_sides", side_columns());
    if (const Status opened = events.opened(); !opened) return opened;
    if (const Status opened = sides.opened(); !opened) return opened;
    const Status done = each_view(store_, filter_, [&](const EventView& view) {
      events.add(view);
      for (const auto* list : {&view.actors, &view.recipients}) {
        int64_t position = 0;
        for (const RecordActor* actor : *list) sides.add({view, list == &view.actors, position++, *actor});
      }
      return true;
    });
    counts_.push_back(events.count());
    counts_.push_back(sides.count());
    return done;
  }

  Status statements() {
    Sink<store::StatementResult> sink(folder_, "statements", statement_columns());
    if (const Status opened = sink.opened(); !opened) return opened;
    const Status done = store::each_statement(store_, plain_, [&](const store::StatementResult& one) {
      sink.add(one);
      return true;
    });
    counts_.push_back(sink.count());
    return done;
  }

  Status commitments() {
    Sink<ledger::LedgerItem> sink(folder_, "commitments", commitment_columns());
    if (const Status opened = sink.opened(); !opened) return opened;
    const auto items = ledger::ledger_as_of(store_, ontology_, {}, filter_.until);
    if (!items) return items.error();
    for (const ledger::LedgerItem& item : *items) sink.add(item);
    counts_.push_back(sink.count());
    return Done{};
  }

  Status alerts() {
    Sink<store::AlertResult> sink(folder_, "alerts", alert_columns());
    if (const Status opened = sink.opened(); !opened) return opened;
    const Status done = store::each_alert(store_, plain_, [&](const store::AlertResult& one) {
      sink.add(one);
      return true;
    });
    counts_.push_back(sink.count());
    return done;
  }

  [[nodiscard]] bool wanted(const store::ReportRow& row) const {
    if (!plain_.language.empty() && row.language != plain_.language) return false;
    return plain_.report.empty() || row.name == plain_.report || row.hash == plain_.report;
  }

  Status reports() {
    Sink<ActorView> actors(folder_, "actors", actor_columns());
    Sink<ReportView> reports(folder_, "reports", report_columns());
    if (const Status opened = actors.opened(); !opened) return opened;
    if (const Status opened = reports.opened(); !opened) return opened;
    constexpr int64_t kPiece = 200;
    for (int64_t last = 0;;) {
      const auto rows = store_.reports_after(last, kPiece);
      if (!rows) return rows.error();
      if (rows->empty()) break;
      last = rows->back().id;
      for (const store::ReportRow& row : *rows) {
        if (!wanted(row)) continue;
        const auto report = ledger::record_of(row);
        if (!report) return report.error();
        reports.add({row, *report});
        for (const RecordActor& actor : report->actors) actors.add({row.id, actor});
      }
    }
    counts_.push_back(actors.count());
    counts_.push_back(reports.count());
    return Done{};
  }

  store::Store& store_;
  const store::Filter& filter_;
  store::Filter plain_;  ///< of it what other tables know as well
  const ledger::Ontology& ontology_;
  TableFolder& folder_;
  std::vector<TableCount> counts_;
};

}  // namespace

std::vector<Table> parquet_tables() {
  return {table_of("events", event_columns()),         table_of("event_sides", side_columns()),
          table_of("statements", statement_columns()), table_of("commitments", commitment_columns()),
          table_of("alerts", alert_columns()),         table_of("actors", actor_columns()),
          table_of("reports", report_columns())};
}

Result<std::vector<TableCount>> export_tables(store::Store& store, const store::Filter& filter,
                                              const ledger::Ontology& ontology, const ParquetLibrary& library,
                                              const std::string& folder) {
  auto files = TableFolder::open(library, folder);
  if (!files) return files.error();
  TableExport run(store, filter, ontology, *files);
  if (const Status done = run.run(); !done) return done.error();
  return run.counts();
}

}  // namespace depesche::exports
