// The encoder: word features into a two-layer bidirectional LSTM, over many sentences at once.
//
// Sentences of a batch are sorted by falling length and stored step by step: row begin(t) + r holds
// word t of the r-th longest sentence. So each step is one matrix product over the sentences that
// still have a word there, and nothing is padded. (Hochreiter and Schmidhuber 1997; packing as in
// cuDNN.) A word's result does not depend on the batch (see kernels.h).
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "syntax/model.h"

namespace depesche::syntax {

/// The words of one sentence, as the parser sees them.
using SentenceForms = std::span<const std::string_view>;

/// Scratch memory that grows to the largest batch seen; one a thread. Keeps a reference to the model.
class Encoder {
 public:
  explicit Encoder(const Model& model) : weights_(model.weights()) {}

  /// out receives [words of all sentences, 2 * hidden], sentence after sentence as given.
  void run(std::span<const SentenceForms> sentences, std::vector<float>& out);

 private:
  void arrange(std::span<const SentenceForms> sentences);
  void embed(std::span<const SentenceForms> sentences);
  void embed_word(std::string_view form, float* out) const;
  void layer(const LstmLayer& layer, const std::vector<float>& in, size_t width, std::vector<float>& out);
  void forward(const LstmLayer& layer, std::vector<float>& out);
  void backward(const LstmLayer& layer, std::vector<float>& out);

  [[nodiscard]] size_t row(size_t rank, size_t step) const { return begin_[step] + rank; }
  [[nodiscard]] size_t active(size_t step) const { return begin_[step + 1] - begin_[step]; }

  const Weights& weights_;
  std::vector<size_t> order_;          ///< sentence numbers by falling length
  std::vector<size_t> begin_;          ///< first row of a step; steps + 1 entries
  std::vector<float> input_;           ///< [words, kInputSize]
  std::vector<float> gates_;           ///< [words, 8 * hidden]
  std::vector<float> cell_;            ///< [sentences, hidden]
  std::vector<float> first_, second_;  ///< [words, 2 * hidden]
};

}  // namespace depesche::syntax
