#include "exports/cells.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace depesche::exports {
namespace {

void add_once(std::vector<std::string>& list, std::string_view text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.emplace_back(text);
}

}  // namespace

std::string plain_cell(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += c == '"' ? '\'' : c;
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string joined(const std::vector<std::string>& list, std::string_view between) {
  return fmt::format("{}", fmt::join(list, between));
}

std::string upper(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const size_t length = std::min<size_t>(utf8::length(static_cast<unsigned char>(text[i])), text.size() - i);
    out += utf8::capitalised(text.substr(i, length));
    i += length;
  }
  return out;
}

std::string shortest(std::optional<double> value) {
  return value ? fmt::format("{}", *value) : std::string();
}

std::string one_decimal(std::optional<double> value) {
  return value ? fmt::format("{:.1f}", *value) : std::string();
}

std::string compact(std::string_view day) {
  std::string out(day);
  std::erase(out, '-');
  return out;
}

std::string report_day(const EventView& view) {
  const std::string published = calendar_day(view.report.published);
  return published.empty() ? view.day : published;
}

std::vector<std::string> sectors_of(const RecordActor& actor) {
  std::vector<std::string> sectors;
  add_once(sectors, actor.sector);
  for (const std::string& other : actor.other_sectors) add_once(sectors, other);
  return sectors;
}

std::vector<std::string> cameo_roles(const RecordActor& actor, const Codes& codes) {
  std::vector<std::string> roles;
  for (const std::string& sector : sectors_of(actor)) add_once(roles, codes.sector(sector).cameo);
  return roles;
}

std::string cameo_entity(const RecordActor& actor, const Codes& codes, bool gdelt) {
  if (const NonstateCodes* known = codes.nonstate(actor.code)) return std::string(known->cameo);
  if (const StateCodes* known = codes.state(actor.code); known != nullptr && gdelt) return std::string(known->gdelt);
  return actor.code;
}

size_t sentence_number(const EventView& view) {
  return size_t{view.event.sentence} + 1;
}

std::string town(const RowView& row) {
  const store::EventRow& event = row.view.row;
  return row.codes.is_state(event.place, event.place_code) ? std::string() : event.place;
}

}  // namespace depesche::exports
