// Sides of an event that its own phrase tells only in part: the other party of a meeting, and what an event noun does
// to its genitive. CODEBOOK rule 5.
#pragma once

#include <optional>
#include <vector>

#include "events/frame_matcher.h"

namespace depesche::events {

/// One actor, or two of one state or organisation: they are one side of an event.
[[nodiscard]] bool same_side(const std::vector<Actor>& actors, ActorIndex a, ActorIndex b);

/// Completes the actors and recipients of matches; roles must be filled, agents supplied.
void complete_sides(std::vector<std::optional<Match>>& matches, const Fillers& fillers);

}  // namespace depesche::events
