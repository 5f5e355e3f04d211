// The case files of tests/cases/statements through the whole chain. Format: tests/cases/README.md. Each file names the
// share of its cases that must hold ("# floor: 80"), since a retrained parser may trade one sentence for another.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "support/built.h"

namespace depesche {
namespace {

namespace fs = std::filesystem;

struct Case {
  std::string language;
  std::string text;
  std::vector<std::string> expected;
  size_t line = 0;
};
struct CaseFile {
  std::vector<Case> cases;
  double floor = 100;
};

CaseFile read_cases(const fs::path& path) {
  CaseFile file;
  std::ifstream in(path);
  size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("# floor:")) file.floor = std::stod(line.substr(8));
    if (line.empty() || line[0] == '#') continue;
    if (line.starts_with("de| ") || line.starts_with("en| ")) {
      std::string text = line.substr(4);
      for (size_t at = 0; (at = text.find(" || ", at)) != std::string::npos;) text.replace(at, 4, "\n\n");
      file.cases.push_back({line.substr(0, 2), text, {}, number});
    } else if (!file.cases.empty()) {
      file.cases.back().expected.push_back(line);
    }
  }
  return file;
}

std::string speakers(const Document& document, const Statement& s) {
  std::vector<std::string> codes;
  for (const ActorIndex a : s.speaker) {
    const Actor& actor = document.actors().actors[a];
    codes.push_back(actor.coded() ? actor.code : "?" + actor.name);
  }
  std::sort(codes.begin(), codes.end());
  std::string out;
  for (const std::string& c : codes) out += (out.empty() ? "" : ",") + c;
  return out.empty() ? "-" : out;
}

/// "indirect RUS: …", in the notation of the case files.
std::string line_of(const Document& document, const Statement& s, bool with_speaker) {
  std::string out = s.kind == StatementKind::kDirect  ? "direct "
                    : s.kind == StatementKind::kMixed ? "mixed "
                                                      : "indirect ";
  out += with_speaker ? speakers(document, s) : "*";
  out += ": ";
  for (size_t i = 0; i < s.content.size(); ++i) out.append(i == 0 ? "" : " … ").append(document.text(s.content[i]));
  return out;
}

/// The expectation that fails first, with what was found; "" when the case holds.
std::string failure(Worker& worker, const Case& c) {
  const auto document = worker.analyse({"case", c.text, "", Date{2024, 6, 21}, c.language, "", "case"});
  if (!document.ok()) return document.error().line();
  const auto& statements = document->statements().statements;
  std::string seen;
  for (const Statement& s : statements) seen += "\n      found:    " + line_of(*document, s, true);
  const auto failed = [&](const std::string& line) { return "    " + c.text + "\n      expected: " + line + seen; };
  size_t wanted = 0;
  bool exact = true;
  for (const std::string& line : c.expected) {
    if (line == "none") return statements.empty() ? "" : failed(line);
    if (line == "...") {
      exact = false;
      continue;
    }
    ++wanted;
    const bool with_speaker = line.find(" *: ") == std::string::npos;
    const bool found = std::any_of(statements.begin(), statements.end(),
                                   [&](const Statement& s) { return line_of(*document, s, with_speaker) == line; });
    if (!found) return failed(line);
  }
  return exact && wanted != statements.size() ? failed("no other statement") : "";
}

TEST(StatementCases, HoldThroughTheWholeChain) {
  const fs::path folder = fs::path(DEPESCHE_SOURCE_DIR) / "tests" / "cases" / "statements";
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".case") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  ASSERT_FALSE(files.empty());
  const auto coder = test::built_coder();
  if (!coder.ok()) GTEST_SKIP() << coder.error().line();
  Worker worker(*coder);
  for (const fs::path& path : files) {
    const CaseFile file = read_cases(path);
    ASSERT_FALSE(file.cases.empty()) << path;
    size_t held = 0;
    std::string failures;
    for (const Case& c : file.cases) {
      ASSERT_FALSE(c.expected.empty()) << path << ":" << c.line << " expects nothing";
      const std::string failed = failure(worker, c);
      if (failed.empty())
        ++held;
      else
        failures += "\n  " + path.filename().string() + ":" + std::to_string(c.line) + "\n" + failed;
    }
    std::cout << path.filename().string() << ": " << held << " of " << file.cases.size() << failures << "\n";
    EXPECT_GE(100.0 * static_cast<double>(held), file.floor * static_cast<double>(file.cases.size()))
        << path.filename();
  }
}

}  // namespace
}  // namespace depesche
