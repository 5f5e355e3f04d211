#include "exports/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace depesche::exports {
namespace {

namespace fs = std::filesystem;

Error unwritable(const std::string& path, int reason) {
  const char* cure = reason == ENOSPC ? "free some space" : "check the path and its permissions";
  return {ErrorCode::kWriteFailed, path, std::string("cannot be written: ") + std::strerror(reason), cure};
}

}  // namespace

Result<Output> Output::open(const std::string& path) {
  if (path == "-") return Output("standard output", "", stdout);
  std::error_code absent;
  if (fs::is_directory(path, absent))
    return Error{ErrorCode::kBadUsage, path, "is a directory", "name a file, or - for standard output"};
  const bool special = fs::exists(path, absent) && !fs::is_regular_file(path, absent);
  const std::string beside = special ? std::string() : path + ".part-" + std::to_string(getpid());
  std::FILE* file = std::fopen(special ? path.c_str() : beside.c_str(), "wb");
  if (file == nullptr) return unwritable(path, errno);
  return Output(path, beside, file);
}

Output::Output(Output&& other) noexcept
    : path_(std::move(other.path_)),
      beside_(std::exchange(other.beside_, {})),
      file_(std::exchange(other.file_, nullptr)),
      reason_(other.reason_) {}

Output::~Output() {
  if (file_ != nullptr && file_ != stdout) std::fclose(file_);
  if (!beside_.empty()) std::remove(beside_.c_str());
}

bool Output::write(std::string_view text) {
  if (reason_ == 0 && std::fwrite(text.data(), 1, text.size(), file_) != text.size()) reason_ = errno;
  return reason_ == 0;
}

Status Output::finish() {
  if (std::fflush(file_) != 0 && reason_ == 0) reason_ = errno;
  std::FILE* file = std::exchange(file_, nullptr);
  if (file != stdout && std::fclose(file) != 0 && reason_ == 0) reason_ = errno;
  if (reason_ == 0 && !beside_.empty() && std::rename(beside_.c_str(), path_.c_str()) != 0) reason_ = errno;
  if (reason_ != 0) return unwritable(path_, reason_);
  beside_.clear();
  return Done{};
}

}  // namespace depesche::exports
