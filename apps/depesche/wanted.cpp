// Reading what the user of --why-not misses.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "knowledge/compile/faults.h"
#include "why_not.h"
#include "words.h"

namespace depesche::app {
namespace {

constexpr std::array<std::string_view, 5> kActorTables = {"actors/states", "actors/persons", "actors/organisations",
                                                          "actors/groups", "actors/parties"};
constexpr std::array<std::string_view, 4> kListColumns = {"variants", "variants_de", "variants_en", "capital_en"};
constexpr std::array<std::string_view, 5> kNameColumns = {"name_de", "name_en", "surname_de", "surname_en",
                                                          "capital_de"};

Error unreadable(const std::string& what, const std::string& cure) {
  return {ErrorCode::kBadUsage, "--why-not", what, cure};
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

std::vector<std::string_view> cells(const Table& table, std::string_view column) {
  std::vector<std::string_view> out;
  for (Row row = 0; row < table.size(); ++row) out.push_back(table.cell(row, column));
  return out;
}

bool holds(const std::vector<std::string_view>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

struct KnownName {
  std::string_view name;
  std::string_view code;  ///< of the state that bears it, "" for others
  Origin row;
};

std::vector<KnownName> known_names(const Knowledge& knowledge) {
  std::vector<KnownName> out;
  for (const std::string_view name : kActorTables) {
    const Table table = knowledge.table(name);
    const auto columns = table.column_names();
    for (Row row = 0; row < table.size(); ++row) {
      const std::string_view code = name == "actors/states" ? table.cell(row, "code") : std::string_view();
      for (const std::string_view column : kNameColumns) {
        if (holds(columns, column) && !table.cell(row, column).empty())
          out.push_back({table.cell(row, column), code, table.origin(row)});
      }
      for (const std::string_view column : kListColumns) {
        if (!holds(columns, column)) continue;
        for (const std::string_view variant : table.list(row, column))
          out.push_back({variant, code, table.origin(row)});
      }
    }
  }
  return out;
}

WantedSide read_side(const std::string& text, const Knowledge& knowledge) {
  WantedSide side;
  if (text != "-" && text != "*" && text != "?") side.text = text;
  if (side.anybody()) return side;
  const std::vector<std::string> words = words_of(text);
  std::vector<std::string_view> codes = cells(knowledge.table("actors/states"), "code");
  for (const std::string_view c : cells(knowledge.table("ontology/nonstate"), "code")) codes.push_back(c);
  const bool sector = words.size() == 2 && holds(cells(knowledge.table("ontology/sectors"), "sector"), words[1]);
  if ((words.size() == 1 || sector) && holds(codes, words[0])) {
    side.code = words[0];
    if (sector) side.sector = words[1];
    return side;
  }
  const std::string lower = utf8::lower(text);
  std::vector<std::string_view> near;
  for (const KnownName& known : known_names(knowledge)) {
    const std::string low = utf8::lower(known.name);
    const bool last_word =
        low.size() > lower.size() && low.ends_with(lower) && low[low.size() - lower.size() - 1] == ' ';
    if (low == lower) {
      side.code = known.code;
      if (!known.code.empty()) return side;
    }
    if (low == lower || last_word) side.rows.push_back(known.row.text());
    near.push_back(known.name);
  }
  if (!side.rows.empty()) return side;
  side.known = false;
  const bool like_a_code = words.size() == 1 && text.size() == 3 && text == upper(text);
  side.suggestion = kb::suggestion(text, like_a_code ? codes : near);
  return side;
}

}  // namespace

Result<WantedEvent> read_wanted(const std::string& text, const Knowledge& knowledge) {
  std::vector<std::string> words = words_of(text);
  std::erase_if(words, [](const std::string& word) { return word == ">" || word == "->" || word == "→"; });
  const std::vector<std::string_view> types = cells(knowledge.table("ontology/events"), "event");
  size_t at = words.size();
  for (const bool exact : {true, false}) {
    for (size_t i = 0; i < words.size() && at == words.size(); ++i) {
      const std::string type = words[i].substr(0, words[i].find('/'));
      if (holds(types, exact ? type : upper(type))) at = i;
    }
  }
  if (at == words.size()) {
    for (const std::string& word : words) {
      const std::string near = kb::suggestion(upper(word), types);
      if (!near.empty()) return unreadable("'" + word + "' is no event type" + near, "write as in \"Russia AID PRK\"");
    }
    std::string all;
    for (const std::string_view type : types) all += (all.empty() ? "" : " ") + std::string(type);
    return unreadable("'" + text + "' names no event type", "write as in \"Russia AID PRK\", with one of " + all);
  }
  WantedEvent out;
  const size_t slash = words[at].find('/');
  out.type = upper(words[at].substr(0, slash));
  std::vector<std::string_view> modes;
  const Table table = knowledge.table("ontology/modes");
  for (Row row = 0; row < table.size(); ++row) {
    if (table.cell(row, "event") == out.type && !table.cell(row, "mode").empty())
      modes.push_back(table.cell(row, "mode"));
  }
  size_t next = at + 1;
  if (slash != std::string::npos) {
    out.mode = words[at].substr(slash + 1);
  } else if (next < words.size() && holds(modes, words[next])) {
    out.mode = words[next++];
  }
  if (!out.mode.empty() && !holds(modes, out.mode))
    return unreadable("'" + out.mode + "' is no mode of " + out.type + kb::suggestion(out.mode, modes),
                      "see knowledge/ontology/modes.tsv");
  out.actor = read_side(joined(words, 0, at), knowledge);
  out.recipient = read_side(joined(words, next, words.size()), knowledge);
  return out;
}

}  // namespace depesche::app
