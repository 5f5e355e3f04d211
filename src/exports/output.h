// A file that is there whole or not at all.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "base/result.h"

namespace depesche::exports {

/// Writes beside the file and takes its place in finish(); what was there before stays until then, and stays for good
/// where finish() is not reached or fails. "-" is standard output; a pipe or device is written to directly.
class Output {
 public:
  /// Errors: kWriteFailed.
  [[nodiscard]] static Result<Output> open(const std::string& path);
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output();

  /// Returns false once writing failed; finish() says why.
  bool write(std::string_view text);
  [[nodiscard]] Status finish();

 private:
  Output(std::string path, std::string beside, std::FILE* file)
      : path_(std::move(path)), beside_(std::move(beside)), file_(file) {}

  std::string path_;    ///< as the user named it
  std::string beside_;  ///< the temporary file, "" where there is none
  std::FILE* file_ = nullptr;
  int reason_ = 0;  ///< errno of the first failure
};

}  // namespace depesche::exports
