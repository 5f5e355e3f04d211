#include "timeplace/find_times_and_places.h"

#include "timeplace/place_finder.h"
#include "timeplace/time_scanner.h"

namespace depesche {

TimePlaceLayer find_times_and_places(const Document& document, const TimePlaceLexicon& lexicon) {
  TimePlaceLayer layer;
  layer.times = timeplace::TimeScanner(document, lexicon.times).run();
  layer.places = timeplace::find_places(document, lexicon.places, layer.times);
  return layer;
}

}  // namespace depesche
