// Readers of one open file.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "io/byte_stream.h"
#include "io/report_source.h"

namespace depesche::io {

class Reader {
 public:
  virtual ~Reader() = default;
  [[nodiscard]] virtual std::optional<ReportSource::Item> next() = 0;
  [[nodiscard]] virtual uint64_t consumed() const = 0;
};

/// Opens the file and chooses a reader by its name or first characters. `options` and `json` outlive it.
[[nodiscard]] Result<std::unique_ptr<Reader>> open_reader(const std::string& path, const ReadOptions& options,
                                                          JsonReader& json);

/// "news/a.jsonl.gz" -> "a"; "-" -> "stdin".
[[nodiscard]] std::string stem_of(const std::string& path);

}  // namespace depesche::io
