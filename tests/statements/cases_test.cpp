// The case files of tests/cases/statements through the whole chain. Format: tests/cases/README.md. Each file names the
// share of its cases that must hold ("# floor: 80"), since a retrained parser may trade one sentence for another.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/built.h"
#include "support/case_file.h"

namespace depesche {
namespace {

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

/// " || " parts paragraphs.
std::string paragraphs(std::string text) {
  for (size_t at = 0; (at = text.find(" || ", at)) != std::string::npos;) text.replace(at, 4, "\n\n");
  return text;
}

/// The expectation that fails first, with what was found; "" when the case holds.
std::string failure(Worker& worker, const test::Case& c) {
  const auto document = worker.analyse({"case", paragraphs(c.text), "", Date{2024, 6, 21}, c.language, "", "case"});
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
  const auto files = test::read_floor_folder("statements");
  ASSERT_FALSE(files.empty());
  const auto coder = test::built_coder();
  if (!coder.ok()) GTEST_SKIP() << coder.error().line();
  Worker worker(*coder);
  for (const test::FloorFile& file : files) {
    ASSERT_FALSE(file.cases.empty()) << file.name;
    for (const test::Case& c : file.cases) ASSERT_FALSE(c.expected.empty()) << c.where << " expects nothing";
    const size_t held = test::count_held(file, [&](const test::Case& c) { return failure(worker, c); });
    EXPECT_GE(100.0 * static_cast<double>(held), file.floor * static_cast<double>(file.cases.size())) << file.name;
  }
}

}  // namespace
}  // namespace depesche
