// CODEBOOK section 5: what binds whom, run through the whole chain.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "support/built.h"
#include "support/case_file.h"

namespace depesche {
namespace {

std::string codes(const CodedReport& report, const std::vector<std::string>& ids) {
  std::vector<std::string> list;
  for (const std::string& id : ids) list.push_back(report.actor(id)->code);
  std::sort(list.begin(), list.end());
  std::string out;
  for (const std::string& code : list) out += (out.empty() ? "" : "+") + code;
  return out;
}

std::string event_of(const std::optional<RecordPart>& part) {
  return part && part->pattern ? part->pattern->event : "nothing";
}

/// "threat CHN > USA if AID then SANCTION state announced"; parts that the expected line does not mention are not
/// compared.
std::string line_of(const CodedReport& report, const RecordCommitment& c, const std::string& like) {
  const auto asks = [&](const char* word) { return like.find(word) != std::string::npos; };
  std::string line = c.kind + " " + codes(report, c.holder);
  if (asks(" > ")) line += " > " + codes(report, c.toward);
  if (asks(" will")) line += " " + c.polarity;
  if (asks(" do ")) line += " do " + event_of(c.action);
  if (asks(" if ")) line += " if " + event_of(c.condition);
  if (asks(" then ")) line += " then " + event_of(c.consequence);
  if (asks(" state ")) line += " state " + c.state;
  return line;
}

/// Does the report hold what the line asks? "none": no commitment at all; "none KIND": none of that kind.
bool holds(const CodedReport& report, const std::string& expected) {
  if (expected == "none") return report.commitments.empty();
  return expected.starts_with("none ") !=
         std::any_of(report.commitments.begin(), report.commitments.end(), [&](const RecordCommitment& one) {
           return expected.starts_with("none ") ? one.kind == expected.substr(5)
                                                : line_of(report, one, expected) == expected;
         });
}

std::vector<std::string> case_files() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(DEPESCHE_SOURCE_DIR "/tests/cases/commitments"))
    if (entry.path().extension() == ".case") names.push_back("commitments/" + entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

/// "# floor: 85" is the share of a file's cases that must hold: a retrained parser may trade one for another.
double floor_of(const std::string& name) {
  std::ifstream in(std::string(DEPESCHE_SOURCE_DIR "/tests/cases/") + name);
  std::string line;
  std::getline(in, line);
  return line.starts_with("# floor:") ? std::stod(line.substr(8)) : 100.0;
}

TEST(CommitmentCases, Hold) {
  const auto coder = test::built_coder();
  ASSERT_TRUE(coder.ok()) << coder.error().line();
  Worker worker(*coder);
  size_t all = 0;
  for (const std::string& name : case_files()) {
    const auto cases = test::read_cases(name);
    ASSERT_FALSE(cases.empty()) << name;
    size_t held = 0;
    for (const test::Case& c : cases) {
      ASSERT_FALSE(c.expected.empty()) << c.where << " expects nothing";
      const auto report = worker.code({"case", c.text, "", Date{2024, 6, 21}, c.language, "", c.where});
      ASSERT_TRUE(report.ok()) << report.error().line();
      bool good = true;
      for (const std::string& expected : c.expected) {
        if (holds(*report, expected)) continue;
        good = false;
        std::cout << "  " << c.where << ": " << c.text << "\n    expected " << expected << ", got";
        for (const RecordCommitment& one : report->commitments) std::cout << " | " << line_of(*report, one, expected);
        std::cout << "\n";
      }
      held += good ? 1 : 0;
    }
    all += cases.size();
    std::cout << name << ": " << held << " of " << cases.size() << "\n";
    EXPECT_GE(100.0 * static_cast<double>(held), floor_of(name) * static_cast<double>(cases.size())) << name;
  }
  EXPECT_GE(all, 80U);
}

TEST(Commitments, EachHasEvidenceInsideTheText) {
  const auto coder = test::built_coder();
  ASSERT_TRUE(coder.ok());
  Worker worker(*coder);
  for (const std::string& name : case_files()) {
    for (const test::Case& c : test::read_cases(name)) {
      const auto report = worker.code({"case", c.text, "", Date{2024, 6, 21}, c.language, "", c.where});
      ASSERT_TRUE(report.ok());
      for (const RecordCommitment& one : report->commitments) {
        ASSERT_FALSE(one.evidence.empty()) << c.text;
        for (const Span s : one.evidence) EXPECT_LE(s.end, c.text.size());
      }
    }
  }
}

}  // namespace
}  // namespace depesche
