#include "syntax/model_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "syntax/model.h"

namespace depesche::syntax {
namespace {

using testing::HasSubstr;

class ModelFileTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = (std::filesystem::temp_directory_path() / ("depesche_model_test_" + std::to_string(getpid()))).string();
  }
  void TearDown() override { std::filesystem::remove(path_); }

  std::string open(const std::string& content) {
    std::ofstream(path_, std::ios::binary) << content;
    const Result<ModelFile> file = ModelFile::open(path_);
    return file ? "ok" : file.error().what;
  }

  std::string path_;
};

template <typename T>
void put(std::string& bytes, size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

void seal(std::string& bytes) {
  uint64_t hash = 0xCBF29CE484222325ULL;
  for (size_t at = 64; at + 8 <= bytes.size(); at += 8) {
    uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    hash = (hash ^ word) * 0x100000001B3ULL;
  }
  put<uint64_t>(bytes, 24, hash);
}

// One section "meta" of two bytes.
std::string small_file() {
  std::string bytes(192, '\0');
  std::memcpy(bytes.data(), "DPSYNTAX", 8);
  put<uint32_t>(bytes, 8, 1);
  put<uint32_t>(bytes, 12, 1);
  put<uint64_t>(bytes, 16, bytes.size());
  std::memcpy(bytes.data() + 64, "meta", 4);
  put<uint32_t>(bytes, 64 + 36, 1);
  put<uint32_t>(bytes, 64 + 40, 2);
  put<uint64_t>(bytes, 64 + 48, 128);
  put<uint64_t>(bytes, 64 + 56, 2);
  std::memcpy(bytes.data() + 128, "a\n", 2);
  seal(bytes);
  return bytes;
}

TEST_F(ModelFileTest, OpensAndFinds) {
  EXPECT_EQ(open(small_file()), "ok");
  const Result<ModelFile> file = ModelFile::open(path_);
  ASSERT_TRUE(file);
  EXPECT_TRUE(file->find("meta", SectionKind::kBytes));
  EXPECT_FALSE(file->find("meta", SectionKind::kInt8));
  EXPECT_THAT(file->find("other", SectionKind::kBytes).error().what, HasSubstr("'other' is missing"));
  EXPECT_FALSE(file->floats("meta", 1, 2));
  EXPECT_EQ(file->lines("meta")->size(), 2U);
}

TEST_F(ModelFileTest, ForeignFiles) {
  EXPECT_EQ(open("PK\x03\x04 something else entirely, long enough to hold a header of sixty-four bytes"),
            "not a Depesche syntax model");
  EXPECT_EQ(open("DPSYNTAX"), "not a Depesche syntax model");
  std::string bytes = small_file();
  put<uint32_t>(bytes, 8, 9);
  EXPECT_THAT(open(bytes), HasSubstr("version 9"));
}

TEST_F(ModelFileTest, TruncatedAtEveryLength) {
  const std::string whole = small_file();
  for (size_t size = 64; size < whole.size(); ++size) {
    EXPECT_THAT(open(whole.substr(0, size)), HasSubstr("truncated")) << size;
  }
}

TEST_F(ModelFileTest, ChangedContent) {
  std::string bytes = small_file();
  bytes[130] ^= 1;
  EXPECT_THAT(open(bytes), HasSubstr("fingerprint"));
}

TEST_F(ModelFileTest, SectionsOutsideTheFile) {
  for (const auto& [offset, size] :
       std::vector<std::pair<uint64_t, uint64_t>>{{192, 2}, {128, 65}, {~uint64_t{63}, 2}, {100, 2}}) {
    std::string bytes = small_file();
    put<uint64_t>(bytes, 64 + 48, offset);
    put<uint64_t>(bytes, 64 + 56, size);
    seal(bytes);
    EXPECT_THAT(open(bytes), HasSubstr("damaged")) << offset << " " << size;
  }
  std::string bytes = small_file();
  put<uint32_t>(bytes, 12, 1000000);
  EXPECT_THAT(open(bytes), HasSubstr("truncated"));
}

TEST_F(ModelFileTest, MissingFileAndMissingSections) {
  EXPECT_EQ(ModelFile::open("/nowhere/de.dsm").error().code, ErrorCode::kFileNotFound);
  ASSERT_EQ(open(small_file()), "ok");
  const Result<Model> model = Model::open(path_);
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().code, ErrorCode::kBadModel);
  EXPECT_THAT(model.error().line(), HasSubstr(path_));
}

}  // namespace
}  // namespace depesche::syntax
