// Measures the splitter with files of words and their parts (tests/cases/README.md, compounds/*.txt).
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "morphology/splitter.h"

namespace depesche::morphology {

struct CompoundScore {
  size_t compounds = 0, compounds_right = 0;
  size_t whole = 0, whole_right = 0;  ///< words that must not be split
  std::vector<std::string> wrong;     ///< "Kron|zeuge: got Kronzeuge"

  [[nodiscard]] size_t right() const { return compounds_right + whole_right; }
  [[nodiscard]] size_t all() const { return compounds + whole; }
  /// Share of words with all parts right, in percent; 0 of no words.
  [[nodiscard]] double accuracy() const;
};

/// "Raketen|angriff": the word with a bar between its parts, without bars when it is no compound.
[[nodiscard]] std::string show_parts(const Splitter& splitter, std::string_view word);

/// Adds the cases of a file to the score. Blank lines and those that begin with '#' are skipped.
void score_compounds(std::istream& in, const Splitter& splitter, CompoundScore& score);

}  // namespace depesche::morphology
