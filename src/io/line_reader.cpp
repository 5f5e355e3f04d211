#include "io/line_reader.h"

#include <algorithm>

namespace depesche::io {
namespace {

constexpr size_t kChunk = 1 << 16;
/// A line this many times longer than allowed is no report gone wrong but a bomb: the file is given up.
constexpr size_t kHopeless = 100;

}  // namespace

bool LineReader::fill() {
  if (end_) return false;
  const size_t size = buffer_.size();
  buffer_.resize(size + kChunk);
  const auto n = stream_->read({buffer_.data() + size, kChunk});
  buffer_.resize(size + (n ? *n : 0));
  if (!n) error_ = n.error();
  end_ = !n || *n == 0;
  return !end_;
}

void LineReader::compact() {
  if (begin_ < kChunk) return;
  buffer_.erase(0, begin_);
  begin_ = 0;
}

std::string_view LineReader::head(size_t size) {
  while (buffer_.size() - begin_ < size && fill()) {
  }
  return std::string_view(buffer_).substr(begin_, size);
}

std::optional<Result<std::string>> LineReader::next(size_t limit) {
  compact();
  size_t searched = begin_;
  for (;;) {
    const size_t newline = buffer_.find('\n', searched);
    if (newline != std::string::npos) {
      ++number_;
      std::string line = buffer_.substr(begin_, newline - begin_);
      begin_ = newline + 1;
      if (line.size() > limit) return too_large(where_ + ":" + std::to_string(number_), limit);
      return line;
    }
    searched = buffer_.size();
    if (searched - begin_ > limit) {
      ++number_;
      if (auto hopeless = skip_line(limit)) return *hopeless;
      return too_large(where_ + ":" + std::to_string(number_), limit);
    }
    if (!fill()) break;
  }
  if (error_) {
    begin_ = buffer_.size();
    Error error = *error_;
    error_.reset();
    return error;
  }
  if (begin_ == buffer_.size()) return std::nullopt;
  ++number_;
  std::string line = buffer_.substr(begin_);
  begin_ = buffer_.size();
  return line;
}

std::optional<Error> LineReader::skip_line(size_t limit) {
  size_t skipped = 0;
  for (;;) {
    const size_t newline = buffer_.find('\n', begin_);
    if (newline != std::string::npos) {
      begin_ = newline + 1;
      return std::nullopt;
    }
    skipped += buffer_.size() - begin_;
    buffer_.clear();
    begin_ = 0;
    if (skipped / kHopeless > limit) {
      end_ = true;
      return Error{ErrorCode::kTooLarge, where_ + ":" + std::to_string(number_),
                   "the line is longer than " + size_text(skipped) + "; the rest of the file is not read",
                   "check the file"};
    }
    if (!fill()) return std::nullopt;
  }
}

Result<std::string> LineReader::rest(size_t limit) {
  while (buffer_.size() - begin_ <= limit && fill()) {
  }
  if (error_) return *error_;
  if (buffer_.size() - begin_ > limit) return too_large(where_, limit);
  std::string all = buffer_.substr(begin_);
  begin_ = buffer_.size();
  return all;
}

}  // namespace depesche::io
