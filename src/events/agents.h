// CODEBOOK rule 3: the agent of an agentless passive or event noun, where the report names it for the same event
// elsewhere.
#pragma once

#include <optional>
#include <vector>

#include "events/frame_matcher.h"

namespace depesche::events {

/// Fills the actors of matches that lack them, from the nearest match of the same type in the same sentence, the two
/// before, or the one after, whose sides do not contradict. Only material events (quad 2 and 4) have such agents.
void supply_agents(std::vector<std::optional<Match>>& matches, const Fillers& fillers);

}  // namespace depesche::events
