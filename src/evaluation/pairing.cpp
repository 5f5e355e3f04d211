#include "evaluation/pairing.h"

#include <algorithm>
#include <tuple>

namespace depesche::evaluation {
namespace {

double cover(const std::vector<Span>& spans) {
  double sum = 0;
  for (const Span s : spans) sum += static_cast<double>(s.end) - static_cast<double>(s.begin);
  return sum;
}

}  // namespace

bool overlap(const std::vector<Span>& one, const std::vector<Span>& two) {
  return std::any_of(one.begin(), one.end(), [&](Span a) {
    return std::any_of(two.begin(), two.end(), [&](Span b) { return a.overlaps(b); });
  });
}

double iou(const std::vector<Span>& one, const std::vector<Span>& two) {
  double common = 0;
  for (const Span a : one) {
    for (const Span b : two) {
      if (a.overlaps(b)) common += static_cast<double>(std::min(a.end, b.end) - std::max(a.begin, b.begin));
    }
  }
  const double all = cover(one) + cover(two) - common;
  return all > 0 ? common / all : 0.0;
}

std::vector<size_t> best_pairs(const std::vector<Item>& gold, const std::vector<Item>& system,
                               const std::function<double(const Item&, const Item&)>& weight) {
  std::vector<std::tuple<double, size_t, size_t>> ranked;
  for (size_t g = 0; g < gold.size(); ++g) {
    for (size_t s = 0; s < system.size(); ++s) {
      const double w = weight(gold[g], system[s]);
      if (w > 0) ranked.emplace_back(-w, g, s);
    }
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<size_t> pairs(gold.size(), kUnpaired);
  std::vector<bool> used(system.size(), false);
  for (const auto& [w, g, s] : ranked) {
    if (pairs[g] != kUnpaired || used[s]) continue;
    pairs[g] = s;
    used[s] = true;
  }
  return pairs;
}

}  // namespace depesche::evaluation
