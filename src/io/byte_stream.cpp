#include "io/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <vector>

namespace depesche::io {
namespace {

constexpr size_t kBuffer = 1 << 16;

Error bad_compression(const std::string& where, std::string what) {
  return {ErrorCode::kBadCompression, where, std::move(what), "make the archive anew"};
}

/// The file itself, with a look at its first bytes.
class FileStream final : public ByteStream {
 public:
  FileStream(int descriptor, std::string where) : descriptor_(descriptor), where_(std::move(where)) {}
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;
  ~FileStream() override {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
  }

  Result<size_t> read(std::span<char> out) override {
    if (begin_ < end_) {
      const size_t n = std::min(out.size(), end_ - begin_);
      std::memcpy(out.data(), buffer_.data() + begin_, n);
      begin_ += n;
      return n;
    }
    return from_file(out.data(), out.size());
  }
  [[nodiscard]] uint64_t consumed() const override { return consumed_ - (end_ - begin_); }

  /// The first bytes of the file, up to four; nothing is consumed. Call before the first read.
  Result<std::string_view> head() {
    while (end_ < 4) {
      const auto n = from_file(buffer_.data() + end_, 4 - end_);
      if (!n) return n.error();
      if (*n == 0) break;
      end_ += *n;
    }
    return std::string_view(buffer_.data(), end_);
  }

 private:
  Result<size_t> from_file(char* out, size_t size) {
    for (;;) {
      const ssize_t n = ::read(descriptor_, out, size);
      if (n >= 0) {
        consumed_ += static_cast<uint64_t>(n);
        return static_cast<size_t>(n);
      }
      if (errno != EINTR) return Error{ErrorCode::kFileUnreadable, where_, std::strerror(errno), "check the file"};
    }
  }

  int descriptor_;
  std::string where_;
  std::array<char, 4> buffer_{};
  size_t begin_ = 0;
  size_t end_ = 0;
  uint64_t consumed_ = 0;
};

class GzipStream final : public ByteStream {
 public:
  GzipStream(std::unique_ptr<ByteStream> source, std::string where)
      : source_(std::move(source)), where_(std::move(where)), in_(kBuffer) {
    ready_ = inflateInit2(&state_, 15 + 16) == Z_OK;  // 16: gzip, not zlib
  }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;
  ~GzipStream() override {
    if (ready_) inflateEnd(&state_);
  }

  Result<size_t> read(std::span<char> out) override {
    if (!ready_) return 0;
    state_.next_out = reinterpret_cast<Bytef*>(out.data());
    state_.avail_out = static_cast<uInt>(std::min<size_t>(out.size(), 1U << 30));
    const uInt wanted = state_.avail_out;
    while (state_.avail_out == wanted) {
      if (state_.avail_in == 0) {
        if (const Status refilled = refill(); !refilled) return fail(refilled.error());
        if (state_.avail_in == 0) {
          if (!at_border_) return fail(bad_compression(where_, "the gzip archive is truncated"));
          ready_ = false;
          inflateEnd(&state_);
          break;
        }
      }
      if (at_border_ && state_.total_in > 0) inflateReset(&state_);  // another member follows
      at_border_ = false;
      const int code = inflate(&state_, Z_NO_FLUSH);
      if (code == Z_STREAM_END) {
        at_border_ = true;
      } else if (code != Z_OK && code != Z_BUF_ERROR) {
        return fail(bad_compression(where_, "the gzip archive is damaged"));
      }
    }
    return static_cast<size_t>(wanted - state_.avail_out);
  }
  [[nodiscard]] uint64_t consumed() const override { return source_->consumed(); }

 private:
  Status refill() {
    const auto n = source_->read(in_);
    if (!n) return n.error();
    state_.next_in = reinterpret_cast<Bytef*>(in_.data());
    state_.avail_in = static_cast<uInt>(*n);
    return Done{};
  }
  Error fail(Error error) {
    if (ready_) inflateEnd(&state_);
    ready_ = false;
    return error;
  }

  std::unique_ptr<ByteStream> source_;
  std::string where_;
  std::vector<char> in_;
  z_stream state_{};
  bool ready_ = false;
  bool at_border_ = true;  ///< between two members
};

class ZstdStream final : public ByteStream {
 public:
  ZstdStream(std::unique_ptr<ByteStream> source, std::string where)
      : source_(std::move(source)),
        where_(std::move(where)),
        in_(kBuffer),
        state_(ZSTD_createDStream(), &ZSTD_freeDStream) {
    // A frame may ask for a window of up to 2 GB; 128 MB is what `zstd` itself allows without --long.
    ZSTD_DCtx_setParameter(state_.get(), ZSTD_d_windowLogMax, 27);
  }

  Result<size_t> read(std::span<char> out) override {
    if (done_) return 0;
    ZSTD_outBuffer target{out.data(), out.size(), 0};
    while (target.pos == 0) {
      if (chunk_.pos == chunk_.size && drained_) {
        const auto n = source_->read(in_);
        if (!n) return fail(n.error());
        chunk_ = {in_.data(), *n, 0};
        if (*n == 0) {
          if (pending_ != 0) return fail(bad_compression(where_, "the zstd archive is truncated"));
          done_ = true;
          return 0;
        }
      }
      pending_ = ZSTD_decompressStream(state_.get(), &target, &chunk_);
      if (ZSTD_isError(pending_) != 0) return fail(bad_compression(where_, "the zstd archive is damaged"));
      drained_ = target.pos < target.size;  // a full target may leave bytes inside the decoder
    }
    return target.pos;
  }
  [[nodiscard]] uint64_t consumed() const override { return source_->consumed(); }

 private:
  Error fail(Error error) {
    done_ = true;
    return error;
  }

  std::unique_ptr<ByteStream> source_;
  std::string where_;
  std::vector<char> in_;
  std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> state_;
  ZSTD_inBuffer chunk_{nullptr, 0, 0};
  size_t pending_ = 0;
  bool drained_ = true;
  bool done_ = false;
};

Result<int> open_file(const std::string& path) {
  if (path == "-") return STDIN_FILENO;
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    const bool absent = errno == ENOENT || errno == ENOTDIR;
    return Error{absent ? ErrorCode::kFileNotFound : ErrorCode::kFileUnreadable, path,
                 absent ? "no such file" : std::strerror(errno), absent ? "check the name" : "check the permissions"};
  }
  struct stat info {};
  if (::fstat(descriptor, &info) == 0 && S_ISDIR(info.st_mode)) {
    ::close(descriptor);
    return Error{ErrorCode::kFileUnreadable, path, "this is a directory", "name the files in it"};
  }
  return descriptor;
}

}  // namespace

std::string shown_name(const std::string& path) {
  return path == "-" ? "stdin" : path;
}

Result<std::unique_ptr<ByteStream>> open_stream(const std::string& path) {
  const auto descriptor = open_file(path);
  if (!descriptor) return descriptor.error();
  const std::string where = shown_name(path);
  auto file = std::make_unique<FileStream>(*descriptor, where);
  const auto head = file->head();
  if (!head) return head.error();
  const bool gzip = head->starts_with("\x1F\x8B");
  const bool zstd = head->starts_with("\x28\xB5\x2F\xFD");
  if (path.ends_with(".gz") && !gzip) return bad_compression(where, "this is no gzip archive");
  if (path.ends_with(".zst") && !zstd) return bad_compression(where, "this is no zstd archive");
  std::unique_ptr<ByteStream> stream = std::move(file);
  if (gzip) stream = std::make_unique<GzipStream>(std::move(stream), where);
  if (zstd) stream = std::make_unique<ZstdStream>(std::move(stream), where);
  return stream;
}

Result<std::string> read_all(ByteStream& stream, size_t limit, std::string_view where) {
  std::string out;
  std::vector<char> buffer(kBuffer);
  for (;;) {
    const auto n = stream.read(buffer);
    if (!n) return n.error();
    if (*n == 0) return out;
    if (out.size() + *n > limit) return too_large(where, limit);
    out.append(buffer.data(), *n);
  }
}

std::string size_text(uint64_t bytes) {
  constexpr std::array<const char*, 4> kUnits = {"bytes", "kB", "MB", "GB"};
  size_t unit = 0;
  double value = static_cast<double>(bytes);
  while (value >= 1000 && unit + 1 < kUnits.size()) {
    value /= 1000;
    ++unit;
  }
  std::string digits = std::to_string(std::llround(value * 10));
  if (digits.size() < 2) digits.insert(0, "0");
  std::string text = digits.substr(0, digits.size() - 1);
  if (digits.back() != '0') text += std::string(".") + digits.back();
  return text + " " + kUnits[unit];
}

Error too_large(std::string_view where, size_t limit) {
  return {ErrorCode::kTooLarge, std::string(where), "the report is larger than " + size_text(limit),
          "split it or raise the limit"};
}

}  // namespace depesche::io
