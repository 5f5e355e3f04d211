// CODEBOOK rules 12 and 13: whether an event happened, is planned, possible, conditional or negated, and
// whether it is history. Read from the predicate's own grammar first, then from what embeds it.
#pragma once

#include "events/fillers.h"
#include "events/frame_matcher.h"

namespace depesche::events {

struct StatusInput {
  PredicateIndex predicate = kNoPredicate;
  const Match* match = nullptr;
  bool verbal = false;  ///< quad 1 or 3: happened once uttered
};

struct StatusRuling {
  EventStatus status = EventStatus::kHappened;
  std::string_view rule;  ///< what decided, in words, static
};

/// `matches` holds the match of every predicate (nothing where there is none), for embedding frames.
[[nodiscard]] StatusRuling status_of(const StatusInput& input, const Fillers& fillers,
                                     const std::vector<std::optional<Match>>& matches);

/// "possible" -> kPossible ...; nothing for other names.
[[nodiscard]] std::optional<EventStatus> event_status(std::string_view name);

}  // namespace depesche::events
