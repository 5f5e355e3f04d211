// Direct speech: quotations that say something, each joined to its cue.
#pragma once

#include "statements/draft.h"

namespace depesche::statements {

/// Appends a draft for each quotation with clause content. Quotations of one sentence with the same cue are one
/// statement ("…“, sagte X, „…"); a quotation without a cue of its own goes on with the speaker before it.
void find_direct(Workspace& work);

/// Cue in `sentence` outside quotations nearest to the span; kNoPredicate when there is none.
[[nodiscard]] PredicateIndex nearest_cue(const Workspace& work, uint32_t sentence, Span quote);

}  // namespace depesche::statements
