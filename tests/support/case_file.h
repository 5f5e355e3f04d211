// Case files in their two shapes: "language: text" with the expected lines indented below it; and "language| text" or
// "language day| text" with a floor, the share of the file's cases that must hold. "#" opens a comment. Formats:
// tests/cases/README.md.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

namespace depesche::test {

struct Case {
  std::string where;  ///< "status.case:12"
  std::string language;
  std::string published;  ///< ISO day of a case that names one: "de 2014-04-22| text"
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
    cases.push_back(
        {name + ":" + std::to_string(number), line.substr(0, colon), "", trimmed(line.substr(colon + 1)), {}});
  }
  return cases;
}

/// A file of "language| text" cases: not all need hold, since a retrained parser may trade one for another.
struct FloorFile {
  std::string name;
  std::vector<Case> cases;
  double floor = 100;  ///< "# floor: 85", in percent
};

inline constexpr size_t kBarBehindDay = 13;  ///< "de 2014-04-22| "

inline FloorFile read_floor_file(const std::filesystem::path& path) {
  FloorFile file;
  file.name = path.filename().string();
  std::ifstream in(path);
  size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("# floor:")) file.floor = std::stod(line.substr(8));
    if (line.empty() || line[0] == '#') continue;
    const size_t bar = line.find("| ");
    const bool opens = line.starts_with("de") || line.starts_with("en");
    if (opens && (bar == 2 || bar == kBarBehindDay)) {
      file.cases.push_back({file.name + ":" + std::to_string(number),
                            line.substr(0, 2),
                            bar == 2 ? "" : line.substr(3, bar - 3),
                            line.substr(bar + 2),
                            {}});
    } else if (!file.cases.empty()) {
      file.cases.back().expected.push_back(line);
    }
  }
  return file;
}

/// The case files of tests/cases/<folder>, by name.
inline std::vector<FloorFile> read_floor_folder(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(DEPESCHE_SOURCE_DIR "/tests/cases/" + folder)) {
    if (entry.path().extension() == ".case") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<FloorFile> files;
  for (const auto& path : paths) files.push_back(read_floor_file(path));
  return files;
}

/// How many cases of the file hold; prints what fails. `failure` gives "" for a case that holds, else what was expected
/// and what was found.
inline size_t count_held(const FloorFile& file, const std::function<std::string(const Case&)>& failure) {
  size_t held = 0;
  std::string failures;
  for (const Case& c : file.cases) {
    const std::string failed = failure(c);
    held += failed.empty() ? 1 : 0;
    if (!failed.empty()) failures.append("\n  ").append(c.where).append("\n").append(failed);
  }
  std::cout << file.name << ": " << held << " of " << file.cases.size() << failures << "\n";
  return held;
}

}  // namespace depesche::test
