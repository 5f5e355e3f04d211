// german-pos-dict -> the lexicon of the program.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"

namespace depesche::morphology {

/// `dictionary` is the file german.dict of the package. Left out: tags without use, and comparatives and superlatives
/// of participles ("vorgeflunkertesten"), which are a third of the package and of no text. Errors: kBadModel,
/// kTooLarge.
[[nodiscard]] Result<std::vector<std::byte>> compile_lexicon(std::span<const std::byte> dictionary,
                                                             const std::string& name);

}  // namespace depesche::morphology
