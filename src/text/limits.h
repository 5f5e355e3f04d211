// What is no report in any language: a guard for the stages behind.
#pragma once

#include <string_view>

#include "base/result.h"

namespace depesche::text {

/// More code points without the end of a sentence or line than any report has (the longest sentences of news have some
/// hundreds).
inline constexpr size_t kMaxSentence = 20'000;

/// kTooLarge when `text` (valid UTF-8) has a stretch of more than `max_characters` code points without `.`, `!`, `?` or
/// a line break. `where` names the report. Linear, thread-safe.
[[nodiscard]] Status check_sentences(std::string_view text, std::string_view where,
                                     size_t max_characters = kMaxSentence);

}  // namespace depesche::text
