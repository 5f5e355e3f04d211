// Which matches become events: rule 2 of the codebook (what is no new event) and the reductions of rule 9.
#pragma once

#include <optional>
#include <vector>

#include "events/frame_matcher.h"

namespace depesche::events {

/// For each predicate: why its match is dropped, "" when it stays. Parallel to ClauseLayer::predicates.
[[nodiscard]] std::vector<std::string> dropped(const std::vector<std::optional<Match>>& matches,
                                               const Fillers& fillers);

}  // namespace depesche::events
