// The stretch of text that proves an event: the predicate's clause without the clauses inside it.
#pragma once

#include "events/fillers.h"

namespace depesche::events {

[[nodiscard]] std::vector<Span> evidence_of(PredicateIndex p, const Fillers& fillers);

}  // namespace depesche::events
