// Phoenix, as the pipeline around PETRARCH writes it: 26 columns without a header. Classes and actors after its
// public pipeline (Open Event Data Alliance).
#include <algorithm>
#include <array>

#include "exports/cells.h"

namespace depesche::exports {
namespace {

/// Roles that Phoenix has a column for; others are attributes.
constexpr std::array<std::string_view, 13> kPrimaryRoles{"GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD",
                                                         "SPY", "MED", "EDU", "BUS", "CRM", "CVL"};

struct Parts {
  std::string root;
  std::string role;
  std::vector<std::string> others;
};

/// "IGOUNO" is the root IGO with the attribute UNO; the first role is the actor's if it is a primary one.
Parts parts_of(const RecordActor* actor, const Codes& codes) {
  constexpr size_t kCode = 3;
  Parts parts;
  if (actor == nullptr) return parts;
  const std::string entity = cameo_entity(*actor, codes, false);
  parts.root = entity.substr(0, kCode);
  for (size_t i = kCode; i < entity.size(); i += kCode) parts.others.push_back(entity.substr(i, kCode));
  for (const std::string& role : cameo_roles(*actor, codes)) {
    const bool primary = std::find(kPrimaryRoles.begin(), kPrimaryRoles.end(), role) != kPrimaryRoles.end();
    if (primary && parts.role.empty() && parts.others.empty()) {
      parts.role = role;
    } else {
      parts.others.push_back(role);
    }
  }
  return parts;
}

template <End kEnd>
std::string full(const RowView& row) {
  const Parts parts = parts_of(actor_at<kEnd>(row), row.codes);
  return parts.root + parts.role + joined(parts.others, "");
}

template <End kEnd>
std::string entity(const RowView& row) {
  return parts_of(actor_at<kEnd>(row), row.codes).root;
}

template <End kEnd>
std::string role(const RowView& row) {
  return parts_of(actor_at<kEnd>(row), row.codes).role;
}

template <End kEnd>
std::string attributes(const RowView& row) {
  return joined(parts_of(actor_at<kEnd>(row), row.codes).others, ";");
}

template <End kEnd>
void add_actor(std::vector<Column>& columns, const std::string& prefix) {
  columns.push_back({prefix + "ActorFull", "CAMEO code: entity, role, attributes", full<kEnd>});
  columns.push_back({prefix + "ActorEntity", "state (ISO 3166-1 alpha-3), or IGO, NGO, IMG, MNC, INT", entity<kEnd>});
  columns.push_back({prefix + "ActorRole", "role of CAMEO, where Phoenix has it as a role", role<kEnd>});
  columns.push_back({prefix + "ActorAttribute", "further codes, between semicolons", attributes<kEnd>});
}

std::string issues(const RowView& row) {
  std::string text;
  for (const std::string& context : row.view.row.contexts) text += (text.empty() ? "" : ";") + context + ",1";
  return text;
}

std::string sentence_id(const RowView& row) {
  return row.view.hash + "_" + std::to_string(sentence_number(row.view));
}

}  // namespace

Format phoenix_format() {
  Format format{"phoenix", "Phoenix (PETRARCH): tab-separated, 26 columns, no header, a row a source and target"};
  format.dyads = format.dated = format.happened = true;
  auto& columns = format.columns;
  columns = {
      {"EventID", "number of the event in the database x 10000 + number of the pair of sides",
       [](const RowView& row) { return std::to_string(row.id); }},
      {"Date", "day of the event, YYYYMMDD", [](const RowView& row) { return compact(row.view.day); }},
      {"Year", "of that day", [](const RowView& row) { return row.view.day.substr(0, 4); }},
      {"Month", "of that day, two digits", [](const RowView& row) { return row.view.day.substr(5, 2); }},
      {"Day", "of that day, two digits", [](const RowView& row) { return row.view.day.substr(8, 2); }},
  };
  add_actor<End::kSource>(columns, "Source");
  add_actor<End::kTarget>(columns, "Target");
  const std::vector<Column> rest{
      {"EventCode", "CAMEO code", [](const RowView& row) { return row.codes.cameo(row.view.row).code; }},
      {"EventRootCode", "its first two digits",
       [](const RowView& row) { return row.codes.cameo(row.view.row).root(); }},
      {"PentaClass", "class of the root in Phoenix: 0 statements and appeals, 1 and 2 cooperation, 3 and 4 conflict",
       [](const RowView& row) { return std::string(row.codes.root(row.codes.cameo(row.view.row).root()).phoenix); }},
      {"GoldsteinScore", "Goldstein scale of the code",
       [](const RowView& row) { return one_decimal(row.codes.cameo(row.view.row).goldstein); }},
      {"Issues", "contexts of PLOVER, each with the count 1", issues},
      {"Lat", "of the place, degrees", [](const RowView& row) { return shortest(row.view.row.lat); }},
      {"Lon", "of the place, degrees", [](const RowView& row) { return shortest(row.view.row.lon); }},
      {"LocationName", "place of the event", [](const RowView& row) { return row.view.row.place; }},
      {"StateName", ""},
      {"CountryCode", "state of the place, ISO 3166-1 alpha-3",
       [](const RowView& row) { return row.view.row.place_code; }},
      {"SentenceID", "content hash of the report, _, number of the sentence from 1", sentence_id},
      {"URLs", "id of the report as its source gave it", [](const RowView& row) { return row.view.report.id; }},
      {"NewsSources", "agency", [](const RowView& row) { return row.view.report.agency; }},
  };
  columns.insert(columns.end(), rest.begin(), rest.end());
  return format;
}

}  // namespace depesche::exports
