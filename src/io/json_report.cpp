#include "io/json_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace depesche::io {
namespace {

using nlohmann::json;

constexpr const char* kFields = "id, text, title, published, language, agency";
constexpr size_t kMaxWarnedFields = 100;  ///< a file of random keys shall not fill the screen

/// nlohmann's "[json.exception.parse_error.101] parse error at line 1, column 7: ..." without its head.
std::string plain_reason(const std::string& what) {
  const size_t head = what.find("] ");
  std::string reason = head == std::string::npos ? what : what.substr(head + 2);
  std::replace_if(
      reason.begin(), reason.end(), [](unsigned char c) { return c < 0x20; }, ' ');
  return reason.size() > 200 ? reason.substr(0, 200) + "..." : reason;
}

Error fault(ErrorCode code, const std::string& where, std::string what, std::string cure) {
  return {code, where, std::move(what), std::move(cure)};
}

}  // namespace

/// Takes one parsed object apart.
class ReportFromJson {
 public:
  ReportFromJson(JsonReader& reader, const json& object, const std::string& where, const std::string& fallback_id)
      : reader_(reader), object_(object), where_(where), fallback_id_(fallback_id) {}

  Result<RawReport> run() {
    if (!object_.is_object())
      return fault(ErrorCode::kBadJson, where_, "this is no JSON object", "give one object a line");
    warn_unknown();
    RawReport report;
    report.origin = where_;
    if (auto error = id(report)) return *error;
    for (const auto& [field, target] : {std::pair{"text", &report.text}, std::pair{"title", &report.title},
                                        std::pair{"language", &report.language}, std::pair{"agency", &report.agency}}) {
      if (auto error = text(field, *target)) return *error;
    }
    if (auto error = check_text(report.text)) return *error;
    if (auto error = published(report)) return *error;
    return report;
  }

 private:
  const json* field(const char* name) const {
    const auto it = object_.find(name);
    return it == object_.end() || it->is_null() ? nullptr : &*it;
  }

  std::optional<Error> text(const char* name, std::string& out) const {
    const json* value = field(name);
    if (value == nullptr) return std::nullopt;
    if (!value->is_string())
      return fault(ErrorCode::kBadField, where_, std::string("`") + name + "` is no string",
                   "write it in quotation marks");
    out = value->get<std::string>();
    return std::nullopt;
  }

  std::optional<Error> id(RawReport& report) const {
    const json* value = field("id");
    if (value != nullptr && value->is_number_integer()) {
      report.id = value->dump();
      return std::nullopt;
    }
    if (auto error = text("id", report.id)) return error;
    if (!report.id.empty()) return std::nullopt;
    report.id = fallback_id_;
    if (!reader_.warned_id_)
      reader_.warn_(where_ + ": a report without `id` is called \"" + report.id + "\" (said once)");
    reader_.warned_id_ = true;
    return std::nullopt;
  }

  std::optional<Error> check_text(const std::string& body) const {
    if (field("text") == nullptr) return fault(ErrorCode::kMissingField, where_, "`text` is missing", "add it");
    if (body.find('\0') != std::string::npos)
      return fault(ErrorCode::kFileBinary, where_, "`text` holds NUL characters", "give plain text");
    const bool blank = std::all_of(body.begin(), body.end(), [](unsigned char c) { return c <= 0x20; });
    if (blank) return fault(ErrorCode::kFileEmpty, where_, "`text` is empty", "give a report with text");
    return std::nullopt;
  }

  std::optional<Error> published(RawReport& report) const {
    std::string date;
    if (auto error = text("published", date)) return error;
    if (date.empty()) return std::nullopt;
    report.published = parse_date(date);
    if (report.published) return std::nullopt;
    return fault(ErrorCode::kBadField, where_, "`published` is no date: \"" + date.substr(0, 40) + "\"",
                 "write it as 2024-06-21");
  }

  void warn_unknown() const {
    for (const auto& [name, value] : object_.items()) {
      const bool known = name == "id" || name == "text" || name == "title" || name == "published" ||
                         name == "language" || name == "agency";
      if (known || reader_.warned_fields_.size() >= kMaxWarnedFields) continue;
      if (!reader_.warned_fields_.insert(name).second) continue;
      reader_.warn_(where_ + ": the unknown field `" + name.substr(0, 60) + "` is not read (said once; known are " +
                    kFields + ")");
    }
  }

  JsonReader& reader_;
  const json& object_;
  const std::string& where_;
  const std::string& fallback_id_;
};

namespace {

Result<json> parse(std::string_view text, const std::string& where) {
  try {
    return json::parse(text);
  } catch (const json::exception& problem) {
    std::string reason = plain_reason(problem.what());
    // Of JSON Lines the parser sees one line; the line of the file stands in `where`.
    constexpr std::string_view kFirstLine = "at line 1, column";
    const size_t at = reason.find(kFirstLine);
    if (at != std::string::npos) reason.replace(at, kFirstLine.size(), "at column");
    return fault(ErrorCode::kBadJson, where, std::move(reason), "mend the JSON");
  }
}

}  // namespace

Result<RawReport> JsonReader::read(std::string_view text, const std::string& where, const std::string& fallback_id) {
  const auto parsed = parse(text, where);
  if (!parsed) return parsed.error();
  return ReportFromJson(*this, *parsed, where, fallback_id).run();
}

std::vector<Result<RawReport>> JsonReader::read_all(std::string_view text, const std::string& where,
                                                    const std::string& fallback_id) {
  std::vector<Result<RawReport>> reports;
  const auto parsed = parse(text, where);
  if (!parsed) {
    reports.emplace_back(parsed.error());
    return reports;
  }
  if (!parsed->is_array()) {
    reports.push_back(ReportFromJson(*this, *parsed, where, fallback_id).run());
    return reports;
  }
  size_t number = 0;
  for (const json& item : *parsed) {
    ++number;
    const std::string place = where + ":" + std::to_string(number);
    const std::string name = fallback_id + "-" + std::to_string(number);
    reports.push_back(ReportFromJson(*this, item, place, name).run());
  }
  return reports;
}

bool is_json(std::string_view text) {
  return json::accept(text);
}

}  // namespace depesche::io
