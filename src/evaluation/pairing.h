// One-to-one pairing of gold and system items by falling weight.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "evaluation/scores.h"

namespace depesche::evaluation {

inline constexpr size_t kUnpaired = SIZE_MAX;

/// For each gold item the index of its system item or kUnpaired. Weight 0 never pairs; ties go to the earlier items.
[[nodiscard]] std::vector<size_t> best_pairs(const std::vector<Item>& gold, const std::vector<Item>& system,
                                             const std::function<double(const Item&, const Item&)>& weight);

/// Intersection over union of two sets of spans.
[[nodiscard]] double iou(const std::vector<Span>& one, const std::vector<Span>& two);
[[nodiscard]] bool overlap(const std::vector<Span>& one, const std::vector<Span>& two);

}  // namespace depesche::evaluation
