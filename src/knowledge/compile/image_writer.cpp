#include "knowledge/compile/image_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <numeric>
#include <unordered_map>

#include "knowledge/image_format.h"

namespace depesche::kb {
namespace {

/// Each text once; ids in order of first use.
class StringPool {
 public:
  uint32_t id(std::string_view text) {
    const auto [entry, fresh] = ids_.try_emplace(std::string(text), static_cast<uint32_t>(texts_.size()));
    if (fresh) texts_.push_back(&entry->first);
    return entry->second;
  }
  [[nodiscard]] const std::vector<const std::string*>& texts() const { return texts_; }

 private:
  std::unordered_map<std::string, uint32_t> ids_;
  std::vector<const std::string*> texts_;  ///< keys of ids_: their addresses are stable
};

struct Arrays {
  image::TableEntry entry{};
  std::vector<uint32_t> names, cells, origins, order, keys;
};

std::string key_of(const OutputTable& table, const OutputRow& row) {
  std::string key;
  for (const uint32_t column : table.key) {
    if (column != table.key.front()) key += '\t';
    key += row.cells[column];
  }
  return key;
}

Arrays arrays_of(const OutputTable& table, StringPool& pool) {
  Arrays out;
  out.entry.name = pool.id(table.name);
  out.entry.rows = static_cast<uint32_t>(table.rows.size());
  out.entry.columns = static_cast<uint32_t>(table.columns.size());
  for (const std::string& column : table.columns) out.names.push_back(pool.id(column));
  std::vector<std::string> keys;
  for (const OutputRow& row : table.rows) {
    for (const std::string& cell : row.cells) out.cells.push_back(pool.id(cell));
    out.origins.push_back(pool.id(row.file));
    out.origins.push_back(row.line);
    keys.push_back(key_of(table, row));
  }
  out.order.resize(table.rows.size());
  std::iota(out.order.begin(), out.order.end(), 0U);
  std::stable_sort(out.order.begin(), out.order.end(), [&](uint32_t a, uint32_t b) { return keys[a] < keys[b]; });
  for (const uint32_t row : out.order) out.keys.push_back(pool.id(keys[row]));
  return out;
}

class Bytes {
 public:
  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(bytes_.size()); }
  uint32_t put(const void* data, size_t size) {
    const uint32_t at = this->size();
    const auto* from = static_cast<const std::byte*>(data);
    bytes_.insert(bytes_.end(), from, from + size);
    return at;
  }
  uint32_t put(const std::vector<uint32_t>& numbers) { return put(numbers.data(), numbers.size() * sizeof(uint32_t)); }
  uint32_t put(std::string_view text) {
    const auto length = static_cast<uint32_t>(text.size());
    const uint32_t at = put(&length, sizeof length);
    put(text.data(), text.size());
    while (bytes_.size() % sizeof(uint32_t) != 0) bytes_.push_back(std::byte{0});
    return at;
  }
  void overwrite(uint32_t at, const void* data, size_t size) { std::memcpy(bytes_.data() + at, data, size); }
  std::vector<std::byte> take() { return std::move(bytes_); }
  [[nodiscard]] const std::vector<std::byte>& get() const { return bytes_; }

 private:
  std::vector<std::byte> bytes_;
};

/// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/ - a name for the content, no protection.
uint64_t fnv1a(const std::vector<std::byte>& bytes, size_t from) {
  uint64_t hash = 0xcbf29ce484222325ULL;
  for (size_t i = from; i < bytes.size(); ++i) {
    hash = (hash ^ static_cast<uint64_t>(bytes[i])) * 0x100000001b3ULL;
  }
  return hash;
}

}  // namespace

std::vector<std::byte> write_tables(std::vector<OutputTable> tables) {
  std::sort(tables.begin(), tables.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  StringPool pool;
  std::vector<Arrays> arrays;
  arrays.reserve(tables.size());
  for (const OutputTable& table : tables) arrays.push_back(arrays_of(table, pool));

  image::Header header{};
  header.magic = image::kMagic;
  header.version = image::kVersion;
  header.byte_order = image::kByteOrder;
  header.string_count = static_cast<uint32_t>(pool.texts().size());
  header.table_count = static_cast<uint32_t>(tables.size());

  Bytes out;
  out.put(&header, sizeof header);
  std::vector<uint32_t> offsets(pool.texts().size());
  header.string_offsets = out.put(offsets);
  for (size_t i = 0; i < offsets.size(); ++i) offsets[i] = out.put(*pool.texts()[i]);
  out.overwrite(header.string_offsets, offsets.data(), offsets.size() * sizeof(uint32_t));

  header.tables = out.size();
  for (const Arrays& table : arrays) out.put(&table.entry, sizeof table.entry);
  for (size_t i = 0; i < arrays.size(); ++i) {
    Arrays& table = arrays[i];
    table.entry.names = out.put(table.names);
    table.entry.cells = out.put(table.cells);
    table.entry.origins = out.put(table.origins);
    table.entry.order = out.put(table.order);
    table.entry.keys = out.put(table.keys);
    out.overwrite(header.tables + static_cast<uint32_t>(i * sizeof table.entry), &table.entry, sizeof table.entry);
  }
  header.size = out.size();
  const std::string digits = fmt::format("{:016x}", fnv1a(out.get(), sizeof header));
  std::copy(digits.begin(), digits.end(), header.fingerprint.begin());
  out.overwrite(0, &header, sizeof header);
  return out.take();
}

}  // namespace depesche::kb
