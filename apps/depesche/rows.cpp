#include "rows.h"

#include <unistd.h>

#include <algorithm>

#include "base/utf8.h"

namespace depesche::app {
namespace {

constexpr size_t kNarrowest = 12;  ///< of a column that may be cut

std::string plain(const Cell& cell) {
  if (cell.is_null()) return {};
  if (cell.is_string()) return cell.get<std::string>();
  if (cell.is_boolean()) return cell.get<bool>() ? "yes" : "";
  if (!cell.is_array()) return cell.dump();
  std::string text;
  for (const Cell& one : cell) text += (text.empty() ? "" : "; ") + plain(one);
  return text;
}

/// Quoted where the text holds the delimiter, a quote or a line end (RFC 4180). A first character that a spreadsheet
/// takes for a formula is quoted away with an apostrophe.
std::string csv_field(std::string text) {
  if (!text.empty() && std::string_view("=+-@").find(text[0]) != std::string_view::npos &&
      text.find_first_not_of("+-0123456789.eE") != std::string::npos)
    text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string tsv_field(std::string text) {
  for (char& c : text) c = c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  return text;
}

std::string cut(const std::string& text, size_t width) {
  if (utf8::count(text) <= width) return text + std::string(width - utf8::count(text), ' ');
  std::string out;
  size_t taken = 0;
  for (size_t i = 0; i < text.size() && taken + 1 < width; ++taken) {
    const size_t length = utf8::length(static_cast<unsigned char>(text[i]));
    out.append(text, i, length);
    i += length;
  }
  return out + "…";
}

}  // namespace

void add_row_format(CLI::App& command, std::string& format) {
  command.add_option("--format", format, "table, csv, tsv, json or jsonl (default: table on a terminal, else csv)")
      ->check(CLI::IsMember({"table", "csv", "tsv", "json", "jsonl"}));
}

RowWriter::RowWriter(std::string format, std::vector<std::string> columns, std::vector<std::string> wide,
                     std::vector<std::string> shown)
    : format_(std::move(format)), columns_(std::move(columns)), wide_(std::move(wide)) {
  for (size_t i = 0; i < columns_.size(); ++i) {
    if (shown.empty() || std::find(shown.begin(), shown.end(), columns_[i]) != shown.end()) shown_.push_back(i);
  }
  if (format_.empty()) format_ = isatty(STDOUT_FILENO) != 0 ? "table" : "csv";
  if (format_ == "csv" || format_ == "tsv") {
    std::vector<Cell> head(columns_.begin(), columns_.end());
    write_delimited(head, format_ == "csv" ? ',' : '\t');
  }
}

void RowWriter::write(std::vector<Cell> row) {
  if (format_ == "table") {
    std::vector<std::string> texts;
    for (const size_t i : shown_) texts.push_back(printable(plain(row[i])));
    table_.push_back(std::move(texts));
  } else if (format_ == "csv" || format_ == "tsv") {
    write_delimited(row, format_ == "csv" ? ',' : '\t');
  } else {
    write_json(row);
  }
  ++count_;
}

void RowWriter::write_delimited(const std::vector<Cell>& row, char delimiter) {
  std::string line;
  for (size_t i = 0; i < row.size(); ++i) {
    if (i > 0) line += delimiter;
    line += delimiter == ',' ? csv_field(plain(row[i])) : tsv_field(plain(row[i]));
  }
  failed_ = failed_ || std::fputs((line + "\n").c_str(), stdout) == EOF;
}

void RowWriter::write_json(const std::vector<Cell>& row) {
  Cell object = Cell::object();
  for (size_t i = 0; i < row.size(); ++i) {
    const bool empty = row[i].is_null() || (row[i].is_string() && row[i].get_ref<const std::string&>().empty());
    if (!empty) object[columns_[i]] = row[i];
  }
  const std::string line = object.dump(-1, ' ', false, Cell::error_handler_t::replace);
  const std::string before = format_ == "jsonl" ? "" : count_ == 0 ? "[" : ",\n ";
  failed_ = failed_ || std::fputs((before + line + (format_ == "jsonl" ? "\n" : "")).c_str(), stdout) == EOF;
}

std::vector<size_t> RowWriter::widths() const {
  std::vector<size_t> widths;
  for (const size_t i : shown_) widths.push_back(utf8::count(columns_[i]));
  for (const auto& row : table_) {
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], utf8::count(row[i]));
  }
  const auto is_wide = [&](size_t i) {
    return std::find(wide_.begin(), wide_.end(), columns_[shown_[i]]) != wide_.end();
  };
  size_t total = 2 * (widths.size() - 1);
  for (const size_t width : widths) total += width;
  // The widest column that may be cut gives way first.
  while (total > terminal_width()) {
    size_t widest = widths.size();
    for (size_t i = 0; i < widths.size(); ++i) {
      if (is_wide(i) && widths[i] > kNarrowest && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
    }
    if (widest == widths.size()) break;
    --widths[widest];
    --total;
  }
  return widths;
}

void RowWriter::draw_table() {
  if (table_.empty()) return;
  const std::vector<size_t> width = widths();
  const auto draw = [&](const std::vector<std::string>& row) {
    std::string line;
    for (size_t i = 0; i < row.size(); ++i) line += (i == 0 ? "" : "  ") + cut(row[i], width[i]);
    line.erase(line.find_last_not_of(' ') + 1);
    failed_ = failed_ || std::fputs((line + "\n").c_str(), stdout) == EOF;
  };
  std::vector<std::string> head;
  for (const size_t i : shown_) head.push_back(columns_[i]);
  draw(head);
  for (const auto& row : table_) draw(row);
}

int RowWriter::finish(const std::string& nothing) {
  if (format_ == "table") draw_table();
  if (format_ == "json") failed_ = std::fputs(count_ == 0 ? "[]\n" : "]\n", stdout) == EOF || failed_;
  if (std::fflush(stdout) != 0 || failed_) {
    complain("standard output: could not be written to the end");
    return kCannotGoOn;
  }
  if (count_ == 0) complain(nothing);
  return kDone;
}

}  // namespace depesche::app
