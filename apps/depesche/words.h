// Texts of the user as words, and back.
#pragma once

#include <string>
#include <vector>

namespace depesche::app {

/// What stands between white space.
[[nodiscard]] std::vector<std::string> words_of(const std::string& text);
/// Words [from, to) with a blank between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& words, size_t from, size_t to);

}  // namespace depesche::app
