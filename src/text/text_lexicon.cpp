#include "text/text_lexicon.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche::text {
namespace {

/// Calls `add` for the language of the cell, for both where it says "any".
template <typename F>
void each_language(std::string_view cell, F add) {
  if (cell == "any") {
    add(Language::kGerman);
    add(Language::kEnglish);
  } else if (const auto language = language_of(cell)) {
    add(*language);
  }
}

}  // namespace

Abbreviation LanguageWords::abbreviation(std::string_view form) const {
  const auto it = abbreviations.find(form);
  return it == abbreviations.end() ? Abbreviation::kNone : it->second;
}

TextLexicon TextLexicon::from(const Knowledge& knowledge) {
  TextLexicon lexicon;
  const Table abbreviations = knowledge.table("words/abbreviations");
  for (Row r = 0; r < abbreviations.size(); ++r) {
    each_language(abbreviations.cell(r, "language"), [&](Language l) {
      lexicon.add_abbreviation(l, abbreviations.cell(r, "form"), abbreviations.cell(r, "note"));
    });
  }
  const Table agencies = knowledge.table("words/agencies");
  for (Row r = 0; r < agencies.size(); ++r) lexicon.add_agency(agencies.cell(r, "form"), agencies.cell(r, "name"));
  const Table tokens = knowledge.table("words/tokens");
  for (Row r = 0; r < tokens.size(); ++r) {
    each_language(tokens.cell(r, "language"), [&](Language l) {
      lexicon.add_token_rule(l, tokens.cell(r, "form"), tokens.cell(r, "kind"), tokens.list(r, "parts"));
    });
  }
  const Table languages = knowledge.table("words/languages");
  for (Row r = 0; r < languages.size(); ++r) {
    lexicon.add_language(languages.cell(r, "code"), languages.cell(r, "name"), languages.list(r, "words"));
  }
  const Table time = knowledge.table("words/time");
  for (Row r = 0; r < time.size(); ++r) {
    if (time.cell(r, "kind") != "month") continue;
    each_language(time.cell(r, "language"), [&](Language l) { lexicon.add_month(l, time.cell(r, "word")); });
  }
  lexicon.finish();
  return lexicon;
}

void TextLexicon::add_abbreviation(Language language, std::string_view form, std::string_view note) {
  Abbreviation kind = Abbreviation::kInner;
  if (note == "final") kind = Abbreviation::kFinal;
  if (note == "number") kind = Abbreviation::kNumber;
  auto& table = words_[static_cast<size_t>(language)].abbreviations;
  table.emplace(form, kind);
  table.emplace(utf8::capitalised(form), kind);
}

void TextLexicon::add_agency(std::string_view form, std::string_view name) {
  if (form.ends_with(" *")) {
    sign_off_openers_.push_back(utf8::lower(form.substr(0, form.size() - 1)));
  } else {
    agencies_[form.size() <= 3 ? std::string(form) : utf8::lower(form)] = std::string(name);
  }
}

void TextLexicon::add_token_rule(Language language, std::string_view form, std::string_view kind,
                                 const std::vector<std::string_view>& parts) {
  LanguageWords& words = words_[static_cast<size_t>(language)];
  if (kind == "contraction") {
    words.contractions[utf8::lower(form)] = std::vector<std::string>(parts.begin(), parts.end());
  } else if (kind == "clitic") {
    words.clitics.emplace_back(form);
  } else if (kind == "prefix") {
    words.prefixes.emplace(form);
  } else if (kind == "inquit") {
    words.inquits.emplace(form);
  } else if (kind == "habit") {
    if (form == "split-hyphens") words.split_hyphens_always = true;
    if (form == "ordinal-dots") words.ordinal_dots = true;
  }
}

void TextLexicon::add_language(std::string_view code, std::string_view name,
                               const std::vector<std::string_view>& words) {
  const auto index = static_cast<uint16_t>(profiles_.size());
  profiles_.push_back({std::string(code), std::string(name)});
  const auto language = language_of(code);
  for (const std::string_view word : words) {
    profile_words_[std::string(word)].push_back(index);
    if (language) words_[static_cast<size_t>(*language)].openers.emplace(word);
  }
}

void TextLexicon::add_month(Language language, std::string_view word) {
  words_[static_cast<size_t>(language)].months.insert(utf8::lower(word));
}

void TextLexicon::finish() {
  for (LanguageWords& words : words_) {
    std::stable_sort(words.clitics.begin(), words.clitics.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
  }
}

std::string_view TextLexicon::agency(std::string_view form) const {
  const auto it = form.size() <= 3 ? agencies_.find(form) : agencies_.find(utf8::lower(form));
  return it == agencies_.end() ? std::string_view() : std::string_view(it->second);
}

bool TextLexicon::opens_sign_off(std::string_view text) const {
  const std::string lower = utf8::lower(text.substr(0, 64));
  return std::any_of(sign_off_openers_.begin(), sign_off_openers_.end(),
                     [&](const std::string& opener) { return lower.starts_with(opener); });
}

const std::vector<uint16_t>* TextLexicon::profiles_of(std::string_view word) const {
  const auto it = profile_words_.find(word);
  return it == profile_words_.end() ? nullptr : &it->second;
}

}  // namespace depesche::text
