// The texts of CoNLL-U files as reports (https://universaldependencies.org/format.html): trees and tags are left aside.
// A document (`# newdoc`) is a report, its `# newpar` are paragraphs; in a file without documents each sentence is one.
#pragma once

#include <optional>
#include <string>

#include "io/line_reader.h"
#include "io/reader.h"

namespace depesche::io {

class ConlluReader final : public Reader {
 public:
  ConlluReader(LineReader lines, std::string path, const ReadOptions& options)
      : lines_(std::move(lines)), path_(std::move(path)), options_(options) {}

  /// Errors: kBadConllu with the line; kTooLarge; kFileEmpty for a file without a sentence. A faulty sentence is left
  /// out and the next one goes on.
  std::optional<ReportSource::Item> next() override;
  [[nodiscard]] uint64_t consumed() const override { return lines_.consumed(); }

 private:
  struct Sentence {
    std::string text;
    std::string words;  ///< the forms, joined as SpaceAfter says: used where there is no `# text`
    std::string id;
    std::string document;
    bool opens_document = false;
    bool opens_paragraph = false;
    uint64_t line = 0;
    uint64_t range_end = 0;  ///< words up to this id are inside a multiword token
  };
  /// The next sentence; nothing at the end.
  [[nodiscard]] std::optional<Result<Sentence>> sentence();
  static void comment(const std::string& line, Sentence& sentence);
  /// False for a line that is no row of ten columns.
  static bool row(const std::string& line, Sentence& sentence);
  [[nodiscard]] Result<RawReport> report(const Sentence& first) const;

  LineReader lines_;
  std::string path_;
  const ReadOptions& options_;
  std::optional<Sentence> ahead_;  ///< opens the next document
  bool documents_ = false;         ///< the file has documents
  bool some_ = false;
};

}  // namespace depesche::io
