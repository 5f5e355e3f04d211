// The tags of german-pos-dict ("SUB:NOM:PLU:MAS", "VER:3:SIN:PRÄ:NON") as kinds and cells.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "morphology/lexicon.h"

namespace depesche::morphology {

struct TagMeaning {
  Kind kind = Kind::kNoun;
  uint32_t cells = 0;
};

/// Nothing for tags that the program has no use for.
[[nodiscard]] std::optional<TagMeaning> meaning_of(std::string_view tag);

}  // namespace depesche::morphology
