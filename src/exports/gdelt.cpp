// GDELT 1.0 (daily updates, 58 columns) and 2.0 (events, 61 columns; mentions, 16 columns), after its codebooks: no
// header, codes of CAMEO for actors, FIPS 10-4 for places.
#include <fmt/format.h>

#include "base/utf8.h"
#include "exports/cells.h"

namespace depesche::exports {
namespace {

constexpr size_t kTypes = 3;  ///< columns for the types of an actor

template <End kEnd>
std::string actor_code(const RowView& row) {
  const RecordActor* actor = actor_at<kEnd>(row);
  return actor == nullptr ? std::string()
                          : cameo_entity(*actor, row.codes, true) + joined(cameo_roles(*actor, row.codes), "");
}

template <End kEnd>
std::string actor_name(const RowView& row) {
  const RecordActor* actor = actor_at<kEnd>(row);
  return actor == nullptr ? std::string() : upper(actor->name);
}

template <End kEnd>
std::string actor_country(const RowView& row) {
  const RecordActor* actor = actor_at<kEnd>(row);
  if (actor == nullptr) return {};
  if (const NonstateCodes* known = row.codes.nonstate(actor->code)) return std::string(known->gdelt_country);
  const StateCodes* state = row.codes.state(actor->code);
  return state == nullptr ? std::string() : std::string(state->gdelt);
}

template <End kEnd>
std::string actor_group(const RowView& row) {
  const RecordActor* actor = actor_at<kEnd>(row);
  const NonstateCodes* known = actor == nullptr ? nullptr : row.codes.nonstate(actor->code);
  return known == nullptr ? std::string() : std::string(known->gdelt_group);
}

template <End kEnd, size_t kNumber>
std::string actor_type(const RowView& row) {
  const RecordActor* actor = actor_at<kEnd>(row);
  if (actor == nullptr) return {};
  std::vector<std::string> types = cameo_roles(*actor, row.codes);
  if (const NonstateCodes* known = row.codes.nonstate(actor->code))
    types.insert(types.begin(), std::string(known->gdelt_type));
  static_assert(kNumber < kTypes);
  return kNumber < types.size() ? types[kNumber] : std::string();
}

template <End kEnd>
void add_actor(std::vector<Column>& columns, const std::string& prefix) {
  const std::vector<Column> ours{
      {prefix + "Code", "CAMEO code: state or organisation, then roles", actor_code<kEnd>},
      {prefix + "Name", "name in capitals", actor_name<kEnd>},
      {prefix + "CountryCode", "CAMEO code of the state", actor_country<kEnd>},
      {prefix + "KnownGroupCode", "UNO, EEC", actor_group<kEnd>},
      {prefix + "EthnicCode", ""},
      {prefix + "Religion1Code", ""},
      {prefix + "Religion2Code", ""},
      {prefix + "Type1Code", "first role of CAMEO", actor_type<kEnd, 0>},
      {prefix + "Type2Code", "second role", actor_type<kEnd, 1>},
      {prefix + "Type3Code", "third role", actor_type<kEnd, 2>},
  };
  columns.insert(columns.end(), ours.begin(), ours.end());
}

/// YEAR + (30 days for each full month + day) / 365, as GDELT counts.
std::string fraction_date(const RowView& row) {
  const std::string& day = row.view.day;
  const double year = std::stoi(day.substr(0, 4));
  const double days = (std::stoi(day.substr(5, 2)) - 1) * 30 + std::stoi(day.substr(8, 2));
  constexpr double kDays = 365;
  return fmt::format("{:.4f}", year + days / kDays);
}

std::string quad_class(const RowView& row) {
  return std::string(row.codes.root(row.codes.cameo(row.view.row).root()).gdelt);
}

/// Headline and lead.
std::string is_root(const RowView& row) {
  constexpr uint32_t kLead = 2;
  return row.view.event.sentence < kLead ? "1" : "0";
}

std::vector<Column> event_columns() {
  return {
      {"GLOBALEVENTID", "number of the event in the database x 10000 + number of the pair of sides",
       [](const RowView& row) { return std::to_string(row.id); }},
      {"SQLDATE", "day of the event, YYYYMMDD", [](const RowView& row) { return compact(row.view.day); }},
      {"MonthYear", "YYYYMM", [](const RowView& row) { return compact(row.view.day).substr(0, 6); }},
      {"Year", "YYYY", [](const RowView& row) { return row.view.day.substr(0, 4); }},
      {"FractionDate", "year + (30 x full months + day) / 365", fraction_date},
  };
}

std::vector<Column> action_columns() {
  return {
      {"IsRootEvent", "1 in the first two sentences (headline, lead), else 0", is_root},
      {"EventCode", "CAMEO code", [](const RowView& row) { return row.codes.cameo(row.view.row).code; }},
      {"EventBaseCode", "its first three digits",
       [](const RowView& row) { return row.codes.cameo(row.view.row).base(); }},
      {"EventRootCode", "its first two digits",
       [](const RowView& row) { return row.codes.cameo(row.view.row).root(); }},
      {"QuadClass", "of the root: 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict", quad_class},
      {"GoldsteinScale", "of the code",
       [](const RowView& row) { return one_decimal(row.codes.cameo(row.view.row).goldstein); }},
      {"NumMentions", "reports of the act (more than 1 with --dedupe day or node)",
       [](const RowView& row) { return std::to_string(row.view.reports); }},
      {"NumSources", "independent texts among them", [](const RowView& row) { return std::to_string(row.view.texts); }},
      {"NumArticles", "reports of the act", [](const RowView& row) { return std::to_string(row.view.reports); }},
      {"AvgTone", ""},
  };
}

/// GDELT's resolution of a place: 1 state, 3 town in the USA, 4 town elsewhere, 0 none.
std::string place_type(const RowView& row) {
  const store::EventRow& event = row.view.row;
  if (event.place.empty()) return "0";
  if (row.codes.is_state(event.place, event.place_code)) return "1";
  const StateCodes* state = row.codes.state(event.place_code);
  return state != nullptr && state->fips == "US" ? "3" : "4";
}

std::string place_fips(const RowView& row) {
  const StateCodes* state = row.codes.state(row.view.row.place_code);
  return state == nullptr ? std::string() : std::string(state->fips);
}

/// Only of a whole state, where it repeats the state's code.
std::string place_region(const RowView& row) {
  return place_type(row) == "1" ? place_fips(row) : std::string();
}

std::string nowhere(const RowView& /*row*/) {
  return "0";
}

/// The places of the two sides are not coded.
void add_side_place(std::vector<Column>& columns, const std::string& prefix, bool second) {
  columns.push_back({prefix + "Type", "0: not coded", nowhere});
  for (const char* name : {"FullName", "CountryCode", "ADM1Code"}) columns.push_back({prefix + name, ""});
  if (second) columns.push_back({prefix + "ADM2Code", ""});
  for (const char* name : {"Lat", "Long", "FeatureID"}) columns.push_back({prefix + name, ""});
}

void add_action_place(std::vector<Column>& columns, const std::string& prefix, bool second) {
  columns.push_back({prefix + "Type", "1 state, 3 place in the USA, 4 place elsewhere, 0 none", place_type});
  columns.push_back({prefix + "FullName", "place of the event", [](const RowView& row) { return row.view.row.place; }});
  columns.push_back({prefix + "CountryCode", "FIPS 10-4 code of its state", place_fips});
  columns.push_back({prefix + "ADM1Code", "of a whole state its FIPS code, else empty", place_region});
  if (second) columns.push_back({prefix + "ADM2Code", ""});
  columns.push_back({prefix + "Lat", "degrees", [](const RowView& row) { return shortest(row.view.row.lat); }});
  columns.push_back({prefix + "Long", "degrees", [](const RowView& row) { return shortest(row.view.row.lon); }});
  columns.push_back({prefix + "FeatureID", "of a whole state its FIPS code, else empty", place_region});
}

std::string report_time(const RowView& row) {
  return compact(report_day(row.view)) + "000000";
}

Format events(const std::string& name, const std::string& about, bool second) {
  Format format{name, about};
  format.dyads = format.dated = format.happened = true;
  auto& columns = format.columns;
  columns = event_columns();
  add_actor<End::kSource>(columns, "Actor1");
  add_actor<End::kTarget>(columns, "Actor2");
  const auto action = action_columns();
  columns.insert(columns.end(), action.begin(), action.end());
  add_side_place(columns, "Actor1Geo_", second);
  add_side_place(columns, "Actor2Geo_", second);
  add_action_place(columns, "ActionGeo_", second);
  if (second) {
    columns.push_back({"DATEADDED", "day of the report, YYYYMMDD000000", report_time});
  } else {
    columns.push_back(
        {"DATEADDED", "day of the report, YYYYMMDD", [](const RowView& row) { return compact(report_day(row.view)); }});
  }
  columns.push_back(
      {"SOURCEURL", "id of the report as its source gave it", [](const RowView& row) { return row.view.report.id; }});
  return format;
}

std::string offset(const RowView& row, std::optional<uint32_t> byte) {
  return byte ? std::to_string(code_points_before(row.view.report, *byte)) : "-1";
}

/// The mention of that side nearest before the end of the event's words.
template <End kEnd>
std::string actor_offset(const RowView& row) {
  const RecordActor* actor = actor_at<kEnd>(row);
  if (actor == nullptr || actor->mentions.empty() || row.view.event.evidence.empty()) return "-1";
  uint32_t nearest = actor->mentions.front().span.begin;
  for (const RecordMention& mention : actor->mentions) {
    if (mention.span.begin < row.view.event.evidence.back().end) nearest = mention.span.begin;
  }
  return offset(row, nearest);
}

std::string action_offset(const RowView& row) {
  const auto& evidence = row.view.event.evidence;
  return offset(row, evidence.empty() ? std::nullopt : std::optional(evidence.front().begin));
}

std::string text_length(const RowView& row) {
  return std::to_string(utf8::count(row.view.report.text));
}

}  // namespace

Format gdelt1_format() {
  return events("gdelt1", "GDELT 1.0 daily updates: tab-separated, 58 columns, no header, a row a source and target",
                false);
}

Format gdelt2_format() {
  return events("gdelt2", "GDELT 2.0 events: tab-separated, 61 columns, no header, a row a source and target", true);
}

Format gdelt2_mentions_format() {
  Format format{"gdelt2-mentions",
                "GDELT 2.0 mentions: tab-separated, 16 columns, no header, a row a report of a row of gdelt2"};
  format.dyads = format.mentions = format.dated = format.happened = true;
  format.columns = {
      {"GLOBALEVENTID", "as in gdelt2 with the same filters",
       [](const RowView& row) { return std::to_string(row.id); }},
      {"EventTimeDate", "DATEADDED of that row", [](const RowView& row) { return compact(row.added) + "000000"; }},
      {"MentionTimeDate", "day of the report that mentions it, YYYYMMDD000000", report_time},
      {"MentionType", "2: a citation without a web address", [](const RowView& /*row*/) { return std::string("2"); }},
      {"MentionSourceName", "agency", [](const RowView& row) { return row.view.report.agency; }},
      {"MentionIdentifier", "id of the report as its source gave it",
       [](const RowView& row) { return row.view.report.id; }},
      {"SentenceID", "number of the sentence, from 1",
       [](const RowView& row) { return std::to_string(sentence_number(row.view)); }},
      {"Actor1CharOffset", "characters before the mention of the source, -1 for none", actor_offset<End::kSource>},
      {"Actor2CharOffset", "characters before the mention of the target, -1 for none", actor_offset<End::kTarget>},
      {"ActionCharOffset", "characters before the words of the event, -1 for none", action_offset},
      {"InRawText", "1: nothing was rewritten to find it", [](const RowView& /*row*/) { return std::string("1"); }},
      {"Confidence", ""},
      {"MentionDocLen", "characters of the report", text_length},
      {"MentionDocTone", ""},
      {"MentionDocTranslationInfo", "empty: read in the original"},
      {"Extras", ""},
  };
  return format;
}

}  // namespace depesche::exports
