// Rows of other data sets, made from a small database.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "exports/cells.h"
#include "exports/export.h"
#include "ledger/book.h"
#include "ledger/support.h"
#include "support/built_knowledge.h"

namespace depesche::exports {
namespace {

using test::ReportMaker;
using testing::ElementsAre;
using Cells = std::map<std::string, std::string>;

const Knowledge& knowledge() {
  static const auto opened = test::built_knowledge();
  if (!opened) throw std::runtime_error(opened.error().line());
  return *opened;
}

/// A database in a folder of its own, gone with the test.
class Exports : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("depesche-exports-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    auto store = store::Store::open((folder_ / "desk.db").string(), store::OpenMode::kCreate);
    ASSERT_TRUE(store) << store.error().line();
    store_ = std::move(store).value();
  }
  void TearDown() override {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }

  void add(const CodedReport& report) {
    const auto ontology = test::ontology();
    auto book = ledger::Book::open(*store_, ontology);
    ASSERT_TRUE(book) << book.error().line();
    const Status done = store_->batch([&]() -> Status {
      if (const auto recorded = book->record(report, false); !recorded) return recorded.error();
      return book->settle();
    });
    ASSERT_TRUE(done) << done.error().line();
  }

  /// The lines of an export, without a header.
  std::vector<std::string> lines(const Format& format, const store::Filter& filter = {}) {
    const Codes codes(knowledge());
    const std::string path = (folder_ / "out").string();
    auto output = Output::open(path);
    EXPECT_TRUE(output);
    const auto done = export_events(*store_, filter, codes, format, *output);
    EXPECT_TRUE(done) << done.error().line();
    EXPECT_TRUE(output->finish());
    std::ifstream in(path);
    std::vector<std::string> list;
    for (std::string line; std::getline(in, line);) list.push_back(line);
    if (format.header) list.erase(list.begin());
    EXPECT_EQ(static_cast<int64_t>(list.size()), done->rows);
    return list;
  }

  std::vector<Cells> rows(const Format& format, const store::Filter& filter = {}) {
    std::vector<Cells> list;
    for (const std::string& line : lines(format, filter)) {
      std::vector<std::string> cells{""};
      for (const char c : line) {
        if (c == '\t') {
          cells.emplace_back();
        } else {
          cells.back() += c;
        }
      }
      EXPECT_EQ(cells.size(), format.columns.size()) << line;
      Cells row;
      for (size_t i = 0; i < std::min(cells.size(), format.columns.size()); ++i) row[format.columns[i].name] = cells[i];
      list.push_back(row);
    }
    return list;
  }

  std::unique_ptr<store::Store> store_;
  std::filesystem::path folder_;
};

/// "Ünal said \"no\"..." : a text in which code points, bytes and quotes differ.
CodedReport arms() {
  CodedReport report = ReportMaker("r\t1", "2024-10-18", "Zürich: \"France\" delivers radar to the Armenian army.")
                           .event("AID", {"FRA:GOV"}, {"ARM:MIL"}, {"military"}, "happened", "2024-10-17")
                           .report();
  report.agency = "DPS";
  RecordEvent& event = report.events[0];
  event.cameo = "072";
  event.quad = 2;
  event.score = 10;
  event.goldstein = 8.3;
  event.place = RecordPlace{{0, 7}, "Zürich", "CHE", 47.37, 8.5};
  event.evidence = {{10, 16}};
  report.actors[0].name = "Emmanuel \"Le\" Macron";
  report.actors[0].office = "president";
  report.actors[0].mentions = {{{10, 16}, "name"}};
  report.actors[1].mentions = {{{40, 53}, "title"}};
  return report;
}

TEST(Formats, HaveTheColumnsTheyAreKnownBy) {
  const std::map<std::string, size_t> known{{"phoenix", 26}, {"gdelt1", 58},  {"gdelt2", 61}, {"gdelt2-mentions", 16},
                                            {"icews", 20},   {"polecat", 40}, {"plover", 0}};
  ASSERT_EQ(formats().size(), known.size());
  for (const Format& format : formats()) {
    EXPECT_EQ(format.columns.size(), known.at(format.name)) << format.name;
    std::set<std::string> names;
    for (const Column& column : format.columns) {
      EXPECT_TRUE(names.insert(column.name).second) << format.name << " " << column.name;
      EXPECT_TRUE(column.fill == nullptr || !column.about.empty()) << format.name << " " << column.name;
    }
  }
  EXPECT_EQ(format_named("gdelt"), nullptr);
}

TEST(CodesTest, EveryStateIsInTheTableAndCodesAreUnique) {
  const Codes codes(knowledge());
  const Table states = knowledge().table("actors/states");
  const Table foreign = knowledge().table("exports/states");
  EXPECT_EQ(foreign.size(), states.size());
  for (const char* column : {"fips", "cow", "gdelt", "icews"}) {
    std::set<std::string_view> seen;
    for (Row row = 0; row < foreign.size(); ++row) {
      const std::string_view code = foreign.cell(row, column);
      const bool unique = code.empty() || seen.insert(code).second;
      EXPECT_TRUE(unique) << column << " " << code;
    }
    EXPECT_GT(seen.size(), 1U) << column;
  }
  for (const auto& [code, fips] : std::map<std::string, std::string>{
           {"DEU", "GM"}, {"GBR", "UK"}, {"CHN", "CH"}, {"CHE", "SZ"}, {"AUS", "AS"}, {"AUT", "AU"}, {"SRB", "RI"}}) {
    ASSERT_NE(codes.state(code), nullptr);
    EXPECT_EQ(codes.state(code)->fips, fips) << code;
  }
  const Table roots = knowledge().table("exports/roots");
  EXPECT_EQ(roots.size(), 20U);
  EXPECT_EQ(codes.root("08").gdelt, "2");
  EXPECT_EQ(codes.root("16").gdelt, "4");
  EXPECT_EQ(codes.root("16").phoenix, "3");
}

TEST(CodesTest, AnEventWithoutACodeGetsTheGeneralOneOfItsType) {
  const Codes codes(knowledge());
  store::EventRow event;
  event.type = "AGREE";
  EXPECT_EQ(codes.cameo(event).code, "030");
  EXPECT_EQ(codes.cameo(event).goldstein, 4.0);
  event.cameo = "0312";
  EXPECT_EQ(codes.cameo(event).base(), "031");
  EXPECT_EQ(codes.cameo(event).root(), "03");
  EXPECT_EQ(codes.cameo(event).name, "Express intent to cooperate militarily");
}

TEST(CellsTest, NothingBreaksARow) {
  EXPECT_EQ(plain_cell(" a\tb\r\nc \"d\" \x01 e "), "a b c 'd' e");
  EXPECT_EQ(plain_cell("Zürich"), "Zürich");
  EXPECT_EQ(plain_cell("\t"), "");
}

TEST(DaysTest, AMonthIsItsFirstDay) {
  EXPECT_EQ(calendar_day("2024-10-17"), "2024-10-17");
  EXPECT_EQ(calendar_day("2024-10"), "2024-10-01");
  EXPECT_EQ(calendar_day("2024"), "2024-01-01");
  for (const char* text : {"", "soon", "2024-1", "2024-10-1", "20241017", "2024-10-17T00:00"})
    EXPECT_EQ(calendar_day(text), "") << text;
}

TEST_F(Exports, Gdelt) {
  add(arms());
  const auto list = rows(gdelt2_format());
  ASSERT_EQ(list.size(), 1U);
  Cells row = list[0];
  EXPECT_EQ(row["GLOBALEVENTID"], "10000");
  EXPECT_EQ(row["SQLDATE"], "20241017");
  EXPECT_EQ(row["MonthYear"], "202410");
  EXPECT_EQ(row["FractionDate"], "2024.7863");  // (9 * 30 + 17) / 365
  EXPECT_EQ(row["Actor1Code"], "FRAGOV");
  EXPECT_EQ(row["Actor1Name"], "EMMANUEL 'LE' MACRON");
  EXPECT_EQ(row["Actor1CountryCode"], "FRA");
  EXPECT_EQ(row["Actor1Type1Code"], "GOV");
  EXPECT_EQ(row["Actor2Code"], "ARMMIL");
  EXPECT_EQ(row["EventCode"], "072");
  EXPECT_EQ(row["EventRootCode"], "07");
  EXPECT_EQ(row["QuadClass"], "2");
  EXPECT_EQ(row["GoldsteinScale"], "8.3");
  EXPECT_EQ(row["NumMentions"], "1");
  EXPECT_EQ(row["AvgTone"], "");
  EXPECT_EQ(row["ActionGeo_Type"], "4");
  EXPECT_EQ(row["ActionGeo_FullName"], "Zürich");
  EXPECT_EQ(row["ActionGeo_CountryCode"], "SZ");
  EXPECT_EQ(row["ActionGeo_Lat"], "47.37");
  EXPECT_EQ(row["DATEADDED"], "20241018000000");
  EXPECT_EQ(row["SOURCEURL"], "r 1");
  Cells old = rows(gdelt1_format())[0];
  EXPECT_EQ(old["DATEADDED"], "20241018");
  EXPECT_EQ(old.count("ActionGeo_ADM2Code"), 0U);
  Cells mention = rows(gdelt2_mentions_format())[0];
  EXPECT_EQ(mention["GLOBALEVENTID"], row["GLOBALEVENTID"]);
  EXPECT_EQ(mention["EventTimeDate"], row["DATEADDED"]);
  EXPECT_EQ(mention["ActionCharOffset"], "9");
  EXPECT_EQ(mention["Actor1CharOffset"], "9");
  EXPECT_EQ(mention["MentionDocLen"], "53");
}

TEST_F(Exports, PhoenixIcewsPolecat) {
  add(arms());
  Cells phoenix = rows(phoenix_format())[0];
  EXPECT_EQ(phoenix["Date"], "20241017");
  EXPECT_EQ(phoenix["Month"], "10");
  EXPECT_EQ(phoenix["SourceActorFull"], "FRAGOV");
  EXPECT_EQ(phoenix["SourceActorEntity"], "FRA");
  EXPECT_EQ(phoenix["SourceActorRole"], "GOV");
  EXPECT_EQ(phoenix["SourceActorAttribute"], "");
  EXPECT_EQ(phoenix["PentaClass"], "2");
  EXPECT_EQ(phoenix["Issues"], "military,1");
  EXPECT_EQ(phoenix["CountryCode"], "CHE");
  Cells icews = rows(icews_format())[0];
  EXPECT_EQ(icews["Source Name"], "Emmanuel 'Le' Macron");
  EXPECT_EQ(icews["Source Sectors"], "Government");
  EXPECT_EQ(icews["Source Country"], "France");
  EXPECT_EQ(icews["Event Text"], "Provide military aid");
  EXPECT_EQ(icews["Intensity"], "8.3");
  EXPECT_EQ(icews["City"], "Zürich");
  EXPECT_EQ(icews["Country"], "Switzerland");
  EXPECT_EQ(icews["Sentence Number"], "1");
  Cells polecat = rows(polecat_format())[0];
  EXPECT_EQ(polecat["Event Type"], "AID");
  EXPECT_EQ(polecat["Event Mode"], "None");
  EXPECT_EQ(polecat["Intensity"], "10.0");
  EXPECT_EQ(polecat["Quad Code"], "MATERIAL COOPERATION");
  EXPECT_EQ(polecat["Actor COW"], "220");
  EXPECT_EQ(polecat["Actor Title"], "president");
  EXPECT_EQ(polecat["Recipient Name Raw"], "Armenian army");
  EXPECT_EQ(polecat["Raw Placename"], "Zürich");
  EXPECT_EQ(polecat["Language"], "English");
  EXPECT_EQ(polecat["Wikipedia Actor ID"], "None");
}

TEST_F(Exports, PloverKeepsTheTextAsItIs) {
  add(arms());
  const auto event = nlohmann::json::parse(lines(plover_format())[0]);
  EXPECT_EQ(event["event_type"], "AID");
  EXPECT_EQ(event["actor"][0]["name"], "Emmanuel \"Le\" Macron");
  EXPECT_EQ(event["recipient"][0]["country"], "ARM");
  EXPECT_EQ(event["location"]["country"], "CHE");
  EXPECT_EQ(event["evidence"][0]["begin"], 9);
  EXPECT_EQ(event["evidence"][0]["text"], "France");
  EXPECT_EQ(event["story"]["id"], "r\t1");
  EXPECT_FALSE(event.contains("historical"));
}

TEST_F(Exports, RowsOfSidesHaveNumbersOfTheirOwn) {
  add(ReportMaker("met", "2024-10-18", "They met, and they struck.")
          .event("CONSULT", {"DEU", "FRA", "POL"}, {})
          .event("ASSAULT", {"USA", "GBR"}, {"YEM", "IMG"})
          .event("PROTEST", {"DEU:CVL"}, {})
          .report());
  std::vector<std::string> sides;
  std::set<std::string> ids;
  for (Cells& row : rows(gdelt1_format())) {
    sides.push_back(row["Actor1Code"] + ">" + row["Actor2Code"]);
    ids.insert(row["GLOBALEVENTID"]);
  }
  EXPECT_THAT(sides, ElementsAre("DEU>FRA", "DEU>POL", "FRA>DEU", "FRA>POL", "POL>DEU", "POL>FRA", "USA>YEM", "USA>IMG",
                                 "GBR>YEM", "GBR>IMG", "DEUCVL>"));
  EXPECT_EQ(ids.size(), sides.size());
  Cells polecat = rows(polecat_format())[0];
  EXPECT_EQ(polecat["Actor Country"], "DEU; FRA; POL");
  EXPECT_EQ(polecat["Recipient Country"], "None");
}

TEST_F(Exports, CodesThatDifferFromOurs) {
  add(ReportMaker("codes", "2024-10-18", "Codes.").event("ACCUSE", {"ROU:JRN"}, {"UNO"}).report());
  Cells gdelt = rows(gdelt2_format())[0];
  EXPECT_EQ(gdelt["Actor1Code"], "ROMMED");
  EXPECT_EQ(gdelt["Actor2Code"], "IGOUNO");
  EXPECT_EQ(gdelt["Actor2CountryCode"], "");
  EXPECT_EQ(gdelt["Actor2KnownGroupCode"], "UNO");
  EXPECT_EQ(gdelt["Actor2Type1Code"], "IGO");
  EXPECT_EQ(gdelt["EventCode"], "090");
  Cells phoenix = rows(phoenix_format())[0];
  EXPECT_EQ(phoenix["SourceActorFull"], "ROUMED");
  EXPECT_EQ(phoenix["TargetActorEntity"], "IGO");
  EXPECT_EQ(phoenix["TargetActorAttribute"], "UNO");
}

TEST_F(Exports, AMentionForEachReportOfAnAct) {
  for (const char* name : {"first", "second"}) {
    add(ReportMaker(name, "2024-10-18", std::string("France gave radar to Armenia, says the ") + name + " agency.")
            .event("AID", {"FRA"}, {"ARM"}, {"military"}, "happened", "2024-10-17")
            .report());
  }
  store::Filter nodes;
  nodes.dedupe = store::Dedupe::kNode;
  auto events = rows(gdelt2_format(), nodes);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0]["NumMentions"], "2");
  auto mentions = rows(gdelt2_mentions_format(), nodes);
  ASSERT_EQ(mentions.size(), 2U);
  std::set<std::string> reports;
  for (Cells& mention : mentions) {
    EXPECT_EQ(mention["GLOBALEVENTID"], events[0]["GLOBALEVENTID"]);
    reports.insert(mention["MentionIdentifier"]);
  }
  EXPECT_EQ(reports.size(), 2U);
  EXPECT_EQ(rows(gdelt2_format()).size(), 2U);
}

TEST_F(Exports, FormatsThatDemandADayLeaveOthersOut) {
  CodedReport report =
      ReportMaker("old", "2024-10-18", "Once they fought.").event("ASSAULT", {"USA"}, {"GBR"}).report();
  report.events[0].historical = true;
  add(report);
  EXPECT_TRUE(rows(gdelt2_format()).empty());
  EXPECT_TRUE(rows(gdelt2_mentions_format()).empty());
  EXPECT_EQ(lines(plover_format()).size(), 1U);
  CodedReport odd = ReportMaker("odd", "2024-10-18", "Soon they fight.").event("ASSAULT", {"USA"}, {"GBR"}).report();
  odd.events[0].date = RecordDate{"soon", "soon", {}};
  add(odd);
  EXPECT_TRUE(rows(polecat_format()).empty());
  EXPECT_EQ(lines(plover_format()).size(), 2U);
}

}  // namespace
}  // namespace depesche::exports
