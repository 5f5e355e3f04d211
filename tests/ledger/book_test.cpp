// The book over a real database: whatever the order in which reports come, the ledger says the same.
#include "ledger/book.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "ledger/standing.h"
#include "support.h"

namespace depesche::ledger {
namespace {

using test::ontology;
using test::ReportMaker;

/// A database in a folder of its own, gone with the test.
class Desk {
 public:
  Desk() {
    static int number = 0;
    folder_ = std::filesystem::temp_directory_path() /
              ("depesche-book-" + std::to_string(::getpid()) + "-" + std::to_string(++number));
    std::filesystem::create_directories(folder_);
    auto store = store::Store::open((folder_ / "desk.db").string(), store::OpenMode::kCreate);
    if (!store) throw std::runtime_error(store.error().line());
    store_ = std::move(store).value();
  }
  ~Desk() {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  void add(const std::vector<CodedReport>& reports, bool recode = false) {
    auto book = Book::open(*store_, ontology_);
    ASSERT_TRUE(book) << book.error().line();
    const Status done = store_->batch([&]() -> Status {
      for (const CodedReport& report : reports) {
        if (const auto recorded = book->record(report, recode); !recorded) return recorded.error();
      }
      return book->settle();
    });
    ASSERT_TRUE(done) << done.error().line();
  }

  /// The whole ledger, alerts and nodes as text without any number that depends on the order of ingestion.
  std::string picture(const std::string& as_of = "") {
    std::vector<std::string> lines;
    const auto items = ledger_as_of(*store_, ontology_, {}, as_of);
    EXPECT_TRUE(items);
    for (const LedgerItem& item : *items) {
      std::string line = merge_key(item.entry.fact, ontology_) + " " + std::string(name(item.standing.state)) + " " +
                         item.standing.since + " first " + item.entry.fact.day;
      for (const Step& step : item.standing.steps)
        line += " / " + step.day + " " + std::string(name(step.input)) + (step.refused ? "!" : "");
      lines.push_back(std::move(line));
    }
    if (as_of.empty()) {
      const Status alerts = store::each_alert(*store_, {}, [&](const store::AlertResult& one) {
        lines.push_back("alert " + one.alert.day + one.alert.kind + (one.alert.watch ? "?" : "") +
                        one.event.report_name + one.telling.report_name);
        return true;
      });
      EXPECT_TRUE(alerts);
      store::Filter nodes;
      nodes.dedupe = store::Dedupe::kNode;
      const Status events = store::each_event(*store_, nodes, [&](const store::EventResult& one) {
        lines.push_back("node " + one.event.node + " " + std::to_string(one.reports) + " " + std::to_string(one.texts));
        return true;
      });
      EXPECT_TRUE(events);
    }
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
  }

  store::Store& store() { return *store_; }

 private:
  std::filesystem::path folder_;
  ledger::Ontology ontology_ = ontology();
  std::unique_ptr<store::Store> store_;
};

const RecordTemplate kArms{"AID", {"KOR"}, {"UKR"}, {"military"}};

std::vector<CodedReport> reports() {
  return {
      ReportMaker("threat", "2024-06-20", "Russia warns Seoul against arming Ukraine.")
          .commitment("threat", "RUS", "KOR", "", kArms)
          .report(),
      ReportMaker("policy", "2024-06-21", "Seoul says it sends no arms to Ukraine.")
          .commitment("policy", "KOR:GOV", "", "will_not", kArms, "in_force")
          .report(),
      ReportMaker("review", "2024-06-22", "Seoul will rethink its line on arms.")
          .commitment("policy", "KOR", "", "will_not", kArms, "under_review")
          .report(),
      ReportMaker("pledge", "2024-06-23", "Japan promises Ukraine money until autumn.")
          .commitment("pledge", "JPN", "", "will", {"AID", {"JPN"}, {"UKR"}, {"economic"}}, "announced", "2024-09-01")
          .report(),
      ReportMaker("plan", "2024-06-25", "South Korea may send shells to Ukraine.")
          .event("AID", {"KOR"}, {"UKR"}, {"military"}, "possible")
          .report(),
      ReportMaker("act", "2024-07-01", "South Korea has delivered shells to Ukraine.")
          .event("AID", {"KOR"}, {"UKR"}, {"military"})
          .report(),
      ReportMaker("act2", "2024-07-02", "Shells from Seoul reached Ukraine on Monday, officials said there.")
          .event("AID", {"KOR:GOV"}, {"UKR"}, {"military"}, "happened", "2024-07-01")
          .report(),
      ReportMaker("late", "2024-09-05", "Japan sends money to Ukraine after all.")
          .event("AID", {"JPN"}, {"UKR"}, {"economic"})
          .report(),
      ReportMaker("renewal", "2024-07-10", "Seoul is back to its old line: no arms for Ukraine.")
          .commitment("policy", "KOR", "", "will_not", kArms, "in_force")
          .report(),
  };
}

TEST(Book, TheSeedStoryGivesItsAlerts) {
  Desk desk;
  desk.add(reports());
  const std::string picture = desk.picture();
  EXPECT_NE(picture.find("alert 2024-07-01red_lineact"), std::string::npos) << picture;
  EXPECT_NE(picture.find("alert 2024-07-01brokenact"), std::string::npos) << picture;
  EXPECT_NE(picture.find("alert 2024-06-25red_line?plan"), std::string::npos) << picture;
  // Two reports of one act are one node of two texts, and one alert.
  EXPECT_NE(picture.find("node AID|KOR>UKR|2024-07-01 2 2"), std::string::npos) << picture;
  EXPECT_EQ(picture.find("met"), std::string::npos) << picture;  // the money came after the deadline
  EXPECT_NE(desk.picture("2024-06-30").find("under_review 2024-06-22"), std::string::npos);
}

TEST(Book, OrderOfIngestionChangesNothing) {
  Desk straight;
  straight.add(reports());
  const std::string wanted = straight.picture();
  const std::string wanted_june = straight.picture("2024-06-30");
  std::mt19937 random(7);
  for (int round = 0; round < 40; ++round) {
    std::vector<CodedReport> shuffled = reports();
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    Desk desk;
    // In batches of random size, so that settling happens between any two reports.
    for (size_t at = 0; at < shuffled.size();) {
      const size_t size = std::min<size_t>(1 + random() % 4, shuffled.size() - at);
      desk.add({shuffled.begin() + static_cast<std::ptrdiff_t>(at),
                shuffled.begin() + static_cast<std::ptrdiff_t>(at + size)});
      at += size;
    }
    ASSERT_EQ(desk.picture(), wanted) << "round " << round;
    ASSERT_EQ(desk.picture("2024-06-30"), wanted_june) << "round " << round;
  }
}

TEST(Book, ReplayAddsNothing) {
  Desk desk;
  desk.add(reports());
  const std::string wanted = desk.picture();
  desk.add(reports());
  EXPECT_EQ(desk.picture(), wanted);
  const auto counts = store::counts(desk.store());
  ASSERT_TRUE(counts);
  EXPECT_EQ(counts->reports, static_cast<int64_t>(reports().size()));
}

TEST(Book, RecodingReplacesWhatAReportSaysAndKeepsTheHistory) {
  Desk desk;
  desk.add(reports());
  std::vector<CodedReport> wrong = reports();
  // An earlier coder misread the act: to Poland, not to Ukraine.
  const auto act = std::find_if(wrong.begin(), wrong.end(), [](const CodedReport& one) { return one.id == "act"; });
  CodedReport misread =
      ReportMaker("act", act->published, act->text).event("AID", {"KOR"}, {"POL"}, {"military"}).report();
  Desk other;
  *act = misread;
  other.add(wrong);
  EXPECT_EQ(other.picture().find("redlineact\n"), std::string::npos);
  other.add({reports()[5]}, /*recode=*/true);
  EXPECT_EQ(other.picture(), desk.picture());
  // And back: the alert of that report goes, the lines of the history stay, retracted.
  other.add({misread}, /*recode=*/true);
  Desk fresh;
  fresh.add(wrong);
  EXPECT_EQ(other.picture(), fresh.picture());
}

TEST(Book, TheHistoryCannotBeEdited) {
  Desk desk;
  desk.add(reports());
  for (const char* sql : {"DELETE FROM history", "UPDATE history SET day=''"}) {
    const auto done = store::guarded([&]() -> Done {
      desk.store().connection().execute(sql);
      return {};
    });
    EXPECT_FALSE(done) << sql;
  }
}

TEST(Book, NearCopiesAreOneText) {
  std::string text;
  for (int i = 0; i < 40; ++i)
    text += "Shells worth " + std::to_string(i * 17) + " million went from Seoul to Kyiv by train " +
            std::to_string(i) + ". ";
  const auto make = [&](const std::string& id, const std::string& body) {
    return ReportMaker(id, "2024-07-01", body).event("AID", {"KOR"}, {"UKR"}, {"military"}).report();
  };
  Desk desk;
  desk.add({make("a", text), make("b", "(Agency) " + text),
            make("c", "Seoul has armed Kyiv, says a witness in the harbour of Busan.")});
  EXPECT_NE(desk.picture().find("node AID|KOR>UKR|2024-07-01 3 2"), std::string::npos) << desk.picture();
  store::Filter exact;
  exact.dedupe = store::Dedupe::kExact;
  int rows = 0;
  ASSERT_TRUE(store::each_event(desk.store(), exact, [&](const store::EventResult&) { return ++rows > 0; }));
  EXPECT_EQ(rows, 2);
}

TEST(Book, AFailedBatchLeavesNothing) {
  Desk desk;
  auto words = ontology();
  auto book = Book::open(desk.store(), words);
  ASSERT_TRUE(book);
  const Status done = desk.store().batch([&]() -> Status {
    if (const auto recorded = book->record(reports()[0], false); !recorded) return recorded.error();
    return Error{ErrorCode::kInternal, "test", "stop", ""};
  });
  EXPECT_FALSE(done);
  const auto counts = store::counts(desk.store());
  ASSERT_TRUE(counts);
  EXPECT_EQ(counts->reports, 0);
  EXPECT_EQ(counts->entries, 0);
}

}  // namespace
}  // namespace depesche::ledger
