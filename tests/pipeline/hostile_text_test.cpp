// Texts that no reporter would write: every stage must end soon, and whatever it finds must lie in the text.
#include <gtest/gtest.h>

#include <ctime>
#include <nlohmann/json.hpp>
#include <random>

#include "record/json.h"
#include "support/built.h"

namespace depesche {
namespace {

/// One text may take so many seconds of processor time, with sanitizers; without them it takes a tenth.
constexpr double kPatience = 5;

double seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

std::string repeat(std::string_view piece, size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (size_t i = 0; i < times; ++i) out += piece;
  return out;
}

const std::shared_ptr<const Coder>& coder() {
  static const std::shared_ptr<const Coder> kCoder = [] {
    auto built = test::built_coder();
    return built ? *built : nullptr;
  }();
  return kCoder;
}

class SpanCheck {
 public:
  explicit SpanCheck(const CodedReport& report) : report_(report) {}

  void all() {
    for (const Span s : report_.sentences) span(s, "sentence");
    for (const RecordTime& t : report_.times) span(t.span, "time");
    for (const RecordPlace& p : report_.places) span(p.span, "place");
    for (const RecordActor& a : report_.actors) {
      for (const RecordMention& m : a.mentions) span(m.span, "mention");
    }
    for (const RecordStatement& s : report_.statements) {
      span(s.cue, "cue");
      spans(s.content, "content");
      EXPECT_FALSE(s.content.empty()) << "statement without content";
      date(s.date);
      actors(s.speaker);
      actors(s.addressee);
    }
    for (const RecordEvent& e : report_.events) {
      spans(e.evidence, "evidence of an event");
      EXPECT_LT(e.sentence, report_.sentences.size());
      date(e.date);
      actors(e.actor);
      actors(e.recipient);
    }
    for (const RecordCommitment& c : report_.commitments) {
      spans(c.evidence, "evidence of a commitment");
      for (const auto* part : {&c.action, &c.condition, &c.consequence}) {
        if (part->has_value()) span((*part)->text, "part of a commitment");
      }
      actors(c.holder);
      actors(c.toward);
    }
  }

 private:
  void span(Span s, const char* what) const {
    EXPECT_LE(s.begin, s.end) << what;
    ASSERT_LE(s.end, report_.text.size()) << what;
    EXPECT_TRUE(on_border(s.begin)) << what << " begins inside a code point";
    EXPECT_TRUE(on_border(s.end)) << what << " ends inside a code point";
  }
  void spans(const std::vector<Span>& all, const char* what) const {
    for (const Span s : all) span(s, what);
  }
  void date(const std::optional<RecordDate>& date) const {
    if (date) span(date->text, "date");
  }
  void actors(const std::vector<std::string>& ids) const {
    for (const std::string& id : ids)
      EXPECT_NE(report_.actor(id), nullptr) << "actor " << id << " is not in the report";
  }
  [[nodiscard]] bool on_border(uint32_t at) const {
    return at == report_.text.size() || (static_cast<unsigned char>(report_.text[at]) & 0xC0U) != 0x80U;
  }

  const CodedReport& report_;
};

/// Codes the text in both languages. Rejecting it is allowed, with an error that says why.
void code_both(const std::string& text, const std::string& name) {
  SCOPED_TRACE(name);
  ASSERT_NE(coder(), nullptr) << "no knowledge image or models in this build";
  Worker worker(coder());
  for (const char* language : {"de", "en"}) {
    SCOPED_TRACE(language);
    const double begin = seconds();
    const auto report =
        worker.code({"hostile", text, text.substr(0, text.find('\n')), Date{2024, 6, 21}, language, "", name});
    EXPECT_LT(seconds() - begin, kPatience);
    if (!report) {
      EXPECT_FALSE(report.error().what.empty());
      continue;
    }
    EXPECT_EQ(report->text, text);
    SpanCheck(*report).all();
    const std::string json = to_json(*report);
    EXPECT_EQ(json.find('\n'), std::string::npos);
    EXPECT_TRUE(nlohmann::json::accept(json));
  }
}

TEST(HostileText, RunsOfOneThing) {
  for (const char* piece : {"\"", "„", "“", "«",   "'", "(", ")", "[", "{", ",",  ";", ":", "-",
                            "–",  ".", "!", "...", "…", "/", "#", "%", "0", "1.", "a", "A", "ß"}) {
    code_both(repeat(piece, 400), std::string("400 ") + piece);
    code_both(repeat(std::string(piece) + " ", 150), std::string("150, apart: ") + piece);
  }
  code_both(repeat(",", 10'000), "10,000 commas");
  code_both(repeat("„", 2'000), "2,000 quotes that open");
}

TEST(HostileText, UnusualCharacters) {
  std::string controls;
  for (char c = 1; c < 32; ++c) controls += c;
  controls += '\x7f';
  code_both(repeat("Russia" + controls + "attacked Ukraine. ", 20), "control characters");
  code_both(std::string("Russia\0 attacked\0 Ukraine.", 26), "NUL");
  code_both(repeat("😀", 1'000), "emojis");
  code_both(repeat("👩‍👩‍👧‍👦 🇩🇪 ", 100) + "Deutschland warnte Russland.", "joined emojis");
  code_both(repeat("\u202eRussland\u202c \u200fdrohte\u200e der Ukraine. ", 100), "marks of direction");
  code_both("Z" + repeat("\u0301", 5'000) + "algo warned Russia.", "combining marks");
  code_both(repeat("\ufeff\u200b\u2028\u2029\u00a0\u3000", 500), "invisible characters");
  code_both(repeat("\U0010ffff\ufffe\ue000", 500), "no characters");
  code_both(repeat("俄罗斯警告乌克兰。", 100), "another script");
}

TEST(HostileText, LinesOfAllKinds) {
  code_both(repeat("Russia warned Ukraine.\r\n\r\n", 200), "CRLF");
  code_both(repeat("\n", 10'000) + "Berlin warnte Moskau." + repeat("\r", 1'000), "empty lines");
  code_both(repeat("Berlin\n", 1'000), "one word a line");
  code_both(repeat("Berlin (dpa) - ", 500), "datelines");
  code_both(repeat("\t \t", 3'000) + "x", "tabs");
}

TEST(HostileText, NestedQuotesAndBrackets) {
  std::string open;
  std::string close;
  for (size_t i = 0; i < 500; ++i) {
    open += i % 2 == 0 ? "Er sagte: „" : "„Sie sagte: ‚";
    close += i % 2 == 0 ? "‘, sagte sie" : "“, sagte er";
  }
  code_both(open + "Russland droht" + close + ".", "nested quotes");
  code_both(open, "quotes never closed");
  code_both(close, "quotes never opened");
  code_both(repeat("He said that she said that ", 800) + "Russia attacked Ukraine.", "nested clauses");
  code_both(repeat("Er sagte, dass sie sagte, dass ", 600) + "Russland angriff.", "nested clauses, German");
  code_both(repeat("the president of ", 1'000) + "Russia warned Ukraine.", "nested phrases");
  code_both(repeat("(", 2'000) + "Russia warned Ukraine" + repeat(")", 2'000) + ".", "brackets");
}

TEST(HostileText, LongSentences) {
  code_both(repeat("Russia, ", 2'400) + "and Ukraine met.", "a sentence of 19,000 characters");
  code_both(repeat("wort ", 20'000), "a sentence of 100,000 characters");
  code_both(repeat("Donaudampfschiff", 6'250), "a word of 100,000 characters");
  code_both(repeat("x", 19'000) + ".", "a word of 19,000 characters");
  code_both(repeat("Russland und die Ukraine und ", 600) + "China verhandelten.", "coordination");
  code_both(repeat("yesterday on Monday 3 May 2024 at 5 p.m. ", 400) + ".", "times");
}

/// Pieces of news in any order and number.
TEST(HostileText, RandomMixtures) {
  const std::vector<std::string> pieces = {
      "Russland", "Ukraine", "Präsident", "Putin", "said",   "sagte",   "warnte", "attacked",    "dass",
      "that",     "\"",      "„",         "“",     "‚",      "(",       ")",      ",",           ".",
      ":",        "?",       "\n",        "\n\n",  "\r\n",   "-",       "–",      "(dpa)",       "21. Juni",
      "Monday",   "5",       "%",         "wenn",  "if",     "will",    "würde",  "not",         "nicht",
      "NATO",     "the",     "die",       "😀",     "\u200b", "\u00ad",  "ä",      "ſ",           "İ",
      "U.S.",     "z.B.",    "don't",     "im",    "zum",    "gestern", "laut",   "according to"};
  std::mt19937 random(20240621);  // NOLINT(cert-msc51-cpp): the same texts every time
  for (size_t round = 0; round < 150; ++round) {
    std::string text;
    const size_t length = 1 + random() % 200;
    for (size_t i = 0; i < length; ++i) {
      text += pieces[random() % pieces.size()];
      if (random() % 4 != 0) text += ' ';
    }
    code_both(text, "round " + std::to_string(round) + ": " + text);
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace depesche
