// A cheap look at the tags of a page before it is parsed: the parser looks through all open elements at nearly every
// tag, so a page that is nested a million deep would take it days.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "io/html.h"

namespace depesche::io {

/// What is wrong, or nothing. Linear; counts open minus closed tags, void elements and elements whose end tag may be
/// left out do not count.
[[nodiscard]] std::optional<std::string> scan_nesting(std::string_view html, const HtmlLimits& limits);

}  // namespace depesche::io
