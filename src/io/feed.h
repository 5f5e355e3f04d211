// A feed (RSS 0.9 to 2.0, RSS 1.0 in RDF, Atom 1.0) -> its reports.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "io/raw_report.h"

namespace depesche::io {

struct FeedItem {
  std::string key;           ///< names the item in its feed: guid, id, else link; "" where it has none
  Result<RawReport> report;  ///< kFileEmpty: neither text nor title
};

/// The items in the order of the document. Id of a report: the link, else the key, else `fallback_id` with a running
/// number; text: the full content where there is one, else the summary, else the title, without markup; published: the
/// day that the feed writes, in its own zone; language: as item or feed state it. XML is parsed by pugixml, which
/// resolves no entities of a document type and loads nothing. Limits are the caller's. `utf8` must be valid UTF-8.
/// Errors: kBadFeed (no XML, no feed). Thread-safe.
[[nodiscard]] Result<std::vector<FeedItem>> read_feed(std::string_view utf8, const std::string& where,
                                                      const std::string& fallback_id);

/// Does the text begin like a feed? `head`: some thousand characters.
[[nodiscard]] bool looks_like_feed(std::string_view head);

/// "2024-09-12T10:00:00+02:00" (RFC 3339) or "Thu, 12 Sep 2024 10:00:00 +0200" (RFC 822, also with two digits of the
/// year) -> the day as written.
[[nodiscard]] std::optional<Date> feed_date(std::string_view text);

}  // namespace depesche::io
