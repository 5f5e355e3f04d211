// Lemmas by edit scripts (after Straka 2018). The rules are written and explained in
// train/depesche_train/lemma_rules.py; here they are read and applied.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace depesche::syntax {

/// "l||0+|1+en": lower-case, no infix, nothing off the front, one letter off the end, add "en".
struct LemmaRule {
  enum class Case : uint8_t { kKeep, kLower, kCapitalised };
  bool whole = false;  ///< `add_end` is the lemma, whatever the form
  Case letters = Case::kKeep;
  std::string infix;  ///< taken out where it first stands inside the word; "" for none
  size_t cut = 0;     ///< code points off the front
  std::string add;
  size_t cut_end = 0;  ///< code points off the end
  std::string add_end;
  std::vector<std::string> fronts, ends;  ///< what may be taken off; empty: anything
};

/// The rule, and after tabs the fronts and the ends that it may take off, parted by '/'
/// ("k||2+|1+en<tab>ge<tab>t/e"). Nothing when the text is not a rule.
[[nodiscard]] std::optional<LemmaRule> read_rule(std::string_view text);

/// The lemma, or nothing where the rule does not fit the form.
[[nodiscard]] std::optional<std::string> apply(const LemmaRule& rule, std::string_view form);

/// Words whose lemma the rules miss: (form, UPOS) -> lemma. Views into the model file.
struct LemmaExceptions {
  std::span<const uint64_t> keys;     ///< sorted
  std::span<const uint32_t> offsets;  ///< keys.size() + 1, rising, the last one at most text.size()
  std::string_view text;
  std::vector<std::string_view> prefixes;  ///< of verbs, lower-case, longest first ("zurück", "an")

  [[nodiscard]] std::optional<std::string_view> find(std::string_view form, std::string_view upos) const;
  /// A verb of the table behind a prefix: "angegriffen" -> an + greifen.
  [[nodiscard]] std::optional<std::string> find_prefixed(std::string_view form) const;
};

}  // namespace depesche::syntax
