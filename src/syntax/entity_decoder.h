// Entity tags out of scores: Viterbi over valid BIO sequences (I-PER only after B-PER or I-PER).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace depesche::syntax {

/// The tag names ("O", "B-PER", ...) and what may follow what. Immutable, shared by threads.
class EntityDecoder {
 public:
  explicit EntityDecoder(const std::vector<std::string_view>& names);

  /// scores: [words, stride]; tags[w] receives the number of the tag of word w. `back` is scratch.
  void decode(const float* scores, size_t stride, size_t words, std::vector<uint8_t>& back, uint8_t* tags) const;

 private:
  size_t count_ = 0;
  std::vector<uint8_t> follows_;  ///< [previous, next] != 0 when allowed
  std::vector<uint8_t> starts_;   ///< != 0 when a sentence may start with the tag
};

}  // namespace depesche::syntax
