// Case files: "language: text" at the start of a line, the expected lines indented below it, "#" comments.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace depesche::test {

struct Case {
  std::string where;  ///< "status.case:12"
  std::string language;
  std::string text;
  std::vector<std::string> expected;
};

inline std::string trimmed(const std::string& line) {
  const size_t begin = line.find_first_not_of(" \t\r");
  return begin == std::string::npos ? "" : line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

/// Cases of tests/cases/<name>; empty when the file is missing, which the caller must treat as a failure.
inline std::vector<Case> read_cases(const std::string& name) {
  std::vector<Case> cases;
  std::ifstream in(std::string(DEPESCHE_SOURCE_DIR "/tests/cases/") + name);
  std::string line;
  for (size_t number = 1; std::getline(in, line); ++number) {
    if (trimmed(line).empty() || line[0] == '#') continue;
    if (line[0] == ' ' || line[0] == '\t') {
      if (!cases.empty()) cases.back().expected.push_back(trimmed(line));
      continue;
    }
    const size_t colon = line.find(':');
    cases.push_back({name + ":" + std::to_string(number), line.substr(0, colon), trimmed(line.substr(colon + 1)), {}});
  }
  return cases;
}

}  // namespace depesche::test
