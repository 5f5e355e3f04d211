// The one error convention of Depesche: functions that can fail for reasons outside the program
// return Result<T>; an Error is one clear line that says what, where and what to do. Exceptions are
// not thrown across module borders (libraries that throw are caught where they are called).
#pragma once

#include <string>

namespace depesche {

/// Stable names: users search for them, tests compare them.
enum class ErrorCode {
  kFileNotFound,
  kFileUnreadable,
  kFileEmpty,
  kFileBinary,
  kBadEncoding,
  kBadJson,
  kMissingField,
  kBadField,
  kUnsupportedLanguage,
  kTooLarge,
  kBadCompression,
  kBadModel,
  kBadKnowledge,
  kBadConllu,
  kBadFeed,
  kNoAnswer,
  kBadDatabase,
  kDatabaseLocked,
  kBadUsage,
  kWriteFailed,
  kInternal,
};

/// "bad-json", "too-large", ...
[[nodiscard]] const char* name(ErrorCode code);

/// What went wrong, where (file, file:line, report id) and the cure in the imperative.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string where;
  std::string what;
  std::string cure;

  /// One line: "<where>: <what> (<cure>) [<code>]"; empty parts are left out.
  [[nodiscard]] std::string line() const;
};

}  // namespace depesche
