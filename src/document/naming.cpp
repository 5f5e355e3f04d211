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

PredicateIndex light_verb_of(const ClauseLayer& layer, PredicateIndex noun) {
  const Predicate& own = layer.predicates[noun];
  if (own.kind != PredicateKind::kNoun || own.light_verb.empty()) return noun;
  for (PredicateIndex p = 0; p < layer.predicates.size(); ++p) {
    const Predicate& verb = layer.predicates[p];
    if (verb.sentence != own.sentence || verb.kind != PredicateKind::kVerb || verb.light_verb != own.light_verb)
      continue;
    for (const Argument& a : verb.arguments) {
      if (a.head == own.head) return p;
    }
  }
  return noun;
}

}  // namespace depesche
