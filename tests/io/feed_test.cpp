#include "io/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace depesche::io {
namespace {

using ::testing::HasSubstr;

std::string day(std::string_view text) {
  const auto date = feed_date(text);
  return date ? iso(*date) : "";
}

RawReport only(std::string_view feed) {
  auto items = read_feed(feed, "f", "f");
  EXPECT_TRUE(items) << (items ? "" : items.error().line());
  if (!items || items->size() != 1 || !items->front().report) {
    ADD_FAILURE() << "not one report";
    return {};
  }
  return *items->front().report;
}

TEST(FeedDate, AsTheStandardsWriteIt) {
  EXPECT_EQ(day("Thu, 12 Sep 2024 10:00:00 +0200"), "2024-09-12");
  EXPECT_EQ(day("2 JAN 99 10:00 EST"), "1999-01-02");
  EXPECT_EQ(day("Thu,12 September 24"), "2024-09-12");
  EXPECT_EQ(day("2024-09-12T23:59:59-07:00"), "2024-09-12");
  EXPECT_EQ(day("2024-09-12"), "2024-09-12");
  for (const char* none : {"", "yesterday", "Thu, 32 Sep 2024", "12 Foo 2024", "Thu", ",,,", "12 Sep", "2024-13-01"})
    EXPECT_EQ(day(none), "") << none;
}

TEST(Feed, RssWithFullContentSummaryOrTitle) {
  const auto items = read_feed(
      "<rss version='2.0' xmlns:content='c'><channel><title>t</title><language>de-DE</language>"
      "<item><title>A &amp;amp; B</title><link> https://example.org/1 </link><guid>g1</guid><pubDate>Thu, 12 Sep "
      "2024</pubDate>"
      "<description>short</description><content:encoded><![CDATA[<p>One "
      "<b>two</b>.</p><p>Three.</p>]]></content:encoded></item>"
      "<item><description>Only &lt;i&gt;this&lt;/i&gt;.</description></item>"
      "<item><title>Headline</title><description> <![CDATA[<img src='x'/>]]></description></item>"
      "<item><guid>g4</guid></item></channel></rss>",
      "feed", "stem");
  ASSERT_TRUE(items);
  ASSERT_EQ(items->size(), 4U);
  const RawReport& first = *(*items)[0].report;
  EXPECT_EQ((*items)[0].key, "g1");
  EXPECT_EQ(first.id, "https://example.org/1");
  EXPECT_EQ(first.title, "A & B");
  EXPECT_EQ(first.text, "One two.\n\nThree.");
  EXPECT_EQ(first.language, "de-DE");
  EXPECT_EQ(iso(*first.published), "2024-09-12");
  EXPECT_EQ((*items)[1].report->text, "Only this.");
  EXPECT_EQ((*items)[1].report->id, "stem-2");
  EXPECT_EQ((*items)[2].report->text, "Headline");
  ASSERT_FALSE((*items)[3].report);
  EXPECT_THAT((*items)[3].report.error().line(), HasSubstr("feed: g4: "));
}

TEST(Feed, RdfHasItsItemsBesideTheChannel) {
  const RawReport report = only(
      "<rdf:RDF xmlns:rdf='r' xmlns:dc='d'><channel><dc:language>en</dc:language></channel><item "
      "rdf:about='https://example.org/x'>"
      "<title>T</title><dc:date>2024-09-12T10:00Z</dc:date><description>Text.</description></item></rdf:RDF>");
  EXPECT_EQ(report.id, "https://example.org/x");
  EXPECT_EQ(report.text, "Text.");
  EXPECT_EQ(report.language, "en");
  EXPECT_TRUE(report.published);
}

TEST(Feed, AtomTextsArePlainHtmlOrXhtml) {
  EXPECT_EQ(only("<feed><entry><content>a &lt;b&gt; c</content></entry></feed>").text, "a <b> c");
  EXPECT_EQ(only("<feed><entry><content type='html'>a &lt;b&gt;b&lt;/b&gt;</content></entry></feed>").text, "a b");
  EXPECT_EQ(only("<feed><entry><content type='xhtml'><div><p>a</p><p>b</p></div></content></entry></feed>").text,
            "a\n\nb");
  EXPECT_EQ(only("<a:feed xmlns:a='x'><a:entry><a:summary>s</a:summary></a:entry></a:feed>").text, "s");
  EXPECT_EQ(
      only("<feed xml:lang='de'><entry><link rel='self' href='no'/><link href='yes'/><title>t</title></entry></feed>")
          .id,
      "yes");
}

TEST(Feed, WhatIsNoneIsTold) {
  for (const char* none :
       {"", "no XML", "<html><p>x</p></html>", "<rss><channel>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}) {
    const auto items = read_feed(none, "f", "f");
    ASSERT_FALSE(items) << none;
    EXPECT_EQ(items.error().code, ErrorCode::kBadFeed);
  }
}

TEST(Feed, EntitiesOfADocumentTypeStandAsWritten) {
  EXPECT_EQ(only("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>a &x; "
                 "b</title></item></channel></rss>")
                .title,
            "a &x; b");
}

TEST(Feed, ReferencesToNoCharacterAreReplaced) {
  EXPECT_EQ(only("<feed><entry><title>a&#xD800;b</title></entry></feed>").text, "a\uFFFDb");
}

TEST(Feed, DeepNestingIsNoTrouble) {
  std::string deep = "<feed><entry><title>t</title><content type='xhtml'>";
  for (int i = 0; i < 100000; ++i) deep += "<b>";
  deep += "x";
  for (int i = 0; i < 100000; ++i) deep += "</b>";
  EXPECT_EQ(only(deep + "</content></entry></feed>").text, "t");  // beyond the depth of HTML: the title is left
}

}  // namespace
}  // namespace depesche::io
