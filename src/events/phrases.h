// Whom a phrase names where its head is no actor itself: bodies and tools ("the Greek and Turkish sides"), owners
// ("Obama's decision"), authors ("issued a statement condemning"), targets ("action against Iran").
// Works on the tree, so that it holds for nouns that are no predicates. Pure functions; safe to share between threads.
#pragma once

#include <vector>

#include "events/fillers.h"

namespace depesche::events {

/// Those for whom a body or tool of no name acts: "the APEC forum", "Turkish warships". Empty for other heads.
[[nodiscard]] std::vector<ActorIndex> bodies_actors(const Fillers& fillers, WordIndex head);
/// Whose act, plan, law or thing the phrase is: possessives, adjectives and, if asked for, genitives.
[[nodiscard]] std::vector<ActorIndex> owners(const Fillers& fillers, WordIndex head, bool with_genitive);
/// Who issued the text that is the object of a verb: "signed an order banning ...". Empty for other heads.
[[nodiscard]] std::vector<ActorIndex> authors(const Fillers& fillers, WordIndex head);
/// At whom the act that the phrase names is directed: "a suspension of air links with Serbia".
[[nodiscard]] std::vector<ActorIndex> targets(const Fillers& fillers, WordIndex head);

}  // namespace depesche::events
