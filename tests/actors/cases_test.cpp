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
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "actors/actors.h"
#include "knowledge/knowledge.h"
#include "support/german_words.h"
#include "syntax/parser.h"
#include "text/segment.h"

namespace depesche {
namespace {

namespace fs = std::filesystem;

struct Case {
  Language language = Language::kGerman;
  std::optional<Date> published;
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
    const size_t bar = line.find("| ");
    const auto language = language_of(std::string_view(line).substr(0, 2));
    if (bar == 13 && language) {
      file.cases.push_back(
          {*language, parse_date(std::string_view(line).substr(3, 10)), line.substr(bar + 2), {}, number});
    } else if (!file.cases.empty()) {
      file.cases.back().expected.push_back(line);
    }
  }
  return file;
}

class Chain {
 public:
  static Chain& get() {
    static Chain chain;
    return chain;
  }
  [[nodiscard]] bool ready(Language language) const {
    return parser_[index(language)] != nullptr && lexicon_ != nullptr;
  }

  Document run(const Case& c) {
    ReportInfo info;
    info.language = c.language;
    info.published = c.published;
    Document document(info, c.text);
    document.publish(text::segment(document, *text_));
    document.publish(parser_[index(c.language)]->parse(document));
    document.publish(find_actors(document, *lexicon_));
    return document;
  }

 private:
  Chain() {
    auto opened = Knowledge::open(std::string(DEPESCHE_BUILD_DIR) + "/share/depesche/knowledge.dkb");
    if (!opened) return;
    knowledge_ = std::make_unique<Knowledge>(std::move(opened).value());
    lexicon_ = std::make_unique<ActorLexicon>(*knowledge_);
    text_ = std::make_unique<text::TextLexicon>(text::TextLexicon::from(*knowledge_));
    words_ = test::german_words();
    for (const Language language : {Language::kGerman, Language::kEnglish}) {
      auto model =
          syntax::Model::open(std::string(DEPESCHE_SOURCE_DIR) + "/models/" + std::string(code(language)) + ".dsm");
      if (!model) continue;
      model_[index(language)] = std::make_unique<syntax::Model>(std::move(model).value());
      parser_[index(language)] = std::make_unique<syntax::Parser>(
          *model_[index(language)], syntax::kDefaultBatchWords, language == Language::kGerman ? words_.get() : nullptr);
    }
  }
  static size_t index(Language language) { return language == Language::kGerman ? 0 : 1; }

  std::unique_ptr<Knowledge> knowledge_;
  std::unique_ptr<ActorLexicon> lexicon_;
  std::unique_ptr<text::TextLexicon> text_;
  std::unique_ptr<morphology::Lexicon> words_;
  std::unique_ptr<syntax::Model> model_[2];
  std::unique_ptr<syntax::Parser> parser_[2];
};

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

class ActorCases : public ::testing::TestWithParam<fs::path> {};

TEST_P(ActorCases, ShareOfTheFileHolds) {
  const CaseFile file = read_cases(GetParam());
  ASSERT_FALSE(file.cases.empty());
  size_t held = 0;
  size_t run = 0;
  for (const Case& c : file.cases) {
    if (!Chain::get().ready(c.language)) continue;
    ++run;
    const Document d = Chain::get().run(c);
    const auto failed =
        std::find_if(c.expected.begin(), c.expected.end(), [&](const std::string& line) { return !holds(d, line); });
    if (failed == c.expected.end()) {
      ++held;
      continue;
    }
    std::cout << GetParam().filename().string() << ':' << c.line << ": " << c.text << "\n    fails: " << *failed << '\n'
              << actors::print(d.actors(), d);
  }
  if (run == 0) GTEST_SKIP() << "needs models/*.dsm and the knowledge image of this build";
  const double share = 100.0 * static_cast<double>(held) / static_cast<double>(run);
  std::cout << GetParam().filename().string() << ": " << held << " of " << run << " hold\n";
  EXPECT_GE(share, file.floor);
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
      Case c;
      c.language = *language_of(report["language"].get<std::string>());
      c.published = parse_date(report.value("published", ""));
      c.text = report["text"].get<std::string>();
      if (!Chain::get().ready(c.language)) continue;
      const Document d = Chain::get().run(c);
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

std::vector<fs::path> case_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(std::string(DEPESCHE_SOURCE_DIR) + "/tests/cases/actors")) {
    if (entry.path().extension() == ".case") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

INSTANTIATE_TEST_SUITE_P(Files, ActorCases, ::testing::ValuesIn(case_files()),
                         [](const auto& file) { return file.param.stem().string(); });

}  // namespace
}  // namespace depesche
