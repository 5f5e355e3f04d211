#include "io/conllu_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

namespace depesche::io {
namespace {

/// The value of "# key = value", nothing for other comments.
std::optional<std::string> value_of(std::string_view line, std::string_view key) {
  line.remove_prefix(std::min(line.find_first_not_of("# \t"), line.size()));
  if (!line.starts_with(key)) return std::nullopt;
  line.remove_prefix(key.size());
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  if (!line.starts_with('=')) return std::nullopt;
  line.remove_prefix(1);
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  while (line.ends_with(' ') || line.ends_with('\r')) line.remove_suffix(1);
  return std::string(line);
}

bool marks(std::string_view line, std::string_view key) {
  line.remove_prefix(std::min(line.find_first_not_of("# \t"), line.size()));
  return line.starts_with(key);
}

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> out;
  for (size_t at = 0; at <= line.size();) {
    const size_t end = std::min(line.find('\t', at), line.size());
    out.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

uint64_t number_of(std::string_view text) {
  uint64_t out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

}  // namespace

void ConlluReader::comment(const std::string& line, Sentence& sentence) {
  if (auto text = value_of(line, "text")) sentence.text = std::move(*text);
  if (auto id = value_of(line, "sent_id")) sentence.id = std::move(*id);
  if (auto id = value_of(line, "newdoc id")) sentence.document = std::move(*id);
  sentence.opens_document |= marks(line, "newdoc");
  sentence.opens_paragraph |= marks(line, "newpar");
}

bool ConlluReader::row(const std::string& line, Sentence& sentence) {
  const std::vector<std::string_view> cells = cells_of(line);
  if (cells.size() != 10 || cells[1].empty()) return false;
  const uint64_t id = number_of(cells[0]);
  if (id == 0 || cells[0].find('.') != std::string_view::npos) return true;  // an empty node
  if (const size_t dash = cells[0].find('-'); dash != std::string_view::npos) {
    sentence.range_end = number_of(cells[0].substr(dash + 1));
  } else if (id <= sentence.range_end) {
    return true;
  }
  sentence.words += cells[1];
  if (cells[9].find("SpaceAfter=No") == std::string_view::npos) sentence.words += ' ';
  return true;
}

std::optional<Result<ConlluReader::Sentence>> ConlluReader::sentence() {
  Sentence out;
  std::optional<Error> fault;
  size_t size = 0;
  while (auto line = lines_.next(options_.max_report_bytes)) {
    if (!*line) return line->error();
    while ((*line)->ends_with('\r')) (*line)->pop_back();
    if ((*line)->empty()) {
      if (out.line == 0) continue;
      break;
    }
    if (out.line == 0) out.line = lines_.number();
    size += (*line)->size();
    const std::string where = shown_name(path_) + ":" + std::to_string(lines_.number());
    if ((*line)->starts_with('#')) {
      comment(**line, out);
    } else if (size > options_.max_report_bytes) {
      if (!fault) fault = too_large(where, options_.max_report_bytes);
    } else if (!row(**line, out) && !fault) {
      fault = Error{ErrorCode::kBadConllu, where, "is no row of ten columns", "separate ten columns by tabs"};
    }
  }
  if (fault) return *fault;
  if (out.line == 0) return std::nullopt;
  while (out.words.ends_with(' ')) out.words.pop_back();
  if (out.text.empty()) out.text = std::move(out.words);
  if (out.text.empty())
    return Error{ErrorCode::kBadConllu, shown_name(path_) + ":" + std::to_string(out.line),
                 "is a sentence without words", "give it a line a word"};
  return out;
}

Result<RawReport> ConlluReader::report(const Sentence& first) const {
  RawReport out;
  out.origin = shown_name(path_) + ":" + std::to_string(first.line);
  out.id = !first.document.empty() ? first.document
           : !first.id.empty()     ? first.id
                                   : stem_of(path_) + "-" + std::to_string(first.line);
  out.text = first.text;
  return out;
}

std::optional<ReportSource::Item> ConlluReader::next() {
  std::optional<Sentence> first = std::exchange(ahead_, std::nullopt);
  if (!first) {
    auto read = sentence();
    if (!read) {
      if (std::exchange(some_, true)) return std::nullopt;
      return Error{ErrorCode::kFileEmpty, shown_name(path_), "there is no sentence in it", "give CoNLL-U"};
    }
    some_ = true;
    if (!*read) return read->error();
    first = std::move(*read).value();
  }
  documents_ |= first->opens_document;
  auto out = report(*first);
  while (documents_) {
    auto more = sentence();
    if (!more) break;
    if (!*more) return more->error();
    if ((*more)->opens_document) {
      ahead_ = std::move(*more).value();
      break;
    }
    out->text += ((*more)->opens_paragraph ? "\n\n" : " ") + (*more)->text;
    if (out->text.size() > options_.max_report_bytes) return too_large(out->origin, options_.max_report_bytes);
  }
  auto text = options_.decode(out->text, out->origin);
  if (!text) return text.error();
  out->text = std::move(text).value();
  return std::move(out).value();
}

}  // namespace depesche::io
