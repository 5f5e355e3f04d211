#include "knowledge/compile/german_forms.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/utf8.h"
#include "knowledge/compile/faults.h"

namespace depesche::kb::german {
namespace {

using Forms = std::vector<std::string>;

constexpr std::array<std::string_view, 5> kAdjectiveEndings = {"e", "en", "er", "es", "em"};
/// Endings of nouns that take no genitive -s: feminines and plurals.
constexpr std::array<std::string_view, 13> kNoGenitive = {"ung", "ion", "heit", "keit", "schaft", "tät", "ie",
                                                          "ei",  "enz", "anz",  "ik",   "e",      "en"};

bool ends_in_any(std::string_view word, std::span<const std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return word.ends_with(e); });
}

bool starts_upper(std::string_view word) {
  return !word.empty() && utf8::is_upper(utf8::decode(word, 0));
}

bool ends_in_letter(std::string_view word) {
  if (word.empty()) return false;
  size_t at = word.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U) --at;
  return utf8::is_letter(utf8::decode(word, at));
}

/// Sibilants take an apostrophe or nothing.
bool ends_in_sibilant(std::string_view word) {
  return word.ends_with('s') || word.ends_with("ß") || word.ends_with('x') || word.ends_with('z') ||
         word.ends_with("ce");
}

bool is_adjective(std::string_view word, std::string_view next) {
  constexpr std::array<std::string_view, 4> endings = {"e", "er", "es", "en"};
  return word.size() > 4 && ends_in_any(word, endings) && (starts_upper(next) || is_adjective(next, "X")) &&
         word.find_first_of("-.") == std::string_view::npos;
}

std::string_view stem_of(std::string_view adjective) {
  return adjective.substr(0, adjective.size() - (adjective.ends_with('e') ? 1 : 2));
}

std::string join(const Forms& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

/// Genitives, and the dative plural of plurals in -e, of the noun that adjectives stand before.
Forms head_forms(std::string_view noun) {
  Forms forms = {std::string(noun)};
  if (is_abbreviation(noun) || !ends_in_letter(noun)) return forms;
  if (noun.ends_with('e')) forms.push_back(std::string(noun) + "n");
  if (ends_in_any(noun, kNoGenitive)) return forms;
  if (!ends_in_sibilant(noun)) forms.push_back(std::string(noun) + "s");
  forms.push_back(std::string(noun) + "es");
  return forms;
}

void add_capitalised(Forms& forms) {
  const size_t count = forms.size();
  for (size_t i = 0; i < count; ++i) {
    if (!starts_upper(forms[i])) forms.push_back(utf8::capitalised(forms[i]));
  }
}

}  // namespace

bool is_abbreviation(std::string_view name) {
  constexpr size_t kLongest = 12;
  const bool has_lower = std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return !has_lower && utf8::lower(name) != name && utf8::count(name) < kLongest;
}

Forms name_forms(std::string_view name) {
  Forms forms = {std::string(name)};
  if (is_abbreviation(name) || !ends_in_letter(name)) return forms;
  if (ends_in_sibilant(name)) {
    forms.push_back(std::string(name) + "'");
    forms.push_back(std::string(name) + "’");
  } else {
    forms.push_back(std::string(name) + "s");
  }
  return forms;
}

Forms phrase_forms(std::string_view name) {
  Forms words;
  for (const std::string_view word : split(name, ' ')) words.emplace_back(word);
  size_t head = 0;
  while (head + 1 < words.size() && is_adjective(words[head], words[head + 1])) ++head;
  const size_t adjectives = head;
  if (adjectives == 0) {
    const auto lower = std::find_if(words.begin(), words.end(), [](const std::string& w) { return !starts_upper(w); });
    if (lower == words.begin() || (lower == words.end())) {
      Forms forms = name_forms(name);
      add_capitalised(forms);
      return forms;
    }
    head = static_cast<size_t>(lower - words.begin()) - 1;  // "Ministerium für ...", "Rat der ..."
  }
  Forms forms = {std::string(name)};
  for (const std::string& noun : head_forms(words[head])) {
    Forms varied = words;
    varied[head] = noun;
    if (adjectives == 0) forms.push_back(join(varied));
    for (const std::string_view ending : kAdjectiveEndings) {
      if (adjectives == 0) break;
      for (size_t i = 0; i < adjectives; ++i) varied[i] = std::string(stem_of(words[i])).append(ending);
      forms.push_back(join(varied));
    }
  }
  add_capitalised(forms);
  return forms;
}

Forms adjective_forms(std::string_view adjective) {
  Forms forms = {std::string(adjective)};
  if (!adjective.ends_with("er") && !is_abbreviation(adjective)) {
    for (const std::string_view ending : kAdjectiveEndings) forms.push_back(std::string(adjective).append(ending));
  }
  add_capitalised(forms);
  return forms;
}

Forms demonym_forms(std::string_view noun) {
  const std::string base(noun);
  if (noun.ends_with("sche") || noun.ends_with("scher")) {  // declined like adjectives: der Deutsche
    Forms forms = {base};
    for (const std::string_view ending : kAdjectiveEndings) forms.push_back(std::string(stem_of(noun)).append(ending));
    return forms;
  }
  if (noun.ends_with("innen") || noun.ends_with("en") || !ends_in_letter(noun)) return {base};
  if (noun.ends_with("in")) return {base, base + "nen"};
  if (noun.ends_with('e')) return {base, base + "n"};
  if (noun.ends_with("er")) return {base, base + "s", base + "n"};
  if (noun.ends_with("ar")) return {base, base + "n", base + "s"};
  if (noun.find_last_of("aiouy") == noun.size() - 1) return {base, base + "s"};
  return {base, base + "en", base + "s"};
}

}  // namespace depesche::kb::german
