// Every place that a report names.
#pragma once

#include <vector>

#include "document/document.h"
#include "timeplace/place_lexicon.h"

namespace depesche::timeplace {

/// Longest names of the lexicon first; then what the entity tagger took for a place and the lexicon does not know
/// (name, and what the gazetteer has for it in a country of the report). No place: persons' names ("Paris Hilton"),
/// parts of longer organisation names ("Bank of China"), the left part of a compound ("Ukraine-Krieg"), words of
/// `times`. In text order. Needs text and syntax. Linear, thread-safe.
[[nodiscard]] std::vector<Place> find_places(const Document& document, const PlaceLexicon& lexicon,
                                             const std::vector<TimeExpression>& times);

}  // namespace depesche::timeplace
