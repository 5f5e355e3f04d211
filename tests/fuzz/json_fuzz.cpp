// JSON reports: each is a report with text and id, or an error with a place.
#include "fuzz/fuzz.h"
#include "io/json_report.h"
#include "text/decode.h"

namespace {

bool is_utf8(std::string_view text) {
  return depesche::text::first_invalid_utf8(text) == std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace depesche;
  const std::string_view json = fuzz::view(data, size);
  static_cast<void>(io::is_json(json));
  io::JsonReader reader([](const std::string&) {});
  const auto check = [](const Result<io::RawReport>& report) {
    if (!report) {
      fuzz::require(!report.error().where.empty() && !report.error().what.empty(), "errors say what and where");
      return;
    }
    fuzz::require(!report->text.empty() && !report->id.empty(), "reports have text and id");
    fuzz::require(is_utf8(report->text) && is_utf8(report->id), "reports are UTF-8");
  };
  check(reader.read(json, "fuzz:1", "fuzz-1"));
  for (const auto& report : reader.read_all(json, "fuzz:1", "fuzz-1")) check(report);
  return 0;
}
