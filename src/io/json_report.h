// One JSON object -> one report.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "io/raw_report.h"

namespace depesche::io {

/// Called with one line for the user about something that is odd but harmless.
using WarningSink = std::function<void(const std::string&)>;

/// Reads reports from JSON and remembers, for one run, what it has warned about.
class JsonReader {
 public:
  explicit JsonReader(WarningSink warn) : warn_(std::move(warn)) {}

  /// Fields: `text` (required), `id`, `title`, `published`, `language`, `agency`; all strings, `id` also an integer;
  /// null counts as absent. A report without `id` gets `fallback_id`. Errors: kBadJson, kMissingField, kBadField,
  /// kFileEmpty, kFileBinary. `where` is "file:line".
  [[nodiscard]] Result<RawReport> read(std::string_view json, const std::string& where, const std::string& fallback_id);

  /// One object, or an array of objects (then the third gets ":3" behind `where` and "-3" behind `fallback_id`).
  [[nodiscard]] std::vector<Result<RawReport>> read_all(std::string_view json, const std::string& where,
                                                        const std::string& fallback_id);

 private:
  WarningSink warn_;
  std::unordered_set<std::string> warned_fields_;
  bool warned_id_ = false;

  friend class ReportFromJson;
};

/// Is this a whole JSON value?
[[nodiscard]] bool is_json(std::string_view text);

}  // namespace depesche::io
