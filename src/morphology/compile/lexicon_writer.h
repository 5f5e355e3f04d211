// Collects readings and lays them out as lexicon_format.h says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "morphology/lexicon.h"

namespace depesche::morphology {

class LexiconWriter {
 public:
  /// Readings of one form with the same kind and lemma are joined.
  void add(std::string_view form, Kind kind, size_t cut, std::string_view add, uint32_t cells);

  /// The whole file. Same readings, whatever their order: same bytes. Errors: kTooLarge beyond what the format holds.
  [[nodiscard]] Result<std::vector<std::byte>> bytes() const;

  [[nodiscard]] size_t forms() const { return forms_.size(); }

 private:
  struct Key {
    Kind kind;
    size_t cut;
    std::string add;
    auto operator<=>(const Key&) const = default;
  };
  std::map<std::string, std::map<Key, uint32_t>, std::less<>> forms_;
};

}  // namespace depesche::morphology
