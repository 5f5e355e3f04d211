// Collecting faults with their places, and the helpers that make their messages kind.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/compile/compile.h"

namespace depesche::kb {

/// Where something was written: the file as shown to the user, line and column from 1.
struct Place {
  const std::string* file = nullptr;
  uint32_t line = 0;
  uint32_t column = 0;
};

class Faults {
 public:
  void error(const Place& place, std::string message) { add(place, std::move(message), false); }
  void warning(const Place& place, std::string message) { add(place, std::move(message), true); }
  [[nodiscard]] size_t errors() const { return errors_; }
  /// Hands the faults over, sorted by file, line, column; repeated ones once.
  [[nodiscard]] std::vector<Fault> take();

 private:
  void add(const Place& place, std::string message, bool warning);
  std::vector<Fault> faults_;
  size_t errors_ = 0;
};

/// " (did you mean 'x'?)" for the candidate nearest by edit distance, "" when none is near.
std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates);

/// Offset of the first byte that is no valid UTF-8.
std::optional<size_t> first_invalid_utf8(std::string_view text);

/// Splits at every `separator`; "" gives one empty part.
std::vector<std::string_view> split(std::string_view text, char separator);
std::string_view trimmed(std::string_view text);

}  // namespace depesche::kb
