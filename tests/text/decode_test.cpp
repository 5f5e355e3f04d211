#include "text/decode.h"

#include <gtest/gtest.h>

using depesche::ErrorCode;
using depesche::text::decode;

TEST(Decode, KeepsUtf8ExactlyAndDropsTheByteOrderMark) {
  EXPECT_EQ(*decode("\xEF\xBB\xBF"
                    "Gr\xC3\xBC\xC3\x9F"
                    "e\r\n",
                    "a"),
            "Gr\xC3\xBC\xC3\x9F"
            "e\r\n");
  EXPECT_EQ(*decode("plain", "a"), "plain");
}

TEST(Decode, ReadsLatin1AndWindows1252) {
  EXPECT_EQ(*decode("Die Gespr\xE4"
                    "che f\xFChren zu nichts, hei\xDFt es.",
                    "a"),
            "Die Gespräche führen zu nichts, heißt es.");
  EXPECT_EQ(*decode("Er sagte: \x84Nein\x93 \x96 und ging. Das kostet 5 \x80.", "a"),
            "Er sagte: „Nein“ – und ging. Das kostet 5 €.");
}

TEST(Decode, NamesTheOffsetOfInvalidUtf8) {
  const auto result = decode(
      "Gr\xC3\xBC\xC3\x9F"
      "e aus K\xC3\xB6ln \xFF und M\xC3\xBCnchen",
      "report.txt");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().code, ErrorCode::kBadEncoding);
  EXPECT_NE(result.error().line().find("report.txt: invalid UTF-8 at byte 18"), std::string::npos)
      << result.error().line();
}

TEST(Decode, RefusesTruncatedSequencesAndSurrogates) {
  EXPECT_FALSE(decode("K\xC3\xB6ln und D\xC3\xBCsseldor\xC3", "a").ok());
  EXPECT_FALSE(decode("K\xC3\xB6ln \xC3\xA4 \xED\xA0\x80", "a").ok());
}

TEST(Decode, RefusesBinaryEmptyAndForeignSets) {
  EXPECT_EQ(decode(std::string_view("PK\x03\x04\0\0", 6), "a").error().code, ErrorCode::kFileBinary);
  EXPECT_EQ(decode("\x01\x02\x03\x04 abc", "a").error().code, ErrorCode::kFileBinary);
  EXPECT_EQ(decode("", "a").error().code, ErrorCode::kFileEmpty);
  EXPECT_EQ(decode(" \n\t ", "a").error().code, ErrorCode::kFileEmpty);
  EXPECT_EQ(decode("\xFF\xFEH\0i\0", "a").error().code, ErrorCode::kBadEncoding);
  // "Привет, мир" in windows-1251
  EXPECT_EQ(decode("\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0, \xFD\xF2\xEE \xF2\xE5\xEA\xF1\xF2", "a").error().code,
            ErrorCode::kBadEncoding);
}
