// The list of feeds that a user wants followed: a text file, one feed a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace depesche::watch {

/// "https://..." or "http://..."
[[nodiscard]] bool is_url(std::string_view text);

/// A feed of a list is an http(s) address or the path of a file. Blank lines and lines that begin with `#` are passed
/// over, blanks around a feed dropped, a feed named twice is taken once. A relative path starts from the folder of the
/// list, `where`. Errors, with the line: kBadField (another scheme, control characters, XML instead of a list).
/// Thread-safe.
[[nodiscard]] Result<std::vector<std::string>> read_feed_list(std::string_view text, const std::string& where);

/// The feed as it may be shown and stored: without name and password of an address.
[[nodiscard]] std::string shown_feed(const std::string& feed);

}  // namespace depesche::watch
