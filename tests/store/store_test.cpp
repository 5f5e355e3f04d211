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
