// Quotation marks: all styles, nested, unclosed, across paragraphs; apostrophes are none.
#include "statements/quotes.h"

#include <gtest/gtest.h>

#include "statements/build_statements.h"

namespace depesche {
namespace {

/// Inner text of each quotation. Words are cut at blanks; every word hangs on the first.
std::vector<std::string> quotes_in(const std::vector<std::string>& paragraphs, Language language) {
  std::string conllu;
  for (const std::string& paragraph : paragraphs) {
    conllu += "# newpar\n";
    std::istringstream words(paragraph);
    int id = 0;
    for (std::string word; words >> word;) {
      ++id;
      conllu += std::to_string(id) + "\t" + word + "\t" + word + "\tNOUN\t_\t_\t" + (id == 1 ? "0\troot" : "1\tdep") +
                "\t_\t_\n";
    }
    conllu += "\n";
  }
  const Document document = testing::document_from_conllu(conllu, language);
  const statements::SpeechLexicon lexicon(*testing::built_knowledge());
  std::vector<std::string> out;
  for (const statements::Quote& q : statements::find_quotes(document, Tree(document), lexicon))
    out.emplace_back(document.text(q.inner));
  return out;
}

class Quotes : public ::testing::Test {
 protected:
  void SetUp() override {
    if (testing::built_knowledge() == nullptr) GTEST_SKIP() << "no knowledge image";
  }
};

using Strings = std::vector<std::string>;

TEST_F(Quotes, GermanStyles) {
  EXPECT_EQ(quotes_in({"Er rief „halt an“ und ging"}, Language::kGerman), Strings{"halt an"});
  EXPECT_EQ(quotes_in({"Er rief „halt an” und ging"}, Language::kGerman), Strings{"halt an"});
  EXPECT_EQ(quotes_in({"Er rief »halt an« und ging"}, Language::kGerman), Strings{"halt an"});
  EXPECT_EQ(quotes_in({"Er rief «halt an» und ging"}, Language::kGerman), Strings{"halt an"});
  EXPECT_EQ(quotes_in({"Er rief \"halt an\" und ging"}, Language::kGerman), Strings{"halt an"});
  EXPECT_EQ(quotes_in({"Er rief „halt an\" und ging"}, Language::kGerman), Strings{"halt an"});
}

TEST_F(Quotes, EnglishStyles) {
  EXPECT_EQ(quotes_in({"He cried “stop now” and left"}, Language::kEnglish), Strings{"stop now"});
  EXPECT_EQ(quotes_in({"He cried \"stop now\" and left"}, Language::kEnglish), Strings{"stop now"});
  EXPECT_EQ(quotes_in({"He cried ''stop now'' and left"}, Language::kEnglish), Strings{"stop now"});
  EXPECT_EQ(quotes_in({"He cried “stop now\" and left"}, Language::kEnglish), Strings{"stop now"});
}

TEST_F(Quotes, InnerQuotationsBelongToTheOuter) {
  EXPECT_EQ(quotes_in({"Er sagte „man nannte es ‚halt‘ und ging“ dort"}, Language::kGerman),
            Strings{"man nannte es ‚halt‘ und ging"});
  EXPECT_EQ(quotes_in({"He said “they called it ‘stop’ and left” there"}, Language::kEnglish),
            Strings{"they called it ‘stop’ and left"});
}

TEST_F(Quotes, ApostrophesOpenNothing) {
  EXPECT_TRUE(quotes_in({"Trump's plan and the soldiers' home don't count"}, Language::kEnglish).empty());
}

TEST_F(Quotes, AnUnclosedQuotationEndsWithItsParagraph) {
  EXPECT_EQ(quotes_in({"Er rief „halt an und ging", "Danach war Ruhe"}, Language::kGerman),
            Strings{"halt an und ging"});
}

TEST_F(Quotes, AParagraphThatOpensAgainGoesOn) {
  const auto quotes = quotes_in({"“We stop here", "“and go home” he said"}, Language::kEnglish);
  ASSERT_EQ(quotes.size(), 1U);
  EXPECT_TRUE(quotes[0].starts_with("We stop here"));
  EXPECT_TRUE(quotes[0].ends_with("and go home"));
}

}  // namespace
}  // namespace depesche
