// Entity tags out of scores: Viterbi over valid BIO sequences (I-PER only after B-PER or I-PER), with
// the step scores of the model's linear-chain CRF (Lafferty et al. 2001).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace depesche::syntax {

/// The tag names ("O", "B-PER", ...) and what may follow what. Immutable, shared by threads.
class EntityDecoder {
 public:
  /// steps: [previous, next] scores, row-major, names.size() squared; empty means all zero.
  /// Precondition: at most 32 names.
  explicit EntityDecoder(const std::vector<std::string_view>& names, std::span<const float> steps = {});

  /// scores: [words, stride]; tags[w] receives the number of the tag of word w. `back` is scratch.
  void decode(const float* scores, size_t stride, size_t words, std::vector<uint8_t>& back, uint8_t* tags) const;

 private:
  size_t count_ = 0;
  std::vector<float> steps_;     ///< [next, previous]; very low where BIO forbids the step
  std::vector<uint8_t> starts_;  ///< != 0 when a sentence may start with the tag
};

}  // namespace depesche::syntax
