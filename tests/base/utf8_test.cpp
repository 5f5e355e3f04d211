#include "base/utf8.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/mapped_file.h"

namespace depesche {
namespace {

TEST(Utf8, CountsCodePointsNotBytes) {
  EXPECT_EQ(utf8::count("Über 5 € 🙂"), 10U);
  EXPECT_EQ(utf8::count(""), 0U);
}

TEST(Utf8, IndexGivesTheCodePointOfEveryByteOffset) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "aä€🙂";  // 1 + 2 + 3 + 4 bytes: crosses every block border
  const utf8::CodePointIndex index(text);
  uint32_t point = 0;
  for (uint32_t at = 0; at < text.size(); at += utf8::length(static_cast<unsigned char>(text[at]))) {
    ASSERT_EQ(index.at(at), point);
    ++point;
  }
  EXPECT_EQ(index.at(static_cast<uint32_t>(text.size())), 400U);
}

TEST(Utf8, DecodesAndAppendsTheSame) {
  for (const char32_t c : {U'a', U'ß', U'€', U'🙂'}) {
    std::string text;
    utf8::append(text, c);
    EXPECT_EQ(utf8::decode(text, 0), c);
    EXPECT_EQ(text.size(), utf8::length(static_cast<unsigned char>(text[0])));
  }
}

TEST(Utf8, LowersAndCapitalises) {
  EXPECT_EQ(utf8::lower("ÄRGER in MOSKAU, ŠKODA"), "ärger in moskau, škoda");
  EXPECT_EQ(utf8::capitalised("überfall"), "Überfall");
  EXPECT_EQ(utf8::capitalised(""), "");
  EXPECT_TRUE(utf8::is_upper(U'Ö'));
  EXPECT_FALSE(utf8::is_upper(U'ß'));
}

TEST(Error, IsOneLineWithPlaceAndCure) {
  const Error error{ErrorCode::kBadJson, "a.jsonl:3", "broken JSON", "close the brace"};
  EXPECT_EQ(error.line(), "a.jsonl:3: broken JSON (close the brace) [bad-json]");
}

TEST(MappedFile, NamesWhatIsWrong) {
  const auto missing = MappedFile::open("/nonexistent/file");
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().code, ErrorCode::kFileNotFound);
  const auto folder = MappedFile::open("/");
  ASSERT_FALSE(folder.ok());
  EXPECT_EQ(folder.error().code, ErrorCode::kFileUnreadable);
}

}  // namespace
}  // namespace depesche
