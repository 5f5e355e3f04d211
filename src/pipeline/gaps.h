// What the frames do not know: predicates that stand between known actors and that no frame takes. The list from which
// knowledge grows, most frequent first; the users of PETRARCH had to search for such verbs by hand.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/coder.h"

namespace depesche {

/// One predicate of one report that no frame takes although actors stand around it.
struct Gap {
  Language language = Language::kEnglish;
  std::string kind;       ///< "verb", "noun", "adjective"
  std::string predicate;  ///< "einwirken auf", "sich distanzieren von", "Druck + ausüben", "Vorstoß"
  std::string roles;      ///< functions in text order, those that known actors fill with a star: "subject* object an*"
  std::string actors;     ///< "USA GOV, UKR", in text order
  std::string object;     ///< lemma of an object that is no actor, "" for none
  std::string reason;     ///< "no unit", or the first test of the nearest frame that failed
  bool pair = false;      ///< two known actors; else one known agent and some patient
  uint32_t sentence = 0;
};

/// The gaps of an analysed report; `trace` is that of its analysis. Verbs of saying that open a statement are none.
[[nodiscard]] std::vector<Gap> gaps_of(const Document& document, const events::Trace& trace, const Coder& coder);

/// A predicate with everything that was counted about it.
struct GapCount {
  Language language = Language::kEnglish;
  std::string kind;
  std::string predicate;
  size_t count = 0;
  size_t pairs = 0;  ///< of them between two known actors
  std::map<std::string, size_t> roles;
  std::map<std::string, size_t> actors;
  std::map<std::string, size_t> objects;
  std::map<std::string, size_t> reasons;
  std::string example;  ///< the shortest sentence
  std::string place;    ///< "news/a.jsonl:17 sentence 3"
};

/// Counts over many reports. Memory grows with the number of different predicates.
class GapTable {
 public:
  void add(const Document& document, const std::vector<Gap>& gaps, std::string_view where);
  /// By count, where one between two known actors counts twice; then by name.
  [[nodiscard]] std::vector<const GapCount*> ranked(size_t min_count) const;

 private:
  std::map<std::string, GapCount> counts_;
};

/// The most frequent keys, "a 12, b 3".
[[nodiscard]] std::string most_frequent(const std::map<std::string, size_t>& counts, size_t limit);

}  // namespace depesche
