// Files that people hand over although they are no reports as they stand: told by name, with the way out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace depesche::io {

/// The error for a PDF, office file, table, archive or XML that is no feed, known by the end of the name or the first
/// bytes; nothing for all others. `name` without .gz and .zst.
[[nodiscard]] std::optional<Error> foreign_format(std::string_view name, std::string_view head,
                                                  const std::string& where);

}  // namespace depesche::io
