// How the keys of the table of names are written; shared by the compiler and those who look names up.
#pragma once

#include <string>
#include <string_view>

#include "base/utf8.h"

namespace depesche {

/// Lower case, plain apostrophe.
[[nodiscard]] inline std::string name_key(std::string_view form) {
  std::string key;
  for (size_t at = 0; at < form.size();) {
    const size_t n = utf8::length(static_cast<unsigned char>(form[at]));
    const std::string_view c = form.substr(at, n);
    key += c == "\xE2\x80\x99" ? std::string_view("'") : c;
    at += n;
  }
  return utf8::lower(key);
}

}  // namespace depesche
