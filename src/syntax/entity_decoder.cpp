#include "syntax/entity_decoder.h"

#include <array>

namespace depesche::syntax {
namespace {

constexpr float kNever = -1e9F;
constexpr size_t kMaxTags = 32;

}  // namespace

EntityDecoder::EntityDecoder(const std::vector<std::string_view>& names, std::span<const float> steps)
    : count_(names.size() < kMaxTags ? names.size() : kMaxTags), steps_(count_ * count_), starts_(count_) {
  for (size_t next = 0; next < count_; ++next) {
    const bool inside = names[next].starts_with("I-");
    starts_[next] = inside ? 0 : 1;
    for (size_t previous = 0; previous < count_; ++previous) {
      const bool same = names[previous] != "O" && names[previous].substr(1) == names[next].substr(1);
      const float score = steps.empty() ? 0.0F : steps[previous * names.size() + next];
      steps_[next * count_ + previous] = !inside || same ? score : kNever;
    }
  }
}

void EntityDecoder::decode(const float* scores, size_t stride, size_t words, std::vector<uint8_t>& back,
                           uint8_t* tags) const {
  if (words == 0) return;
  back.resize(words * count_);
  std::array<float, kMaxTags> best{};
  for (size_t t = 0; t < count_; ++t) best[t] = starts_[t] != 0 ? scores[t] : kNever;
  for (size_t w = 1; w < words; ++w) {
    std::array<float, kMaxTags> next{};
    for (size_t t = 0; t < count_; ++t) {
      const float* step = steps_.data() + t * count_;
      size_t from = 0;
      float top = best[0] + step[0];
      for (size_t p = 1; p < count_; ++p) {
        if (best[p] + step[p] > top) {
          top = best[p] + step[p];
          from = p;
        }
      }
      next[t] = top + scores[w * stride + t];
      back[w * count_ + t] = static_cast<uint8_t>(from);
    }
    best = next;
  }
  size_t tag = 0;
  for (size_t t = 1; t < count_; ++t) tag = best[t] > best[tag] ? t : tag;
  for (size_t w = words; w-- > 0;) {
    tags[w] = static_cast<uint8_t>(tag);
    tag = back[w * count_ + tag];
  }
}

}  // namespace depesche::syntax
