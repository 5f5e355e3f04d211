#include "record/json.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace depesche {
namespace {

using Json = nlohmann::ordered_json;

/// Writes one report; keeps the map from bytes to code points.
class JsonWriter {
 public:
  explicit JsonWriter(const CodedReport& report) : report_(report), points_(report.text) {}

  [[nodiscard]] Json write() const;

 private:
  [[nodiscard]] Json span(Span s) const { return {{"begin", points_.at(s.begin)}, {"end", points_.at(s.end)}}; }
  [[nodiscard]] Json spans(const std::vector<Span>& list) const {
    Json out = Json::array();
    for (const Span s : list) out.push_back(span(s));
    return out;
  }
  [[nodiscard]] Json place(const RecordPlace& p) const;
  [[nodiscard]] Json date(const RecordDate& d) const;
  [[nodiscard]] Json actor(const RecordActor& a) const;
  [[nodiscard]] Json statement(const RecordStatement& s) const;
  [[nodiscard]] Json event(const RecordEvent& e) const;
  [[nodiscard]] Json part(const RecordPart& p) const;
  [[nodiscard]] Json commitment(const RecordCommitment& c) const;

  const CodedReport& report_;
  utf8::CodePointIndex points_;
};

void put(Json& object, const char* key, const std::string& value) {
  if (!value.empty()) object[key] = value;
}

void put(Json& object, const char* key, const std::vector<std::string>& values) {
  if (!values.empty()) object[key] = values;
}

void put(Json& object, const char* key, const std::optional<double>& value) {
  if (value) object[key] = *value;
}

Json JsonWriter::place(const RecordPlace& p) const {
  Json out = span(p.span);
  put(out, "name", p.name);
  put(out, "code", p.code);
  put(out, "lat", p.lat);
  put(out, "lon", p.lon);
  return out;
}

Json JsonWriter::date(const RecordDate& d) const {
  Json out = Json::object();
  put(out, "from", d.from);
  put(out, "to", d.to);
  if (!d.text.empty()) out["text"] = std::string(report_.slice(d.text));
  return out;
}

Json JsonWriter::actor(const RecordActor& a) const {
  Json out{{"id", a.id}, {"name", a.name}};
  put(out, "code", a.code);
  put(out, "sector", a.sector);
  put(out, "other_sectors", a.other_sectors);
  put(out, "office", a.office);
  put(out, "wikidata", a.wikidata);
  put(out, "source", a.source);
  Json mentions = Json::array();
  for (const RecordMention& m : a.mentions) {
    Json one = span(m.span);
    one["text"] = std::string(report_.slice(m.span));
    one["form"] = m.form;
    mentions.push_back(std::move(one));
  }
  out["mentions"] = std::move(mentions);
  return out;
}

Json JsonWriter::statement(const RecordStatement& s) const {
  Json out{{"id", s.id}, {"speaker", s.speaker}};
  put(out, "addressee", s.addressee);
  if (!s.cue.empty()) {
    out["cue"] = span(s.cue);
    put(out["cue"], "lemma", s.cue_lemma);
  }
  out["kind"] = s.kind;
  out["content"] = spans(s.content);
  if (s.date) out["date"] = date(*s.date);
  if (s.place) out["place"] = place(*s.place);
  put(out, "events", s.events);
  return out;
}

Json JsonWriter::event(const RecordEvent& e) const {
  Json out{{"id", e.id}, {"event", e.event}};
  put(out, "mode", e.mode);
  put(out, "context", e.context);
  put(out, "cameo", e.cameo);
  if (e.quad != 0) out["quad"] = e.quad;
  put(out, "score", e.score);
  put(out, "goldstein", e.goldstein);
  out["actor"] = e.actor;
  put(out, "recipient", e.recipient);
  out["status"] = e.status;
  if (e.historical) out["historical"] = true;
  put(out, "attributed_to", e.attributed_to);
  if (e.date) out["date"] = date(*e.date);
  if (e.place) out["place"] = place(*e.place);
  out["sentence"] = e.sentence;
  out["evidence"] = spans(e.evidence);
  put(out, "rule", e.rule);
  return out;
}

Json JsonWriter::part(const RecordPart& p) const {
  Json out = span(p.text);
  out["text"] = std::string(report_.slice(p.text));
  if (p.pattern) {
    Json pattern{{"event", p.pattern->event}};
    put(pattern, "actor", p.pattern->actor);
    put(pattern, "recipient", p.pattern->recipient);
    put(pattern, "context", p.pattern->context);
    out["template"] = std::move(pattern);
  }
  return out;
}

Json JsonWriter::commitment(const RecordCommitment& c) const {
  Json out{{"id", c.id}, {"kind", c.kind}, {"holder", c.holder}};
  put(out, "toward", c.toward);
  if (c.action) out["action"] = part(*c.action);
  put(out, "polarity", c.polarity);
  if (c.condition) out["condition"] = part(*c.condition);
  if (c.consequence) out["consequence"] = part(*c.consequence);
  out["state"] = c.state;
  put(out, "since", c.since);
  put(out, "until", c.until);
  put(out, "statement", c.statement);
  out["evidence"] = spans(c.evidence);
  put(out, "rule", c.rule);
  return out;
}

Json JsonWriter::write() const {
  Json out{{"id", report_.id}, {"language", report_.language}};
  put(out, "published", report_.published);
  put(out, "agency", report_.agency);
  put(out, "title", report_.title);
  out["text"] = report_.text;
  out["coder"] = {
      {"version", report_.coder.version}, {"knowledge", report_.coder.knowledge}, {"model", report_.coder.model}};
  out["sentences"] = spans(report_.sentences);
  Json list = Json::array();
  for (const RecordTime& t : report_.times) {
    Json one = span(t.span);
    one["type"] = t.type;
    put(one, "value", t.value);
    list.push_back(std::move(one));
  }
  out["times"] = std::move(list);
  list = Json::array();
  for (const RecordPlace& p : report_.places) list.push_back(place(p));
  out["places"] = std::move(list);
  list = Json::array();
  for (const RecordActor& a : report_.actors) list.push_back(actor(a));
  out["actors"] = std::move(list);
  list = Json::array();
  for (const RecordStatement& s : report_.statements) list.push_back(statement(s));
  out["statements"] = std::move(list);
  list = Json::array();
  for (const RecordEvent& e : report_.events) list.push_back(event(e));
  out["events"] = std::move(list);
  list = Json::array();
  for (const RecordCommitment& c : report_.commitments) list.push_back(commitment(c));
  out["commitments"] = std::move(list);
  return out;
}

}  // namespace

std::string to_json(const CodedReport& report) {
  return JsonWriter(report).write().dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace depesche
