// Which language is a text in? Profiles of function words (knowledge/words/languages.tsv) for languages in Latin and
// Cyrillic script, ICU's script property for the rest. Function words are a good clue from about ten words on
// (cf. Grefenstette 1995, "Comparing two language identification schemes"). Thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/document.h"
#include "text/text_lexicon.h"

namespace depesche::text {

struct LanguageGuess {
  std::string code;  ///< BCP 47; "" when unsure
  std::string name;  ///< English name of the language or script: "French", "Arabic script"; "" when unsure
};

/// Reads at most the first 20,000 bytes.
[[nodiscard]] LanguageGuess identify(std::string_view text, const TextLexicon& lexicon);

/// The language to code the text in. `stated` is what the report or the user says (BCP 47), "" for nothing: it wins
/// over a guess unless it is unsupported. Errors: kUnsupportedLanguage, by name.
[[nodiscard]] Result<Language> choose_language(std::string_view text, std::string_view stated, std::string_view where,
                                               const TextLexicon& lexicon);

}  // namespace depesche::text
