// The page that a person reads: a coded report as text for a terminal.
#pragma once

#include <string>

#include "record/coded_report.h"

namespace depesche::app {

struct PageStyle {
  bool colour = false;
  size_t width = 100;  ///< columns
};

/// Head, actors, events with evidence, statements, commitments; ends with an empty line.
[[nodiscard]] std::string page(const CodedReport& report, const PageStyle& style);

}  // namespace depesche::app
