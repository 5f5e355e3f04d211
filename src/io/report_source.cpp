#include "io/report_source.h"

#include <sys/stat.h>

#include "io/reader.h"

namespace depesche::io {
namespace {

/// Size of all files together; nothing when one of them is no plain file.
std::optional<uint64_t> size_of(const std::vector<std::string>& paths) {
  uint64_t sum = 0;
  for (const std::string& path : paths) {
    struct stat info {};
    if (path == "-" || ::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
    sum += static_cast<uint64_t>(info.st_size);
  }
  return sum;
}

/// FNV-1a, 64 bits: the same on every machine, so that the same input gives the same warnings.
uint64_t hash(std::string_view s) {
  uint64_t h = 14695981039346656037ULL;
  for (const unsigned char c : s) h = (h ^ c) * 1099511628211ULL;
  return h;
}

}  // namespace

ReportSource::ReportSource(std::vector<std::string> paths, ReadOptions options)
    : paths_(std::move(paths)), options_(std::make_unique<ReadOptions>(std::move(options))), total_(size_of(paths_)) {
  json_ = std::make_unique<JsonReader>(
      [this_options = options_.get()](const std::string& line) { this_options->warn(line); });
}
ReportSource::~ReportSource() = default;
ReportSource::ReportSource(ReportSource&&) noexcept = default;
ReportSource& ReportSource::operator=(ReportSource&&) noexcept = default;

std::optional<ReportSource::Item> ReportSource::next() {
  for (;;) {
    if (!reader_) {
      if (next_path_ == paths_.size()) return std::nullopt;
      auto reader = open_reader(paths_[next_path_++], *options_, *json_);
      if (!reader) return reader.error();
      reader_ = std::move(reader).value();
    }
    if (auto item = reader_->next()) {
      if (const auto* report = std::get_if<RawReport>(&*item)) note_id(*report);
      return item;
    }
    finished_bytes_ += reader_->consumed();
    reader_.reset();
  }
}

uint64_t ReportSource::bytes_read() const {
  return finished_bytes_ + (reader_ ? reader_->consumed() : 0);
}

void ReportSource::note_id(const RawReport& report) {
  if (ids_.insert(hash(report.id)).second) return;
  options_->warn(report.origin + ": the id \"" + report.id + "\" came before in this run; both reports are kept");
}

}  // namespace depesche::io
