// One sentence, looked up in the words of time expressions.
#pragma once

#include <optional>
#include <vector>

#include "document/document.h"
#include "timeplace/time_words.h"

namespace depesche::timeplace {

/// Positions are word indexes of the document; positions outside the sentence have no entries.
class TimeSentence {
 public:
  TimeSentence(const Document& document, const Sentence& sentence, const TimeWords& words);

  [[nodiscard]] WordIndex begin() const { return first_; }
  [[nodiscard]] WordIndex end() const { return last_; }
  [[nodiscard]] bool inside(WordIndex w) const { return w >= first_ && w < last_; }
  /// The longest entry of that kind that begins at w, or null.
  [[nodiscard]] const TimeWord* hit(WordIndex w, TimeKind kind) const;
  /// Is anything of a time expression at w: an entry, or digits?
  [[nodiscard]] bool any(WordIndex w) const {
    return inside(w) && (!hits_[w - first_].empty() || numeric_[w - first_]);
  }
  /// "" outside the sentence.
  [[nodiscard]] std::string_view form(WordIndex w) const;
  [[nodiscard]] const Word& word(WordIndex w) const { return document_.words().words[w]; }

  /// Digits only, up to six of them.
  [[nodiscard]] std::optional<int> number(WordIndex w) const;
  /// A year in four digits, 1000 to 2100.
  [[nodiscard]] std::optional<int> year(WordIndex w) const;
  /// Day of a month: "21." in German, "21st" in English, ordinal words; `plain`: also "21".
  [[nodiscard]] std::optional<int> day(WordIndex w, bool plain) const;
  /// Does a hyphenated word go on after w ("Mai" in "Mai-Unruhen")?
  [[nodiscard]] bool left_part_of_compound(WordIndex w) const;

 private:
  const Document& document_;
  WordIndex first_;
  WordIndex last_;
  std::vector<std::vector<const TimeWord*>> hits_;
  std::vector<bool> numeric_;
};

}  // namespace depesche::timeplace
