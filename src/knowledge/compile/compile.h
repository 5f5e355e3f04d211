// The knowledge compiler: reads the plain text under knowledge/, checks every cell, frame and example,
// and writes the image that knowledge.h maps. Reports all faults at once, like a compiler does.
// Pure functions; safe from several threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace depesche::kb {

/// One fault; lines and columns count from 1 (columns in code points), 0 = the file as a whole.
struct Fault {
  std::string file;
  uint32_t line = 0;
  uint32_t column = 0;
  std::string message;
  bool warning = false;

  /// "knowledge/actors/states.tsv:12:5: warning: two blanks at the end" (no "warning: " for errors).
  [[nodiscard]] std::string text() const;
};

/// Text of one file; `path` is relative to its directory ("actors/states.tsv").
struct SourceFile {
  std::string path;
  std::string text;
};

/// A directory of knowledge, in memory.
struct SourceDirectory {
  std::string name;  ///< as the user wrote it; prefix of the paths in faults
  std::vector<SourceFile> files;
};

struct CompileResult {
  /// The image; it holds only what is without fault, so it is complete only when ok().
  std::vector<std::byte> image;
  std::vector<Fault> faults;  ///< sorted by file, line, column
  std::string fingerprint;

  [[nodiscard]] bool ok() const;  ///< no fault but warnings
  [[nodiscard]] size_t errors() const;
};

/// Compiles stacked directories; later ones override: a row replaces the row (in tables without
/// `unique`: all rows) of the same key, a frame the frame of the same name. A directory that cannot be
/// read is a fault.
CompileResult compile(const std::vector<std::string>& directories);
CompileResult compile_sources(std::vector<SourceDirectory> directories);

/// Writes the image by way of a temporary file beside `path`. Errors: kBadKnowledge when the result is
/// not ok() (unless `skip_faulty`), kWriteFailed.
Status write_image(const CompileResult& result, const std::string& path, bool skip_faulty = false);

}  // namespace depesche::kb
