// What this stage knows: the words of time expressions and the names of places.
#pragma once

#include "knowledge/knowledge.h"
#include "timeplace/place_lexicon.h"
#include "timeplace/time_words.h"

namespace depesche {

/// Built once at start-up, immutable, safe to share between threads.
class TimePlaceLexicon {
 public:
  explicit TimePlaceLexicon(const Knowledge& knowledge) : times(knowledge), places(knowledge) {}

  const timeplace::TimeWords times;
  const timeplace::PlaceLexicon places;
};

}  // namespace depesche
