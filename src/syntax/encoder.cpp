#include "syntax/encoder.h"

#include <algorithm>
#include <numeric>

#include "syntax/features.h"

namespace depesche::syntax {

void Encoder::run(std::span<const SentenceForms> sentences, std::vector<float>& out) {
  arrange(sentences);
  embed(sentences);
  layer(weights_.lstm[0], input_, kInputSize, first_);
  const size_t width = 2 * weights_.hidden;
  layer(weights_.lstm[1], first_, width, second_);
  out.resize(begin_.back() * width);
  std::vector<size_t> start(sentences.size() + 1, 0);
  for (size_t s = 0; s < sentences.size(); ++s) start[s + 1] = start[s] + sentences[s].size();
  for (size_t rank = 0; rank < order_.size(); ++rank) {
    const size_t s = order_[rank];
    for (size_t t = 0; t < sentences[s].size(); ++t) {
      const float* from = second_.data() + row(rank, t) * width;
      std::copy(from, from + width, out.data() + (start[s] + t) * width);
    }
  }
}

void Encoder::arrange(std::span<const SentenceForms> sentences) {
  order_.resize(sentences.size());
  std::iota(order_.begin(), order_.end(), size_t{0});
  std::stable_sort(order_.begin(), order_.end(),
                   [&](size_t a, size_t b) { return sentences[a].size() > sentences[b].size(); });
  const size_t steps = order_.empty() ? 0 : sentences[order_[0]].size();
  begin_.assign(steps + 1, 0);
  size_t running = order_.size();
  for (size_t t = 0; t < steps; ++t) {
    while (running > 0 && sentences[order_[running - 1]].size() <= t) --running;
    begin_[t + 1] = begin_[t] + running;
  }
}

void Encoder::embed(std::span<const SentenceForms> sentences) {
  input_.assign(begin_.back() * kInputSize, 0.0F);
  for (size_t rank = 0; rank < order_.size(); ++rank) {
    const SentenceForms words = sentences[order_[rank]];
    for (size_t t = 0; t < words.size(); ++t) embed_word(words[t], input_.data() + row(rank, t) * kInputSize);
  }
}

// out = [word | vector | suffix | prefix], zero before.
void Encoder::embed_word(std::string_view form, float* out) const {
  const WordFeatures features = features_of(form);
  for (const uint32_t id : features.words) weights_.word.add(id, out);
  out += kWordSize;
  const uint32_t vector = vector_row(weights_.vector_keys, form, weights_.min_tail);
  if (vector != kNoVector) {
    weights_.vectors.add(vector, out);
  } else {
    std::copy(weights_.no_vector.begin(), weights_.no_vector.end(), out);
  }
  out += kVectorSize;
  for (const uint32_t id : features.suffixes) weights_.suffix.add(id, out);
  out += kSuffixSize;
  for (const uint32_t id : features.prefixes) weights_.prefix.add(id, out);
}

void Encoder::layer(const LstmLayer& layer, const std::vector<float>& in, size_t width, std::vector<float>& out) {
  const size_t words = begin_.back();
  gates_.resize(words * layer.input.columns);
  out.resize(words * 2 * weights_.hidden);
  layer.input.run(*weights_.kernels, in.data(), width, words, gates_.data(), layer.input.columns);
  forward(layer, out);
  backward(layer, out);
}

void Encoder::forward(const LstmLayer& layer, std::vector<float>& out) {
  const size_t hidden = weights_.hidden;
  const size_t stride = layer.input.columns;
  cell_.assign(order_.size() * hidden, 0.0F);
  for (size_t t = 0; t + 1 < begin_.size(); ++t) {
    float* gates = gates_.data() + begin_[t] * stride;
    if (t > 0) {
      layer.forward.run(*weights_.kernels, out.data() + begin_[t - 1] * 2 * hidden, 2 * hidden, active(t), gates,
                        stride);
    }
    weights_.kernels->lstm_cell(gates, stride, cell_.data(), out.data() + begin_[t] * 2 * hidden, 2 * hidden, active(t),
                                hidden);
  }
}

// Shorter sentences join when their last word is reached; their state is zero until then.
void Encoder::backward(const LstmLayer& layer, std::vector<float>& out) {
  const size_t hidden = weights_.hidden;
  const size_t stride = layer.input.columns;
  cell_.assign(order_.size() * hidden, 0.0F);
  for (size_t t = begin_.size() - 1; t-- > 0;) {
    float* gates = gates_.data() + begin_[t] * stride + 4 * hidden;
    if (t + 2 < begin_.size()) {
      layer.backward.run(*weights_.kernels, out.data() + begin_[t + 1] * 2 * hidden + hidden, 2 * hidden, active(t + 1),
                         gates, stride);
    }
    weights_.kernels->lstm_cell(gates, stride, cell_.data(), out.data() + begin_[t] * 2 * hidden + hidden, 2 * hidden,
                                active(t), hidden);
  }
}

}  // namespace depesche::syntax
