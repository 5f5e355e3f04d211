// How far a misspelt word is from a known one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace depesche {

/// Fewest bytes to insert, drop or replace that turn a into b (Levenshtein); limit + 1 when more than `limit` are
/// needed, which is found out early. O(|a| |b|).
[[nodiscard]] size_t edit_distance(std::string_view a, std::string_view b, size_t limit = SIZE_MAX / 2);

}  // namespace depesche
