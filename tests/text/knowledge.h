// The tables that the tests of a stage need, compiled from the sources: a fault elsewhere in knowledge/ does not
// disturb them.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "knowledge/compile/compile.h"
#include "knowledge/knowledge.h"

namespace depesche::testing {

inline std::string read_source(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// `tables` are paths below knowledge/, e.g. "words/tokens.tsv".
inline Knowledge compile_tables(const std::vector<std::string>& tables) {
  const std::string root = std::string(DEPESCHE_SOURCE_DIR) + "/knowledge/";
  kb::SourceDirectory directory;
  directory.name = "knowledge";
  directory.files.push_back({"tables.yaml", read_source(root + "tables.yaml")});
  for (const std::string& table : tables) directory.files.push_back({table, read_source(root + table)});
  std::vector<kb::SourceDirectory> directories;
  directories.push_back(std::move(directory));
  kb::CompileResult result = kb::compile_sources(std::move(directories));
  for (const kb::Fault& fault : result.faults) {
    if (!fault.warning) throw std::runtime_error(fault.text());
  }
  auto knowledge = Knowledge::from_bytes(std::move(result.image));
  if (!knowledge) throw std::runtime_error(knowledge.error().line());
  return std::move(knowledge).value();
}

}  // namespace depesche::testing
