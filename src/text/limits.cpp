#include "text/limits.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace depesche::text {

Status check_sentences(std::string_view text, std::string_view where, size_t max_characters) {
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find_first_of(".!?\n\r", begin), text.size());
    if (end - begin > max_characters) {
      const size_t length = utf8::count(text.substr(begin, end - begin));
      if (length > max_characters) {
        return Error{ErrorCode::kTooLarge, std::string(where),
                     "a sentence of " + std::to_string(length) + " characters begins at character " +
                         std::to_string(utf8::count(text.substr(0, begin))) + "; at most " +
                         std::to_string(max_characters) + " are read",
                     "break the text into sentences"};
      }
    }
    begin = end + 1;
  }
  return Done{};
}

}  // namespace depesche::text
