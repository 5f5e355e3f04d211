#include "io/html.h"

#include <gtest/gtest.h>

using depesche::ErrorCode;
using depesche::io::HtmlLimits;
using depesche::io::looks_like_html;
using depesche::io::read_html;

TEST(Html, KeepsTheArticleOnly) {
  const auto report = read_html(
      "<!DOCTYPE html><html lang='de-DE'><head><title>Ruhe in  Kabul</title>"
      "<meta property='article:published_time' content='2024-06-21T08:00:00+02:00'><style>p{}</style></head>"
      "<body><nav>Start</nav><article><h1>Ruhe in Kabul</h1><p>Die <b>Regierung</b>\n ber&auml;t.<br>Sie tagt.</p>"
      "<script>alert('<p>')</script><ul><li>Eins<li>Zwei</ul><aside>Werbung</aside></article><footer>Ende</footer></"
      "body></html>",
      "a.html");
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->text, "Ruhe in Kabul\n\nDie Regierung berät.\nSie tagt.\n\nEins\n\nZwei");
  EXPECT_EQ(report->title, "Ruhe in Kabul");
  EXPECT_EQ(report->language, "de-DE");
  ASSERT_TRUE(report->published.has_value());
  EXPECT_EQ(depesche::iso(*report->published), "2024-06-21");
}

TEST(Html, TakesTheDateOfATimeElementAndSkipsImpossibleOnes) {
  const auto report =
      read_html("<meta name=date content=2024-02-30><p>Text <time datetime='2024-03-01'>1. März</time>", "a");
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(depesche::iso(*report->published), "2024-03-01");
  EXPECT_EQ(report->text, "Text 1. März");
}

TEST(Html, ReferencesBeyondUnicodeAreReplaced) {
  for (const char* reference : {"&#x1099909999;", "&#x110000;", "&#xD800;", "&#99999999999999;"}) {
    const auto report = read_html(std::string("<title>a") + reference + "</title><p>x" + reference + "y", "a");
    ASSERT_TRUE(report.ok()) << reference;
    EXPECT_EQ(report->text, "x\uFFFDy") << reference;
    EXPECT_EQ(report->title, "a\uFFFD") << reference;
  }
}

TEST(Html, RefusesNestingBombs) {
  std::string bomb;
  for (int i = 0; i < 1'000'000; ++i) bomb += "<div>";
  const auto deep = read_html(bomb + "x", "bomb.html");
  ASSERT_FALSE(deep.ok());
  EXPECT_EQ(deep.error().code, ErrorCode::kTooLarge);
  std::string svg = "<svg>";
  for (int i = 0; i < 200'000; ++i) svg += "<link>";
  EXPECT_FALSE(read_html(svg + "x", "a").ok());
}

TEST(Html, BoundsTheMemoryOfUnclosedFormatting) {
  std::string page = "<p>";
  for (int i = 0; i < 900; ++i) page += "<font size=" + std::to_string(i) + ">";
  for (int i = 0; i < 100'000; ++i) page += "<p>x";
  const auto report = read_html(page, "a", HtmlLimits{1000, 64 << 20});
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.error().code, ErrorCode::kTooLarge);
}

TEST(Html, SloppyPagesAreNoBombs) {
  std::string page = "<body>";
  for (int i = 0; i < 20'000; ++i) page += "<p>Absatz<br>weiter<img src=x>";
  page += "<svg>";
  for (int i = 0; i < 5'000; ++i) page += "<path d='M0'/>";
  page += "</svg>";
  EXPECT_TRUE(read_html(page, "a").ok());
}

TEST(Html, EmptyPagesAreErrors) {
  EXPECT_EQ(read_html("<html><body><script>x</script></body></html>", "a").error().code, ErrorCode::kFileEmpty);
  EXPECT_TRUE(looks_like_html("  <!DOCTYPE html>"));
  EXPECT_TRUE(looks_like_html("<html>"));
  EXPECT_FALSE(looks_like_html("<5 Tote bei Unfall"));
}
