#include "syntax/conllu.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace depesche::syntax {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

const std::string kText =
    "# sent_id = 1\n# text = im Haus\n1-2\tim\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tin\tin\tADP\t_\t_\t3\tcase\t_\t_\n2\tdem\tder\tDET\t_\tCase=Dat\t3\tdet\t_\t_\n"
    "3\tHaus\tHaus\tNOUN\t_\t_\t0\troot\t_\tSpaceAfter=No|NER=B-LOC\n3.1\tleer\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
    "1\tJa\t_\t_\t_\t_\t_\t_\t_\t_\n\n";

Result<std::vector<ConlluSentence>> read(const std::string& text) {
  std::istringstream in(text);
  return read_conllu(in, "x.conllu");
}

std::string fault(const std::string& text) {
  const auto result = read(text);
  return result ? "ok" : result.error().line();
}

std::string written(const std::vector<ConlluSentence>& sentences) {
  std::ostringstream out;
  write_conllu(out, sentences);
  return out.str();
}

TEST(Conllu, ComesBackAsItWas) {
  const auto sentences = read(kText);
  ASSERT_TRUE(sentences) << sentences.error().line();
  ASSERT_EQ(sentences->size(), 2U);
  EXPECT_EQ((*sentences)[0].words[1].form, "dem");
  EXPECT_EQ((*sentences)[0].extras[0].last, 2U);
  std::string expected = kText;
  expected.replace(expected.find("1\tJa\t_\t_\t_\t_\t_"), 14, "1\tJa\t_\t_\t_\t_\t0");
  EXPECT_EQ(written(*sentences), expected);
}

TEST(Conllu, AcceptsCarriageReturnsMarkAndMissingLastLine) {
  const auto sentences = read("\xEF\xBB\xBF# c\r\n1\tJa\t_\t_\t_\t_\t0\troot\t_\t_");
  ASSERT_TRUE(sentences) << sentences.error().line();
  EXPECT_EQ((*sentences)[0].words[0].misc, "_");
  EXPECT_EQ((*sentences)[0].comments[0], "# c");
}

TEST(Conllu, CarriageReturnsNeverBecomePartOfAWord) {
  const auto sentences = read("1\tJa\t_\t_\t_\t_\t0\troot\t_\t_\r\r\n\r\r\n");
  ASSERT_TRUE(sentences);
  EXPECT_EQ(sentences->at(0).words.at(0).misc, "_");
}

TEST(Conllu, NothingIsNoSentence) {
  EXPECT_TRUE(read("\n\n")->empty());
}

TEST(Conllu, FaultsNameTheLine) {
  EXPECT_THAT(fault("1\tJa\t_\n\n"), StartsWith("x.conllu:1: a word needs ten columns"));
  EXPECT_THAT(fault("1\tJa\t_\t_\t_\t_\t0\troot\t_\t_\t_\n"), HasSubstr("ten columns"));
  EXPECT_THAT(fault("1\t\t_\t_\t_\t_\t0\troot\t_\t_\n"), HasSubstr("ten columns"));
  EXPECT_THAT(fault("# c\n2\tJa\t_\t_\t_\t_\t0\troot\t_\t_\n"), StartsWith("x.conllu:2: word id '2', expected 1"));
  EXPECT_THAT(fault("1\tJa\t_\t_\t_\t_\tx\troot\t_\t_\n"), StartsWith("x.conllu:1: head 'x' is not a number"));
  EXPECT_THAT(fault("1\tJa\t_\t_\t_\t_\t0\troot\t_\t_\n2\tso\t_\t_\t_\t_\t5\tdep\t_\t_\n"),
              StartsWith("x.conllu:2: head 5"));
  EXPECT_THAT(fault("1\tJa\t_\t_\t_\t_\t1\troot\t_\t_\n"), HasSubstr("head 1"));
  EXPECT_THAT(fault("2-3\tim\t_\t_\t_\t_\t_\t_\t_\t_\n"), HasSubstr("multiword"));
  EXPECT_THAT(fault("1-9\tim\t_\t_\t_\t_\t_\t_\t_\t_\n1\tJa\t_\t_\t_\t_\t0\troot\t_\t_\n"),
              HasSubstr("beyond the sentence"));
  EXPECT_THAT(fault("# only a comment\n\n"), HasSubstr("without words"));
}

}  // namespace
}  // namespace depesche::syntax
