// The JSON form of a CodedReport, read back: what `depesche code` wrote, or a coding by hand in the same form.
#pragma once

#include <string_view>

#include "base/result.h"
#include "record/coded_report.h"

namespace depesche {

/// Offsets in code points become byte offsets. Unknown fields are ignored; `text` and `id` are required. `where` names
/// the line in errors. Errors: kBadJson, kMissingField, kBadField (wrong type, or a span outside the text).
[[nodiscard]] Result<CodedReport> coded_report_from_json(std::string_view json, std::string_view where);

}  // namespace depesche
