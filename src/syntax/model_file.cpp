#include "syntax/model_file.h"

#include <bit>
#include <cstring>

namespace depesche::syntax {
namespace {

constexpr std::string_view kMagic = "DPSYNTAX";
constexpr uint32_t kVersion = 1;
constexpr size_t kHeader = 64;
constexpr size_t kRow = 64;
constexpr size_t kNameBytes = 32;
constexpr size_t kElementBytes[] = {1, 4, 2, 1, 4, 8};

template <typename T>
T read(std::span<const std::byte> bytes, size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

uint64_t fingerprint_of(std::span<const std::byte> bytes) {
  uint64_t hash = 0xCBF29CE484222325ULL;
  for (size_t at = 0; at + 8 <= bytes.size(); at += 8) hash = (hash ^ read<uint64_t>(bytes, at)) * 0x100000001B3ULL;
  return hash;
}

// IEEE 754 binary16 -> binary32, subnormals, infinities and NaN included.
float half_to_float(uint16_t half) {
  const uint32_t sign = (half & 0x8000U) << 16U;
  const uint32_t exponent = (half >> 10U) & 0x1FU;
  const uint32_t fraction = half & 0x3FFU;
  if (exponent == 0) {
    const float tiny = static_cast<float>(fraction) * 0x1p-24F;
    return sign != 0 ? -tiny : tiny;
  }
  const uint32_t bits =
      exponent == 31 ? 0x7F800000U | (fraction << 13U) : ((exponent + 112) << 23U) | (fraction << 13U);
  return std::bit_cast<float>(sign | bits);
}

}  // namespace

Error ModelFile::bad(std::string what) const {
  return {ErrorCode::kBadModel, path_, std::move(what), "restore the model file or export it again with train/"};
}

Result<ModelFile> ModelFile::open(const std::string& path) {
  static_assert(std::endian::native == std::endian::little, "models are little-endian and used in place");
  Result<MappedFile> file = MappedFile::open(path);
  if (!file) return file.error();
  ModelFile model(path, std::move(file).value());
  const Status status = model.read_table();
  if (!status) return status.error();
  return model;
}

Status ModelFile::read_table() {
  const std::span<const std::byte> bytes = file_.bytes();
  if (bytes.size() < kHeader || std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0) {
    return bad("not a Depesche syntax model");
  }
  const auto version = read<uint32_t>(bytes, 8);
  if (version != kVersion) return bad("model version " + std::to_string(version) + ", this program reads version 1");
  const auto count = read<uint32_t>(bytes, 12);
  if (read<uint64_t>(bytes, 16) != bytes.size() || count > (bytes.size() - kHeader) / kRow) {
    return bad("the file is truncated: " + std::to_string(bytes.size()) + " of " +
               std::to_string(read<uint64_t>(bytes, 16)) + " bytes");
  }
  fingerprint_ = read<uint64_t>(bytes, 24);
  if (fingerprint_of(bytes.subspan(kHeader)) != fingerprint_) return bad("the content does not match its fingerprint");
  for (size_t i = 0; i < count; ++i) {
    const size_t at = kHeader + i * kRow;
    const char* name = reinterpret_cast<const char*>(bytes.data() + at);
    const auto kind = read<uint32_t>(bytes, at + kNameBytes);
    const auto rows = read<uint32_t>(bytes, at + 36);
    const auto columns = read<uint32_t>(bytes, at + 40);
    const auto offset = read<uint64_t>(bytes, at + 48);
    const auto size = read<uint64_t>(bytes, at + 56);
    const bool inside = offset % 64 == 0 && offset <= bytes.size() && size <= bytes.size() - offset;
    if (kind > 5 || !inside || uint64_t{rows} * columns != size / kElementBytes[kind] ||
        size % kElementBytes[kind] != 0) {
      return bad("section " + std::to_string(i) + " of the table is damaged");
    }
    sections_[std::string(name, strnlen(name, kNameBytes))] = {static_cast<SectionKind>(kind), rows, columns,
                                                               bytes.subspan(offset, size)};
  }
  return Done{};
}

Result<Section> ModelFile::find(std::string_view name, SectionKind kind) const {
  const auto found = sections_.find(name);
  if (found == sections_.end() || found->second.kind != kind)
    return bad("section '" + std::string(name) + "' is missing");
  return found->second;
}

Result<std::vector<float>> ModelFile::floats(std::string_view name, size_t rows, size_t columns) const {
  const auto found = sections_.find(name);
  const bool known = found != sections_.end() &&
                     (found->second.kind == SectionKind::kFloat32 || found->second.kind == SectionKind::kFloat16);
  if (!known || found->second.rows != rows || found->second.columns != columns) {
    return bad("section '" + std::string(name) + "' is missing or has another size than " + std::to_string(rows) +
               " x " + std::to_string(columns));
  }
  std::vector<float> values;
  values.reserve(rows * columns);
  if (found->second.kind == SectionKind::kFloat32) {
    const auto raw = found->second.as<float>();
    values.assign(raw.begin(), raw.end());
  } else {
    for (const uint16_t half : found->second.as<uint16_t>()) values.push_back(half_to_float(half));
  }
  return values;
}

Result<std::vector<std::string_view>> ModelFile::lines(std::string_view name) const {
  const Result<Section> section = find(name, SectionKind::kBytes);
  if (!section) return section.error();
  std::string_view rest(reinterpret_cast<const char*>(section->bytes.data()), section->bytes.size());
  std::vector<std::string_view> out;
  while (true) {
    const size_t end = rest.find('\n');
    out.push_back(rest.substr(0, end));
    if (end == std::string_view::npos) return out;
    rest.remove_prefix(end + 1);
  }
}

}  // namespace depesche::syntax
