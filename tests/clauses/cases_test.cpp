// The case files of tests/cases/clauses through the real segmenter and parser: what grammar makes of trees
// that are not perfect. Format: tests/cases/README.md. Each file names the share of its cases that must
// hold ("# floor: 85"), since a retrained parser may trade one sentence for another.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <sstream>

#include "clauses/clauses.h"
#include "support/case_file.h"
#include "support/parsed.h"

namespace depesche {
namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

/// Items of a printed predicate: the flags in brackets and the arguments, "~" of shared ones removed.
std::vector<std::string> items_of(const std::string& printed, size_t lemma_size) {
  std::string rest = printed.substr(lemma_size);
  std::replace(rest.begin(), rest.end(), '[', ' ');
  const size_t close = rest.find("]:");
  if (close != std::string::npos) rest.replace(close, 2, "  ");
  std::vector<std::string> items = words_of(rest);
  for (std::string& item : items) {
    if (item.ends_with('~')) item.pop_back();
  }
  return items;
}

/// Lemma and items of each predicate.
std::vector<std::pair<std::string, std::vector<std::string>>> predicates_of(const test::Case& c) {
  auto& chain = test::ParserChain::get();
  static const ClauseLexicon lexicon(chain.knowledge(), chain.german_words());
  const Document document = chain.parse(*language_of(c.language), std::nullopt, c.text);
  const ClauseLayer layer = find_clauses(document, lexicon);
  std::vector<std::pair<std::string, std::vector<std::string>>> out;
  for (PredicateIndex p = 0; p < layer.predicates.size(); ++p) {
    const std::string& lemma = layer.predicates[p].lemma;
    out.emplace_back(lemma, items_of(clauses::print(layer, p, document), lemma.size()));
  }
  return out;
}

bool holds(const std::vector<std::string>& items, const std::vector<std::string>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& want) {
    const bool absent = want[0] == '!';
    const std::string item = absent ? want.substr(1) : want;
    const bool found = std::any_of(items.begin(), items.end(), [&](const std::string& has) {
      return item.ends_with('=') ? has.starts_with(item) : has == item;
    });
    return found != absent;
  });
}

/// The expectation that fails first, with what was found; "" when the case holds.
std::string failure(const test::Case& c) {
  const auto predicates = predicates_of(c);
  for (const std::string& line : c.expected) {
    const size_t colon = line.find(": ");
    const bool none = line[0] == '-';
    const std::string lemma = none ? line.substr(2) : line.substr(0, colon);
    std::string seen;
    bool ok = none;
    for (const auto& [has, items] : predicates) {
      if (has != lemma) continue;
      if (none)
        ok = false;
      else
        ok |= holds(items, words_of(line.substr(colon + 1)));
      seen += "\n      found:    " + has + ":";
      for (const std::string& item : items) seen += " " + item;
    }
    if (!ok) return "    " + c.text + "\n      expected: " + line + (seen.empty() ? "\n      found:    none" : seen);
  }
  return {};
}

TEST(Cases, HoldThroughTheRealParser) {
  const auto files = test::read_floor_folder("clauses");
  ASSERT_FALSE(files.empty());
  if (!test::ParserChain::get().ready(Language::kGerman) || !test::ParserChain::get().ready(Language::kEnglish))
    GTEST_SKIP() << "needs models/*.dsm and the knowledge image of this build";
  size_t all = 0;
  size_t good = 0;
  for (const test::FloorFile& file : files) {
    for (const test::Case& c : file.cases) ASSERT_FALSE(c.expected.empty()) << c.where << " expects nothing";
    const size_t held = test::count_held(file, failure);
    all += file.cases.size();
    good += held;
    EXPECT_GE(100.0 * static_cast<double>(held), file.floor * static_cast<double>(file.cases.size())) << file.name;
  }
  std::cout << good << " of " << all << " cases hold\n";
}

}  // namespace
}  // namespace depesche
