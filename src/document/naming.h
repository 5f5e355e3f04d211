// Who a phrase names and what hangs on a predicate: shared by the stages that read predicates.
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

/// The first predicate of p's sentence; those of a sentence stand together, in text order.
[[nodiscard]] PredicateIndex sentence_begin(const ClauseLayer& layer, PredicateIndex p);

/// The verb of "Sanktionen verhängen" for its noun, the noun's own index for any other predicate: where clauses hang.
[[nodiscard]] PredicateIndex light_verb_of(const ClauseLayer& layer, PredicateIndex noun);

/// Does a clause with this relation say on which condition, or until when, what it hangs on holds?
[[nodiscard]] bool conditional(ClauseRelation relation);
/// The conditional clause of a predicate, or else of the light verb that carries it; kNoPredicate for none.
[[nodiscard]] PredicateIndex condition_of(const ClauseLayer& layer, PredicateIndex p);

}  // namespace depesche
