// When and where an event took place, whether it is history, and in which contexts it stands.
#pragma once

#include <optional>
#include <vector>

#include "events/fillers.h"

namespace depesche::events {

/// The time expression of the predicate's own clause (not of a clause inside it); the nearest one wins.
[[nodiscard]] const TimeExpression* time_of(const Predicate& predicate, const Document& document, const Tree& tree);

/// Index of the place named by a locative phrase of the clause, or kNoPlace.
[[nodiscard]] size_t place_of(const Predicate& predicate, const Fillers& fillers);

/// CODEBOOK rule 13: more than 30 days before publication, or told as background.
[[nodiscard]] bool is_historical(const Predicate& predicate, const TimeExpression* time, const Document& document);

/// Contexts of the frame, then those that words of the phrase bring, at most three, no doubles.
[[nodiscard]] std::vector<std::string> contexts_of(const Predicate& predicate, const std::vector<std::string>& fixed,
                                                   const Fillers& fillers);

}  // namespace depesche::events
