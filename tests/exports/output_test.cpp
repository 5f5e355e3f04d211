// Files that are there whole or not at all.
#include "exports/output.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "exports/parquet/export_tables.h"

namespace depesche::exports {
namespace {

namespace fs = std::filesystem;

class OutputTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("depesche-output-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  [[nodiscard]] size_t files() const {
    return static_cast<size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  static std::string content(const std::string& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  fs::path folder_;
};

TEST_F(OutputTest, TakesItsPlaceAtTheEnd) {
  std::ofstream(path("a.tsv")) << "old";
  auto output = Output::open(path("a.tsv"));
  ASSERT_TRUE(output) << output.error().line();
  EXPECT_TRUE(output->write("new"));
  EXPECT_EQ(content(path("a.tsv")), "old");
  ASSERT_TRUE(output->finish());
  EXPECT_EQ(content(path("a.tsv")), "new");
  EXPECT_EQ(files(), 1U);
}

TEST_F(OutputTest, LeavesNothingWithoutFinish) {
  std::ofstream(path("a.tsv")) << "old";
  {
    auto output = Output::open(path("a.tsv"));
    ASSERT_TRUE(output);
    output->write("half");
  }
  EXPECT_EQ(content(path("a.tsv")), "old");
  EXPECT_EQ(files(), 1U);
}

TEST_F(OutputTest, SaysWhyItCannotBeWritten) {
  const auto nowhere = Output::open(path("no/where.tsv"));
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.error().code, ErrorCode::kWriteFailed);
  const auto folder = Output::open(folder_.string());
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, ErrorCode::kBadUsage);
  auto full = Output::open("/dev/full");
  ASSERT_TRUE(full);
  full->write("x");
  const Status done = full->finish();
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().cure, "free some space");
  EXPECT_TRUE(fs::exists("/dev/full"));
}

TEST(ParquetTest, TablesHaveEachColumnOnceAndSayWhatFillsIt) {
  std::set<std::string> tables;
  for (const Table& table : parquet_tables()) {
    EXPECT_TRUE(tables.insert(table.name).second) << table.name;
    std::set<std::string> names;
    for (const Field& field : table.fields) {
      EXPECT_TRUE(names.insert(field.name).second) << table.name << " " << field.name;
      EXPECT_FALSE(field.about.empty()) << table.name << " " << field.name;
    }
  }
  EXPECT_EQ(tables.size(), 7U);
}

TEST(ParquetTest, ALibraryThatIsNotThereIsAnErrorWithACure) {
  const auto library = ParquetLibrary::load("/no/where/libdepesche_parquet.so");
  ASSERT_FALSE(library);
  EXPECT_EQ(library.error().code, ErrorCode::kFileNotFound);
  EXPECT_FALSE(library.error().cure.empty());
}

}  // namespace
}  // namespace depesche::exports
