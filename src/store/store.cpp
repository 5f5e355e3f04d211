#include "store/store.h"

#include "store/migrations.h"

namespace depesche::store {

Result<std::unique_ptr<Store>> Store::open(const std::string& path, OpenMode mode) {
  return guarded([&] {
    std::unique_ptr<Connection> connection = open_sqlite(path, mode);
    if (mode == OpenMode::kCreate) {
      migrate(*connection, path);
      connection->execute("PRAGMA journal_mode=WAL");
    } else {
      check_version(*connection, path);
    }
    return std::unique_ptr<Store>(new Store(std::move(connection)));
  });
}

Statement& Store::prepared(std::string_view sql) {
  const auto found = statements_.find(sql);
  if (found != statements_.end()) return *found->second;
  return *statements_.emplace(sql, connection_->prepare(sql)).first->second;
}

Status Store::batch(const std::function<Status()>& work) {
  return guarded([&]() -> Done {
    connection_->execute("BEGIN IMMEDIATE");
    try {
      if (const Status done = work(); !done) throw DatabaseFault(done.error());
      connection_->execute("COMMIT");
    } catch (const DatabaseFault&) {
      try {
        connection_->execute("ROLLBACK");
      } catch (const DatabaseFault&) {
        // A full disk may have rolled back already; the first fault is the one to tell.
      }
      throw;
    }
    return {};
  });
}

namespace {

constexpr std::string_view kReportColumns =
    "SELECT id, hash, name, language, published, agency, title, cluster, version, knowledge, model, coding, signature, "
    "record FROM report ";

ReportRow read_report(const Statement& row) {
  ReportRow report;
  report.id = row.integer(0);
  report.hash = row.text(1);
  report.name = row.text(2);
  report.language = row.text(3);
  report.published = row.text(4);
  report.agency = row.text(5);
  report.title = row.text(6);
  report.cluster = row.integer(7);
  report.version = row.text(8);
  report.knowledge = row.text(9);
  report.model = row.text(10);
  report.coding = row.integer(11);
  report.signature = row.text(12);
  report.record = row.text(13);
  return report;
}

}  // namespace

Result<std::unordered_set<std::string>> Store::hashes() {
  return guarded([&] {
    std::unordered_set<std::string> all;
    Statement& query = prepared("SELECT hash FROM report");
    while (query.step()) all.emplace(query.text(0));
    return all;
  });
}

Result<std::optional<Coding>> Store::coding_of(const std::string& hash) {
  return guarded([&] {
    std::optional<Coding> coding;
    Statement& query = prepared("SELECT id, coding FROM report WHERE hash=?1").bind(1, hash);
    if (query.step()) coding = Coding{query.integer(0), query.integer(1)};
    query.reset();
    return coding;
  });
}

Result<std::vector<ReportRow>> Store::reports_after(int64_t after, int64_t limit) {
  return guarded([&] {
    std::vector<ReportRow> reports;
    Statement& query = prepared(std::string(kReportColumns) + "WHERE id>?1 ORDER BY id LIMIT ?2");
    query.bind(1, after).bind(2, limit);
    while (query.step()) reports.push_back(read_report(query));
    return reports;
  });
}

Result<int64_t> Store::add_report(const ReportRow& row, const std::string& text) {
  return guarded([&] {
    prepared(
        "INSERT INTO report(hash, name, language, published, agency, title, cluster, version, knowledge, model, "
        "coding, "
        "signature, record) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")
        .bind(1, row.hash)
        .bind(2, row.name)
        .bind(3, row.language)
        .bind(4, row.published)
        .bind(5, row.agency)
        .bind(6, row.title)
        .bind(7, row.cluster)
        .bind(8, row.version)
        .bind(9, row.knowledge)
        .bind(10, row.model)
        .bind(11, row.coding)
        .bind_blob(12, row.signature)
        .bind_blob(13, row.record)
        .run();
    const int64_t id = connection_->last_id();
    prepared("INSERT INTO report_words(rowid, title, body) VALUES (?1, ?2, ?3)")
        .bind(1, id)
        .bind(2, row.title)
        .bind(3, text)
        .run();
    if (row.cluster == 0) prepared("UPDATE report SET cluster=?1 WHERE id=?1").bind(1, id).run();
    return id;
  });
}

Status Store::replace_coding(const ReportRow& row) {
  return guarded([&]() -> Done {
    for (const char* table : {"event", "statement", "actor"})
      prepared(std::string("DELETE FROM ") + table + " WHERE report=?1").bind(1, row.id).run();
    prepared("UPDATE report SET version=?2, knowledge=?3, model=?4, coding=?5, record=?6, language=?7 WHERE id=?1")
        .bind(1, row.id)
        .bind(2, row.version)
        .bind(3, row.knowledge)
        .bind(4, row.model)
        .bind(5, row.coding)
        .bind_blob(6, row.record)
        .bind(7, row.language)
        .run();
    return {};
  });
}

Status Store::set_cluster(int64_t from, int64_t to) {
  return guarded([&]() -> Done {
    prepared("UPDATE report SET cluster=?2 WHERE cluster=?1").bind(1, from).bind(2, to).run();
    return {};
  });
}

Status Store::add_bands(int64_t report, const std::vector<int64_t>& keys) {
  return guarded([&]() -> Done {
    Statement& insert = prepared("INSERT OR IGNORE INTO report_band(key, report) VALUES (?1, ?2)");
    for (const int64_t key : keys) insert.bind(1, key).bind(2, report).run();
    return {};
  });
}

Result<std::vector<CopyCandidate>> Store::sharing_band(const std::vector<int64_t>& keys) {
  return guarded([&] {
    std::map<int64_t, CopyCandidate> found;
    Statement& query = prepared(
        "SELECT r.id, r.cluster, r.signature FROM report_band b JOIN report r ON r.id=b.report WHERE b.key=?1");
    for (const int64_t key : keys) {
      query.bind(1, key);
      while (query.step())
        found.emplace(query.integer(0), CopyCandidate{query.integer(0), query.integer(1), std::string(query.text(2))});
    }
    std::vector<CopyCandidate> candidates;
    candidates.reserve(found.size());
    for (auto& [id, candidate] : found) candidates.push_back(std::move(candidate));
    return candidates;
  });
}

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& one : list) text += (text.empty() ? "" : "|") + one;
  return text;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> list;
  while (!text.empty()) {
    const size_t bar = text.find('|');
    list.emplace_back(text.substr(0, bar));
    text = bar == std::string_view::npos ? std::string_view() : text.substr(bar + 1);
  }
  return list;
}

}  // namespace depesche::store
