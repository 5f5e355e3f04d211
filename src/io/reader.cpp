#include "io/reader.h"

#include <algorithm>
#include <array>
#include <deque>

#include "io/conllu_reader.h"
#include "io/feed.h"
#include "io/foreign.h"
#include "io/html.h"
#include "io/line_reader.h"

namespace depesche::io {
namespace {

enum class Format { kText, kHtml, kJson, kJsonLines, kConllu, kFeed, kUnknown };

std::string_view without_archive(std::string_view path) {
  for (const std::string_view suffix : {".gz", ".zst"}) {
    if (path.ends_with(suffix)) path.remove_suffix(suffix.size());
  }
  return path;
}

Format format_of_name(std::string_view path) {
  path = without_archive(path);
  const size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos) return Format::kUnknown;
  std::string extension(path.substr(dot + 1));
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
  if (extension == "txt" || extension == "text") return Format::kText;
  if (extension == "html" || extension == "htm" || extension == "xhtml") return Format::kHtml;
  if (extension == "jsonl" || extension == "ndjson") return Format::kJsonLines;
  if (extension == "json") return Format::kJson;
  if (extension == "conllu") return Format::kConllu;
  if (extension == "rss" || extension == "atom") return Format::kFeed;
  return Format::kUnknown;
}

Format format_of_content(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const bool xhtml = head.starts_with("<?xml") && head.find("<html") != std::string_view::npos;
  if (xhtml || looks_like_html(head)) return Format::kHtml;
  const size_t start = head.find_first_not_of(" \t\r\n");
  if (start != std::string_view::npos && head[start] == '<' && looks_like_feed(head)) return Format::kFeed;
  const bool json =
      start != std::string_view::npos && (head[start] == '{' || (head[start] == '[' && head.find('{') < 200));
  return json ? Format::kJson : Format::kText;
}

/// Plain text or HTML: one file, one report.
class WholeFileReader final : public Reader {
 public:
  WholeFileReader(LineReader lines, bool html, std::string path, const ReadOptions& options)
      : lines_(std::move(lines)), html_(html), path_(std::move(path)), options_(options) {}

  std::optional<ReportSource::Item> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    auto report = read();
    if (!report) return report.error();
    report->id = stem_of(path_);
    report->origin = shown_name(path_);
    return std::move(report).value();
  }
  [[nodiscard]] uint64_t consumed() const override { return lines_.consumed(); }

 private:
  Result<RawReport> read() {
    const std::string where = shown_name(path_);
    const auto bytes = lines_.rest(options_.max_report_bytes);
    if (!bytes) return bytes.error();
    auto text = options_.decode(*bytes, where);
    if (!text) return text.error();
    if (html_) return read_html(*text, where);
    RawReport report;
    report.text = std::move(text).value();
    return report;
  }

  LineReader lines_;
  bool html_;
  bool done_ = false;
  std::string path_;
  const ReadOptions& options_;
};

class JsonLinesReader final : public Reader {
 public:
  JsonLinesReader(LineReader lines, std::string path, const ReadOptions& options, JsonReader& json)
      : lines_(std::move(lines)), path_(std::move(path)), options_(options), json_(json) {}

  std::optional<ReportSource::Item> next() override {
    while (auto line = lines_.next(options_.max_report_bytes)) {
      if (!*line) {
        some_ = true;
        return line->error();
      }
      if ((*line)->find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string::npos) continue;
      some_ = true;
      return read(**line);
    }
    if (some_ || said_empty_) return std::nullopt;
    said_empty_ = true;
    return Error{ErrorCode::kFileEmpty, shown_name(path_), "there is no report in it", "give one JSON object a line"};
  }
  [[nodiscard]] uint64_t consumed() const override { return lines_.consumed(); }

 private:
  ReportSource::Item read(const std::string& line) {
    const std::string where = shown_name(path_) + ":" + std::to_string(lines_.number());
    const auto text = options_.decode(line, where);
    if (!text) return text.error();
    auto report = json_.read(*text, where, stem_of(path_) + "-" + std::to_string(lines_.number()));
    if (!report) return report.error();
    return std::move(report).value();
  }

  LineReader lines_;
  std::string path_;
  const ReadOptions& options_;
  JsonReader& json_;
  bool some_ = false;  ///< a report or an error was given
  bool said_empty_ = false;
};

/// A file that has to be read as a whole and holds several reports: JSON (one object or an array of objects), a feed.
class ManyReader final : public Reader {
 public:
  using Split = std::function<std::vector<Result<RawReport>>(const std::string& text, const std::string& where,
                                                             const std::string& id)>;
  ManyReader(LineReader lines, std::string path, const ReadOptions& options, Split split)
      : lines_(std::move(lines)), path_(std::move(path)), options_(options), split_(std::move(split)) {}

  std::optional<ReportSource::Item> next() override {
    if (!loaded_) load();
    if (items_.empty()) return std::nullopt;
    auto item = std::move(items_.front());
    items_.pop_front();
    if (!item) return item.error();
    return std::move(item).value();
  }
  [[nodiscard]] uint64_t consumed() const override { return lines_.consumed(); }

 private:
  void load() {
    loaded_ = true;
    const std::string where = shown_name(path_);
    const auto bytes = lines_.rest(options_.max_report_bytes);
    if (!bytes) return items_.push_back(bytes.error());
    const auto text = options_.decode(*bytes, where);
    if (!text) return items_.push_back(text.error());
    for (auto& report : split_(*text, where, stem_of(path_))) items_.push_back(std::move(report));
  }

  LineReader lines_;
  std::string path_;
  const ReadOptions& options_;
  Split split_;
  bool loaded_ = false;
  std::deque<Result<RawReport>> items_;
};

std::vector<Result<RawReport>> reports_of_feed(const std::string& text, const std::string& where,
                                               const std::string& id) {
  auto items = read_feed(text, where, id);
  if (!items) return {items.error()};
  if (items->empty()) return {Error{ErrorCode::kFileEmpty, where, "the feed has no items", ""}};
  std::vector<Result<RawReport>> reports;
  for (FeedItem& item : *items) reports.push_back(std::move(item.report));
  return reports;
}

}  // namespace

std::string stem_of(const std::string& path) {
  if (path == "-") return "stdin";
  std::string_view name = without_archive(path);
  if (const size_t slash = name.rfind('/'); slash != std::string_view::npos) name.remove_prefix(slash + 1);
  if (const size_t dot = name.rfind('.'); dot != std::string_view::npos && dot > 0) name = name.substr(0, dot);
  return name.empty() ? path : std::string(name);
}

Result<std::unique_ptr<Reader>> open_reader(const std::string& path, const ReadOptions& options, JsonReader& json) {
  auto stream = open_stream(path);
  if (!stream) return stream.error();
  LineReader lines(std::move(stream).value(), shown_name(path));
  Format format = format_of_name(path);
  if (format == Format::kUnknown) {
    const std::string_view head = lines.head(4096);
    format = format_of_content(head);
    if (format != Format::kHtml && format != Format::kFeed) {  // which open like any XML
      if (auto foreign = foreign_format(without_archive(path), head, shown_name(path))) return *std::move(foreign);
    }
  }
  if (format == Format::kJson) {
    // Many a .json file holds JSON Lines: then its first line is a value by itself and another one follows.
    const std::string_view head =
        lines.head(options.max_report_bytes < (1 << 20) ? options.max_report_bytes : (1 << 20));
    const size_t end = head.find('\n');
    const bool more = end != std::string_view::npos && head.find_first_not_of(" \t\r\n", end) != std::string_view::npos;
    if (more && is_json(head.substr(0, end))) format = Format::kJsonLines;
  }
  std::unique_ptr<Reader> reader;
  if (format == Format::kJsonLines) {
    reader = std::make_unique<JsonLinesReader>(std::move(lines), path, options, json);
  } else if (format == Format::kJson) {
    reader = std::make_unique<ManyReader>(std::move(lines), path, options,
                                          [&json](const std::string& text, const std::string& where,
                                                  const std::string& id) { return json.read_all(text, where, id); });
  } else if (format == Format::kFeed) {
    reader = std::make_unique<ManyReader>(std::move(lines), path, options, reports_of_feed);
  } else if (format == Format::kConllu) {
    reader = std::make_unique<ConlluReader>(std::move(lines), path, options);
  } else {
    reader = std::make_unique<WholeFileReader>(std::move(lines), format == Format::kHtml, path, options);
  }
  return reader;
}

}  // namespace depesche::io
