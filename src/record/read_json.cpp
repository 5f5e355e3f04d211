#include "record/read_json.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace depesche {
namespace {

using Json = nlohmann::json;

/// A field that is not as the schema wants it; caught at the end of this file.
struct BadField {
  std::string what;
};

class JsonReportReader {
 public:
  explicit JsonReportReader(const Json& json) : json_(json) {}

  CodedReport read() {
    read_head();
    for (const Json& one : list(json_, "sentences")) report_.sentences.push_back(span(one));
    for (const Json& one : list(json_, "times"))
      report_.times.push_back({span(one), text(one, "type"), text(one, "value")});
    for (const Json& one : list(json_, "places")) report_.places.push_back(place(one));
    for (const Json& one : list(json_, "actors")) report_.actors.push_back(actor(one));
    for (const Json& one : list(json_, "statements")) report_.statements.push_back(statement(one));
    for (const Json& one : list(json_, "events")) report_.events.push_back(event(one));
    for (const Json& one : list(json_, "commitments")) report_.commitments.push_back(commitment(one));
    return std::move(report_);
  }

 private:
  void read_head() {
    for (const char* key : {"id", "text"}) {
      if (!json_.contains(key) || !json_.at(key).is_string())
        throw BadField{std::string("field '") + key + "' is missing or no text"};
    }
    report_.id = text(json_, "id");
    report_.text = text(json_, "text");
    report_.language = text(json_, "language");
    report_.published = text(json_, "published");
    report_.agency = text(json_, "agency");
    report_.title = text(json_, "title");
    if (const Json* coder = object(json_, "coder"))
      report_.coder = {text(*coder, "version"), text(*coder, "knowledge"), text(*coder, "model")};
    offsets_.reserve(report_.text.size() + 1);
    for (size_t i = 0; i < report_.text.size(); i += utf8::length(static_cast<unsigned char>(report_.text[i])))
      offsets_.push_back(static_cast<uint32_t>(i));
    offsets_.push_back(static_cast<uint32_t>(report_.text.size()));
  }

  static std::string text(const Json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || found->is_null()) return {};
    if (!found->is_string()) throw BadField{std::string("field '") + key + "' is no text"};
    return *found;
  }
  static const Json* object(const Json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || found->is_null()) return nullptr;
    if (!found->is_object()) throw BadField{std::string("field '") + key + "' is no object"};
    return &*found;
  }
  static const Json& list(const Json& json, const char* key) {
    static const Json kEmpty = Json::array();
    const auto found = json.find(key);
    if (found == json.end() || found->is_null()) return kEmpty;
    if (!found->is_array()) throw BadField{std::string("field '") + key + "' is no list"};
    return *found;
  }
  static std::vector<std::string> words(const Json& json, const char* key) {
    std::vector<std::string> out;
    for (const Json& one : list(json, key)) {
      if (!one.is_string()) throw BadField{std::string("field '") + key + "' holds something that is no text"};
      out.push_back(one);
    }
    return out;
  }
  static std::optional<double> number(const Json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || found->is_null()) return std::nullopt;
    if (!found->is_number()) throw BadField{std::string("field '") + key + "' is no number"};
    return found->get<double>();
  }

  [[nodiscard]] Span span(const Json& json) const {
    const auto offset = [&](const char* key) {
      const auto found = json.find(key);
      if (found == json.end() || !found->is_number_unsigned() || found->get<uint64_t>() >= offsets_.size())
        throw BadField{std::string("'") + key + "' of a span is missing or outside the text"};
      return offsets_[found->get<size_t>()];
    };
    if (!json.is_object()) throw BadField{"a span is no object"};
    const Span out{offset("begin"), offset("end")};
    if (out.end < out.begin) throw BadField{"a span ends before it begins"};
    return out;
  }
  /// A span where the object names one, else an empty one.
  [[nodiscard]] Span span_or_none(const Json& json) const { return json.contains("begin") ? span(json) : Span{}; }
  [[nodiscard]] std::vector<Span> spans(const Json& json, const char* key) const {
    std::vector<Span> out;
    for (const Json& one : list(json, key)) out.push_back(span(one));
    return out;
  }
  /// The first place where the text stands; an empty span where it is not found.
  [[nodiscard]] Span find(const std::string& words) const {
    const size_t at = words.empty() ? std::string::npos : report_.text.find(words);
    if (at == std::string::npos) return {};
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
  }

  [[nodiscard]] RecordPlace place(const Json& json) const {
    return {span_or_none(json), text(json, "name"), text(json, "code"), number(json, "lat"), number(json, "lon")};
  }
  [[nodiscard]] std::optional<RecordPlace> optional_place(const Json& json) const {
    const Json* one = object(json, "place");
    return one == nullptr ? std::nullopt : std::optional(place(*one));
  }
  [[nodiscard]] std::optional<RecordDate> date(const Json& json) const {
    const Json* one = object(json, "date");
    if (one == nullptr) return std::nullopt;
    return RecordDate{text(*one, "from"), text(*one, "to"), find(text(*one, "text"))};
  }

  [[nodiscard]] RecordActor actor(const Json& json) const {
    RecordActor out{text(json, "id"),       text(json, "name"),           text(json, "code"),
                    text(json, "sector"),   words(json, "other_sectors"), text(json, "office"),
                    text(json, "wikidata"), text(json, "source"),         {}};
    for (const Json& one : list(json, "mentions")) out.mentions.push_back({span(one), text(one, "form")});
    return out;
  }

  [[nodiscard]] RecordStatement statement(const Json& json) const {
    RecordStatement out;
    out.id = text(json, "id");
    out.speaker = words(json, "speaker");
    out.addressee = words(json, "addressee");
    if (const Json* cue = object(json, "cue")) {
      out.cue = span_or_none(*cue);
      out.cue_lemma = text(*cue, "lemma");
    }
    out.kind = text(json, "kind");
    out.content = spans(json, "content");
    out.date = date(json);
    out.place = optional_place(json);
    out.events = words(json, "events");
    return out;
  }

  [[nodiscard]] RecordEvent event(const Json& json) const {
    RecordEvent out;
    out.id = text(json, "id");
    out.event = text(json, "event");
    out.mode = words(json, "mode");
    out.context = words(json, "context");
    out.cameo = text(json, "cameo");
    out.quad = static_cast<int>(number(json, "quad").value_or(0));
    out.score = number(json, "score");
    out.goldstein = number(json, "goldstein");
    out.actor = words(json, "actor");
    out.recipient = words(json, "recipient");
    out.status = text(json, "status");
    out.historical = json.value("historical", Json(false)) == Json(true);
    out.attributed_to = text(json, "attributed_to");
    out.date = date(json);
    out.place = optional_place(json);
    out.sentence = static_cast<uint32_t>(number(json, "sentence").value_or(0));
    out.evidence = spans(json, "evidence");
    out.rule = text(json, "rule");
    return out;
  }

  [[nodiscard]] std::optional<RecordPart> part(const Json& json, const char* key) const {
    const Json* one = object(json, key);
    if (one == nullptr) return std::nullopt;
    RecordPart out{one->contains("begin") ? span(*one) : find(text(*one, "text")), std::nullopt};
    if (const Json* pattern = object(*one, "template"))
      out.pattern = RecordTemplate{text(*pattern, "event"), words(*pattern, "actor"), words(*pattern, "recipient"),
                                   words(*pattern, "context")};
    return out;
  }

  [[nodiscard]] RecordCommitment commitment(const Json& json) const {
    RecordCommitment out;
    out.id = text(json, "id");
    out.kind = text(json, "kind");
    out.holder = words(json, "holder");
    out.toward = words(json, "toward");
    out.action = part(json, "action");
    out.condition = part(json, "condition");
    out.consequence = part(json, "consequence");
    out.polarity = text(json, "polarity");
    out.state = text(json, "state");
    out.since = text(json, "since");
    out.until = text(json, "until");
    out.statement = text(json, "statement");
    out.evidence = spans(json, "evidence");
    out.rule = text(json, "rule");
    return out;
  }

  const Json& json_;
  CodedReport report_;
  std::vector<uint32_t> offsets_;  ///< code point -> byte
};

}  // namespace

Result<CodedReport> coded_report_from_json(std::string_view json, std::string_view where) {
  const std::string cure = "give the output of 'depesche code --format jsonl'";
  const Json parsed = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (parsed.is_discarded() || !parsed.is_object())
    return Error{ErrorCode::kBadJson, std::string(where), "not a JSON object", cure};
  try {
    return JsonReportReader(parsed).read();
  } catch (const BadField& fault) {
    return Error{ErrorCode::kBadField, std::string(where), fault.what, cure};
  }
}

}  // namespace depesche
