// The tables of the store and how older ones become newer ones.
#pragma once

#include "store/connection.h"

namespace depesche::store {

/// "DEPE" in the file's header: what makes an SQLite file ours.
inline constexpr int64_t kApplicationId = 0x44455045;

/// The version that this program writes.
[[nodiscard]] int64_t newest_version();

/// Brings an empty or older database to newest_version(), a transaction a step. Throws DatabaseFault kBadDatabase for a
/// file of another program or of a newer version.
void migrate(Connection& connection, const std::string& path);
/// Throws the same unless the database is ours and of newest_version().
void check_version(Connection& connection, const std::string& path);

}  // namespace depesche::store
