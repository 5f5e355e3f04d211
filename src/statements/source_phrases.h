// Source phrases: "nach Angaben der Polizei", "laut X", "X zufolge", "nach eigenen Angaben", "demnach", "according to".
#pragma once

#include "statements/draft.h"

namespace depesche::statements {

void find_source_phrases(Workspace& work);

}  // namespace depesche::statements
