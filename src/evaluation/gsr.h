// Sentences with one gold event each, as the gold-standard records of PLOVER (github.com/openeventdata/PLOVER) have
// them: JSON Lines with `text`, `date`, `event` and the sides `source` and `target`, lists of objects with `code`.
// Names of types and codes are those of PLOVER 0.5 and are translated.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "evaluation/scores.h"

namespace depesche::evaluation {

struct GsrSentence {
  std::string id;
  std::string published;  ///< ISO
  std::string text;
  std::string event;             ///< type of PLOVER 2.0
  std::set<std::string> source;  ///< codes; empty = not checked
  std::set<std::string> target;
};

/// A side that is no list (the set has a few plain strings) has no codes and is not checked. Errors name file and line:
/// kFileNotFound, kBadJson.
[[nodiscard]] Result<std::vector<GsrSentence>> read_gsr(const std::string& path);

/// The right type when any event has it; each further type is an invention. Levels "type" and "dyad".
class GsrScores {
 public:
  GsrScores() : levels_{{"type", {}}, {"dyad", {}}} {}
  /// `report` is null when the sentence was not coded. Appends a line to `errors`, if given, where the dyad is wrong.
  void add(const GsrSentence& gold, const CodedReport* report, std::vector<std::string>* errors);
  [[nodiscard]] const std::vector<Level>& levels() const { return levels_; }
  [[nodiscard]] size_t silent() const { return silent_; }  ///< sentences without any event

 private:
  std::vector<Level> levels_;
  size_t silent_ = 0;
};

}  // namespace depesche::evaluation
