// PLOVER as JSON Lines: an event an object, with both sides as lists, and our evidence.
#pragma once

#include <string>

#include "exports/format.h"

namespace depesche::exports {

/// One line with its line end. Offsets count code points of the report's text; fields that do not apply are left out.
[[nodiscard]] std::string plover_line(const RowView& row);

}  // namespace depesche::exports
