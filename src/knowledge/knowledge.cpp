#include "knowledge/knowledge.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "knowledge/image_format.h"

namespace depesche {
namespace {

Error bad(const std::string& shown, std::string what) {
  return Error{ErrorCode::kBadKnowledge, shown, std::move(what), "run: depesche kb build"};
}

/// Views into the image that say "no" instead of reading past its end.
class Checker {
 public:
  explicit Checker(std::span<const std::byte> image) : image_(image) {}

  /// `count` numbers at `offset`, or an empty span and ok() == false.
  std::span<const uint32_t> numbers(uint32_t offset, uint64_t count) {
    if (offset % sizeof(uint32_t) != 0 || offset > image_.size() ||
        count > (image_.size() - offset) / sizeof(uint32_t)) {
      ok_ = false;
      return {};
    }
    return {reinterpret_cast<const uint32_t*>(image_.data() + offset), static_cast<size_t>(count)};
  }
  void all_below(std::span<const uint32_t> numbers, uint32_t limit) {
    for (const uint32_t n : numbers) ok_ = ok_ && n < limit;
  }
  void strings(std::span<const uint32_t> offsets) {
    for (const uint32_t offset : offsets) {
      const auto length = numbers(offset, 1);
      if (!ok_) return;
      ok_ = length[0] <= image_.size() - offset - sizeof(uint32_t);
      if (!ok_) return;
    }
  }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  std::span<const std::byte> image_;
  bool ok_ = true;
};

}  // namespace

std::string Origin::text() const {
  return std::string(file) + ":" + std::to_string(line);
}

std::string_view Table::string(uint32_t id) const {
  uint32_t length = 0;
  const std::byte* at = image_ + strings_[id];
  std::memcpy(&length, at, sizeof length);
  return {reinterpret_cast<const char*>(at + sizeof length), length};
}

uint32_t Table::column(std::string_view name) const {
  for (uint32_t i = 0; i < columns_; ++i) {
    if (string(names_[i]) == name) return i;
  }
  assert(columns_ == 0 && "the schema has no such column");
  return UINT32_MAX;
}

std::vector<std::string_view> Table::column_names() const {
  std::vector<std::string_view> out;
  for (const uint32_t id : names_) out.push_back(string(id));
  return out;
}

std::string_view Table::cell(Row row, uint32_t column) const {
  if (row >= rows_ || column >= columns_) return {};
  return string(cells_[static_cast<size_t>(row) * columns_ + column]);
}

std::vector<std::string_view> Table::list(Row row, std::string_view column_name) const {
  std::vector<std::string_view> parts;
  std::string_view rest = cell(row, column_name);
  while (!rest.empty()) {
    const size_t bar = rest.find('|');
    parts.push_back(rest.substr(0, bar));
    rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
  }
  return parts;
}

Origin Table::origin(Row row) const {
  if (row >= rows_) return {};
  const size_t at = static_cast<size_t>(row) * 2;
  return {string(origins_[at]), origins_[at + 1]};
}

std::span<const Row> Table::find(std::string_view key) const {
  const auto low = std::partition_point(keys_.begin(), keys_.end(), [&](uint32_t id) { return string(id) < key; });
  if (low == keys_.end() || string(*low) != key) return {};
  const auto high = std::partition_point(low, keys_.end(), [&](uint32_t id) { return string(id) == key; });
  return order_.subspan(static_cast<size_t>(low - keys_.begin()), static_cast<size_t>(high - low));
}

bool Table::has_key_from(std::string_view start) const {
  const auto low = std::partition_point(keys_.begin(), keys_.end(), [&](uint32_t id) { return string(id) < start; });
  return low != keys_.end() && string(*low).starts_with(start);
}

Result<Knowledge> Knowledge::open(const std::string& image_path) {
  auto file = MappedFile::open(image_path);
  if (!file) {
    Error error = file.error();
    if (error.code == ErrorCode::kFileEmpty) return bad(image_path, "the knowledge image is empty");
    error.cure = "run: depesche kb build";
    return error;
  }
  Knowledge knowledge;
  knowledge.file_ = std::move(file).value();
  if (auto status = knowledge.attach(knowledge.file_->bytes(), image_path); !status) return status.error();
  return knowledge;
}

Result<Knowledge> Knowledge::from_bytes(std::vector<std::byte> image) {
  Knowledge knowledge;
  knowledge.bytes_ = std::move(image);
  if (auto status = knowledge.attach(knowledge.bytes_, "knowledge"); !status) return status.error();
  return knowledge;
}

Status Knowledge::attach(std::span<const std::byte> image, const std::string& shown) {
  image::Header header{};
  if (image.size() < sizeof header) return bad(shown, "not a knowledge image, or cut off");
  std::memcpy(&header, image.data(), sizeof header);
  if (header.magic != image::kMagic) return bad(shown, "not a knowledge image");
  if (header.byte_order != image::kByteOrder) return bad(shown, "made on a machine with another byte order");
  if (header.version != image::kVersion) {
    return bad(shown, "made for version " + std::to_string(header.version) + " of the format, this program reads " +
                          std::to_string(image::kVersion));
  }
  if (header.size != image.size()) return bad(shown, "the knowledge image is cut off or damaged");

  Checker check(image);
  const auto strings = check.numbers(header.string_offsets, header.string_count);
  check.strings(strings);
  constexpr size_t kFields = sizeof(image::TableEntry) / sizeof(uint32_t);
  const auto directory = check.numbers(header.tables, uint64_t{header.table_count} * kFields);
  if (!check.ok()) return bad(shown, "the knowledge image is damaged");

  for (size_t at = 0; at < directory.size(); at += kFields) {
    image::TableEntry entry{};
    std::memcpy(&entry, &directory[at], sizeof entry);
    Table table;
    table.image_ = image.data();
    table.strings_ = strings;
    table.rows_ = entry.rows;
    table.columns_ = entry.columns;
    table.names_ = check.numbers(entry.names, entry.columns);
    table.cells_ = check.numbers(entry.cells, uint64_t{entry.rows} * entry.columns);
    table.origins_ = check.numbers(entry.origins, uint64_t{entry.rows} * 2);
    table.order_ = check.numbers(entry.order, entry.rows);
    table.keys_ = check.numbers(entry.keys, entry.rows);
    check.all_below(table.names_, header.string_count);
    check.all_below(table.cells_, header.string_count);
    for (size_t i = 0; i < table.origins_.size(); i += 2) {
      check.all_below(table.origins_.subspan(i, 1), header.string_count);
    }
    check.all_below(table.order_, entry.rows);
    check.all_below(table.keys_, header.string_count);
    check.all_below(std::span(&entry.name, 1), header.string_count);
    if (!check.ok()) return bad(shown, "the knowledge image is damaged");
    tables_.push_back({table.string(entry.name), table});
  }
  fingerprint_ = {reinterpret_cast<const char*>(image.data()) + offsetof(image::Header, fingerprint),
                  image::kFingerprintDigits};
  return Done{};
}

Table Knowledge::table(std::string_view name) const {
  const auto at = std::lower_bound(tables_.begin(), tables_.end(), name,
                                   [](const Entry& entry, std::string_view n) { return entry.name < n; });
  return at != tables_.end() && at->name == name ? at->table : Table();
}

}  // namespace depesche
