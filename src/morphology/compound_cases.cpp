#include "morphology/compound_cases.h"

#include <algorithm>
#include <sstream>

namespace depesche::morphology {

double CompoundScore::accuracy() const {
  return all() == 0 ? 0 : 100.0 * static_cast<double>(right()) / static_cast<double>(all());
}

std::string show_parts(const Splitter& splitter, std::string_view word) {
  const std::vector<CompoundPart> parts = splitter.split(word);
  if (parts.empty()) return std::string(word);
  std::string out;
  for (const CompoundPart& part : parts) {
    if (!out.empty()) out += '|';
    out += word.substr(part.begin, part.end - part.begin);
  }
  return out;
}

void score_compounds(std::istream& in, const Splitter& splitter, CompoundScore& score) {
  std::string line;
  while (std::getline(in, line)) {
    std::istringstream cells(line);
    std::string first;
    if (!(cells >> first) || first[0] == '#') continue;
    std::string word = first;
    std::erase(word, '|');
    const std::string got = show_parts(splitter, word);
    bool right = got == first;
    for (std::string other; cells >> other;) right |= got == other;
    const bool compound = first.find('|') != std::string::npos;
    ++(compound ? score.compounds : score.whole);
    if (right) ++(compound ? score.compounds_right : score.whole_right);
    if (!right) score.wrong.push_back(first + ": got " + got);
  }
}

}  // namespace depesche::morphology
