// Order and content of batches do not depend on the number of threads; bad inputs do not stop the rest.
#include "pipeline/batch.h"

#include <gtest/gtest.h>

#include "record/json.h"
#include "support/built.h"

namespace depesche {
namespace {

std::vector<std::string> code_all(const std::shared_ptr<const Coder>& coder, unsigned threads) {
  std::vector<std::string> out;
  size_t read = 0;
  run_batch(
      coder, {threads, 4},
      [&]() -> std::optional<BatchInput> {
        if (read == 60) return std::nullopt;
        const size_t i = read++;
        if (i % 7 == 3) return Error{ErrorCode::kBadJson, "line " + std::to_string(i), "broken", ""};
        const bool german = i % 2 == 0;
        std::string text = german ? "Russland warnte die Ukraine. Berlin kritisierte den Angriff."
                                  : "Russia warned Ukraine. Britain criticised the attack.";
        for (size_t k = 0; k < i % 5; ++k)
          text += german ? " Frankreich liefert Waffen an die Ukraine." : " France supplies weapons to Ukraine.";
        return ReportInput{"r" + std::to_string(i), text, "", Date{2024, 6, 21}, german ? "de" : "en", "", "test"};
      },
      [&](BatchOutput output) {
        const auto* report = std::get_if<CodedReport>(&output);
        out.push_back(report != nullptr ? to_json(*report) : std::get<Error>(output).line());
        return true;
      });
  return out;
}

TEST(Batch, SameBytesOnAnyNumberOfThreads) {
  const auto coder = test::built_coder();
  ASSERT_TRUE(coder.ok()) << coder.error().line();
  const auto one = code_all(*coder, 1);
  ASSERT_EQ(one.size(), 60U);
  EXPECT_NE(one[3].find("bad-json"), std::string::npos);
  EXPECT_EQ(one, code_all(*coder, 2));
  EXPECT_EQ(one, code_all(*coder, 5));
}

TEST(Batch, StopsWhenTheSinkSaysSo) {
  const auto coder = test::built_coder();
  ASSERT_TRUE(coder.ok());
  size_t emitted = 0;
  run_batch(
      *coder, {2, 4},
      []() -> std::optional<BatchInput> {
        return ReportInput{"x", "Russia warned Ukraine.", "", {}, "en", "", "test"};
      },
      [&](const BatchOutput&) { return ++emitted < 5; });
  EXPECT_EQ(emitted, 5U);
}

TEST(Worker, RejectsWhatItCannotRead) {
  const auto coder = test::built_coder();
  ASSERT_TRUE(coder.ok());
  Worker worker(*coder);
  const auto empty = worker.code({"x", " \n", "", {}, "en", "", "f.txt"});
  ASSERT_FALSE(empty.ok());
  EXPECT_EQ(empty.error().code, ErrorCode::kFileEmpty);
  const auto foreign = worker.code({"x",
                                    "Le président a rencontré hier son homologue à Paris pour discuter de la situation "
                                    "dans la région et des sanctions.",
                                    "",
                                    {},
                                    "",
                                    "",
                                    "f.txt"});
  ASSERT_FALSE(foreign.ok());
  EXPECT_EQ(foreign.error().code, ErrorCode::kUnsupportedLanguage);
  EXPECT_NE(foreign.error().line().find("French"), std::string::npos);
}

}  // namespace
}  // namespace depesche
