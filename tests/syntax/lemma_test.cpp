#include "syntax/lemma.h"

#include <gtest/gtest.h>

#include "syntax/model_file.h"

namespace depesche::syntax {
namespace {

std::optional<std::string> lemma(std::string_view rule, std::string_view form) {
  const std::optional<LemmaRule> read = read_rule(rule);
  EXPECT_TRUE(read) << rule;
  return read ? apply(*read, form) : std::nullopt;
}

TEST(LemmaRule, Applies) {
  EXPECT_EQ(lemma("k||0+|0+", "Haus"), "Haus");
  EXPECT_EQ(lemma("l||0+|1+en", "Drohte"), "drohten");
  EXPECT_EQ(lemma("l||0+|2+en", "Drohte"), "drohen");
  EXPECT_EQ(lemma("k||2+|1+en", "gemacht"), "machen");
  EXPECT_EQ(lemma("k|ge|0+|1+en", "angedroht"), "androhen");
  EXPECT_EQ(lemma("k|zu|0+|0+", "anzukommen"), "ankommen");
  EXPECT_EQ(lemma("=sein", "ist"), "sein");
  EXPECT_EQ(lemma("c||0+|0+", "PARIS"), "Paris");
  EXPECT_EQ(lemma("k||0+|5+aus", "Häuser"), "Haus");
}

TEST(LemmaRule, DoesNotFit) {
  EXPECT_EQ(lemma("k||3+|3+", "kurz"), std::nullopt);
  EXPECT_EQ(lemma("k|ge|0+|1+en", "droht"), std::nullopt);
  EXPECT_EQ(lemma("k||0+|4+", "kurz"), std::nullopt);
  EXPECT_EQ(lemma("k||18446744073709551615+|3+", "kurz"), std::nullopt);
}

TEST(LemmaRule, TakesOffOnlyWhatItHasSeen) {
  EXPECT_EQ(lemma("k||2+|1+en\tge\tt/e", "gemacht"), "machen");
  EXPECT_EQ(lemma("k||2+|1+en\tge\tt/e", "vermacht"), std::nullopt);
  EXPECT_EQ(lemma("k||2+|1+en\tge\tt/e", "gemachd"), std::nullopt);
  EXPECT_EQ(lemma("k||2+|1+en\tge\t", "gemachd"), "machen");
}

TEST(LemmaRule, CountsCodePoints) {
  EXPECT_EQ(lemma("l||0+|1+", "Öl…"), "öl");
}

TEST(LemmaRule, RejectsOtherText) {
  for (const char* text : {"", "k", "k|", "k||0+", "x||0+|0+", "k||a+|0+", "k||0|0+", "kk||0+|0+"}) {
    EXPECT_FALSE(read_rule(text)) << text;
  }
}

TEST(LemmaExceptions, FindsWordsAndPrefixedVerbs) {
  const auto key = [](std::string_view form, std::string_view upos) {
    return fnv1a(upos, fnv1a(std::string_view("\0", 1), fnv1a(form)));
  };
  const std::vector<uint64_t> keys = {key("gegriffen", "VERB")};
  const std::vector<uint32_t> offsets = {0, 7};
  const LemmaExceptions table{keys, offsets, "greifen", {"an", "zu"}};
  EXPECT_EQ(table.find("gegriffen", "VERB"), "greifen");
  EXPECT_EQ(table.find("gegriffen", "NOUN"), std::nullopt);
  EXPECT_EQ(table.find_prefixed("angegriffen"), "angreifen");
  EXPECT_EQ(table.find_prefixed("Angegriffen"), "angreifen");
  EXPECT_EQ(table.find_prefixed("gegriffen"), std::nullopt);
}

}  // namespace
}  // namespace depesche::syntax
