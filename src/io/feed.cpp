#include "io/feed.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <sstream>

#include "base/utf8.h"
#include "io/html.h"

namespace depesche::io {
namespace {

/// Prefixes are those that everybody uses; RSS 1.0 and Atom also come with one of their own for every element.
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view prefix(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

/// What stands directly in the element, in however many pieces (CDATA and text take turns).
std::string text_in(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
  }
  text = utf8::repaired(text);
  return std::string(utf8::trimmed(text));
}

/// The first child of that name which has no prefix but that of the element itself.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& one : node.children()) {
    if (local_name(one) == name && prefix(one) == prefix(node)) return one;
  }
  return {};
}

std::string text_of(const pugi::xml_node& node, std::string_view name) {
  return text_in(child(node, name));
}

std::string without_markup(const std::string& text, const std::string& where) {
  if (text.find_first_of("<&") == std::string::npos) return text;
  auto page = read_html(text, where);
  return page ? std::move(page->text) : std::string();
}

/// An Atom text construct: plain, escaped HTML, or XHTML as elements.
std::string atom_text(const pugi::xml_node& node, const std::string& where) {
  const std::string_view type = node.attribute("type").value();
  if (type == "html" || type == "text/html") return without_markup(text_in(node), where);
  if (type != "xhtml") return text_in(node);
  std::ostringstream out;
  for (const pugi::xml_node& one : node.children()) one.print(out, "", pugi::format_raw);
  return without_markup(utf8::repaired(out.str()), where);
}

std::string atom_link(const pugi::xml_node& entry) {
  for (const pugi::xml_node& one : entry.children()) {
    const std::string_view kind = one.attribute("rel").value();
    if (local_name(one) == "link" && (kind.empty() || kind == "alternate"))
      return utf8::repaired(one.attribute("href").value());
  }
  return {};
}

std::string first_of(std::string first, std::string second) {
  return first.empty() ? std::move(second) : std::move(first);
}

struct Parts {
  std::string key;
  std::string link;
  RawReport report;
  std::string summary;
};

Parts rss_parts(const pugi::xml_node& item, const std::string& where) {
  Parts parts;
  parts.link = text_of(item, "link");
  parts.key = first_of(text_of(item, "guid"), utf8::repaired(item.attribute("rdf:about").value()));
  parts.report.title = utf8::one_line(without_markup(text_of(item, "title"), where));
  parts.report.published =
      feed_date(first_of(text_of(item, "pubDate"), text_in(item.child("dc:date"))));  // RSS 1.0 has the latter
  parts.report.language = text_in(item.child("dc:language"));
  parts.report.text = without_markup(text_in(item.child("content:encoded")), where);
  parts.summary = without_markup(text_of(item, "description"), where);
  return parts;
}

Parts atom_parts(const pugi::xml_node& entry, const std::string& where) {
  Parts parts;
  parts.link = atom_link(entry);
  parts.key = text_of(entry, "id");
  parts.report.title = utf8::one_line(atom_text(child(entry, "title"), where));
  parts.report.published = feed_date(first_of(text_of(entry, "published"), text_of(entry, "updated")));
  parts.report.language = utf8::repaired(entry.attribute("xml:lang").value());
  parts.report.text = atom_text(child(entry, "content"), where);
  parts.summary = atom_text(child(entry, "summary"), where);
  return parts;
}

FeedItem item_of(Parts parts, const std::string& language, const std::string& where, const std::string& fallback) {
  RawReport& report = parts.report;
  const std::string key = first_of(std::move(parts.key), parts.link);
  report.id = first_of(std::move(parts.link), first_of(key, fallback));
  report.origin = where + ": " + report.id;
  if (report.language.empty()) report.language = language;
  report.text = first_of(std::move(report.text), first_of(std::move(parts.summary), report.title));
  if (!report.text.empty()) return {key, std::move(report)};
  return {key, Error{ErrorCode::kFileEmpty, report.origin, "the item has neither text nor title", ""}};
}

Error no_feed(const std::string& where, const std::string& what) {
  return {ErrorCode::kBadFeed, where, what, "give the address of an RSS or Atom feed"};
}

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

std::string two_digits(const std::string& number) {
  return number.size() == 1 ? "0" + number : number;
}

}  // namespace

std::optional<Date> feed_date(std::string_view text) {
  if (const auto day = parse_date(std::string(text.substr(0, 10)))) return day;
  std::string plain(text.substr(0, 60));
  std::replace(plain.begin(), plain.end(), ',', ' ');
  std::istringstream words(plain);
  std::string day;
  std::string month;
  std::string year;
  words >> day;
  if (day.find_first_of("0123456789") == std::string::npos) words >> day;  // the weekday, which may be absent
  words >> month >> year;
  month = utf8::lower(month.substr(0, 3));
  const auto found = std::find(kMonths.begin(), kMonths.end(), month);
  if (found == kMonths.end()) return std::nullopt;
  // Two digits of the year as RFC 2822 reads them.
  if (year.size() == 2) year = (year < "50" ? "20" : "19") + year;
  return parse_date(year + "-" + two_digits(std::to_string(found - kMonths.begin() + 1)) + "-" + two_digits(day));
}

bool looks_like_feed(std::string_view head) {
  for (const std::string_view root : {"<rss", "<feed", "<rdf:RDF", "<atom:feed"}) {
    const size_t at = head.find(root);
    if (at == std::string_view::npos || at + root.size() >= head.size()) continue;
    if (std::string_view(" \t\r\n/>").find(head[at + root.size()]) != std::string_view::npos) return true;
  }
  return false;
}

Result<std::vector<FeedItem>> read_feed(std::string_view utf8, const std::string& where,
                                        const std::string& fallback_id) {
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer(utf8.data(), utf8.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) return no_feed(where, std::string("this is no XML: ") + parsed.description());
  const pugi::xml_node root = document.document_element();
  const std::string_view kind = local_name(root);
  const bool atom = kind == "feed";
  if (!atom && kind != "rss" && kind != "RDF") return no_feed(where, "this is XML, but no feed");
  pugi::xml_node channel = kind == "rss" ? root.child("channel") : root;
  const pugi::xml_node about = kind == "RDF" ? root.child("channel") : channel;
  const std::string language = atom ? utf8::repaired(root.attribute("xml:lang").value())
                                    : first_of(text_of(about, "language"), text_in(about.child("dc:language")));
  std::vector<FeedItem> items;
  for (const pugi::xml_node& node : channel.children()) {
    if (local_name(node) != (atom ? "entry" : "item")) continue;
    const std::string fallback = fallback_id + "-" + std::to_string(items.size() + 1);
    items.push_back(item_of(atom ? atom_parts(node, where) : rss_parts(node, where), language, where, fallback));
  }
  return items;
}

}  // namespace depesche::io
