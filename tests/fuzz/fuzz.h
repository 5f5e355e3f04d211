// What the fuzz targets share: a check that ends the run, and a file to hand to readers that open paths.
#pragma once

#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "base/span.h"

namespace depesche::fuzz {

/// libFuzzer keeps the input of a run that ends so.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

inline std::string_view view(const uint8_t* data, size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Inside the text and between code points?
inline bool fits(std::string_view text, Span span) {
  const auto border = [text](uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  return span.begin <= span.end && span.end <= text.size() && border(span.begin) && border(span.end);
}

/// A file of this process in the directory for temporary files; it is gone at the end.
class ScratchFile {
 public:
  explicit ScratchFile(const std::string& name)
      : folder_(std::filesystem::temp_directory_path() / ("depesche-fuzz-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(folder_);
    path_ = (folder_ / name).string();
  }
  ~ScratchFile() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  const std::string& write(std::string_view bytes) {
    std::ofstream(path_, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path_;
  }

 private:
  std::filesystem::path folder_;
  std::string path_;
};

}  // namespace depesche::fuzz
