#include "document/naming.h"

#include <algorithm>

namespace depesche {

void add_unique(std::vector<ActorIndex>& list, ActorIndex actor) {
  if (actor != kNoActor && std::find(list.begin(), list.end(), actor) == list.end()) list.push_back(actor);
}

bool add_actors_named(const Document& document, const Tree& tree, WordIndex word, std::vector<ActorIndex>& out) {
  const size_t before = out.size();
  const ActorLayer& layer = document.actors();
  for (const ActorIndex a : layer.actors_at_head(word)) add_unique(out, a);
  if (out.size() > before) return true;
  for (const WordIndex c : tree.children(word)) {
    const Deprel d = tree.node(c).deprel;
    if (d == Deprel::kAppos || d == Deprel::kFlat) {
      for (const ActorIndex a : layer.actors_at_head(c)) add_unique(out, a);
    }
  }
  return out.size() > before;
}

}  // namespace depesche
