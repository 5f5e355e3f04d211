#include "alert_rows.h"

namespace depesche::app {

const std::vector<std::string>& alert_columns() {
  static const std::vector<std::string> columns{"day",          "alert",          "watch",   "commitment",
                                                "event_report", "event_sentence", "told_by", "commitment_sentence"};
  return columns;
}

std::vector<Cell> alert_row(const store::AlertResult& one) {
  return {one.alert.day,         one.alert.kind,     one.alert.watch,         one.alert.entry,
          one.event.report_name, one.event.evidence, one.telling.report_name, one.telling.evidence};
}

}  // namespace depesche::app
