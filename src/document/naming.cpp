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

PredicateIndex sentence_begin(const ClauseLayer& layer, PredicateIndex p) {
  while (p > 0 && layer.predicates[p - 1].sentence == layer.predicates[p].sentence) --p;
  return p;
}

PredicateIndex light_verb_of(const ClauseLayer& layer, PredicateIndex noun) {
  const Predicate& own = layer.predicates[noun];
  if (own.kind != PredicateKind::kNoun || own.light_verb.empty()) return noun;
  for (PredicateIndex p = sentence_begin(layer, noun);
       p < layer.predicates.size() && layer.predicates[p].sentence == own.sentence; ++p) {
    const Predicate& verb = layer.predicates[p];
    if (verb.kind != PredicateKind::kVerb || verb.light_verb != own.light_verb) continue;
    for (const Argument& a : verb.arguments) {
      if (a.head == own.head) return p;
    }
  }
  return noun;
}

bool conditional(ClauseRelation relation) {
  return relation == ClauseRelation::kCondition || relation == ClauseRelation::kUntil;
}

PredicateIndex condition_of(const ClauseLayer& layer, PredicateIndex p) {
  const uint32_t sentence = layer.predicates[p].sentence;
  for (PredicateIndex i = sentence_begin(layer, p);
       i < layer.predicates.size() && layer.predicates[i].sentence == sentence; ++i) {
    if (layer.predicates[i].parent == p && conditional(layer.predicates[i].relation)) return i;
  }
  const PredicateIndex verb = light_verb_of(layer, p);  // "Sanktionen verhängen": the condition hangs on the verb
  return verb == p ? kNoPredicate : condition_of(layer, verb);
}

}  // namespace depesche
