// Bytes of a file -> UTF-8 text. The text is kept exactly as decoded: every later offset refers to it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace depesche::text {

/// Reads UTF-8 (a byte order mark is dropped), Latin-1 and Windows-1252. The choice between the single-byte sets and
/// anything else is ICU's charset detection, checked by what the high bytes stand for.
/// `where` names the file or report in errors. Errors: kFileEmpty (nothing but white space), kFileBinary (NUL bytes,
/// many control bytes), kBadEncoding (invalid UTF-8, with the byte offset; other charsets, by name).
/// Thread-safe.
[[nodiscard]] Result<std::string> decode(std::string_view bytes, std::string_view where);

/// Offset of the first byte that is not part of valid UTF-8 (RFC 3629), or npos.
[[nodiscard]] size_t first_invalid_utf8(std::string_view bytes, size_t from = 0);

}  // namespace depesche::text
