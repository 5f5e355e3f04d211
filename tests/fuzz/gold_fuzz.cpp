// Gold codings: one report (first byte even) or JSON Lines (odd).
#include "evaluation/scores.h"
#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace depesche;
  static fuzz::ScratchFile one("report.gold.json");
  static fuzz::ScratchFile lines("reports.gold.jsonl");
  if (size == 0) return 0;
  const auto gold = evaluation::read_gold((data[0] % 2 == 0 ? one : lines).write(fuzz::view(data + 1, size - 1)));
  if (!gold) return 0;
  evaluation::Scores scores;
  std::vector<std::string> errors;
  for (const evaluation::GoldReport& report : *gold) scores.add(report, report.items, &errors);
  for (const evaluation::Level& level : scores.levels()) {
    fuzz::require(level.tally.precision() >= 0 && level.tally.precision() <= 100, "scores are percentages");
  }
  return 0;
}
