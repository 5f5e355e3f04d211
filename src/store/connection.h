// A thin cover over one connection to a relational database, so that the store's SQL is written once. Inside src/store
// faults of the database travel as DatabaseFault; no public function of the store lets one out.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/error.h"

namespace depesche::store {

/// Thrown inside src/store only; carries the line for the user.
struct DatabaseFault : std::runtime_error {
  explicit DatabaseFault(Error fault) : std::runtime_error(fault.what), error(std::move(fault)) {}
  Error error;
};

/// A prepared statement. Parameters are numbered from 1, columns from 0. Bound texts are copied.
class Statement {
 public:
  virtual ~Statement() = default;
  virtual Statement& bind(int parameter, std::string_view text) = 0;
  virtual Statement& bind(int parameter, int64_t value) = 0;
  virtual Statement& bind(int parameter, std::optional<double> value) = 0;
  virtual Statement& bind_blob(int parameter, std::string_view bytes) = 0;
  /// To the next row; false after the last. The statement is ready for the next use then.
  virtual bool step() = 0;
  /// Runs a statement that yields no rows, and makes it ready again.
  virtual void run() = 0;
  /// Ready for the next use, with the parameters bound before.
  virtual void reset() = 0;
  [[nodiscard]] virtual int64_t integer(int column) const = 0;
  [[nodiscard]] virtual std::optional<double> real(int column) const = 0;
  /// Valid until the next step(). NULL is "".
  [[nodiscard]] virtual std::string_view text(int column) const = 0;
  [[nodiscard]] virtual bool is_null(int column) const = 0;
};

/// Not thread-safe: one thread at a time.
class Connection {
 public:
  virtual ~Connection() = default;
  virtual void execute(const std::string& sql) = 0;
  [[nodiscard]] virtual std::unique_ptr<Statement> prepare(std::string_view sql) = 0;
  [[nodiscard]] virtual int64_t last_id() const = 0;  ///< of the row inserted last
};

}  // namespace depesche::store
