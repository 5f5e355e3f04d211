// Who a phrase names: shared by the stages that ask an argument for its actor.
#pragma once

#include <vector>

#include "document/document.h"
#include "document/tree.h"

namespace depesche {

/// Appends without doubling; kNoActor is ignored.
void add_unique(std::vector<ActorIndex>& list, ActorIndex actor);

/// The actor whose mention is headed by `word`, else those of its appositions and flat parts. Appends; true when
/// something was found.
bool add_actors_named(const Document& document, const Tree& tree, WordIndex word, std::vector<ActorIndex>& out);

/// The verb of "Sanktionen verhängen" for its noun, the noun's own index for any other predicate: where clauses hang.
[[nodiscard]] PredicateIndex light_verb_of(const ClauseLayer& layer, PredicateIndex noun);

}  // namespace depesche
