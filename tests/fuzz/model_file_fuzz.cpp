// The container of the models, and the lemma rules in it. Size and fingerprint are set right first, so that damage gets
// behind them.
#include <cstring>

#include "fuzz/fuzz.h"
#include "syntax/lemma.h"
#include "syntax/model.h"

namespace depesche {
namespace {

void seal(std::string& bytes) {
  const uint64_t size = bytes.size();
  std::memcpy(bytes.data(), "DPSYNTAX", 8);
  std::memcpy(bytes.data() + 16, &size, sizeof size);
  uint64_t hash = 0xCBF29CE484222325ULL;
  for (size_t at = 64; at + 8 <= bytes.size(); at += 8) {
    uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    hash = (hash ^ word) * 0x100000001B3ULL;
  }
  std::memcpy(bytes.data() + 24, &hash, sizeof hash);
}

void read_sections(const syntax::ModelFile& file) {
  for (const char* name : {"meta", "no_vector", "vectors.keys", "names.rules"}) {
    for (const auto kind : {syntax::SectionKind::kBytes, syntax::SectionKind::kFloat32, syntax::SectionKind::kUint64}) {
      const auto section = file.find(name, kind);
      if (!section) continue;
      unsigned sum = 0;
      for (const std::byte byte : section->bytes) sum += static_cast<unsigned>(byte);
      fuzz::require(sum < UINT32_MAX, "sections lie in the file");
      static_cast<void>(file.floats(name, section->rows, section->columns));
    }
    const auto lines = file.lines(name);
    if (!lines) continue;
    for (const std::string_view line : *lines) {
      const auto rule = syntax::read_rule(line);
      if (!rule) continue;
      for (const char* form : {"", "a", "angegriffen", "Bürgermeisterinnen"})
        static_cast<void>(syntax::apply(*rule, form));
    }
  }
}

}  // namespace
}  // namespace depesche

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace depesche;
  static fuzz::ScratchFile scratch("model.dsm");
  std::string bytes(fuzz::view(data, size));
  if (bytes.size() >= 64) seal(bytes);
  const std::string& path = scratch.write(bytes);
  const auto file = syntax::ModelFile::open(path);
  if (file) read_sections(*file);
  fuzz::require(!syntax::Model::open(path).ok() || size > 1'000'000, "a model has its tables");
  return 0;
}
