// Runs of Konjunktiv I without a cue of their own: reported speech of the nearest open statement's speaker.
#pragma once

#include "statements/draft.h"

namespace depesche::statements {

/// Call last: needs the statements that have a cue. Without any open source a run is no statement.
void find_reported_runs(Workspace& work);

}  // namespace depesche::statements
