// The event stage: frames matched on predicates, roles filled, reductions, status, date, place, contexts, and
// one event for what a report tells more than once (CODEBOOK section 3).
#pragma once

#include "document/document.h"
#include "events/frame_lexicon.h"
#include "events/trace.h"

namespace depesche::events {

/// Needs all layers up to statements. Pure; safe to call from many threads with one lexicon.
[[nodiscard]] EventLayer find_events(const Document& document, const FrameLexicon& lexicon, Trace* trace = nullptr);

}  // namespace depesche::events
