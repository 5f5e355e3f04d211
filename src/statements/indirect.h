// Indirect and mixed speech: clauses that a cue embeds, and phrases of which a piece is quoted.
#pragma once

#include "statements/draft.h"

namespace depesche::statements {

void find_indirect(Workspace& work);

}  // namespace depesche::statements
