#pragma once

namespace depesche {

/// Set by the build from the project version.
inline constexpr const char* kVersion = DEPESCHE_VERSION;

}  // namespace depesche
