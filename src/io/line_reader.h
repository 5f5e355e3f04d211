// Lines of a byte stream, with a look ahead, in memory bounded by the longest line allowed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "io/byte_stream.h"

namespace depesche::io {

class LineReader {
 public:
  LineReader(std::unique_ptr<ByteStream> stream, std::string where)
      : stream_(std::move(stream)), where_(std::move(where)) {}

  /// The first bytes, up to `size`, which stay to be read. Valid until the next call.
  [[nodiscard]] std::string_view head(size_t size);

  /// The next line without its end, nothing at the end of the stream. A line longer than `limit` is skipped and gives
  /// kTooLarge; an error of the stream is given once and ends it. The last line before such an error is not given.
  [[nodiscard]] std::optional<Result<std::string>> next(size_t limit);
  /// Number of the line given last, from 1.
  [[nodiscard]] uint64_t number() const { return number_; }

  /// All that is left. Errors as ByteStream, kTooLarge.
  [[nodiscard]] Result<std::string> rest(size_t limit);

  [[nodiscard]] uint64_t consumed() const { return stream_->consumed(); }

 private:
  /// Appends to the buffer; false at the end (or at an error, which is kept).
  bool fill();
  /// Throws the current line away; an error when it does not end within reason.
  std::optional<Error> skip_line(size_t limit);
  void compact();

  std::unique_ptr<ByteStream> stream_;
  std::string where_;
  std::string buffer_;
  size_t begin_ = 0;  ///< of the unread part of buffer_
  bool end_ = false;
  std::optional<Error> error_;
  uint64_t number_ = 0;
};

}  // namespace depesche::io
