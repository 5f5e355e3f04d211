// The knowledge image: what opens can be read to the last cell. The fields of the header that would end the matter at
// once are set right first.
#include <cstring>

#include "fuzz/fuzz.h"
#include "knowledge/image_format.h"
#include "knowledge/knowledge.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace depesche;
  const auto* first = reinterpret_cast<const std::byte*>(data);
  std::vector<std::byte> bytes(first, first + size);
  if (size >= sizeof(image::Header)) {
    image::Header header;
    std::memcpy(&header, bytes.data(), sizeof header);
    header.magic = image::kMagic;
    header.version = image::kVersion;
    header.byte_order = image::kByteOrder;
    header.size = static_cast<uint32_t>(size);
    std::memcpy(bytes.data(), &header, sizeof header);
  }
  const auto knowledge = Knowledge::from_bytes(std::move(bytes));
  if (!knowledge) return 0;
  size_t sum = knowledge->fingerprint().size();
  for (const char* name : {"ontology/events", "words", ""}) {
    const Table table = knowledge->table(name);
    const auto columns = table.column_names();
    for (Row row = 0; row < table.size(); ++row) {
      sum += table.origin(row).text().size();
      for (uint32_t column = 0; column < columns.size(); ++column) {
        const std::string_view cell = table.cell(row, column);
        for (const Row found : table.find(cell)) fuzz::require(found < table.size(), "found rows are rows");
        sum += table.list(row, columns[column]).size();
      }
    }
  }
  fuzz::require(sum >= image::kFingerprintDigits, "the fingerprint is there");
  return 0;
}
