// Reads dictionaries that morfologik tools compile (format CFSA2: Daciuk and Weiss 2012, "Smaller representation of
// finite state automata"): every string of the automaton is "form<separator>edit<separator>tag".
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace depesche::morphology {

/// Hands every string of the automaton to `take`, in the order of its arcs; the view lives for that call only. Errors:
/// kBadModel when the bytes are no CFSA2 automaton, or one that leads outside of itself.
[[nodiscard]] Status each_string(std::span<const std::byte> automaton, const std::string& name,
                                 const std::function<void(std::string_view)>& take);

/// Splits "form_edit_tag" with the suffix encoding: the edit's first letter says how many bytes to take off the end of
/// the form ('A' none, 'B' one), the rest is added. False where the string is not of that shape.
struct Entry {
  std::string_view form;
  size_t cut = 0;
  std::string_view add;
  std::string_view tag;
};
[[nodiscard]] bool read_entry(std::string_view text, char separator, Entry& out);

}  // namespace depesche::morphology
