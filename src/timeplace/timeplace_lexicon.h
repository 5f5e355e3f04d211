// What this stage knows: the words of time expressions and the names of places.
#pragma once

#include "knowledge/knowledge.h"
#include "timeplace/place_lexicon.h"
#include "timeplace/time_words.h"

namespace depesche {

/// Built once at start-up, immutable, safe to share between threads.
class TimePlaceLexicon {
 public:
  /// `cities`: the table of that name of the gazetteer's image, which must outlive the lexicon; empty without it.
  explicit TimePlaceLexicon(const Knowledge& knowledge, Table cities = {})
      : times(knowledge), places(knowledge, cities) {}

  const timeplace::TimeWords times;
  const timeplace::PlaceLexicon places;
};

}  // namespace depesche
