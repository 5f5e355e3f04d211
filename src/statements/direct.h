// Direct speech: quotations that say something, each joined to its cue.
#pragma once

#include "statements/draft.h"

namespace depesche::statements {

/// Appends a draft for each quotation with clause content and a cue in its sentence, or in the one before that ends
/// in a colon. Quotations of one sentence with the same cue are one statement ("…“, sagte X, „…").
void find_direct(Workspace& work);

/// Quotations that no cue and no content took: "X: „…“"; those right behind another quotation go on with it; others
/// have the last speaker. Call after the other parts.
void find_direct_without_cue(Workspace& work);

/// Cue in `sentence` outside quotations nearest to the span; kNoPredicate when there is none.
[[nodiscard]] PredicateIndex nearest_cue(const Workspace& work, uint32_t sentence, Span quote);

}  // namespace depesche::statements
