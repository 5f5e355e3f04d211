#include "knowledge/compile/faults.h"

#include <algorithm>
#include <tuple>

#include "base/edit_distance.h"
#include "base/utf8.h"

namespace depesche::kb {
namespace {

/// A message quotes what stands in the file; line breaks and other control characters there become blanks: a fault is
/// one line.
std::string one_line(std::string message) {
  for (char& c : message) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return message;
}

}  // namespace

std::string Fault::text() const {
  std::string out = file;
  if (line > 0) out += ":" + std::to_string(line) + ":" + std::to_string(column);
  return out + (warning ? ": warning: " : ": ") + message;
}

void Faults::add(const Place& place, std::string message, bool warning) {
  if (!warning) ++errors_;
  faults_.push_back({place.file != nullptr ? *place.file : std::string(), place.line, place.column,
                     one_line(std::move(message)), warning});
}

std::vector<Fault> Faults::take() {
  const auto fields = [](const Fault& f) { return std::tie(f.file, f.line, f.column, f.message); };
  std::stable_sort(faults_.begin(), faults_.end(),
                   [&](const Fault& a, const Fault& b) { return fields(a) < fields(b); });
  faults_.erase(std::unique(faults_.begin(), faults_.end(),
                            [&](const Fault& a, const Fault& b) { return fields(a) == fields(b); }),
                faults_.end());
  return std::move(faults_);
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string folded = utf8::lower(word);
  std::string_view best;
  size_t best_distance = (word.size() < 4 ? 1 : std::max<size_t>(2, word.size() / 3)) + 1;
  for (const std::string_view candidate : candidates) {
    const size_t distance = edit_distance(folded, utf8::lower(candidate), best_distance);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best.empty() ? std::string() : " (did you mean '" + std::string(best) + "'?)";
}

std::optional<size_t> first_invalid_utf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const size_t n = lead < 0x80                   ? 1
                     : lead >= 0xF0 && lead < 0xF5 ? 4
                     : lead >= 0xE0 && lead < 0xF0 ? 3
                     : lead >= 0xC2 && lead < 0xE0 ? 2
                                                   : 0;
    if (n == 0 || at + n > text.size()) return at;
    for (size_t i = 1; i < n; ++i) {
      if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80U) return at;
    }
    const char32_t c = utf8::decode(text, at);
    const bool overlong = (n == 3 && c < 0x800) || (n == 4 && c < 0x10000);
    if (overlong || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return at;
    at += n;
  }
  return std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace depesche::kb
