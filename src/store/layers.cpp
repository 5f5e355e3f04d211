// Events, statements and actors of reports.
#include "store/store.h"

namespace depesche::store {
namespace {

constexpr std::string_view kEventColumns =
    "SELECT e.id, e.report, e.local_id, e.type, e.modes, e.contexts, e.cameo, e.quad, e.score, e.goldstein, e.status, "
    "e.historical, e.attributed_to, e.day, e.last_day, e.place, e.place_code, e.lat, e.lon, e.cell, e.act, e.node, "
    "e.sentence, "
    "e.rule, r.coding, r.name FROM event e JOIN report r ON r.id=e.report ";

EventRow read_event(const Statement& row) {
  EventRow event;
  event.id = row.integer(0);
  event.report = row.integer(1);
  event.local_id = row.text(2);
  event.type = row.text(3);
  event.modes = split(row.text(4));
  event.contexts = split(row.text(5));
  event.cameo = row.text(6);
  event.quad = static_cast<int>(row.integer(7));
  event.score = row.real(8);
  event.goldstein = row.real(9);
  event.status = row.text(10);
  event.historical = row.integer(11) != 0;
  event.attributed_to = row.text(12);
  event.day = row.text(13);
  event.last_day = row.text(14);
  event.place = row.text(15);
  event.place_code = row.text(16);
  event.lat = row.real(17);
  event.lon = row.real(18);
  event.cell = row.text(19);
  event.act = row.text(20);
  event.node = row.text(21);
  event.sentence = row.text(22);
  event.rule = row.text(23);
  event.coding = row.integer(24);
  event.report_name = row.text(25);
  return event;
}

}  // namespace

void Store::add_sides(std::string_view sql, int64_t owner, Role role, const std::vector<Side>& sides) {
  int64_t position = 0;
  for (const Side& side : sides) {
    prepared(sql)
        .bind(1, owner)
        .bind(2, static_cast<int64_t>(role))
        .bind(3, position++)
        .bind(4, side.code)
        .bind(5, side.sector)
        .bind(6, side.name)
        .run();
  }
}

void Store::read_sides(EventRow& row) {
  Statement& query = prepared("SELECT role, code, sector, name FROM event_side WHERE event=?1 ORDER BY role, position");
  query.bind(1, row.id);
  while (query.step()) {
    auto& side = query.integer(0) == static_cast<int64_t>(Role::kActor) ? row.actors : row.recipients;
    side.push_back({std::string(query.text(1)), std::string(query.text(2)), std::string(query.text(3))});
  }
}

Result<int64_t> Store::add_event(const EventRow& row) {
  return guarded([&] {
    prepared(
        "INSERT INTO event(report, local_id, type, modes, contexts, cameo, quad, score, goldstein, status, historical, "
        "attributed_to, "
        "day, last_day, place, place_code, lat, lon, cell, act, node, sentence, rule) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
        "?7, ?8, ?9, "
        "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)")
        .bind(1, row.report)
        .bind(2, row.local_id)
        .bind(3, row.type)
        .bind(4, joined(row.modes))
        .bind(5, joined(row.contexts))
        .bind(6, row.cameo)
        .bind(7, static_cast<int64_t>(row.quad))
        .bind(8, row.score)
        .bind(9, row.goldstein)
        .bind(10, row.status)
        .bind(11, static_cast<int64_t>(row.historical))
        .bind(12, row.attributed_to)
        .bind(13, row.day)
        .bind(14, row.last_day)
        .bind(15, row.place)
        .bind(16, row.place_code)
        .bind(17, row.lat)
        .bind(18, row.lon)
        .bind(19, row.cell)
        .bind(20, row.act)
        .bind(21, row.node)
        .bind(22, row.sentence)
        .bind(23, row.rule)
        .run();
    const int64_t id = connection_->last_id();
    const std::string sql =
        "INSERT INTO event_side(event, role, position, code, sector, name, day) SELECT ?1, ?2, ?3, ?4, ?5, ?6, day "
        "FROM event WHERE id=?1";
    add_sides(sql, id, Role::kActor, row.actors);
    add_sides(sql, id, Role::kRecipient, row.recipients);
    return id;
  });
}

Result<int64_t> Store::add_statement(const StatementRow& row) {
  return guarded([&] {
    prepared("INSERT INTO statement(report, local_id, kind, cue, day, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(1, row.report)
        .bind(2, row.local_id)
        .bind(3, row.kind)
        .bind(4, row.cue)
        .bind(5, row.day)
        .bind(6, row.content)
        .run();
    // The trigger that fills the word index inserts after the statement; its rowid is the statement's.
    const int64_t id = connection_->last_id();
    const std::string_view sql =
        "INSERT INTO statement_side(statement, role, position, code, sector, name) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    add_sides(sql, id, Role::kActor, row.speakers);
    add_sides(sql, id, Role::kRecipient, row.addressees);
    return id;
  });
}

Status Store::add_actor(int64_t report, const ActorRow& row) {
  return guarded([&]() -> Done {
    prepared(
        "INSERT INTO actor(code, sector, name, report, office, wikidata, mentions) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
        "ON CONFLICT(name, code, sector, report) DO UPDATE SET mentions=mentions+excluded.mentions")
        .bind(1, row.side.code)
        .bind(2, row.side.sector)
        .bind(3, row.side.name)
        .bind(4, report)
        .bind(5, row.office)
        .bind(6, row.wikidata)
        .bind(7, row.mentions)
        .run();
    return {};
  });
}

Result<std::vector<ActRow>> Store::reports_of_act(const std::string& act) {
  return guarded([&] {
    std::vector<ActRow> rows;
    Statement& query = prepared(
        "SELECT e.id, r.cluster, e.cell, e.node FROM event e JOIN report r ON r.id=e.report WHERE e.act=?1 AND "
        "e.act<>'' ORDER BY e.id");
    query.bind(1, act);
    while (query.step())
      rows.push_back({query.integer(0), query.integer(1), std::string(query.text(2)), std::string(query.text(3))});
    return rows;
  });
}

namespace {

std::vector<std::string> acts(Statement& query, int64_t id) {
  std::vector<std::string> list;
  query.bind(1, id);
  while (query.step()) list.emplace_back(query.text(0));
  return list;
}

}  // namespace

Result<std::vector<std::string>> Store::acts_of_cluster(int64_t cluster) {
  return guarded([&] {
    return acts(prepared("SELECT DISTINCT e.act FROM event e JOIN report r ON r.id=e.report WHERE r.cluster=?1 AND "
                         "e.act<>'' ORDER BY e.act"),
                cluster);
  });
}

Result<std::vector<std::string>> Store::acts_of_report(int64_t report) {
  return guarded([&] {
    return acts(prepared("SELECT DISTINCT act FROM event WHERE report=?1 AND act<>'' ORDER BY act"), report);
  });
}

Result<EventRow> Store::event_by_id(int64_t id) {
  return guarded([&] {
    EventRow event;
    Statement& query = prepared(std::string(kEventColumns) + "WHERE e.id=?1");
    query.bind(1, id);
    if (query.step()) event = read_event(query);
    query.reset();
    read_sides(event);
    return event;
  });
}

Status Store::set_node(int64_t event, const std::string& node) {
  return guarded([&]() -> Done {
    prepared("UPDATE event SET node=?2 WHERE id=?1").bind(1, event).bind(2, node).run();
    return {};
  });
}

Result<std::vector<EventRow>> Store::events_of(const std::string& type, std::optional<Role> role,
                                               const std::string& code) {
  return guarded([&] {
    std::vector<EventRow> events;
    Statement& query = role ? prepared(std::string(kEventColumns) +
                                       "WHERE e.type=?1 AND e.day<>'' AND e.id IN (SELECT event FROM event_side WHERE "
                                       "code=?2 AND role=?3) ORDER BY e.id")
                            : prepared(std::string(kEventColumns) + "WHERE e.type=?1 AND e.day<>'' ORDER BY e.id");
    query.bind(1, type);
    if (role) query.bind(2, code).bind(3, static_cast<int64_t>(*role));
    while (query.step()) events.push_back(read_event(query));
    for (EventRow& event : events) read_sides(event);
    return events;
  });
}

}  // namespace depesche::store
