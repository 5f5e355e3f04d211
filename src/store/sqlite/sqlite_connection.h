// Connection over SQLite (WAL, foreign keys).
#pragma once

#include <memory>
#include <string>

#include "store/connection.h"

namespace depesche::store {

enum class OpenMode { kReadOnly, kReadWrite, kCreate };

/// Opens the file. Waits up to five seconds for another writer. Throws DatabaseFault: kFileNotFound, kFileUnreadable,
/// kBadDatabase (no SQLite database).
[[nodiscard]] std::unique_ptr<Connection> open_sqlite(const std::string& path, OpenMode mode);

}  // namespace depesche::store
