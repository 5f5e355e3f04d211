#include "exports/plover.h"

#include <nlohmann/json.hpp>

#include "exports/cells.h"

namespace depesche::exports {
namespace {

using Json = nlohmann::ordered_json;

void put(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

Json actor_json(const RowView& row, const RecordActor& actor) {
  Json json = Json::object();
  put(json, "name", actor.name);
  put(json, "code", actor.code);
  if (row.codes.state(actor.code) != nullptr) json["country"] = actor.code;
  put(json, "sector", actor.sector);
  if (!actor.other_sectors.empty()) json["other_sectors"] = actor.other_sectors;
  put(json, "title", actor.office);
  put(json, "wikidata", actor.wikidata);
  if (!actor.mentions.empty()) json["text"] = std::string(row.view.report.slice(actor.mentions.front().span));
  return json;
}

Json side_json(const RowView& row, const std::vector<const RecordActor*>& actors) {
  Json list = Json::array();
  for (const RecordActor* actor : actors) list.push_back(actor_json(row, *actor));
  return list;
}

Json place_json(const store::EventRow& event) {
  Json json{{"name", event.place}};
  put(json, "country", event.place_code);
  if (event.lat) json["latitude"] = *event.lat;
  if (event.lon) json["longitude"] = *event.lon;
  return json;
}

Json evidence_json(const EventView& view) {
  Json list = Json::array();
  for (const Span span : view.event.evidence) {
    list.push_back({{"begin", code_points_before(view.report, span.begin)},
                    {"end", code_points_before(view.report, span.end)},
                    {"text", std::string(view.report.slice(span))}});
  }
  return list;
}

Json story_json(const EventView& view) {
  const CodedReport& report = view.report;
  Json json{{"id", report.id}, {"hash", view.hash}};
  put(json, "title", report.title);
  put(json, "publication", report.agency);
  put(json, "published", report.published);
  put(json, "language", report.language);
  json["coder"] = "depesche " + report.coder.version;
  put(json, "knowledge", report.coder.knowledge);
  put(json, "model", report.coder.model);
  return json;
}

}  // namespace

std::string plover_line(const RowView& row) {
  const store::EventRow& event = row.view.row;
  Json json{{"event_id", row.view.id()}};
  put(json, "event_date", event.day);
  if (event.last_day != event.day) put(json, "event_date_end", event.last_day);
  json["event_type"] = event.type;
  if (!event.modes.empty()) json["event_mode"] = event.modes;
  if (!event.contexts.empty()) json["contexts"] = event.contexts;
  json["quad_code"] = event.quad;
  json["quad_class"] = row.codes.quad_class(event.type);
  if (event.score) json["intensity"] = *event.score;
  put(json, "cameo", event.cameo);
  if (event.goldstein) json["goldstein"] = *event.goldstein;
  json["status"] = event.status;
  if (event.historical) json["historical"] = true;
  json["actor"] = side_json(row, row.view.actors);
  json["recipient"] = side_json(row, row.view.recipients);
  if (!event.place.empty()) json["location"] = place_json(event);
  put(json, "attributed_to", event.attributed_to);
  json["text"] = event.sentence;
  json["evidence"] = evidence_json(row.view);
  put(json, "rule", event.rule);
  json["reports"] = row.view.reports;
  json["texts"] = row.view.texts;
  json["story"] = story_json(row.view);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Format plover_format() {
  return {"plover", "PLOVER 2.0 as JSON Lines, an object an event, with status and evidence", {}};
}

}  // namespace depesche::exports
