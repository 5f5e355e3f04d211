#include "store/queries.h"

#include "store/conditions.h"

namespace depesche::store {
namespace {

Conditions event_conditions(const Filter& filter) {
  Conditions where;
  where.side("e.id", "event_side", "event", Role::kActor, filter.actor);
  where.side("e.id", "event_side", "event", Role::kRecipient, filter.recipient);
  where.side("e.id", "event_side", "event", std::nullopt, filter.party);
  where.one_of("e.type", filter.types);
  where.one_of("e.status", filter.status);
  where.equal("e.place_code", filter.place_code);
  where.days("e.day", filter);
  where.report(filter);
  if (!filter.context.empty())
    where.add("instr('|'||e.contexts||'|', '|'||" + where.value(filter.context) + "||'|')>0");
  if (!filter.mode.empty()) where.add("instr('|'||e.modes||'|', '|'||" + where.value(filter.mode) + "||'|')>0");
  if (!filter.words.empty())
    where.add("r.id IN (SELECT rowid FROM report_words WHERE report_words MATCH " + where.value(filter.words) + ")");
  if (filter.dedupe == Dedupe::kExact) where.add("r.id=r.cluster");
  return where;
}

/// What makes events of a view one: events that are told to have happened on a day share act and node, others stay
/// alone.
std::string grouping(Dedupe dedupe) {
  if (dedupe == Dedupe::kDay) return "CASE e.act WHEN '' THEN 'e'||e.id ELSE e.act END";
  if (dedupe == Dedupe::kNode) return "CASE e.node WHEN '' THEN 'e'||e.id ELSE e.node END";
  return {};
}

std::string list_of(const std::string& where, const Filter& filter) {
  const std::string from = " FROM event e JOIN report r ON r.id=e.report" + where;
  const std::string group = grouping(filter.dedupe);
  if (group.empty()) return "SELECT e.id, 1, 1" + from + " ORDER BY e.day, e.id" + page_of(filter);
  return "SELECT min(e.id), count(DISTINCT r.id), count(DISTINCT r.cluster)" + from + " GROUP BY " + group +
         " ORDER BY min(e.day), min(e.id)" + page_of(filter);
}

std::vector<Side> sides_of(Statement& query, int64_t owner, Role role) {
  std::vector<Side> sides;
  query.bind(1, owner).bind(2, static_cast<int64_t>(role));
  while (query.step())
    sides.push_back({std::string(query.text(0)), std::string(query.text(1)), std::string(query.text(2))});
  return sides;
}

/// A fault of SQL in a query with words of the user is a fault of those words.
Status blamed(const Filter& filter, Status status) {
  if (status || filter.words.empty() || status.error().code != ErrorCode::kInternal) return status;
  return Error{ErrorCode::kBadUsage, "words", "'" + filter.words + "' cannot be read as a query",
               "write words, a \"phrase\" in double quotes, AND, OR, NOT"};
}

void list_events(Store& store, const Filter& filter, const std::function<bool(const EventResult&)>& take) {
  const Conditions where = event_conditions(filter);
  const auto list = store.connection().prepare(list_of(where.sql(), filter));
  where.bind(*list);
  while (list->step()) {
    const auto event = store.event_by_id(list->integer(0));
    if (!event) throw DatabaseFault(event.error());
    if (!take({*event, list->integer(1), list->integer(2)})) return;
  }
}

void list_statements(Store& store, const Filter& filter, const std::function<bool(const StatementResult&)>& take) {
  Conditions where;
  where.side("s.id", "statement_side", "statement", Role::kActor, filter.actor);
  where.side("s.id", "statement_side", "statement", Role::kRecipient, filter.recipient);
  where.side("s.id", "statement_side", "statement", std::nullopt, filter.party);
  where.one_of("s.kind", filter.types);
  where.days("s.day", filter);
  where.report(filter);
  if (!filter.words.empty())
    where.add("s.id IN (SELECT rowid FROM statement_words WHERE statement_words MATCH " + where.value(filter.words) +
              ")");
  if (filter.dedupe != Dedupe::kRaw) where.add("r.id=r.cluster");
  const auto list = store.connection().prepare(
      "SELECT s.id, s.report, s.local_id, s.kind, s.cue, s.day, s.content, r.name FROM statement s JOIN report r ON "
      "r.id=s.report" +
      where.sql() + " ORDER BY s.day, s.id" + page_of(filter));
  where.bind(*list);
  Statement& sides =
      store.prepared("SELECT code, sector, name FROM statement_side WHERE statement=?1 AND role=?2 ORDER BY position");
  while (list->step()) {
    StatementResult result;
    StatementRow& row = result.statement;
    row.id = list->integer(0);
    row.report = list->integer(1);
    row.local_id = list->text(2);
    row.kind = list->text(3);
    row.cue = list->text(4);
    row.day = list->text(5);
    row.content = list->text(6);
    result.report = list->text(7);
    row.speakers = sides_of(sides, row.id, Role::kActor);
    row.addressees = sides_of(sides, row.id, Role::kRecipient);
    if (!take(result)) return;
  }
}

}  // namespace

Status each_event(Store& store, const Filter& filter, const std::function<bool(const EventResult&)>& take) {
  return blamed(filter, guarded([&]() -> Done {
                  list_events(store, filter, take);
                  return {};
                }));
}

Result<int64_t> count_events(Store& store, const Filter& filter) {
  Filter all = filter;
  all.limit = all.offset = 0;
  int64_t count = 0;
  const Status done = blamed(
      filter, guarded([&]() -> Done {
        const Conditions where = event_conditions(all);
        const auto query = store.connection().prepare("SELECT count(*) FROM (" + list_of(where.sql(), all) + ")");
        where.bind(*query);
        if (query->step()) count = query->integer(0);
        return {};
      }));
  if (!done) return done.error();
  return count;
}

Status each_statement(Store& store, const Filter& filter, const std::function<bool(const StatementResult&)>& take) {
  return blamed(filter, guarded([&]() -> Done {
                  list_statements(store, filter, take);
                  return {};
                }));
}

Result<std::vector<int64_t>> matching_entries(Store& store, const Filter& filter) {
  return guarded([&] {
    Conditions where;
    where.side("n.id", "entry_side", "entry", Role::kActor, filter.actor);
    where.side("n.id", "entry_side", "entry", Role::kRecipient, filter.recipient);
    where.side("n.id", "entry_side", "entry", std::nullopt, filter.party);
    where.one_of("n.kind", filter.types);
    const auto list = store.connection().prepare("SELECT n.id FROM entry n" + where.sql() + " ORDER BY n.id");
    where.bind(*list);
    std::vector<int64_t> ids;
    while (list->step()) ids.push_back(list->integer(0));
    return ids;
  });
}

Status each_alert(Store& store, const Filter& filter, const std::function<bool(const AlertResult&)>& take) {
  return guarded([&]() -> Done {
    Conditions where;
    where.side("a.entry", "entry_side", "entry", Role::kActor, filter.actor);
    where.side("a.entry", "entry_side", "entry", Role::kRecipient, filter.recipient);
    where.side("a.entry", "entry_side", "entry", std::nullopt, filter.party);
    where.one_of("a.kind", filter.types);
    where.days("a.day", filter);
    if (filter.after > 0) where.add("a.id>" + std::to_string(filter.after));
    const auto list =
        store.connection().prepare("SELECT a.id, a.entry, a.kind, a.watch, a.day, a.telling, a.event FROM alert a" +
                                   where.sql() + " ORDER BY a.day DESC, a.id" + page_of(filter));
    where.bind(*list);
    while (list->step()) {
      AlertResult result;
      result.alert = {list->integer(0),      list->integer(1),           std::string(list->text(2)),
                      list->integer(3) != 0, std::string(list->text(4)), list->integer(5),
                      list->integer(6)};
      for (auto [id, line] : {std::pair{result.alert.telling, &result.telling}, {result.alert.event, &result.event}}) {
        const auto found = store.line_by_id(id);
        if (!found) throw DatabaseFault(found.error());
        if (found->has_value()) *line = **found;
      }
      if (!take(result)) break;
    }
    return {};
  });
}

Result<Counts> counts(Store& store) {
  return guarded([&] {
    const auto query = store.connection().prepare(
        "SELECT (SELECT count(*) FROM report), (SELECT count(DISTINCT cluster) FROM report), (SELECT count(*) FROM "
        "event), (SELECT count(*) "
        "FROM statement), (SELECT count(*) FROM entry), (SELECT count(*) FROM alert), coalesce((SELECT min(published) "
        "FROM report WHERE "
        "published<>''), ''), coalesce((SELECT max(published) FROM report), '')");
    Counts counts;
    if (query->step()) {
      counts = {query->integer(0), query->integer(1), query->integer(2),           query->integer(3),
                query->integer(4), query->integer(5), std::string(query->text(6)), std::string(query->text(7))};
    }
    return counts;
  });
}

}  // namespace depesche::store
