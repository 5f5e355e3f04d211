// Whole files, as the program opens them: compressed or not, of any format. The first byte picks the name's ending, so
// that every reader gets foreign content as well.
#include "fuzz/fuzz.h"
#include "io/report_source.h"
#include "text/decode.h"

namespace {

bool is_utf8(std::string_view text) {
  return depesche::text::first_invalid_utf8(text) == std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace depesche;
  static fuzz::ScratchFile files[] = {fuzz::ScratchFile("report"),           fuzz::ScratchFile("report.txt"),
                                      fuzz::ScratchFile("report.html"),      fuzz::ScratchFile("report.json"),
                                      fuzz::ScratchFile("report.jsonl"),     fuzz::ScratchFile("report.txt.gz"),
                                      fuzz::ScratchFile("report.txt.zst"),   fuzz::ScratchFile("report.jsonl.gz"),
                                      fuzz::ScratchFile("report.jsonl.zst"), fuzz::ScratchFile("report.conllu")};
  if (size == 0) return 0;
  const std::string path = files[data[0] % std::size(files)].write(fuzz::view(data + 1, size - 1));
  io::ReadOptions options;
  options.decode = [](std::string_view bytes, std::string_view where) { return text::decode(bytes, where); };
  options.max_report_bytes = 100'000;
  io::ReportSource source({path}, std::move(options));
  size_t items = 0;
  while (const auto item = source.next()) {
    fuzz::require(++items <= size, "a file ends");
    if (const auto* report = std::get_if<io::RawReport>(&*item)) {
      fuzz::require(!report->text.empty() && !report->id.empty(), "reports have text and id");
      fuzz::require(is_utf8(report->text), "texts are UTF-8");
    } else {
      fuzz::require(std::get<Error>(*item).line().find('\n') == std::string::npos, "errors are one line");
    }
  }
  return 0;
}
