// Layer 4: time expressions as TIMEX3 and places (CODEBOOK section 6).
#pragma once

#include "document/document.h"
#include "timeplace/timeplace_lexicon.h"

namespace depesche {

/// Needs the text and syntax layers. Relative expressions are resolved against the date of publication; without one
/// they stay without a day. Linear in the document, thread-safe, never fails.
[[nodiscard]] TimePlaceLayer find_times_and_places(const Document& document, const TimePlaceLexicon& lexicon);

}  // namespace depesche
