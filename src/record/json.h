// The JSON form of a CodedReport (schema/report.schema.json): one object a report, offsets in Unicode
// code points, fields that do not apply left out.
#pragma once

#include <string>

#include "record/coded_report.h"

namespace depesche {

/// One line without a trailing newline. Keys come in the order of CODEBOOK.md.
[[nodiscard]] std::string to_json(const CodedReport& report);

}  // namespace depesche
