// The lexicon of the repository's own tables, read without the compiled image.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "clauses/clauses.h"

namespace depesche::testing {

inline std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (size_t at = 0; at <= line.size();) {
    const size_t tab = std::min(line.find('\t', at), line.size());
    cells.push_back(line.substr(at, tab - at));
    at = tab + 1;
  }
  return cells;
}

/// Reads <table>.tsv and <table>.*.tsv under knowledge/; a table that is not there adds nothing.
inline void add_table(ClauseLexicon& lexicon, const std::string& table) {
  const std::filesystem::path base = std::filesystem::path(DEPESCHE_SOURCE_DIR) / "knowledge" / table;
  if (!std::filesystem::exists(base.parent_path())) return;
  for (const auto& entry : std::filesystem::directory_iterator(base.parent_path())) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(base.filename().string() + ".") || !name.ends_with(".tsv")) continue;
    std::ifstream file(entry.path());
    std::string line;
    std::getline(file, line);  // the column names: the order of tables.yaml
    while (std::getline(file, line)) {
      if (!line.empty() && line[0] != '#') lexicon.add(table, cells_of(line));
    }
  }
}

inline const ClauseLexicon& repository_lexicon() {
  static const ClauseLexicon lexicon = [] {
    ClauseLexicon made;
    for (const char* table : {"cues/conditions", "cues/modality", "words/control", "words/light_verbs",
                              "words/compound_parts", "words/compound_blocks", "words/function_words"}) {
      add_table(made, table);
    }
    return made;
  }();
  return lexicon;
}

}  // namespace depesche::testing
