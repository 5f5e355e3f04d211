#include "watch/feed_list.h"

#include <algorithm>
#include <filesystem>

#include "base/utf8.h"

namespace depesche::watch {
namespace {

bool starts_with_scheme(std::string_view text, std::string_view scheme) {
  return text.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), text.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? b + 32 : b);
         });
}

/// "ftp" of "ftp://a"; "" for what has no scheme.
std::string_view scheme_of(std::string_view text) {
  const size_t end = text.find("://");
  if (end == std::string_view::npos || end == 0) return {};
  const bool letters = std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' ||
           c == '.';
  });
  return letters ? text.substr(0, end) : std::string_view();
}

Result<std::string> feed_of(std::string_view line, const std::string& list, size_t number) {
  const auto wrong = [&](const std::string& what, const std::string& cure) {
    return Error{ErrorCode::kBadField, list + ":" + std::to_string(number), what, cure};
  };
  if (std::any_of(line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }))
    return wrong("control characters in a line", "write one feed a line");
  if (line.front() == '<')
    return wrong("this is XML, no list of feeds", "write the feed's name into a text file, one feed a line");
  if (is_url(line)) return std::string(line);
  if (const std::string_view scheme = scheme_of(line); !scheme.empty())
    return wrong("the scheme '" + std::string(scheme) + "' is not followed",
                 "write an http or https address, or a path");
  return (std::filesystem::path(list).parent_path() / std::string(line)).lexically_normal().string();
}

}  // namespace

bool is_url(std::string_view text) {
  return starts_with_scheme(text, "http://") || starts_with_scheme(text, "https://");
}

Result<std::vector<std::string>> read_feed_list(std::string_view text, const std::string& where) {
  std::vector<std::string> feeds;
  size_t number = 0;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = utf8::trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.empty() || line.front() == '#') continue;
    auto feed = feed_of(line, where, number);
    if (!feed) return feed.error();
    if (std::find(feeds.begin(), feeds.end(), *feed) == feeds.end()) feeds.push_back(std::move(feed).value());
  }
  if (feeds.empty()) return Error{ErrorCode::kFileEmpty, where, "no feed is named in it", "write one feed a line"};
  return feeds;
}

std::string shown_feed(const std::string& feed) {
  if (!is_url(feed)) return feed;
  const size_t host = feed.find("://") + 3;
  const size_t end = std::min(feed.find_first_of("/?#", host), feed.size());
  const size_t at = feed.rfind('@', end);
  return at == std::string::npos || at < host ? feed : feed.substr(0, host) + feed.substr(at + 1);
}

}  // namespace depesche::watch
