// The image: round trip, determinism, and refusal of everything that is not one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "knowledge/image_format.h"
#include "knowledge/knowledge.h"
#include "knowledge/small_knowledge.h"

namespace depesche::kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

CompileResult small_image() {
  std::vector<SourceDirectory> stack = {small_knowledge()};
  return compile_sources(std::move(stack));
}

std::string error_of(std::vector<std::byte> bytes) {
  const auto knowledge = Knowledge::from_bytes(std::move(bytes));
  return knowledge.ok() ? std::string() : knowledge.error().line();
}

TEST(Image, RoundTrip) {
  const auto result = small_image();
  ASSERT_TRUE(result.ok());
  const auto knowledge = Knowledge::from_bytes(result.image);
  ASSERT_TRUE(knowledge.ok()) << knowledge.error().line();
  EXPECT_EQ(knowledge->fingerprint(), result.fingerprint);
  EXPECT_EQ(knowledge->fingerprint().size(), 16U);
  const Table terms = knowledge->table("actors/terms");
  ASSERT_EQ(terms.size(), 2U);
  const auto rows = terms.find("putin");
  EXPECT_THAT(std::vector<Row>(rows.begin(), rows.end()), ElementsAre(0U, 1U));  // file order
  EXPECT_EQ(terms.cell(0, "from"), "2000-05-07");
  EXPECT_EQ(terms.cell(1, "to"), "");
  EXPECT_EQ(terms.origin(1).text(), "actors/terms.tsv:3");
  const Table states = knowledge->table("actors/states");
  EXPECT_THAT(states.list(0, "demonym_de"), ElementsAre("Russe", "Russin"));
  EXPECT_THAT(states.list(1, "metonyms_de"), ElementsAre());
  EXPECT_TRUE(states.find("FRA").empty());
  EXPECT_TRUE(states.find("").empty());
  EXPECT_EQ(knowledge->table("words/classes").find("de\tWaffe").size(), 1U);
}

TEST(Image, MissesAreEmpty) {
  const auto knowledge = Knowledge::from_bytes(small_image().image);
  ASSERT_TRUE(knowledge.ok());
  const Table none = knowledge->table("no/such");
  EXPECT_EQ(none.size(), 0U);
  EXPECT_TRUE(none.find("x").empty());
  EXPECT_EQ(none.cell(0, "column"), "");
  EXPECT_EQ(none.column("column"), UINT32_MAX);
  const Table states = knowledge->table("actors/states");
  EXPECT_EQ(states.cell(states.size(), 0), "");
  EXPECT_EQ(states.cell(0, UINT32_MAX), "");
  EXPECT_EQ(states.origin(states.size()).line, 0U);
}

TEST(Image, SameBytesWhateverTheOrderOfFiles) {
  SourceDirectory turned = small_knowledge();
  std::reverse(turned.files.begin(), turned.files.end());
  std::vector<SourceDirectory> stack = {std::move(turned)};
  EXPECT_EQ(compile_sources(std::move(stack)).image, small_image().image);
}

TEST(Image, FingerprintFollowsContent) {
  std::vector<SourceDirectory> stack = {
      small_with("words/classes.tsv", "language\tlemma\tclass\nde\tWaffe\tweapon\nen\tgun\tweapon\n")};
  EXPECT_NE(compile_sources(std::move(stack)).fingerprint, small_image().fingerprint);
}

TEST(Image, TruncationIsAnErrorNeverACrash) {
  const auto image = small_image().image;
  for (size_t size = 0; size < image.size(); size += 64) {
    const std::string error = error_of({image.begin(), image.begin() + static_cast<std::ptrdiff_t>(size)});
    EXPECT_THAT(error, HasSubstr("run: depesche kb build")) << size;
  }
}

TEST(Image, TruncationWithAMendedSizeIsAnErrorToo) {
  const auto image = small_image().image;
  for (size_t size = sizeof(image::Header); size < image.size(); size += 64) {
    std::vector<std::byte> cut(image.begin(), image.begin() + static_cast<std::ptrdiff_t>(size));
    const auto told = static_cast<uint32_t>(size);
    std::memcpy(cut.data() + offsetof(image::Header, size), &told, sizeof told);
    EXPECT_THAT(error_of(std::move(cut)), HasSubstr("damaged")) << size;
  }
}

TEST(Image, DamagedNumbersNeverReadOutside) {
  const auto image = small_image().image;
  for (size_t at = 0; at + 4 <= image.size(); at += 4) {
    std::vector<std::byte> damaged = image;
    const uint32_t huge = 0xFFFFFFF0U;
    std::memcpy(damaged.data() + at, &huge, sizeof huge);
    const auto knowledge = Knowledge::from_bytes(std::move(damaged));
    if (!knowledge.ok()) continue;
    const Table states = knowledge->table("actors/states");  // under ASan: reads stay inside
    for (Row row = 0; row < states.size(); ++row) (void)states.cell(row, 0);
    (void)states.find("RUS");
  }
}

TEST(Image, ForeignFilesAndOtherVersions) {
  EXPECT_THAT(error_of({}), HasSubstr("not a knowledge image, or cut off"));
  EXPECT_THAT(error_of(std::vector<std::byte>(500, std::byte{'x'})), HasSubstr("not a knowledge image"));
  auto image = small_image().image;
  const uint32_t version = 7000;
  std::memcpy(image.data() + offsetof(image::Header, version), &version, sizeof version);
  EXPECT_THAT(error_of(std::move(image)), HasSubstr("made for version 7000 of the format"));
}

TEST(Image, WriteAndOpen) {
  const auto path = (std::filesystem::temp_directory_path() / "depesche_image_test.dkb").string();
  const auto result = small_image();
  ASSERT_TRUE(write_image(result, path).ok());
  const auto knowledge = Knowledge::open(path);
  ASSERT_TRUE(knowledge.ok()) << knowledge.error().line();
  EXPECT_EQ(knowledge->fingerprint(), result.fingerprint);
  std::filesystem::remove(path);
  const auto missing = Knowledge::open(path);
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().code, ErrorCode::kFileNotFound);
  EXPECT_EQ(missing.error().cure, "run: depesche kb build");
}

TEST(Image, FaultyKnowledgeIsNotWrittenUnlessAsked) {
  std::vector<SourceDirectory> stack = {small_with("words/mixed.tsv", "word\tnumber\na\tx\nb\t2\n")};
  const auto result = compile_sources(std::move(stack));
  const auto path = (std::filesystem::temp_directory_path() / "depesche_faulty_test.dkb").string();
  const auto refused = write_image(result, path);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kBadKnowledge);
  EXPECT_FALSE(std::filesystem::exists(path));
  ASSERT_TRUE(write_image(result, path, true).ok());
  const auto knowledge = Knowledge::open(path);
  ASSERT_TRUE(knowledge.ok());
  EXPECT_EQ(knowledge->table("words/mixed").size(), 1U);  // the sound row
  std::filesystem::remove(path);
  EXPECT_EQ(write_image(result, "/nowhere/at/all.dkb", true).error().code, ErrorCode::kWriteFailed);
}

}  // namespace
}  // namespace depesche::kb
