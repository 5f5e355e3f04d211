// The case files of tests/cases/actors through the real segmenter and parser. A case is a text behind "de DATE| " or
// "en DATE| " and the lines below it:
//   Mention: RUS GOV president    a mention with exactly this text has this code, sector and office ("-": no code;
//                                 a form of mention such as "metonym" may stand among them; later items may be left
//                                 out)
//   Mention = Other               both mentions (or the actor's name) are one actor
//   !Mention                      no mention has this text
// "# floor: 85" is the share of the file's cases that must hold: a retrained parser may trade one for another.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "actors/actors.h"
#include "support/case_file.h"
#include "support/parsed.h"

namespace depesche {
namespace {

namespace fs = std::filesystem;

Document analysed(Language language, std::optional<Date> published, const std::string& text) {
  auto& chain = test::ParserChain::get();
  static const ActorLexicon lexicon(chain.knowledge());
  Document document = chain.parse(language, published, text);
  document.publish(find_actors(document, lexicon));
  return document;
}

/// Actors that a text of a mention, or a name, stands for.
std::vector<ActorIndex> actors_of(const Document& d, std::string_view text) {
  std::vector<ActorIndex> out;
  for (const Mention& m : d.actors().mentions) {
    if (d.text(m.span) == text) out.push_back(m.actor);
  }
  for (ActorIndex a = 0; a < d.actors().actors.size(); ++a) {
    if (d.actors().actors[a].name == text) out.push_back(a);
  }
  return out;
}

bool typed_so(const Document& d, std::string_view mention, const std::string& wanted) {
  std::istringstream in(wanted);
  std::string code;
  in >> code;
  std::string rest;
  std::getline(in, rest);
  return std::any_of(d.actors().mentions.begin(), d.actors().mentions.end(), [&](const Mention& m) {
    if (d.text(m.span) != mention) return false;
    const Actor& a = d.actors().actors[m.actor];
    if (a.code != (code == "-" ? "" : code)) return false;
    std::istringstream items(rest);
    for (std::string item; items >> item;) {
      if (item != a.sector && a.office.find(item) == std::string::npos && item != name(m.form)) return false;
    }
    return true;
  });
}

/// Does the expectation hold?
bool holds(const Document& d, const std::string& line) {
  if (line[0] == '!') {
    return std::none_of(d.actors().mentions.begin(), d.actors().mentions.end(),
                        [&](const Mention& m) { return d.text(m.span) == line.substr(1); });
  }
  const size_t same = line.find(" = ");
  if (same != std::string::npos) {
    const auto one = actors_of(d, line.substr(0, same));
    const auto other = actors_of(d, line.substr(same + 3));
    return std::any_of(one.begin(), one.end(),
                       [&](ActorIndex a) { return std::find(other.begin(), other.end(), a) != other.end(); });
  }
  const size_t colon = line.find(": ");
  return colon != std::string::npos && typed_so(d, line.substr(0, colon), line.substr(colon + 2));
}

/// The expectation that fails first, with the actors found; "" when the case holds.
std::string failure(const test::Case& c) {
  const Document d = analysed(*language_of(c.language), parse_date(c.published), c.text);
  const auto failed =
      std::find_if(c.expected.begin(), c.expected.end(), [&](const std::string& line) { return !holds(d, line); });
  if (failed == c.expected.end()) return {};
  return "    " + c.text + "\n    fails: " + *failed + "\n" + actors::print(d.actors(), d);
}

class ActorCases : public ::testing::TestWithParam<test::FloorFile> {};

TEST_P(ActorCases, ShareOfTheFileHolds) {
  test::FloorFile file = GetParam();
  ASSERT_FALSE(file.cases.empty());
  std::erase_if(file.cases,
                [](const test::Case& c) { return !test::ParserChain::get().ready(*language_of(c.language)); });
  if (file.cases.empty()) GTEST_SKIP() << "needs models/*.dsm and the knowledge image of this build";
  const size_t held = test::count_held(file, failure);
  EXPECT_GE(100.0 * static_cast<double>(held), file.floor * static_cast<double>(file.cases.size())) << file.name;
}

/// Share of the gold actors with a code whose code and sector some actor of the same report has.
TEST(ActorGold, CodesOfTheTrainingReportsAreFound) {
  size_t found = 0;
  size_t all = 0;
  const fs::path folder = fs::path(DEPESCHE_SOURCE_DIR) / ".." / "shared" / "data" / "reports";
  for (const char* name : {"de_train_1", "de_train_2", "de_train_3", "en_train_1", "en_train_2"}) {
    std::ifstream in(folder / (std::string(name) + ".gold.jsonl"));
    for (std::string line; std::getline(in, line);) {
      const auto report = nlohmann::json::parse(line);
      const Language language = *language_of(report["language"].get<std::string>());
      if (!test::ParserChain::get().ready(language)) continue;
      const Document d =
          analysed(language, parse_date(report.value("published", "")), report["text"].get<std::string>());
      for (const auto& gold : report["actors"]) {
        if (!gold.contains("code")) continue;
        ++all;
        const auto& actors = d.actors().actors;
        found += std::any_of(actors.begin(), actors.end(),
                             [&](const Actor& a) {
                               return a.code == gold["code"].get<std::string>() && a.sector == gold.value("sector", "");
                             })
                     ? 1
                     : 0;
      }
    }
  }
  if (all == 0) GTEST_SKIP() << "needs ../shared/data/reports, the models and the knowledge image";
  const double share = 100.0 * static_cast<double>(found) / static_cast<double>(all);
  std::cout << "gold actors with their code and sector in the report: " << found << " of " << all << " (" << share
            << " %)\n";
  EXPECT_GE(share, 85.0);
}

INSTANTIATE_TEST_SUITE_P(Files, ActorCases, ::testing::ValuesIn(test::read_floor_folder("actors")),
                         [](const auto& file) { return file.param.name.substr(0, file.param.name.find('.')); });

}  // namespace
}  // namespace depesche
