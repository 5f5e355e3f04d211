// A web page -> the running text of its article, with what its markup says about title, date and language.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "io/raw_report.h"

namespace depesche::io {

struct HtmlLimits {
  size_t max_depth = 1000;                ///< open elements at one time
  size_t max_memory = size_t{512} << 20;  ///< bytes of the parsed page
};

/// Fills text, title, published, language of a report (id and origin are the caller's). Parsed by gumbo; block elements
/// become paragraphs (blank line between), <br> a line break, other white space one blank. The text is that of the only
/// <article>, else of the only <main>, else of <body>; navigation, asides, scripts, forms, footers and captions are
/// left out. Nesting is checked on the tags before parsing, memory while parsing. `utf8` must be valid UTF-8. Errors:
/// kTooLarge (nesting, memory), kFileEmpty (no text). Thread-safe.
[[nodiscard]] Result<RawReport> read_html(std::string_view utf8, std::string_view where, const HtmlLimits& limits = {});

/// Does the text begin like a web page?
[[nodiscard]] bool looks_like_html(std::string_view text);

}  // namespace depesche::io
