// ICEWS coded event data: 20 columns with a header, names instead of codes for actors.
#include "exports/cells.h"

namespace depesche::exports {
namespace {

template <End kEnd>
std::string actor_name(const RowView& row) {
  const RecordActor* actor = actor_at<kEnd>(row);
  if (actor == nullptr) return {};
  const StateCodes* state = row.codes.state(actor->code);
  const bool is_state = state != nullptr && actor->sector.empty() && actor->office.empty();
  return is_state ? std::string(state->icews) : actor->name;
}

template <End kEnd>
std::string actor_sectors(const RowView& row) {
  const RecordActor* actor = actor_at<kEnd>(row);
  if (actor == nullptr) return {};
  std::vector<std::string> names;
  for (const std::string& sector : sectors_of(*actor)) names.emplace_back(row.codes.sector(sector).icews);
  if (const NonstateCodes* known = row.codes.nonstate(actor->code)) names.emplace_back(known->icews);
  return joined(names, ",");
}

std::string state_name(const RowView& row, std::string_view code) {
  const StateCodes* state = row.codes.state(code);
  return state == nullptr ? std::string() : std::string(state->icews);
}

template <End kEnd>
std::string actor_country(const RowView& row) {
  const RecordActor* actor = actor_at<kEnd>(row);
  return actor == nullptr ? std::string() : state_name(row, actor->code);
}

template <End kEnd>
void add_actor(std::vector<Column>& columns, const std::string& prefix) {
  columns.push_back({prefix + " Name", "English name of the state, else the actor's name", actor_name<kEnd>});
  columns.push_back({prefix + " Sectors", "sectors in the words of ICEWS, between commas", actor_sectors<kEnd>});
  columns.push_back({prefix + " Country", "English name of the actor's state", actor_country<kEnd>});
}

}  // namespace

Format icews_format() {
  Format format{"icews", "ICEWS coded event data: tab-separated, 20 columns with a header, a row a source and target"};
  format.header = format.dyads = format.dated = format.happened = true;
  auto& columns = format.columns;
  columns = {
      {"Event ID", "number of the event in the database x 10000 + number of the pair of sides",
       [](const RowView& row) { return std::to_string(row.id); }},
      {"Event Date", "day of the event, YYYY-MM-DD", [](const RowView& row) { return row.view.day; }},
  };
  add_actor<End::kSource>(columns, "Source");
  columns.push_back(
      {"Event Text", "name of the CAMEO code", [](const RowView& row) { return row.codes.cameo(row.view.row).name; }});
  columns.push_back(
      {"CAMEO Code", "CAMEO code", [](const RowView& row) { return row.codes.cameo(row.view.row).code; }});
  columns.push_back({"Intensity", "Goldstein scale of the code",
                     [](const RowView& row) { return one_decimal(row.codes.cameo(row.view.row).goldstein); }});
  add_actor<End::kTarget>(columns, "Target");
  const std::vector<Column> rest{
      {"Story ID", "number of the report in the database",
       [](const RowView& row) { return std::to_string(row.view.row.report); }},
      {"Sentence Number", "of the event in the report, from 1",
       [](const RowView& row) { return std::to_string(sentence_number(row.view)); }},
      {"Publisher", "agency", [](const RowView& row) { return row.view.report.agency; }},
      {"City", "place of the event where it is no whole state", town},
      {"District", ""},
      {"Province", ""},
      {"Country", "English name of the state of the place",
       [](const RowView& row) { return state_name(row, row.view.row.place_code); }},
      {"Latitude", "of the place, degrees", [](const RowView& row) { return shortest(row.view.row.lat); }},
      {"Longitude", "of the place, degrees", [](const RowView& row) { return shortest(row.view.row.lon); }},
  };
  columns.insert(columns.end(), rest.begin(), rest.end());
  return format;
}

}  // namespace depesche::exports
