// An alert as a row, for the commands that list or tell them.
#pragma once

#include <string>
#include <vector>

#include "rows.h"
#include "store/queries.h"

namespace depesche::app {

[[nodiscard]] const std::vector<std::string>& alert_columns();
[[nodiscard]] std::vector<Cell> alert_row(const store::AlertResult& one);

}  // namespace depesche::app
