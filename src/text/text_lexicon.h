// What segmentation and language identification know of words: a view over the tables words/abbreviations,
// words/agencies, words/tokens, words/languages, words/time (months) and cues/quotes, built once at start-up.
// Immutable after building, safe to share between threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "document/document.h"
#include "knowledge/knowledge.h"

namespace depesche::text {

/// Can look up string_views without building a string.
struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
template <typename T>
using StringMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;
using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

enum class Abbreviation : uint8_t {
  kNone,
  kInner,   ///< stands before something: "Dr.", "z.B.", "Sen."
  kFinal,   ///< may also end a sentence: "usw.", "U.S.", "Inc."
  kNumber,  ///< an abbreviation before numbers only: "No. 5"
};

/// What one language knows.
struct LanguageWords {
  StringMap<Abbreviation> abbreviations;  ///< with the dot, as written and capitalised
  /// kNone when there is none. A form written with a capital ("Mass.") does not match without it ("mass.").
  [[nodiscard]] Abbreviation abbreviation(std::string_view form) const;
  StringMap<std::vector<std::string>> contractions;  ///< "im" -> in, dem; "gonna" -> gon, na
  std::vector<std::string> clitics;                  ///< "n't", "'s": longest first
  StringSet prefixes;                                ///< "anti": no split at the hyphen after it
  StringSet inquits;                                 ///< verbs that go on after a quoted question: "asked"
  StringSet months;                                  ///< lower case
  StringSet openers;                                 ///< function words; capitalised they open a sentence
  bool split_hyphens_always = false;                 ///< German treebanks; English ones spare prefixes
  bool ordinal_dots = false;                         ///< "21. Juni"
};

/// A language that identification can name.
struct LanguageProfile {
  std::string code;  ///< BCP 47
  std::string name;  ///< English
};

class TextLexicon {
 public:
  [[nodiscard]] static TextLexicon from(const Knowledge& knowledge);

  // Building by hand (tests). Cells are those of the tables.
  void add_abbreviation(Language language, std::string_view form, std::string_view note);
  void add_agency(std::string_view form, std::string_view name);
  void add_token_rule(Language language, std::string_view form, std::string_view kind,
                      const std::vector<std::string_view>& parts);
  void add_language(std::string_view code, std::string_view name, const std::vector<std::string_view>& words);
  void add_month(Language language, std::string_view word);
  /// Sorts what must be sorted; call after the last add.
  void finish();

  [[nodiscard]] const LanguageWords& words(Language language) const { return words_[static_cast<size_t>(language)]; }
  /// Name of the agency that signs so; "" when there is none. Case matters only for forms of up to three letters.
  [[nodiscard]] std::string_view agency(std::string_view form) const;
  /// Does a sign-off begin with one of the phrases that open one ("Reporting by ...")?
  [[nodiscard]] bool opens_sign_off(std::string_view text) const;

  [[nodiscard]] const std::vector<LanguageProfile>& profiles() const { return profiles_; }
  /// Profiles that know the word (lower case), as indexes.
  [[nodiscard]] const std::vector<uint16_t>* profiles_of(std::string_view word) const;

 private:
  LanguageWords words_[2];
  StringMap<std::string> agencies_;
  std::vector<std::string> sign_off_openers_;
  std::vector<LanguageProfile> profiles_;
  StringMap<std::vector<uint16_t>> profile_words_;
};

}  // namespace depesche::text
