#include "ledger/fold.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace depesche::ledger {
namespace {

class Folder {
 public:
  Folder(const Terms& terms, const std::vector<HistoryRow>& rows) : terms_(terms), rows_(rows) {
    for (const HistoryRow& row : rows) {
      if (row.told && !row.evidence.empty()) sentences_.emplace(row.report, row.evidence);
    }
  }

  Standing run(const std::string& as_of) {
    for (const int index : in_order(as_of)) {
      const HistoryRow& row = rows_[static_cast<size_t>(index)];
      if (!row.told && sentences_.contains({row.report, row.evidence})) continue;
      expire_before(row.day);
      if (row.watch) {
        watch(row, index);
      } else {
        apply(row, index);
      }
    }
    if (!as_of.empty()) expire_before(as_of);
    return std::move(standing_);
  }

 private:
  [[nodiscard]] std::vector<int> in_order(const std::string& as_of) const {
    std::vector<int> order;
    for (size_t i = 0; i < rows_.size(); ++i) {
      if (as_of.empty() || rows_[i].day <= as_of) order.push_back(static_cast<int>(i));
    }
    // On one day what is told comes first: an act of that day is measured against it.
    const auto rank = [this](int i) {
      const HistoryRow& row = rows_[static_cast<size_t>(i)];
      return std::tuple<const std::string&, bool, const std::string&, const std::string&, Part>(
          row.day, !row.told, row.report, row.local_id, row.part);
    };
    std::sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) < rank(b); });
    return order;
  }

  /// The last day has passed before `day`.
  void expire_before(const std::string& day) {
    if (standing_.until.empty() || day <= standing_.until || !is_open(standing_.state)) return;
    step(standing_.until, Input::kExpire, after(standing_.state, Input::kExpire), -1);
  }

  [[nodiscard]] std::optional<State> next(const HistoryRow& row) const {
    // A consequence carries a threat out only once its condition has come true.
    if (!row.told && row.part == Part::kConsequence && terms_.conditional && standing_.state != State::kDetached)
      return std::nullopt;
    return after(standing_.state, row.input);
  }

  void apply(const HistoryRow& row, int index) {
    const std::optional<State> to = next(row);
    if (row.told) {
      telling_ = index;
      if (!row.until.empty()) standing_.until = row.until;
    } else if (to) {
      alert(row, index);
    }
    step(row.day, row.input, to, index);
  }

  void watch(const HistoryRow& row, int index) {
    if (next(row)) alert(row, index);
  }

  void step(const std::string& day, Input input, std::optional<State> to, int row) {
    standing_.steps.push_back({day, input, standing_.state, to.value_or(standing_.state), !to, row});
    if (!to || *to == standing_.state) return;
    standing_.state = *to;
    standing_.since = day;
  }

  void alert(const HistoryRow& row, int index) {
    const AlertKind kind = alert_of(row.input);
    if (!raised_.emplace(kind, row.watch, row.act).second && !row.act.empty()) return;
    standing_.alerts.push_back({kind, row.watch, row.day, telling_, index});
  }

  const Terms& terms_;
  const std::vector<HistoryRow>& rows_;
  Standing standing_;
  int telling_ = -1;
  std::set<std::pair<std::string, std::string>> sentences_;  ///< report and sentence of every telling
  std::set<std::tuple<AlertKind, bool, std::string>> raised_;
};

}  // namespace

AlertKind alert_of(Input effect) {
  if (effect == Input::kConditionTrue) return AlertKind::kRedLine;
  return effect == Input::kViolate ? AlertKind::kBroken : AlertKind::kMet;
}

std::string_view name(AlertKind kind) {
  switch (kind) {
    case AlertKind::kRedLine: return "red_line";
    case AlertKind::kBroken: return "broken";
    case AlertKind::kMet: return "met";
  }
  return "";
}

Standing fold(const Terms& terms, const std::vector<HistoryRow>& rows, const std::string& as_of) {
  return Folder(terms, rows).run(as_of);
}

}  // namespace depesche::ledger
