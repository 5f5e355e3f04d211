#include "io/html_scan.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace depesche::io {
namespace {

template <size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 16> kVoid = {"area",  "base",  "br",     "col",     "embed", "hr",
                                                    "img",   "input", "link",   "meta",    "param", "source",
                                                    "track", "wbr",   "keygen", "!doctype"};
/// End tag may be left out: the next of its kind closes it, so it does not deepen the tree by itself.
constexpr std::array<std::string_view, 11> kOptionalEnd = {"p",  "li",    "dt",    "dd",    "tr",      "td",
                                                           "th", "thead", "tbody", "tfoot", "colgroup"};
/// HTML 13.2.6.5: in SVG and MathML "/>" closes a tag; these tags end or suspend such content.
constexpr std::array<std::string_view, 50> kLeavesForeign = {
    "b",   "big",           "blockquote", "body",    "br",         "center", "code", "dd",    "div", "dl",   "dt",
    "em",  "embed",         "font",       "h1",      "h2",         "h3",     "h4",   "h5",    "h6",  "head", "hr",
    "i",   "img",           "li",         "listing", "menu",       "meta",   "nobr", "ol",    "p",   "pre",  "ruby",
    "s",   "small",         "span",       "strong",  "strike",     "sub",    "sup",  "table", "tt",  "u",    "ul",
    "var", "foreignobject", "desc",       "mtext",   "annotation", "mi"};
/// Their content is no markup.
constexpr std::array<std::string_view, 4> kRaw = {"script", "style", "textarea", "title"};

/// Lower-case name of the tag that starts after '<' or '</' at `at`; `buffer` holds it.
std::string_view tag_name(std::string_view html, size_t at, std::array<char, 16>& buffer) {
  size_t n = 0;
  while (at + n < html.size() && n < buffer.size()) {
    const auto c = static_cast<unsigned char>(html[at + n]);
    if (std::isalnum(c) == 0 && !(n == 0 && c == '!')) break;
    buffer[n++] = static_cast<char>(std::tolower(c));
  }
  return {buffer.data(), n};
}

/// Position after the end tag of a raw text element, or the end of the page.
size_t skip_raw(std::string_view html, size_t at, std::string_view name) {
  std::array<char, 16> buffer{};
  for (;;) {
    const size_t end = html.find("</", at);
    if (end == std::string_view::npos) return html.size();
    if (tag_name(html, end + 2, buffer) == name) return end;
    at = end + 2;
  }
}

}  // namespace

namespace {

/// Counts the elements that are open at one time.
class DepthCounter {
 public:
  void closed(std::string_view name) {
    if (is_foreign_root(name)) foreign_ = false;
    if (!contains(kOptionalEnd, name)) depth_ -= std::min<size_t>(depth_, 1);
  }
  void opened(std::string_view name, bool self_closing) {
    if (contains(kLeavesForeign, name)) foreign_ = false;
    if (foreign_) {
      if (!self_closing) ++depth_;
      return;
    }
    foreign_ = is_foreign_root(name) && !self_closing;
    if (!contains(kVoid, name) && !contains(kOptionalEnd, name)) ++depth_;
  }
  [[nodiscard]] size_t depth() const { return depth_; }

 private:
  static bool is_foreign_root(std::string_view name) { return name == "svg" || name == "math"; }
  size_t depth_ = 0;
  bool foreign_ = false;
};

}  // namespace

std::optional<std::string> scan_nesting(std::string_view html, const HtmlLimits& limits) {
  DepthCounter counter;
  std::array<char, 16> buffer{};
  size_t at = 0;
  while ((at = html.find('<', at)) != std::string_view::npos) {
    ++at;
    if (html.substr(at, 3) == "!--") {
      at = html.find("-->", at);
      if (at == std::string_view::npos) break;
      continue;
    }
    const bool closing = at < html.size() && html[at] == '/';
    const std::string_view name = tag_name(html, at + (closing ? 1 : 0), buffer);
    if (name.empty()) continue;
    if (closing) {
      counter.closed(name);
      continue;
    }
    const size_t end = std::min(html.find('>', at), html.size());
    counter.opened(name, end > at && html[end - 1] == '/');
    if (counter.depth() > limits.max_depth)
      return "the HTML is nested deeper than " + std::to_string(limits.max_depth) + " elements";
    if (contains(kRaw, name)) at = skip_raw(html, end, name);
  }
  return std::nullopt;
}

bool looks_like_html(std::string_view text) {
  const size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || text[start] != '<') return false;
  std::array<char, 16> buffer{};
  const std::string_view name = tag_name(text, start + 1, buffer);
  constexpr std::array<std::string_view, 8> kFirst = {"!doctype", "html", "head", "body",
                                                      "article",  "div",  "meta", "title"};
  return contains(kFirst, name) || text.substr(start, 4) == "<!--";
}

}  // namespace depesche::io
