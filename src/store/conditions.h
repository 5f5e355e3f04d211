// Builds the WHERE of a query and remembers what to bind.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/queries.h"

namespace depesche::store {

class Conditions {
 public:
  /// A placeholder for the text, to stand in SQL.
  std::string value(std::string_view text);
  void add(const std::string& sql) { sql_ += (sql_.empty() ? " WHERE " : " AND ") + sql; }
  /// column = text, unless the text is empty.
  void equal(const std::string& column, std::string_view text);
  /// column is one of the list, unless the list is empty.
  void one_of(const std::string& column, const std::vector<std::string>& list);
  /// Days between since and until, each of which may be open. Rows without a day only when both are.
  void days(const std::string& column, const Filter& filter);
  /// `key` is the owner in a table of sides whose role is `role` (or any).
  void side(const std::string& key, const std::string& table, const std::string& owner, std::optional<Role> role,
            const std::optional<PartyFilter>& party);
  void report(const Filter& filter);  ///< language, name or hash of the report `r`

  [[nodiscard]] const std::string& sql() const { return sql_; }
  void bind(Statement& statement) const;

 private:
  std::string sql_;
  std::vector<std::string> values_;
};

/// " LIMIT n OFFSET m", or "".
[[nodiscard]] std::string page_of(const Filter& filter);

}  // namespace depesche::store
