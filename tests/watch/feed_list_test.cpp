#include "watch/feed_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace depesche::watch {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(FeedList, AddressesAndPathsWithoutCommentsAndTwins) {
  const auto feeds = read_feed_list(
      "\xEF\xBB\xBF# ours\r\n\n  https://example.org/a?b=1#c "
      "\r\nlocal/b.xml\n/tmp/c.xml\nHTTP://Example.org/\nlocal/b.xml",
      "lists/feeds.txt");
  ASSERT_TRUE(feeds);
  EXPECT_THAT(*feeds,
              ElementsAre("https://example.org/a?b=1#c", "lists/local/b.xml", "/tmp/c.xml", "HTTP://Example.org/"));
}

TEST(FeedList, FaultsNameTheLine) {
  const auto fault = [](std::string_view text) {
    const auto feeds = read_feed_list(text, "f.txt");
    return feeds ? std::string() : feeds.error().line();
  };
  EXPECT_THAT(fault("\nftp://example.org/"), HasSubstr("f.txt:2: the scheme 'ftp'"));
  EXPECT_THAT(fault("a.xml\nfile:///etc/passwd"), HasSubstr("f.txt:2: the scheme 'file'"));
  EXPECT_THAT(fault("http://example.org/\ta"), HasSubstr("control characters"));
  EXPECT_THAT(fault("<?xml version='1.0'?>"), HasSubstr("no list of feeds"));
  EXPECT_THAT(fault("# nothing\n"), HasSubstr("[file-empty]"));
  EXPECT_THAT(fault(""), HasSubstr("[file-empty]"));
}

TEST(FeedList, AnAddressIsShownWithoutNameAndPassword) {
  EXPECT_EQ(shown_feed("https://me:secret@example.org/a@b"), "https://example.org/a@b");
  EXPECT_EQ(shown_feed("https://me:p@ss@example.org"), "https://example.org");
  EXPECT_EQ(shown_feed("https://example.org/a@b?c@d"), "https://example.org/a@b?c@d");
  EXPECT_EQ(shown_feed("a@b.xml"), "a@b.xml");
}

}  // namespace
}  // namespace depesche::watch
