#include "store/migrations.h"

#include <array>

namespace depesche::store {
namespace {

// Days are ISO texts ("" unknown) so that they compare as they read. `hash` names a report by its content. Sides hold
// the party itself: a dyad is found without looking at reports.
constexpr std::string_view kFirst = R"sql(
CREATE TABLE report(
  id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, name TEXT NOT NULL, language TEXT NOT NULL, published TEXT NOT NULL,
  agency TEXT NOT NULL, title TEXT NOT NULL, cluster INTEGER NOT NULL, version TEXT NOT NULL, knowledge TEXT NOT NULL,
  model TEXT NOT NULL, coding INTEGER NOT NULL, signature BLOB NOT NULL, record BLOB NOT NULL);
CREATE INDEX report_published ON report(published);
CREATE INDEX report_cluster ON report(cluster);
CREATE TABLE report_band(key INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES report(id), PRIMARY KEY(key, report)) WITHOUT ROWID;
CREATE VIRTUAL TABLE report_words USING fts5(title, body, content='');

CREATE TABLE event(
  id INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES report(id), local_id TEXT NOT NULL, type TEXT NOT NULL,
  modes TEXT NOT NULL, contexts TEXT NOT NULL, cameo TEXT NOT NULL, quad INTEGER NOT NULL, score REAL, goldstein REAL,
  status TEXT NOT NULL, historical INTEGER NOT NULL, attributed_to TEXT NOT NULL, day TEXT NOT NULL, last_day TEXT NOT NULL,
  place TEXT NOT NULL, place_code TEXT NOT NULL, lat REAL, lon REAL, cell TEXT NOT NULL, act TEXT NOT NULL, node TEXT NOT NULL,
  sentence TEXT NOT NULL, rule TEXT NOT NULL);
CREATE INDEX event_report ON event(report);
CREATE INDEX event_day ON event(day);
CREATE INDEX event_act ON event(act) WHERE act <> '';
CREATE TABLE event_side(
  code TEXT NOT NULL, role INTEGER NOT NULL, day TEXT NOT NULL, event INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
  position INTEGER NOT NULL, sector TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY(code, role, day, event, position)) WITHOUT ROWID;
CREATE INDEX event_side_event ON event_side(event, role, position);
CREATE INDEX event_side_name ON event_side(name, role);

CREATE TABLE statement(
  id INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES report(id), local_id TEXT NOT NULL, kind TEXT NOT NULL,
  cue TEXT NOT NULL, day TEXT NOT NULL, content TEXT NOT NULL);
CREATE INDEX statement_report ON statement(report);
CREATE TABLE statement_side(
  statement INTEGER NOT NULL REFERENCES statement(id) ON DELETE CASCADE, role INTEGER NOT NULL, position INTEGER NOT NULL,
  code TEXT NOT NULL, sector TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY(statement, role, position)) WITHOUT ROWID;
CREATE INDEX statement_side_code ON statement_side(code, role);
CREATE INDEX statement_side_name ON statement_side(name, role);
CREATE VIRTUAL TABLE statement_words USING fts5(content, content='statement', content_rowid='id');
CREATE TRIGGER statement_added AFTER INSERT ON statement BEGIN
  INSERT INTO statement_words(rowid, content) VALUES (new.id, new.content); END;
CREATE TRIGGER statement_removed AFTER DELETE ON statement BEGIN
  INSERT INTO statement_words(statement_words, rowid, content) VALUES ('delete', old.id, old.content); END;

CREATE TABLE actor(
  code TEXT NOT NULL, sector TEXT NOT NULL, name TEXT NOT NULL, report INTEGER NOT NULL REFERENCES report(id),
  office TEXT NOT NULL, wikidata TEXT NOT NULL, mentions INTEGER NOT NULL, PRIMARY KEY(name, code, sector, report)) WITHOUT ROWID;
CREATE INDEX actor_code ON actor(code);
CREATE INDEX actor_report ON actor(report);

CREATE TABLE entry(
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, polarity TEXT NOT NULL,
  fact TEXT NOT NULL, first_day TEXT NOT NULL, first_hash TEXT NOT NULL, first_local TEXT NOT NULL);
CREATE TABLE entry_side(
  code TEXT NOT NULL, role INTEGER NOT NULL, entry INTEGER NOT NULL REFERENCES entry(id), position INTEGER NOT NULL,
  sector TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY(code, role, entry, position)) WITHOUT ROWID;
CREATE TABLE history(
  id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entry(id), report INTEGER NOT NULL REFERENCES report(id),
  coding INTEGER NOT NULL, day TEXT NOT NULL, told INTEGER NOT NULL, input TEXT NOT NULL, part TEXT NOT NULL,
  watch INTEGER NOT NULL, local_id TEXT NOT NULL, until TEXT NOT NULL, act TEXT NOT NULL, evidence TEXT NOT NULL,
  retracts INTEGER REFERENCES history(id));
CREATE INDEX history_entry ON history(entry);
CREATE INDEX history_report ON history(report);
CREATE UNIQUE INDEX history_retracts ON history(retracts) WHERE retracts IS NOT NULL;
CREATE TRIGGER history_keeps_rows BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER history_keeps_values BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TABLE alert(
  id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entry(id), kind TEXT NOT NULL, watch INTEGER NOT NULL, day TEXT NOT NULL,
  telling INTEGER REFERENCES history(id), event INTEGER NOT NULL REFERENCES history(id), UNIQUE(entry, event, kind));
CREATE INDEX alert_day ON alert(day);
)sql";

// Numbers of alerts are never given twice, so that "those after number n" are the new ones. `seen`: what a watched
// folder or feed held when it was last read.
constexpr std::string_view kSecond = R"sql(
CREATE TABLE alert_numbered(
  id INTEGER PRIMARY KEY AUTOINCREMENT, entry INTEGER NOT NULL REFERENCES entry(id), kind TEXT NOT NULL, watch INTEGER NOT NULL,
  day TEXT NOT NULL, telling INTEGER REFERENCES history(id), event INTEGER NOT NULL REFERENCES history(id), UNIQUE(entry, event, kind));
INSERT INTO alert_numbered SELECT id, entry, kind, watch, day, telling, event FROM alert;
DROP TABLE alert;
ALTER TABLE alert_numbered RENAME TO alert;
CREATE INDEX alert_day ON alert(day);
CREATE TABLE seen(source TEXT NOT NULL, item TEXT NOT NULL, stamp TEXT NOT NULL, PRIMARY KEY(source, item)) WITHOUT ROWID;
)sql";

constexpr std::array<std::string_view, 2> kSteps{kFirst, kSecond};

int64_t pragma(Connection& connection, const char* which) {
  const auto statement = connection.prepare(std::string("PRAGMA ") + which);
  return statement->step() ? statement->integer(0) : 0;
}

[[noreturn]] void refuse(const std::string& path, const std::string& what, const std::string& cure) {
  throw DatabaseFault({ErrorCode::kBadDatabase, path, what, cure});
}

bool is_empty(Connection& connection) {
  const auto statement = connection.prepare("SELECT count(*) FROM sqlite_master");
  return statement->step() && statement->integer(0) == 0;
}

void check_owner(Connection& connection, const std::string& path) {
  if (pragma(connection, "application_id") != kApplicationId)
    refuse(path, "this is a database of another program", "name another file with --db");
  const int64_t version = pragma(connection, "user_version");
  if (version > newest_version())
    refuse(path,
           "the database has version " + std::to_string(version) + ", this program knows up to " +
               std::to_string(newest_version()),
           "use a newer depesche");
}

}  // namespace

int64_t newest_version() {
  return static_cast<int64_t>(kSteps.size());
}

void migrate(Connection& connection, const std::string& path) {
  connection.execute("BEGIN IMMEDIATE");
  try {
    if (is_empty(connection)) {
      connection.execute("PRAGMA application_id=" + std::to_string(kApplicationId));
    } else {
      check_owner(connection, path);
    }
    for (auto next = static_cast<size_t>(pragma(connection, "user_version")); next < kSteps.size(); ++next) {
      connection.execute(std::string(kSteps[next]));
      connection.execute("PRAGMA user_version=" + std::to_string(next + 1));
    }
    connection.execute("COMMIT");
  } catch (const DatabaseFault&) {
    connection.execute("ROLLBACK");
    throw;
  }
}

void check_version(Connection& connection, const std::string& path) {
  check_owner(connection, path);
  if (pragma(connection, "user_version") < newest_version())
    refuse(path, "the database was made by an older depesche",
           "run once: depesche ingest --db " + path + " (it brings the database up to date)");
}

}  // namespace depesche::store
