#include "text/language.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>

#include "base/utf8.h"

namespace depesche::text {
namespace {

constexpr size_t kMaxBytes = 20000;
constexpr size_t kMinHits = 3;

struct Letters {
  std::map<int32_t, size_t> scripts;
  size_t total = 0;
};

Letters count_scripts(std::string_view text) {
  Letters letters;
  for (size_t i = 0; i < text.size(); i += utf8::length(static_cast<unsigned char>(text[i]))) {
    const auto c = static_cast<UChar32>(utf8::decode(text, i));
    if (!u_isalpha(c)) continue;
    UErrorCode status = U_ZERO_ERROR;
    ++letters.scripts[uscript_getScript(c, &status)];
    ++letters.total;
  }
  return letters;
}

/// The words of the text in lower case, cut at everything that is no letter or apostrophe.
template <typename F>
void each_word(std::string_view text, F visit) {
  size_t begin = 0;
  for (size_t i = 0; i <= text.size();) {
    const bool letter = i < text.size() && utf8::is_letter(utf8::decode(text, i));
    if (!letter) {
      if (i > begin) visit(utf8::lower(text.substr(begin, i - begin)));
      begin = i + (i < text.size() ? utf8::length(static_cast<unsigned char>(text[i])) : 1);
    }
    i += i < text.size() ? utf8::length(static_cast<unsigned char>(text[i])) : 1;
  }
}

LanguageGuess by_words(std::string_view text, const TextLexicon& lexicon) {
  std::vector<double> scores(lexicon.profiles().size(), 0.0);
  std::vector<size_t> hits(scores.size(), 0);
  size_t words = 0;
  each_word(text, [&](const std::string& word) {
    ++words;
    const auto* profiles = lexicon.profiles_of(word);
    if (profiles == nullptr) return;
    for (const uint16_t p : *profiles) {
      scores[p] += 1.0 / static_cast<double>(profiles->size());
      ++hits[p];
    }
  });
  if (scores.empty() || words == 0) return {};
  const auto best = static_cast<size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  double second = 0;
  for (size_t p = 0; p < scores.size(); ++p) {
    if (p != best) second = std::max(second, scores[p]);
  }
  const bool enough = hits[best] >= kMinHits && hits[best] * 8 >= words;
  if (!enough || scores[best] < 1.25 * second) return {};
  return {lexicon.profiles()[best].code, lexicon.profiles()[best].name};
}

}  // namespace

LanguageGuess identify(std::string_view text, const TextLexicon& lexicon) {
  size_t end = std::min(text.size(), kMaxBytes);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text = text.substr(0, end);
  const Letters letters = count_scripts(text);
  if (letters.total == 0) return {};
  const auto main_script = std::max_element(letters.scripts.begin(), letters.scripts.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
  const int32_t script = main_script->first;
  LanguageGuess guess = by_words(text, lexicon);
  if (guess.code.empty() && script != USCRIPT_LATIN && main_script->second * 2 > letters.total) {
    const char* script_name = uscript_getName(static_cast<UScriptCode>(script));
    guess.name = script_name == nullptr ? "an unknown script" : std::string(script_name) + " script";
  }
  return guess;
}

Result<Language> choose_language(std::string_view text, std::string_view stated, std::string_view where,
                                 const TextLexicon& lexicon) {
  const auto refuse = [&](const std::string& what) {
    return Error{ErrorCode::kUnsupportedLanguage, std::string(where), what,
                 "give German or English text, or say --language de|en"};
  };
  if (!stated.empty()) {
    if (const auto language = language_of(stated)) return *language;
    const std::string_view base = stated.substr(0, stated.find('-'));
    for (const LanguageProfile& profile : lexicon.profiles()) {
      if (profile.code == base) return refuse("the language is " + profile.name);
    }
    return refuse("the language \"" + std::string(stated) + "\" is not supported");
  }
  const LanguageGuess guess = identify(text, lexicon);
  if (const auto language = language_of(guess.code)) return *language;
  if (!guess.name.empty()) return refuse("the language is " + guess.name);
  return refuse("the language is not recognised");
}

}  // namespace depesche::text
