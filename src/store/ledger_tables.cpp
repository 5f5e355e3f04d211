// Entries, their history and alerts.
#include "store/store.h"

namespace depesche::store {
namespace {

constexpr std::string_view kEntryColumns =
    "SELECT id, key, kind, polarity, fact, first_day, first_hash, first_local FROM entry ";

EntryRow read_entry(const Statement& row) {
  EntryRow entry;
  entry.id = row.integer(0);
  entry.key = row.text(1);
  entry.kind = row.text(2);
  entry.polarity = row.text(3);
  entry.fact = row.text(4);
  entry.first_day = row.text(5);
  entry.first_hash = row.text(6);
  entry.first_local = row.text(7);
  return entry;
}

HistoryLine read_line(const Statement& row) {
  HistoryLine line;
  line.id = row.integer(0);
  line.entry = row.integer(1);
  line.report = row.integer(2);
  line.coding = row.integer(3);
  line.day = row.text(4);
  line.told = row.integer(5) != 0;
  line.input = row.text(6);
  line.part = row.text(7);
  line.watch = row.integer(8) != 0;
  line.local_id = row.text(9);
  line.until = row.text(10);
  line.act = row.text(11);
  line.evidence = row.text(12);
  line.report_hash = row.text(13);
  line.report_name = row.text(14);
  return line;
}

}  // namespace

Result<std::optional<EntryRow>> Store::entry(const std::string& key) {
  return guarded([&] {
    std::optional<EntryRow> entry;
    Statement& query = prepared(std::string(kEntryColumns) + "WHERE key=?1");
    query.bind(1, key);
    if (query.step()) entry = read_entry(query);
    query.reset();
    return entry;
  });
}

Result<int64_t> Store::add_entry(const EntryRow& row) {
  return guarded([&] {
    prepared(
        "INSERT INTO entry(key, kind, polarity, fact, first_day, first_hash, first_local) VALUES (?1, ?2, ?3, ?4, ?5, "
        "?6, ?7)")
        .bind(1, row.key)
        .bind(2, row.kind)
        .bind(3, row.polarity)
        .bind(4, row.fact)
        .bind(5, row.first_day)
        .bind(6, row.first_hash)
        .bind(7, row.first_local)
        .run();
    const int64_t id = connection_->last_id();
    const std::string_view sql =
        "INSERT INTO entry_side(entry, role, position, code, sector, name) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    add_sides(sql, id, Role::kActor, row.holders);
    add_sides(sql, id, Role::kRecipient, row.toward);
    return id;
  });
}

Status Store::set_first_telling(const EntryRow& row) {
  return guarded([&]() -> Done {
    prepared("UPDATE entry SET fact=?2, first_day=?3, first_hash=?4, first_local=?5 WHERE id=?1")
        .bind(1, row.id)
        .bind(2, row.fact)
        .bind(3, row.first_day)
        .bind(4, row.first_hash)
        .bind(5, row.first_local)
        .run();
    return {};
  });
}

Result<std::vector<EntryRow>> Store::entries() {
  return guarded([&] {
    std::vector<EntryRow> entries;
    Statement& query = prepared(std::string(kEntryColumns) + "ORDER BY id");
    while (query.step()) entries.push_back(read_entry(query));
    return entries;
  });
}

Result<int64_t> Store::append(const HistoryLine& line) {
  return guarded([&] {
    Statement& insert = prepared(
        "INSERT INTO history(entry, report, coding, day, told, input, part, watch, local_id, until, act, evidence, "
        "retracts) VALUES (?1, ?2, "
        "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, nullif(?13, 0))");
    insert.bind(1, line.entry)
        .bind(2, line.report)
        .bind(3, line.coding)
        .bind(4, line.day)
        .bind(5, static_cast<int64_t>(line.told))
        .bind(6, line.input)
        .bind(7, line.part)
        .bind(8, static_cast<int64_t>(line.watch))
        .bind(9, line.local_id)
        .bind(10, line.until)
        .bind(11, line.act)
        .bind(12, line.evidence)
        .bind(13, line.retracts)
        .run();
    return connection_->last_id();
  });
}

Statement& Store::standing_lines(const char* tail) {
  return prepared(
      std::string(
          "SELECT h.id, h.entry, h.report, h.coding, h.day, h.told, h.input, h.part, h.watch, h.local_id, h.until, "
          "h.act, "
          "h.evidence, r.hash, r.name FROM history h JOIN report r ON r.id=h.report WHERE h.retracts IS NULL AND "
          "NOT EXISTS (SELECT 1 FROM history x WHERE x.retracts=h.id) ") +
      tail);
}

namespace {

std::vector<HistoryLine> all(Statement& query) {
  std::vector<HistoryLine> lines;
  while (query.step()) lines.push_back(read_line(query));
  return lines;
}

}  // namespace

Result<std::vector<HistoryLine>> Store::history_of_entry(int64_t entry) {
  return guarded([&] { return all(standing_lines("AND h.entry=?1 ORDER BY h.id").bind(1, entry)); });
}

Result<std::vector<HistoryLine>> Store::history_of_report(int64_t report) {
  return guarded([&] { return all(standing_lines("AND h.report=?1 ORDER BY h.id").bind(1, report)); });
}

Result<std::optional<HistoryLine>> Store::line_by_id(int64_t id) {
  return guarded([&] {
    std::optional<HistoryLine> line;
    Statement& query = standing_lines("AND h.id=?1").bind(1, id);
    if (query.step()) line = read_line(query);
    query.reset();
    return line;
  });
}

Status Store::each_line(const std::function<void(HistoryLine)>& take) {
  return guarded([&]() -> Done {
    Statement& query = standing_lines("ORDER BY h.entry, h.id");
    while (query.step()) take(read_line(query));
    return {};
  });
}

Result<std::vector<AlertRow>> Store::alerts_of_entry(int64_t entry) {
  return guarded([&] {
    std::vector<AlertRow> alerts;
    Statement& query =
        prepared("SELECT id, entry, kind, watch, day, telling, event FROM alert WHERE entry=?1 ORDER BY id");
    query.bind(1, entry);
    while (query.step()) {
      alerts.push_back({query.integer(0), query.integer(1), std::string(query.text(2)), query.integer(3) != 0,
                        std::string(query.text(4)), query.integer(5), query.integer(6)});
    }
    return alerts;
  });
}

Result<int64_t> Store::add_alert(const AlertRow& row) {
  return guarded([&] {
    prepared("INSERT INTO alert(entry, kind, watch, day, telling, event) VALUES (?1, ?2, ?3, ?4, nullif(?5, 0), ?6)")
        .bind(1, row.entry)
        .bind(2, row.kind)
        .bind(3, static_cast<int64_t>(row.watch))
        .bind(4, row.day)
        .bind(5, row.telling)
        .bind(6, row.event)
        .run();
    return connection_->last_id();
  });
}

Status Store::set_telling(int64_t alert, int64_t telling) {
  return guarded([&]() -> Done {
    prepared("UPDATE alert SET telling=nullif(?2, 0) WHERE id=?1").bind(1, alert).bind(2, telling).run();
    return {};
  });
}

Status Store::remove_alert(int64_t alert) {
  return guarded([&]() -> Done {
    prepared("DELETE FROM alert WHERE id=?1").bind(1, alert).run();
    return {};
  });
}

}  // namespace depesche::store
