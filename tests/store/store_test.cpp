// Opening, owning and locking the database.
#include "store/store.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "store/migrations.h"
#include "store/queries.h"

namespace depesche::store {
namespace {

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("depesche-store-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  static Error error_of(const std::string& path, OpenMode mode) {
    const auto store = Store::open(path, mode);
    EXPECT_FALSE(store) << path;
    return store ? Error{} : store.error();
  }

  std::filesystem::path folder_;
};

TEST_F(StoreTest, CreatesOnceAndOpensAgain) {
  ASSERT_TRUE(Store::open(path("a.db"), OpenMode::kCreate));
  ASSERT_TRUE(Store::open(path("a.db"), OpenMode::kCreate));
  const auto store = Store::open(path("a.db"), OpenMode::kReadOnly);
  ASSERT_TRUE(store) << store.error().line();
  const auto all = counts(**store);
  ASSERT_TRUE(all);
  EXPECT_EQ(all->reports, 0);
}

TEST_F(StoreTest, AMissingDatabaseIsNamedWithTheCure) {
  const Error error = error_of(path("none.db"), OpenMode::kReadOnly);
  EXPECT_EQ(error.code, ErrorCode::kFileNotFound);
  EXPECT_NE(error.line().find("depesche ingest"), std::string::npos);
}

TEST_F(StoreTest, RefusesOtherFilesAndOtherPrograms) {
  std::ofstream(path("text.db"))
      << "this is a letter, and it is long enough to be read as a page of a database, one would think, or is it not";
  EXPECT_EQ(error_of(path("text.db"), OpenMode::kCreate).code, ErrorCode::kBadDatabase);
  open_sqlite(path("foreign.db"), OpenMode::kCreate)->execute("CREATE TABLE notes(text)");
  const Error error = error_of(path("foreign.db"), OpenMode::kCreate);
  EXPECT_EQ(error.code, ErrorCode::kBadDatabase);
  EXPECT_NE(error.what.find("another program"), std::string::npos);
}

TEST_F(StoreTest, RefusesANewerVersionAndLeavesItAlone) {
  ASSERT_TRUE(Store::open(path("a.db"), OpenMode::kCreate));
  open_sqlite(path("a.db"), OpenMode::kReadWrite)->execute("PRAGMA user_version=99");
  const Error error = error_of(path("a.db"), OpenMode::kCreate);
  EXPECT_EQ(error.code, ErrorCode::kBadDatabase);
  EXPECT_NE(error.what.find("99"), std::string::npos);
}

/// An alert of the first entry on the first history line; both are made where they are absent.
int64_t add_alert(Store& store, const std::string& kind) {
  int64_t id = 0;
  const Status done = store.batch([&]() -> Status {
    ReportRow report;
    report.hash = "h";
    const auto entry = store.entry("k");
    if (entry && !*entry) {
      if (const auto added = store.add_report(report, "text"); !added) return added.error();
      EntryRow row;
      row.key = "k";
      if (const auto added = store.add_entry(row); !added) return added.error();
      HistoryLine line;
      line.entry = line.report = 1;
      if (const auto added = store.append(line); !added) return added.error();
    }
    const auto added = store.add_alert({0, 1, kind, false, "2024-01-01", 0, 1});
    if (!added) return added.error();
    id = *added;
    return Done{};
  });
  EXPECT_TRUE(done) << (done ? "" : done.error().line());
  return id;
}

std::vector<int64_t> alerts_after(Store& store, int64_t number) {
  Filter filter;
  filter.after = number;
  std::vector<int64_t> ids;
  const Status done = each_alert(store, filter, [&](const AlertResult& one) {
    ids.push_back(one.alert.id);
    return true;
  });
  EXPECT_TRUE(done);
  return ids;
}

TEST_F(StoreTest, NumbersOfAlertsAreNotGivenTwice) {
  const auto store = Store::open(path("a.db"), OpenMode::kCreate);
  ASSERT_TRUE(store);
  EXPECT_EQ(*(*store)->last_alert(), 0);
  const int64_t first = add_alert(**store, "met");
  ASSERT_TRUE((*store)->remove_alert(first));
  EXPECT_EQ(*(*store)->last_alert(), first);
  EXPECT_EQ(alerts_after(**store, first), std::vector<int64_t>{});
  const int64_t second = add_alert(**store, "broken");
  EXPECT_GT(second, first);
  EXPECT_EQ(alerts_after(**store, first), std::vector{second});
}

TEST_F(StoreTest, ADatabaseOfTheFirstVersionKeepsItsAlerts) {
  int64_t old = 0;
  {
    const auto store = Store::open(path("a.db"), OpenMode::kCreate);
    ASSERT_TRUE(store);
    old = add_alert(**store, "met");
    (*store)->connection().execute(
        "CREATE TABLE alert_old(id INTEGER PRIMARY KEY, entry, kind, watch, day, telling, event); INSERT INTO "
        "alert_old "
        "SELECT * FROM alert; DROP TABLE alert; ALTER TABLE alert_old RENAME TO alert; DROP TABLE seen; PRAGMA "
        "user_version=1");
  }
  EXPECT_NE(error_of(path("a.db"), OpenMode::kReadOnly).cure.find("ingest"), std::string::npos);
  const auto store = Store::open(path("a.db"), OpenMode::kCreate);
  ASSERT_TRUE(store) << store.error().line();
  EXPECT_EQ(alerts_after(**store, 0), std::vector{old});
  EXPECT_GT(add_alert(**store, "broken"), old);
}

TEST_F(StoreTest, WhatWasSeenIsKeptBySource) {
  const auto store = Store::open(path("a.db"), OpenMode::kCreate);
  ASSERT_TRUE(store);
  ASSERT_TRUE((*store)->set_seen("a", "x", "1"));
  ASSERT_TRUE((*store)->set_seen("a", "x", "2"));
  ASSERT_TRUE((*store)->set_seen("a", "y", "1"));
  ASSERT_TRUE((*store)->set_seen("b", "x", "3"));
  ASSERT_TRUE((*store)->forget_seen("a", "y"));
  EXPECT_EQ(*(*store)->seen("a"), (std::unordered_map<std::string, std::string>{{"x", "2"}}));
  EXPECT_EQ((*store)->seen("none")->size(), 0U);
}

TEST_F(StoreTest, WritesOfOthersAreNoticed) {
  const auto store = Store::open(path("a.db"), OpenMode::kCreate);
  const auto other = Store::open(path("a.db"), OpenMode::kReadWrite);
  ASSERT_TRUE(store && other);
  const auto before = (*store)->foreign_changes();
  ASSERT_TRUE((*store)->set_seen("own", "", ""));
  EXPECT_EQ(*(*store)->foreign_changes(), *before);
  ASSERT_TRUE((*other)->set_seen("other", "", ""));
  EXPECT_NE(*(*store)->foreign_changes(), *before);
}

TEST_F(StoreTest, ABatchIsAllOrNothing) {
  auto store = Store::open(path("a.db"), OpenMode::kCreate);
  ASSERT_TRUE(store);
  ReportRow row;
  row.hash = "h1";
  row.name = "r1";
  const Status failed = (*store)->batch([&]() -> Status {
    if (const auto id = (*store)->add_report(row, "text"); !id) return id.error();
    return Error{ErrorCode::kInternal, "", "stop", ""};
  });
  EXPECT_FALSE(failed);
  EXPECT_TRUE((*store)->hashes()->empty());
  const Status done = (*store)->batch([&]() -> Status {
    if (const auto id = (*store)->add_report(row, "text"); !id) return id.error();
    return Done{};
  });
  EXPECT_TRUE(done);
  EXPECT_EQ((*store)->hashes()->count("h1"), 1U);
}

TEST_F(StoreTest, WordsThatAreNoQueryAreTheUsersMistake) {
  auto store = Store::open(path("a.db"), OpenMode::kCreate);
  ASSERT_TRUE(store);
  Filter filter;
  filter.words = "\"open phrase";
  const Status done = each_event(**store, filter, [](const EventResult&) { return true; });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kBadUsage) << done.error().line();
}

TEST(StoreWords, ListsReadBack) {
  EXPECT_EQ(split(joined({"a", "b"})), (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(split("").empty());
}

}  // namespace
}  // namespace depesche::store
