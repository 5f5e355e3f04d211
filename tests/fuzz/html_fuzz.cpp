// Web pages: nothing crashes, the text is UTF-8 without edges of white space that nobody wrote.
#include "fuzz/fuzz.h"
#include "io/html.h"
#include "text/decode.h"

namespace {

bool is_utf8(std::string_view text) {
  return depesche::text::first_invalid_utf8(text) == std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace depesche;
  const std::string_view page = fuzz::view(data, size);
  if (!is_utf8(page)) return 0;  // a precondition: pages are decoded before
  static_cast<void>(io::looks_like_html(page));
  io::HtmlLimits limits;
  limits.max_depth = 50;
  limits.max_memory = size_t{1} << 20U;
  const auto report = io::read_html(page, "fuzz", limits);
  if (!report) return 0;
  fuzz::require(!report->text.empty(), "a page without text is an error");
  fuzz::require(is_utf8(report->text) && is_utf8(report->title), "text and title are UTF-8");
  return 0;
}
