#include "syntax/tree_decoder.h"

#include <algorithm>
#include <limits>

namespace depesche::syntax {

void TreeDecoder::decode(const float* scores, size_t stride, size_t words, uint32_t* heads) {
  if (greedy(scores, stride, words, heads)) return;
  fill(scores, stride, words);
  std::vector<uint32_t> cycle;
  choose_best();
  while (find_cycle(cycle)) {
    contract(cycle);
    choose_best();
  }
  expand(heads);
}

// Takes the best head of each word; true when these form a tree with one root.
bool TreeDecoder::greedy(const float* scores, size_t stride, size_t words, uint32_t* heads) {
  size_t roots = 0;
  for (size_t d = 0; d < words; ++d) {
    const float* row = scores + d * stride;
    size_t best = d == 0 ? (words > 1 ? 2 : 0) : 1;
    for (size_t h = 0; h <= words; ++h) {
      if (h != d + 1 && row[h] > row[best]) best = h;
    }
    heads[d] = static_cast<uint32_t>(best);
    roots += best == 0 ? 1 : 0;
  }
  if (roots != 1) return false;
  mark_.assign(words + 1, 0);
  for (uint32_t start = 1; start <= words; ++start) {
    uint32_t at = start;
    while (at != 0 && mark_[at] == 0) {
      mark_[at] = start;
      at = heads[at - 1];
    }
    if (at != 0 && mark_[at] == start) return false;
  }
  return true;
}

void TreeDecoder::fill(const float* scores, size_t stride, size_t words) {
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  nodes_ = words + 1;
  scores_.assign(nodes_ * nodes_, kNever);
  arcs_.assign(nodes_ * nodes_, Arc{});
  double low = scores[0];
  double high = scores[0];
  for (size_t d = 0; d < words; ++d) {
    for (size_t h = 0; h <= words; ++h) {
      low = std::min<double>(low, scores[d * stride + h]);
      high = std::max<double>(high, scores[d * stride + h]);
    }
  }
  const double penalty = (high - low + 1.0) * static_cast<double>(nodes_);
  for (size_t d = 1; d < nodes_; ++d) {
    for (size_t h = 0; h < nodes_; ++h) {
      if (h == d) continue;
      score(d, h) = scores[(d - 1) * stride + h] - (h == 0 ? penalty : 0.0);
      arc(d, h) = {static_cast<uint16_t>(d), static_cast<uint16_t>(h)};
    }
  }
  active_.resize(nodes_);
  owner_.resize(nodes_);
  best_.assign(nodes_, 0);
  for (size_t i = 0; i < nodes_; ++i) {
    active_[i] = static_cast<uint32_t>(i);
    owner_[i] = static_cast<uint16_t>(i);
  }
  contractions_.clear();
}

void TreeDecoder::choose_best() {
  for (const uint32_t d : active_) {
    if (d == 0) continue;
    uint32_t best = 0;
    for (const uint32_t h : active_) {
      if (h != d && score(d, h) > score(d, best)) best = h;
    }
    best_[d] = best;
  }
}

bool TreeDecoder::find_cycle(std::vector<uint32_t>& cycle) {
  mark_.assign(nodes_, 0);
  for (const uint32_t start : active_) {
    uint32_t at = start;
    while (at != 0 && mark_[at] == 0) {
      mark_[at] = start;
      at = best_[at];
    }
    if (at == 0 || mark_[at] != start) continue;
    cycle.clear();
    uint32_t member = at;
    do {
      cycle.push_back(member);
      member = best_[member];
    } while (member != at);
    std::sort(cycle.begin(), cycle.end());
    return true;
  }
  return false;
}

// The cycle becomes its first member; arcs into it are scored by what they add to the cycle.
void TreeDecoder::contract(const std::vector<uint32_t>& cycle) {
  Contraction done{cycle.front(), cycle, {}, owner_};
  for (const uint32_t c : cycle) done.arcs.push_back(arc(c, best_[c]));
  std::vector<double> inside;
  inside.reserve(cycle.size());
  for (const uint32_t c : cycle) inside.push_back(score(c, best_[c]));
  const uint32_t r = cycle.front();
  std::erase_if(active_, [&](uint32_t v) { return std::binary_search(cycle.begin(), cycle.end(), v); });
  for (const uint32_t v : active_) {
    size_t entry = 0;
    size_t exit = 0;
    for (size_t i = 1; i < cycle.size(); ++i) {
      if (score(cycle[i], v) - inside[i] > score(cycle[entry], v) - inside[entry]) entry = i;
      if (score(v, cycle[i]) > score(v, cycle[exit])) exit = i;
    }
    score(r, v) = score(cycle[entry], v) - inside[entry];
    arc(r, v) = arc(cycle[entry], v);
    if (v != 0) {
      score(v, r) = score(v, cycle[exit]);
      arc(v, r) = arc(v, cycle[exit]);
    }
  }
  active_.insert(std::lower_bound(active_.begin(), active_.end(), r), r);
  for (uint16_t& owner : owner_) {
    if (std::binary_search(cycle.begin(), cycle.end(), uint32_t{owner})) owner = static_cast<uint16_t>(r);
  }
  contractions_.push_back(std::move(done));
}

// The arc that enters a cycle replaces the cycle's own arc into the same member.
void TreeDecoder::expand(uint32_t* heads) {
  std::vector<Arc> chosen(nodes_);
  for (const uint32_t d : active_) {
    if (d != 0) chosen[d] = arc(d, best_[d]);
  }
  for (auto level = contractions_.rbegin(); level != contractions_.rend(); ++level) {
    const Arc entering = chosen[level->representative];
    for (size_t i = 0; i < level->members.size(); ++i) chosen[level->members[i]] = level->arcs[i];
    chosen[level->owner[entering.dependent]] = entering;
  }
  for (size_t d = 1; d < nodes_; ++d) heads[d - 1] = chosen[d].head;
}

}  // namespace depesche::syntax
