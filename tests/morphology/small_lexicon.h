// A lexicon of a few words, compiled and opened as the real one is.
#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

#include "morphology/compile/compile.h"
#include "morphology/dictionary.h"
#include "morphology/lexicon.h"

namespace depesche::test {

inline std::string write_lexicon(const std::vector<std::byte>& bytes, const std::string& name) {
  const std::string path = ::testing::TempDir() + name;
  std::ofstream out(path, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  return path;
}

inline morphology::Lexicon lexicon_of(const std::vector<std::string>& entries, const std::string& name) {
  const auto compiled = morphology::compile_lexicon(Dictionary(entries).bytes(), "test");
  EXPECT_TRUE(compiled.ok()) << (compiled.ok() ? "" : compiled.error().line());
  const std::string path = write_lexicon(*compiled, name);
  auto lexicon = morphology::Lexicon::open(path);
  std::remove(path.c_str());
  EXPECT_TRUE(lexicon.ok()) << (lexicon.ok() ? "" : lexicon.error().line());
  return std::move(lexicon).value();
}

}  // namespace depesche::test
