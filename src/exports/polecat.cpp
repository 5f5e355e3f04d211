// POLECAT: 40 columns with a header, a row an event, several actors between "; ", empty cells "None".
#include "exports/cells.h"

namespace depesche::exports {
namespace {

constexpr std::string_view kBetween = "; ";
using Field = std::string (*)(const RowView&, const RecordActor&);

const std::vector<const RecordActor*>& side(const RowView& row, End end) {
  return end == End::kSource ? row.view.actors : row.view.recipients;
}

/// One value an actor; actors without one are left out.
template <End kEnd, Field kField>
std::string of_each(const RowView& row) {
  std::vector<std::string> values;
  for (const RecordActor* actor : side(row, kEnd)) {
    std::string value = kField(row, *actor);
    if (!value.empty()) values.push_back(std::move(value));
  }
  return joined(values, kBetween);
}

std::string name(const RowView& /*row*/, const RecordActor& actor) {
  return actor.name;
}

std::string country(const RowView& /*row*/, const RecordActor& actor) {
  return actor.code;
}

std::string cow(const RowView& row, const RecordActor& actor) {
  const StateCodes* state = row.codes.state(actor.code);
  return state == nullptr ? std::string() : std::string(state->cow);
}

std::string sectors(const RowView& /*row*/, const RecordActor& actor) {
  return joined(sectors_of(actor), kBetween);
}

std::string office(const RowView& /*row*/, const RecordActor& actor) {
  return actor.office;
}

std::string mention(const RowView& row, const RecordActor& actor) {
  return actor.mentions.empty() ? std::string() : std::string(row.view.report.slice(actor.mentions.front().span));
}

template <End kEnd>
std::string primary_sector(const RowView& row) {
  for (const RecordActor* actor : side(row, kEnd)) {
    if (!actor->sector.empty()) return actor->sector;
  }
  return {};
}

template <End kEnd>
void add_side(std::vector<Column>& columns, const std::string& who) {
  columns.push_back({who + " Name", "names", of_each<kEnd, name>});
  columns.push_back(
      {who + " Country", "ISO 3166-1 alpha-3, or PLOVER code of an actor of no one state", of_each<kEnd, country>});
  columns.push_back({who + " COW", "numbers of the Correlates of War project", of_each<kEnd, cow>});
  columns.push_back({"Primary " + who + " Sector", "the first sector of PLOVER", primary_sector<kEnd>});
  columns.push_back({who + " Sectors", "all sectors", of_each<kEnd, sectors>});
  columns.push_back({who + " Title", "offices on the day of the report", of_each<kEnd, office>});
  columns.push_back({who + " Name Raw", "first mention of each", of_each<kEnd, mention>});
  columns.push_back({"Wikipedia " + who + " ID", ""});
}

/// Names of the report's actors that hold an office, or of those that hold none but have a sector or are of no state.
std::string story_actors(const RowView& row, bool people) {
  std::vector<std::string> names;
  for (const RecordActor& actor : row.view.report.actors) {
    const bool person = !actor.office.empty();
    const bool body = !person && (row.codes.nonstate(actor.code) != nullptr || !actor.sector.empty());
    if ((people ? person : body) && !actor.name.empty()) names.push_back(actor.name);
  }
  return joined(names, kBetween);
}

std::string story_places(const RowView& row) {
  std::vector<std::string> names;
  for (const RecordPlace& place : row.view.report.places) {
    if (names.empty() || names.back() != place.name) names.push_back(place.name);
  }
  return joined(names, kBetween);
}

std::string raw_place(const RowView& row) {
  const auto& place = row.view.event.place;
  return place ? std::string(row.view.report.slice(place->span)) : std::string();
}

std::vector<Column> event_columns() {
  return {
      {"Event ID", "content hash of the report, -, id of the event in it",
       [](const RowView& row) { return row.view.id(); }},
      {"Event Date", "day of the event, YYYY-MM-DD", [](const RowView& row) { return row.view.day; }},
      {"Event Type", "PLOVER type", [](const RowView& row) { return row.view.row.type; }},
      {"Event Mode", "PLOVER modes", [](const RowView& row) { return joined(row.view.row.modes, kBetween); }},
      {"Intensity", "conflict-cooperation scale of PLOVER, -10 to 10",
       [](const RowView& row) { return one_decimal(row.view.row.score); }},
      {"Quad Code", "quad class of the PLOVER type",
       [](const RowView& row) { return upper(row.codes.quad_class(row.view.row.type)); }},
      {"Contexts", "PLOVER contexts", [](const RowView& row) { return joined(row.view.row.contexts, kBetween); }},
  };
}

std::vector<Column> place_and_story_columns() {
  return {
      {"Placename", "place of the event", [](const RowView& row) { return row.view.row.place; }},
      {"City", "the same where it is no whole state", town},
      {"District", ""},
      {"Province", ""},
      {"Country", "state of the place, ISO 3166-1 alpha-3", [](const RowView& row) { return row.view.row.place_code; }},
      {"Latitude", "degrees", [](const RowView& row) { return shortest(row.view.row.lat); }},
      {"Longitude", "degrees", [](const RowView& row) { return shortest(row.view.row.lon); }},
      {"GeoNames ID", ""},
      {"Raw Placename", "the place as the report writes it", raw_place},
      {"Feature Type", ""},
      {"Source", "agency", [](const RowView& row) { return row.view.report.agency; }},
      {"Publication Date", "of the report", [](const RowView& row) { return row.view.report.published; }},
      {"Story People", "actors of the report with an office",
       [](const RowView& row) { return story_actors(row, true); }},
      {"Story Organizations", "actors of the report without an office that are no bare states",
       [](const RowView& row) { return story_actors(row, false); }},
      {"Story Locations", "places of the report", story_places},
      {"Language", "of the report, in English",
       [](const RowView& row) { return std::string(row.codes.language(row.view.report.language)); }},
      {"Version", "of the coder", [](const RowView& row) { return "depesche " + row.view.report.coder.version; }},
  };
}

}  // namespace

Format polecat_format() {
  Format format{"polecat", "POLECAT: tab-separated, 40 columns with a header, a row an event, empty cells None"};
  format.header = format.dated = format.happened = true;
  format.nothing = "None";
  format.columns = event_columns();
  add_side<End::kSource>(format.columns, "Actor");
  add_side<End::kTarget>(format.columns, "Recipient");
  const auto rest = place_and_story_columns();
  format.columns.insert(format.columns.end(), rest.begin(), rest.end());
  return format;
}

}  // namespace depesche::exports
