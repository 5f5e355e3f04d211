// Reports from files, one after the other, whatever their format: plain text, HTML, JSON Lines, JSON, RSS and
// Atom; each also as .gz or .zst; "-" is standard input. A bad report is an item of its own and the rest goes on.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <variant>
#include <vector>

#include "base/result.h"
#include "io/json_report.h"
#include "io/raw_report.h"

namespace depesche::io {

/// Bytes -> UTF-8 text; `where` names them in errors. In the program this is text::decode.
using Decoder = std::function<Result<std::string>(std::string_view bytes, std::string_view where)>;

struct ReadOptions {
  Decoder decode;                        ///< required
  size_t max_report_bytes = 10'000'000;  ///< of one report, decompressed
  WarningSink warn = [](const std::string&) {};
};

/// One file, open; an implementation for each format.
class Reader;

/// The format follows from the file name (.txt, .html, .htm, .xhtml, .jsonl, .ndjson, .json, .conllu, .rss, .atom,
/// before .gz or .zst); for other names and standard input from the first characters. Memory does not grow with the
/// number of reports, but for eight bytes each to notice ids that come twice (a warning; both reports are kept). One
/// thread at a time.
class ReportSource {
 public:
  using Item = std::variant<RawReport, Error>;

  ReportSource(std::vector<std::string> paths, ReadOptions options);
  ~ReportSource();
  ReportSource(ReportSource&&) noexcept;
  ReportSource& operator=(ReportSource&&) noexcept;

  /// The next report or problem; nothing after the last file. Errors of a file as a whole (not found, truncated
  /// archive) end that file only.
  [[nodiscard]] std::optional<Item> next();

  /// Bytes read so far, as they lie on disk, and the size of all files, if known: for a progress bar.
  [[nodiscard]] uint64_t bytes_read() const;
  [[nodiscard]] std::optional<uint64_t> bytes_total() const { return total_; }

 private:
  void note_id(const RawReport& report);

  std::vector<std::string> paths_;
  std::unique_ptr<ReadOptions> options_;  ///< on the heap, so that readers can point to it when the source is moved
  std::unique_ptr<JsonReader> json_;
  std::unique_ptr<Reader> reader_;
  size_t next_path_ = 0;
  uint64_t finished_bytes_ = 0;
  std::optional<uint64_t> total_;
  std::unordered_set<uint64_t> ids_;
};

}  // namespace depesche::io
