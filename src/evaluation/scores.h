// Scores of coded reports against gold codings, as CODEBOOK.md section 7 defines them: events, statements and
// commitments are paired one to one with the gold by falling similarity, then each level counts how many pairs hold.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/coded_report.h"

namespace depesche::evaluation {

struct Tally {
  size_t right = 0;
  size_t invented = 0;
  size_t missed = 0;

  [[nodiscard]] double precision() const;  ///< percent; 0 when there is nothing
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

/// One item of either side in the form in which it is compared. Spans are code points.
struct Item {
  std::string type;  ///< event type or commitment kind; "" for statements
  std::string status;
  std::string root;                ///< first two digits of the CAMEO code
  std::vector<std::string> actor;  ///< sorted codes; "?name" for actors without a code
  std::vector<std::string> recipient;
  std::vector<Span> where;
  bool optional = false;
  std::string show;  ///< one line for --errors
};

struct ReportItems {
  std::vector<Item> events;
  std::vector<Item> statements;
  std::vector<Item> commitments;
};

struct GoldReport {
  std::string id;
  std::string language;
  std::string published;
  std::string title;
  std::string agency;
  std::string text;
  ReportItems items;
};

/// Reads `*.gold.json` (one report, its text perhaps in a file beside it) or JSON Lines. Errors name file and line; a
/// gold piece that is not in the text is an error.
[[nodiscard]] Result<std::vector<GoldReport>> read_gold(const std::string& path);

[[nodiscard]] ReportItems items_of(const CodedReport& report);

struct Level {
  std::string name;  ///< "event.type", "statement.speaker", ...
  Tally tally;
};

class Scores {
 public:
  Scores();
  /// Adds one report; `system` is empty when the report was not coded. Appends a line an error to `errors` if given.
  void add(const GoldReport& gold, const ReportItems& system, std::vector<std::string>* errors);
  [[nodiscard]] const std::vector<Level>& levels() const { return levels_; }

 private:
  std::vector<Level> levels_;
};

}  // namespace depesche::evaluation
