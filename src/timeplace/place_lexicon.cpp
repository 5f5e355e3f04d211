#include "timeplace/place_lexicon.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace depesche::timeplace {
namespace {

std::optional<double> number(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (cell.empty() || error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

bool takes_genitive_s(std::string_view name) {
  if (name.empty() || name.ends_with("\u00DF")) return false;
  return std::string_view("sxzSXZ.").find(name.back()) == std::string_view::npos;
}

/// First token of a name: up to the first blank, hyphen or apostrophe.
std::string_view first_word(std::string_view name) {
  return name.substr(0, name.find_first_of(" -'"));
}

uint32_t count_tokens(std::string_view name) {
  uint32_t tokens = 1;
  for (const char c : name) tokens += c == ' ' ? 1U : c == '-' || c == '\'' || c == ',' ? 2U : 0U;
  return tokens;
}

}  // namespace

PlaceLexicon::PlaceLexicon(const Knowledge& knowledge, Table cities) : cities_(cities) {
  // Names that come first win: a state before its capital of the same name, both before other places.
  add_states(knowledge);
  add_places(knowledge);
  const Table words = knowledge.table("places/words");
  for (Row r = 0; r < words.size(); ++r) {
    const std::string_view language = words.cell(r, "language");
    for (const Language l : {Language::kGerman, Language::kEnglish}) {
      if (language != "any" && language != code(l)) continue;
      Names& names = names_[static_cast<size_t>(l)];
      if (words.cell(r, "kind") == "preposition") names.prepositions.emplace(words.cell(r, "word"));
      if (words.cell(r, "kind") == "direction") names.directions.emplace_back(words.cell(r, "word"));
    }
  }
  for (Names& names : names_) {
    std::stable_sort(names.directions.begin(), names.directions.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
  }
}

void PlaceLexicon::add(Language language, std::string_view name, uint32_t index) {
  if (name.empty()) return;
  Names& names = names_[static_cast<size_t>(language)];
  names.places.try_emplace(std::string(name), index);
  if (language == Language::kGerman) {
    names.places.try_emplace(std::string(name) + (takes_genitive_s(name) ? "s" : "'"), index);
    names.first_words.emplace(std::string(first_word(name)) + (takes_genitive_s(name) ? "s" : "'"));
  }
  names.first_words.emplace(first_word(name));
  max_words_ = std::max(max_words_, count_tokens(name));
}

void PlaceLexicon::add_states(const Knowledge& knowledge) {
  const Table states = knowledge.table("actors/states");
  for (Row r = 0; r < states.size(); ++r) {
    if (states.cell(r, "kind") == "union") continue;  // the EU is no place of an event
    PlaceFacts facts;
    facts.name_de = states.cell(r, "name_de");
    facts.name_en = states.cell(r, "name_en");
    facts.code = states.cell(r, "code");
    facts.lat = number(states.cell(r, "lat"));
    facts.lon = number(states.cell(r, "lon"));
    facts.state = true;
    const auto index = static_cast<uint32_t>(facts_.size());
    add(Language::kGerman, facts.name_de, index);
    add(Language::kEnglish, facts.name_en, index);
    for (const std::string_view v : states.list(r, "variants_de")) add(Language::kGerman, v, index);
    for (const std::string_view v : states.list(r, "variants_en")) add(Language::kEnglish, v, index);
    facts_.push_back(std::move(facts));
  }
  for (Row r = 0; r < states.size(); ++r) {
    if (states.cell(r, "kind") == "union") continue;
    const auto german = states.list(r, "capital_de");
    const auto english = states.list(r, "capital_en");
    if (german.empty() && english.empty()) continue;
    PlaceFacts facts;
    facts.name_de = german.empty() ? english[0] : german[0];
    facts.name_en = english.empty() ? german[0] : english[0];
    facts.code = states.cell(r, "code");
    facts.lat = number(states.cell(r, "lat"));
    facts.lon = number(states.cell(r, "lon"));
    const auto index = static_cast<uint32_t>(facts_.size());
    for (const std::string_view v : german) add(Language::kGerman, v, index);
    for (const std::string_view v : english) add(Language::kEnglish, v, index);
    facts_.push_back(std::move(facts));
  }
}

void PlaceLexicon::add_places(const Knowledge& knowledge) {
  const Table places = knowledge.table("places/places");
  for (Row r = 0; r < places.size(); ++r) {
    PlaceFacts facts;
    facts.name_de = places.cell(r, "name_de");
    facts.name_en = places.cell(r, "name_en");
    facts.code = places.cell(r, "state");
    facts.lat = number(places.cell(r, "lat"));
    facts.lon = number(places.cell(r, "lon"));
    facts.guarded = !places.cell(r, "guarded").empty();
    const auto index = static_cast<uint32_t>(facts_.size());
    add(Language::kGerman, facts.name_de, index);
    add(Language::kEnglish, facts.name_en, index);
    for (const std::string_view v : places.list(r, "variants_de")) add(Language::kGerman, v, index);
    for (const std::string_view v : places.list(r, "variants_en")) add(Language::kEnglish, v, index);
    facts_.push_back(std::move(facts));
  }
}

const PlaceFacts* PlaceLexicon::find(Language language, std::string_view form) const {
  const Names& names = names_[static_cast<size_t>(language)];
  const auto it = names.places.find(form);
  return it == names.places.end() ? nullptr : &facts_[it->second];
}

std::vector<Town> PlaceLexicon::towns(std::string_view name) const {
  std::vector<Town> out;
  for (const Row row : cities_.find(name)) {
    out.push_back({cities_.cell(row, "code"), number(cities_.cell(row, "lat")).value_or(0),
                   number(cities_.cell(row, "lon")).value_or(0), number(cities_.cell(row, "population")).value_or(0)});
  }
  return out;
}

bool PlaceLexicon::begins_name(Language language, std::string_view word) const {
  return names_[static_cast<size_t>(language)].first_words.contains(word);
}

const PlaceFacts* PlaceLexicon::find_part(Language language, std::string_view form) const {
  for (const std::string& direction : names_[static_cast<size_t>(language)].directions) {
    if (form.size() <= direction.size() + 2 || !form.starts_with(direction)) continue;
    const std::string rest = utf8::capitalised(form.substr(direction.size()));
    if (rest == form.substr(direction.size())) continue;  // "WestLB": no compound
    if (const PlaceFacts* facts = find(language, rest); facts != nullptr && !facts->guarded) return facts;
  }
  return nullptr;
}

bool PlaceLexicon::is_preposition(Language language, std::string_view word) const {
  return names_[static_cast<size_t>(language)].prepositions.contains(word);
}

bool PlaceLexicon::is_direction(Language language, std::string_view word) const {
  const auto& directions = names_[static_cast<size_t>(language)].directions;
  return std::find(directions.begin(), directions.end(), word) != directions.end();
}

}  // namespace depesche::timeplace
