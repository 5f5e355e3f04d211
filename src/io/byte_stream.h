// Bytes of a file or of standard input, decompressed on the way (gzip, zstd), in constant memory.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace depesche::io {

/// Pull interface. One thread at a time.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// Fills a part of `out`, at least one byte unless the stream is at its end (0). Errors: kFileUnreadable,
  /// kBadCompression (damaged or truncated); afterwards the stream is at its end.
  virtual Result<size_t> read(std::span<char> out) = 0;
  /// Bytes taken from the file so far, before decompression: for progress.
  [[nodiscard]] virtual uint64_t consumed() const = 0;
};

/// "-" is standard input. gzip and zstd are recognised by their first bytes; a name that ends in .gz or .zst promises
/// them. Errors: kFileNotFound, kFileUnreadable (a directory, no permission), kBadCompression.
[[nodiscard]] Result<std::unique_ptr<ByteStream>> open_stream(const std::string& path);

/// Name of the input in messages: the path, or "stdin".
[[nodiscard]] std::string shown_name(const std::string& path);

/// Up to `limit` bytes; more is kTooLarge.
[[nodiscard]] Result<std::string> read_all(ByteStream& stream, size_t limit, std::string_view where);

/// "10 MB", "1.5 GB", "300 bytes".
[[nodiscard]] std::string size_text(uint64_t bytes);

/// The error for a report beyond the limit.
[[nodiscard]] Error too_large(std::string_view where, size_t limit);

}  // namespace depesche::io
