#include "text/layout.h"

#include <algorithm>
#include <optional>

#include "text/chars.h"

namespace depesche::text {
namespace {

constexpr size_t kMaxHeadlines = 4;
constexpr size_t kMaxHeadlineWords = 25;
constexpr uint32_t kMaxDateline = 120;  ///< bytes before the dash
constexpr uint32_t kMaxSignOff = 300;

Span trim(std::string_view text, Span span) {
  while (span.begin < span.end && is_space(peek(text, span.begin))) span.begin = read(text, span.begin).next;
  while (span.begin < span.end) {
    uint32_t last = span.end - 1;
    while (last > span.begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    if (!is_space(utf8::decode(text, last))) break;
    span.end = last;
  }
  return span;
}

std::vector<Span> lines_of(std::string_view text) {
  std::vector<Span> lines;
  uint32_t begin = 0;
  for (uint32_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != '\n' && text[i] != '\r') continue;
    const bool crlf = i + 1 < text.size() && text[i] == '\r' && text[i + 1] == '\n';
    lines.push_back(trim(text, {begin, i}));
    if (crlf) ++i;
    begin = i + 1;
  }
  return lines;
}

bool ends_sentence(std::string_view text, Span line) {
  uint32_t end = line.end;
  while (end > line.begin) {
    const char32_t c = before(text, end);
    if (c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026) return true;
    if (!is_quote(c) && !is_closing_bracket(c)) return false;
    std::string one;
    utf8::append(one, c);
    end -= static_cast<uint32_t>(one.size());
  }
  return false;
}

/// Line width if the text is hard-wrapped, else 0.
uint32_t wrap_width(std::string_view text, const std::vector<Span>& lines) {
  size_t broken = 0;
  size_t inside = 0;
  uint32_t widest = 0;
  size_t sum = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].empty() || lines[i + 1].empty()) continue;
    ++broken;
    if (!ends_sentence(text, lines[i])) ++inside;
    widest = std::max(widest, lines[i].size());
    sum += lines[i].size();
  }
  if (broken < 3 || inside * 10 < broken * 6) return 0;
  const size_t mean = sum / broken;
  return mean >= 40 && widest <= 140 && mean * 10 >= static_cast<size_t>(widest) * 6 ? widest : 0;
}

std::vector<Span> paragraphs_of(std::string_view text) {
  const std::vector<Span> lines = lines_of(text);
  const uint32_t width = wrap_width(text, lines);
  std::vector<Span> paragraphs;
  bool open = false;
  for (const Span line : lines) {
    if (line.empty()) {
      open = false;
      continue;
    }
    if (open) {
      paragraphs.back().end = line.end;
    } else {
      paragraphs.push_back(line);
    }
    open = width > 0 && line.size() * 10 >= width * 6;
  }
  return paragraphs;
}

size_t count_words(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= 0x20;
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

/// "Clinton Breaks With Obama On Lawsuit Bill.": nearly every longer word has a capital.
bool title_case(std::string_view text) {
  size_t longer = 0;
  size_t capital = 0;
  for (uint32_t i = 0; i < text.size();) {
    uint32_t end = i;
    size_t letters = 0;
    while (end < text.size() && !is_space(peek(text, end))) {
      letters += utf8::is_letter(peek(text, end)) ? 1 : 0;
      end = read(text, end).next;
    }
    if (letters > 3) {
      ++longer;
      capital += utf8::is_upper(peek(text, i)) || is_quote(peek(text, i)) ? 1 : 0;
    }
    i = end < text.size() ? read(text, end).next : end;
  }
  return longer >= 3 && capital * 10 >= longer * 9;
}

size_t count_headlines(std::string_view text, std::string_view title, const std::vector<Span>& paragraphs,
                       bool title_case_tells) {
  size_t count = 0;
  while (count + 1 < paragraphs.size() && count < kMaxHeadlines) {
    const Span p = paragraphs[count];
    const std::string_view line = text.substr(p.begin, p.size());
    const bool is_title = !title.empty() && line == title;
    const bool open_end = !ends_sentence(text, p) && count_words(line) <= kMaxHeadlineWords;
    const bool capitals = title_case_tells && count_words(line) <= kMaxHeadlineWords && title_case(line);
    if (!is_title && !open_end && !capitals) break;
    ++count;
  }
  return count;
}

/// The agencies that may be named: those of the lexicon and the one that the report states.
struct Agencies {
  const TextLexicon& lexicon;
  std::string_view stated;

  [[nodiscard]] std::string_view named(std::string_view text) const {
    return !stated.empty() && text == stated ? stated : lexicon.agency(text);
  }
};

/// The agency named in "AFP", "dpa/ww", "Reuters, own report"; "" when no part names one.
std::string_view agency_in(std::string_view inside, const Agencies& agencies) {
  if (const auto whole = agencies.named(inside); !whole.empty()) return whole;
  size_t begin = 0;
  for (size_t i = 0; i <= inside.size(); ++i) {
    if (i < inside.size() && inside[i] != '/' && inside[i] != ',' && inside[i] != ';') continue;
    const std::string_view piece = inside.substr(begin, i - begin);
    const Span part = trim(piece, {0, static_cast<uint32_t>(piece.size())});
    if (const auto name = agencies.named(piece.substr(part.begin, part.size())); !name.empty()) return name;
    begin = i + 1;
  }
  return "";
}

/// End of a dash that stands free or follows a bracket at `at` (spaces allowed before it); nothing otherwise.
std::optional<uint32_t> dash_after(std::string_view text, uint32_t at, uint32_t end, bool needs_space) {
  bool space = false;
  while (at < end && is_space(peek(text, at))) {
    space = true;
    at = read(text, at).next;
  }
  if (at >= end || !is_dash(peek(text, at)) || (needs_space && !space)) return std::nullopt;
  while (at < end && is_dash(peek(text, at))) at = read(text, at).next;
  if (at < end && !is_space(peek(text, at)) && needs_space) return std::nullopt;
  return at;
}

/// "BERLIN (dpa) - ", "Moskau/Kiew (AFP) –", "Dec 29 (Reuters) - ", "HEMPSTEAD, N.Y., Sept. 26 (UPI) — "
bool dateline_with_agency(std::string_view text, Span paragraph, const Agencies& agencies, Layout& out) {
  const uint32_t limit = std::min(paragraph.end, paragraph.begin + kMaxDateline);
  const char32_t first = peek(text, paragraph.begin);
  if (!utf8::is_upper(first)) return false;
  for (uint32_t i = paragraph.begin; i < limit; ++i) {
    if (text[i] != '(') continue;
    const size_t close = text.find(')', i);
    if (close == std::string_view::npos || close >= limit) return false;
    const std::string_view name = agency_in(text.substr(i + 1, close - i - 1), agencies);
    if (name.empty()) return false;
    const auto after = static_cast<uint32_t>(close + 1);
    const auto dash = dash_after(text, after, paragraph.end, false);
    if (!dash) return false;
    out.dateline = {paragraph.begin, *dash};
    out.agency = std::string(name);
    return true;
  }
  return false;
}

/// "WASHINGTON ― ", "JACKSON, Miss. - ": a first word in capitals and a free dash within six words, no sentence
/// between.
bool dateline_in_capitals(std::string_view text, Span paragraph, Layout& out) {
  uint32_t i = paragraph.begin;
  size_t letters = 0;
  while (i < paragraph.end && utf8::is_upper(peek(text, i))) {
    ++letters;
    i = read(text, i).next;
  }
  const char32_t next = peek(text, i);
  if (letters < 3 || utf8::is_letter(next) || is_digit(next)) return false;
  size_t words = 1;
  const uint32_t limit = std::min(paragraph.end, paragraph.begin + kMaxDateline);
  while (i < limit && words <= 6) {
    const char32_t c = peek(text, i);
    if (is_opening_bracket(c) || c == '?' || c == '!' || c == ':') return false;
    if (is_space(c)) {
      if (const auto dash = dash_after(text, i, paragraph.end, true)) {
        out.dateline = {paragraph.begin, *dash};
        return true;
      }
      ++words;
      const char32_t start = peek(text, read(text, i).next);
      if (!utf8::is_upper(start) && !is_digit(start)) return false;
    }
    i = read(text, i).next;
  }
  return false;
}

/// "(AFP)" or "(Reporting by ...)" at the end, or a last line "afp/dpa".
void find_sign_off(std::string_view text, const Agencies& agencies, Layout& out) {
  const Span last = out.paragraphs.back();
  const std::string_view body = text.substr(last.begin, last.size());
  Span found;
  std::string_view name;
  const bool bracketed = body.ends_with(')') || body.ends_with(").") || body.ends_with(']');
  if (bracketed) {
    const size_t open = body.find_last_of("([");
    const size_t close = body.find_last_of(")]");
    if (open == std::string_view::npos || close < open || close - open > kMaxSignOff) return;
    const std::string_view inside = body.substr(open + 1, close - open - 1);
    name = agency_in(inside, agencies);
    if (name.empty() && !agencies.lexicon.opens_sign_off(inside)) return;
    found = {last.begin + static_cast<uint32_t>(open), last.end};
  } else {
    if (out.paragraphs.size() < 2 || body.size() > 60) return;
    name = agency_in(body, agencies);
    if (name.empty() && !agencies.lexicon.opens_sign_off(body)) return;
    found = last;
  }
  out.sign_off = found;
  if (out.agency.empty()) out.agency = std::string(name);
}

}  // namespace

Layout lay_out(std::string_view text, std::string_view title, const TextLexicon& lexicon, std::string_view agency) {
  Layout out;
  out.paragraphs = paragraphs_of(text);
  if (out.paragraphs.empty()) return out;
  out.headlines = count_headlines(text, title, out.paragraphs, true);
  const Span body = out.paragraphs[out.headlines];
  const Agencies agencies{lexicon, agency};
  if (!dateline_with_agency(text, body, agencies, out)) dateline_in_capitals(text, body, out);
  find_sign_off(text, agencies, out);
  if (!out.sign_off.empty() && out.sign_off.overlaps(out.dateline)) out.sign_off = {};
  return out;
}

}  // namespace depesche::text
