#include "ledger/standing.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "ledger/book.h"
#include "ledger/fact_json.h"

namespace depesche::ledger {
namespace {

using Lines = std::unordered_map<int64_t, std::vector<store::HistoryLine>>;

/// The telling that counts now: the newest by day, among those up to `as_of`.
const store::HistoryLine* newest_telling(const std::vector<store::HistoryLine>& lines, const std::string& as_of) {
  const store::HistoryLine* newest = nullptr;
  for (const store::HistoryLine& line : lines) {
    if (!line.told || (!as_of.empty() && line.day > as_of)) continue;
    if (newest == nullptr || std::tie(newest->day, newest->report_hash) < std::tie(line.day, line.report_hash))
      newest = &line;
  }
  return newest;
}

}  // namespace

Result<std::vector<LedgerItem>> ledger_as_of(store::Store& store, const Ontology& ontology, const store::Filter& filter,
                                             const std::string& as_of) {
  const auto wanted = store::matching_entries(store, filter);
  if (!wanted) return wanted.error();
  const std::unordered_set<int64_t> admitted(wanted->begin(), wanted->end());
  Lines lines;
  const Status read = store.each_line([&](store::HistoryLine line) {
    if (admitted.contains(line.entry)) lines[line.entry].push_back(std::move(line));
  });
  if (!read) return read.error();
  const auto entries = store.entries();
  if (!entries) return entries.error();
  std::vector<LedgerItem> items;
  for (const store::EntryRow& row : *entries) {
    const auto history = lines.find(row.id);
    if (history == lines.end()) continue;
    const store::HistoryLine* telling = newest_telling(history->second, as_of);
    if (telling == nullptr) continue;
    auto fact = commitment_from_json(row.fact);
    if (!fact) return fact.error();
    LedgerItem item;
    item.entry = {row.id, *fact, terms_of(*fact, ontology), State::kUnknown, telling->evidence, telling->report_name};
    std::vector<HistoryRow> rows;
    for (const store::HistoryLine& line : history->second) rows.push_back(row_of(line));
    item.standing = fold(item.entry.terms, rows, as_of);
    item.entry.state = item.standing.state;
    item.lines = std::move(history->second);
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace depesche::ledger
