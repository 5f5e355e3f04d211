#include "io/report_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>

#include "text/decode.h"

using depesche::Error;
using depesche::ErrorCode;
using depesche::io::RawReport;
using depesche::io::ReadOptions;
using depesche::io::ReportSource;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

class Source : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("depesche-io-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    options_.decode = depesche::text::decode;
    options_.warn = [this](const std::string& line) { warnings_.push_back(line); };
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name, const std::string& content) {
    const std::string path = folder_ / name;
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }

  /// What comes out: ids of reports, codes of errors.
  std::vector<std::string> read(const std::vector<std::string>& paths) {
    ReportSource source(paths, options_);
    std::vector<std::string> out;
    reports_.clear();
    errors_.clear();
    while (auto item = source.next()) {
      if (const auto* report = std::get_if<RawReport>(&*item)) {
        out.push_back(report->id);
        reports_.push_back(*report);
      } else {
        out.emplace_back(depesche::name(std::get<Error>(*item).code));
        errors_.push_back(std::get<Error>(*item).line());
      }
    }
    return out;
  }

  std::filesystem::path folder_;
  ReadOptions options_;
  std::vector<std::string> warnings_;
  std::vector<RawReport> reports_;
  std::vector<std::string> errors_;
};

std::string gzip(const std::string& text) {
  z_stream z{};
  deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&z, text.size()) + 64, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  z.avail_in = static_cast<uInt>(text.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

std::string zstd(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

}  // namespace

TEST_F(Source, ReadsPlainTextAsItStands) {
  EXPECT_THAT(read({file("kabul.txt", "Ruhe in Kabul\r\n\r\nEs blieb ruhig.\n")}), ElementsAre("kabul"));
  EXPECT_EQ(reports_[0].text, "Ruhe in Kabul\r\n\r\nEs blieb ruhig.\n");
  EXPECT_EQ(reports_[0].origin, (folder_ / "kabul.txt").string());
}

TEST_F(Source, ReadsJsonLines) {
  const auto path = file("a.jsonl",
                         "{\"id\":\"r1\",\"text\":\"Ruhe.\",\"title\":\"T\",\"published\":\"2024-06-21\",\"language\":"
                         "\"de\",\"agency\":\"AFP\"}\n"
                         "\n{\"id\":7,\"text\":\"Still.\",\"published\":null}\r\n{\"text\":\"Ohne id.\"}");
  EXPECT_THAT(read({path}), ElementsAre("r1", "7", "a-4"));
  EXPECT_EQ(depesche::iso(*reports_[0].published), "2024-06-21");
  EXPECT_EQ(reports_[0].agency, "AFP");
  EXPECT_THAT(reports_[1].origin, HasSubstr("a.jsonl:3"));
  EXPECT_EQ(warnings_.size(), 1U);
}

TEST_F(Source, BadLinesAreNamedAndTheRestGoesOn) {
  const auto path =
      file("a.jsonl",
           "{\"id\":\"1\",\"text\":\"gut\"}\n{\"id\":\"2\",\"text\":\n{\"id\":\"3\"}\n{\"id\":\"4\",\"text\":5}\n"
           "{\"id\":\"5\",\"text\":\"x\",\"published\":\"2024-02-30\"}\n{\"id\":\"6\",\"text\":\" \"}\n[1]\n"
           "{\"id\":\"8\",\"text\":\"a\\u0000b\"}\n{\"id\":\"9\",\"text\":\"gut\"}\n");
  EXPECT_THAT(read({path}), ElementsAre("1", "bad-json", "missing-field", "bad-field", "bad-field", "file-empty",
                                        "bad-json", "file-binary", "9"));
  EXPECT_THAT(errors_[0], HasSubstr("a.jsonl:2: "));
  EXPECT_THAT(errors_[1], HasSubstr("`text` is missing"));
  EXPECT_THAT(errors_[3], HasSubstr("2024-02-30"));
}

TEST_F(Source, WarnsOnceAboutUnknownFieldsAndTwinIds) {
  const auto path =
      file("a.jsonl", "{\"id\":\"1\",\"text\":\"x\",\"autor\":1}\n{\"id\":\"1\",\"text\":\"y\",\"autor\":2}\n");
  EXPECT_THAT(read({path}), ElementsAre("1", "1"));
  ASSERT_EQ(warnings_.size(), 2U);
  EXPECT_THAT(warnings_[0], HasSubstr("`autor`"));
  EXPECT_THAT(warnings_[1], HasSubstr("\"1\" came before"));
}

TEST_F(Source, ReadsJsonObjectsArraysAndLinesUnderTheNameJson) {
  EXPECT_THAT(read({file("one.json", "{\n \"id\": \"r\",\n \"text\": \"x\"\n}\n")}), ElementsAre("r"));
  EXPECT_THAT(read({file("many.json", "[{\"id\":\"a\",\"text\":\"x\"},\n{\"text\":\"y\"},3]")}),
              ElementsAre("a", "many-2", "bad-json"));
  EXPECT_THAT(read({file("lines.json", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"y\"}\n")}),
              ElementsAre("a", "b"));
  EXPECT_THAT(read({file("bad.json", "{\"id\":")}), ElementsAre("bad-json"));
}

TEST_F(Source, SniffsUnknownNames) {
  EXPECT_THAT(read({file("page", "<!doctype html><title>T</title><p>Text.")}), ElementsAre("page"));
  EXPECT_EQ(reports_[0].text, "Text.");
  EXPECT_THAT(read({file("lines", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"y\"}\n")}),
              ElementsAre("a", "b"));
  EXPECT_THAT(read({file("note", "[Anm.] Nur Text.")}), ElementsAre("note"));
}

TEST_F(Source, ReadsArchives) {
  const std::string lines = "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"y\"}\n";
  EXPECT_THAT(read({file("a.jsonl.gz", gzip(lines)), file("b.jsonl.zst", zstd(lines))}),
              ElementsAre("a", "b", "a", "b"));
  EXPECT_THAT(read({file("two.jsonl.gz", gzip(lines) + gzip("{\"id\":\"c\",\"text\":\"z\"}\n"))}),
              ElementsAre("a", "b", "c"));
  EXPECT_THAT(read({file("two.jsonl.zst", zstd(lines) + zstd("{\"id\":\"c\",\"text\":\"z\"}\n"))}),
              ElementsAre("a", "b", "c"));
  EXPECT_THAT(read({file("t.txt.gz", gzip("Ruhe."))}), ElementsAre("t"));
}

TEST_F(Source, TruncatedAndDamagedArchivesAreErrors) {
  std::string lines;
  for (int i = 0; i < 20000; ++i)
    lines += "{\"id\":\"" + std::to_string(i * 7919) + "\",\"text\":\"x" + std::to_string(i * i) + "\"}\n";
  for (const std::string& archive :
       {file("a.jsonl.gz", gzip(lines).substr(0, 90000)), file("a.jsonl.zst", zstd(lines).substr(0, 90000))}) {
    const auto items = read({archive, file("good.txt", "Ruhe.")});
    ASSERT_GE(items.size(), 3U);
    EXPECT_EQ(items.back(), "good");
    EXPECT_EQ(items[items.size() - 2], "bad-compression");
    EXPECT_EQ(errors_.size(), 1U) << errors_[0];
  }
  EXPECT_THAT(read({file("x.txt.gz", "no archive")}), ElementsAre("bad-compression"));
  EXPECT_THAT(read({file("y.txt.gz", gzip("Ruhe.").substr(0, 12) + "xxxxxxxxxxxxxxx")}),
              ElementsAre("bad-compression"));
}

TEST_F(Source, LimitsTheSizeOfAReport) {
  options_.max_report_bytes = 1000;
  EXPECT_THAT(read({file("a.txt", std::string(2000, 'x')), file("b.txt", "Ruhe.")}), ElementsAre("too-large", "b"));
  EXPECT_THAT(errors_[0], HasSubstr("larger than 1 kB"));
  const std::string big = "{\"id\":\"1\",\"text\":\"" + std::string(70000, 'x') + "\"}\n";
  EXPECT_THAT(read({file("a.jsonl", big + "{\"id\":\"2\",\"text\":\"y\"}\n")}), ElementsAre("too-large", "2"));
  // A bomb: 100 MB of zeros in 100 kB.
  EXPECT_THAT(read({file("bomb.jsonl.gz", gzip(std::string(100'000'000, '0')))}), ElementsAre("too-large"));
  EXPECT_THAT(read({file("bomb.txt.zst", zstd(std::string(100'000'000, '0')))}), ElementsAre("too-large"));
}

TEST_F(Source, BadFilesAreNamedAndTheRestGoesOn) {
  const auto items = read({folder_ / "absent.txt", folder_.string(), file("empty.txt", ""), file("empty.jsonl", "\n"),
                           file("bin.txt", std::string("\x7F"
                                                       "ELF\0\0",
                                                       6)),
                           file("enc.txt", "K\xC3\xB6ln M\xC3\xBCnchen \xFF ja"), file("ok.txt", "Ruhe.")});
  EXPECT_THAT(items, ElementsAre("file-not-found", "file-unreadable", "file-empty", "file-empty", "file-binary",
                                 "bad-encoding", "ok"));
  EXPECT_THAT(errors_[0], HasSubstr("absent.txt: no such file"));
}

TEST_F(Source, DeepJsonIsNoProblem) {
  EXPECT_THAT(read({file("deep.jsonl", std::string(1'000'000, '[') + "\n{\"id\":\"1\",\"text\":\"x\"}\n")}),
              ElementsAre("bad-json", "1"));
}

TEST_F(Source, SentencesOfConlluAreReports) {
  const std::string row = "\t_\t_\t_\t_\t_\t_\t_\t";
  const std::string bank = "# sent_id = s1\n# text = Im Tal war Ruhe.\n1\tRuhe" + row + "_\r\n\n\n1-2\tIm" + row +
                           "_\n1\tin" + row + "_\n2\tdem" + row + "_\n3\tTal" + row + "SpaceAfter=No\n3.1\tnichts" +
                           row + "_\n4\t." + row + "_";
  EXPECT_THAT(read({file("bank.conllu", bank), file("bank.conllu.gz", gzip(bank))}),
              ElementsAre("s1", "bank-6", "s1", "bank-6"));
  EXPECT_EQ(reports_[0].text, "Im Tal war Ruhe.");
  EXPECT_EQ(reports_[1].text, "Im Tal.");
  EXPECT_THAT(reports_[1].origin, HasSubstr("bank.conllu:6"));
}

TEST_F(Source, DocumentsOfConlluAreReports) {
  const std::string row = "1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
  const std::string bank = "# newdoc id = d1\n# text = Eins.\n" + row + "# text = Zwei.\n" + row +
                           "# newpar\n# text = Drei.\n" + row + "# newdoc id = d2\n# text = Vier.\n" + row;
  EXPECT_THAT(read({file("bank.conllu", bank)}), ElementsAre("d1", "d2"));
  EXPECT_EQ(reports_[0].text, "Eins. Zwei.\n\nDrei.");
  EXPECT_EQ(reports_[1].text, "Vier.");
}

TEST_F(Source, BrokenConlluCostsItsSentence) {
  const std::string row = "1\tRuhe\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
  EXPECT_THAT(
      read({file("bank.conllu", "1 Ruhe ohne Tabs\n\n" + row + "# text =\n\n" + row), file("none.conllu", "\n")}),
      ElementsAre("bad-conllu", "bank-3", "bad-conllu", "bank-7", "file-empty"));
  EXPECT_THAT(errors_[0], HasSubstr("bank.conllu:1"));
}

TEST_F(Source, CountsBytes) {
  const std::vector<std::string> paths = {file("a.txt", "Ruhe."), file("b.txt", "Still.")};
  ReportSource source(paths, options_);
  EXPECT_EQ(source.bytes_total(), 11U);
  while (source.next()) {
  }
  EXPECT_EQ(source.bytes_read(), 11U);
}
