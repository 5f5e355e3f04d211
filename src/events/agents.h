// CODEBOOK rule 3: the agent of an agentless passive or event noun, where the report names it for the same event
// elsewhere.
#pragma once

#include <optional>
#include <vector>

#include "events/frame_matcher.h"

namespace depesche::events {

/// Fills the actors of matches that lack them. The agent is that of the nearest match of the same type in the report
/// whose sides do not contradict, one with the same recipient before others; where one of two fighting sides suffers,
/// the other acts; else that of another act of force in the same sentence or the one before; what is lifted or given
/// back is so by those who banned or took; last, police, courts, soldiers or rebels whom the same or the two sentences
/// before name. Only deeds (quad 2 and 4), easing and meetings have such agents: words belong to those who speak them.
/// Linear in lacking times named matches.
void supply_agents(std::vector<std::optional<Match>>& matches, const Fillers& fillers);

}  // namespace depesche::events
