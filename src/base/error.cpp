#include "base/error.h"

namespace depesche {

const char* name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kFileNotFound: return "file-not-found";
    case ErrorCode::kFileUnreadable: return "file-unreadable";
    case ErrorCode::kFileEmpty: return "file-empty";
    case ErrorCode::kFileBinary: return "file-binary";
    case ErrorCode::kBadEncoding: return "bad-encoding";
    case ErrorCode::kBadJson: return "bad-json";
    case ErrorCode::kMissingField: return "missing-field";
    case ErrorCode::kBadField: return "bad-field";
    case ErrorCode::kUnsupportedLanguage: return "unsupported-language";
    case ErrorCode::kTooLarge: return "too-large";
    case ErrorCode::kBadCompression: return "bad-compression";
    case ErrorCode::kBadModel: return "bad-model";
    case ErrorCode::kBadKnowledge: return "bad-knowledge";
    case ErrorCode::kBadConllu: return "bad-conllu";
    case ErrorCode::kBadFeed: return "bad-feed";
    case ErrorCode::kNoAnswer: return "no-answer";
    case ErrorCode::kBadDatabase: return "bad-database";
    case ErrorCode::kDatabaseLocked: return "database-locked";
    case ErrorCode::kBadUsage: return "bad-usage";
    case ErrorCode::kWriteFailed: return "write-failed";
    case ErrorCode::kInternal: return "internal";
  }
  return "internal";
}

std::string Error::line() const {
  std::string text = where.empty() ? what : where + ": " + what;
  if (!cure.empty()) text += " (" + cure + ")";
  return text + " [" + name(code) + "]";
}

}  // namespace depesche
