#include "document/tree.h"

#include <algorithm>

namespace depesche {

std::span<const WordIndex> Tree::children(WordIndex w) const {
  const uint32_t begin = syntax_->child_begin[w];
  return {syntax_->child_list.data() + begin, syntax_->child_begin[w + 1] - begin};
}

WordIndex Tree::child(WordIndex w, Deprel deprel) const {
  for (const WordIndex c : children(w)) {
    if (node(c).deprel == deprel) return c;
  }
  return kNoWord;
}

WordIndex Tree::child(WordIndex w, Deprel deprel, Subtype subtype) const {
  for (const WordIndex c : children(w)) {
    if (node(c).deprel == deprel && node(c).subtype == subtype) return c;
  }
  return kNoWord;
}

bool Tree::below(WordIndex w, WordIndex ancestor) const {
  for (; w != kNoWord; w = head(w)) {
    if (w == ancestor) return true;
  }
  return false;
}

std::pair<WordIndex, WordIndex> Tree::extent(WordIndex w) const {
  std::pair<WordIndex, WordIndex> range{w, w};
  for (const WordIndex c : children(w)) {
    const auto inner = extent(c);
    range.first = std::min(range.first, inner.first);
    range.second = std::max(range.second, inner.second);
  }
  return range;
}

Span Tree::span(WordIndex w) const {
  auto [first, last] = extent(w);
  while (first < last && node(first).upos == Upos::kPunct) ++first;
  while (last > first && node(last).upos == Upos::kPunct) --last;
  return {word(first).span.begin, word(last).span.end};
}

}  // namespace depesche
