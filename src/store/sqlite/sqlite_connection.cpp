#include "store/sqlite/sqlite_connection.h"

#include <sqlite3.h>

#include <filesystem>

namespace depesche::store {
namespace {

constexpr int kBusyMilliseconds = 5000;

Error error_of(sqlite3* database, int code, const std::string& path) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::kDatabaseLocked, path, "another program is writing to the database",
              "wait for it to end, then repeat"};
    case SQLITE_FULL:
    case SQLITE_IOERR:
      return {ErrorCode::kWriteFailed, path, "the disk is full or cannot be written",
              "free some space, then repeat; nothing stored so far is lost"};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return {ErrorCode::kBadDatabase, path, "this is no database of Depesche, or it is damaged",
              "name another file with --db"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      return {ErrorCode::kFileUnreadable, path, "the database cannot be opened for writing",
              "check the path and its permissions"};
    default: return {ErrorCode::kInternal, path, std::string("SQLite: ") + sqlite3_errmsg(database), "report this"};
  }
}

class SqliteStatement final : public Statement {
 public:
  SqliteStatement(sqlite3* database, const std::string& path, std::string_view sql) : database_(database), path_(path) {
    check(sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement_,
                             nullptr));
  }
  ~SqliteStatement() override { sqlite3_finalize(statement_); }
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;

  Statement& bind(int parameter, std::string_view text) override {
    // An empty view may have no address, which SQLite would take for NULL.
    const char* bytes = text.empty() ? "" : text.data();
    check(sqlite3_bind_text64(statement_, parameter, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
  }
  Statement& bind(int parameter, int64_t value) override {
    check(sqlite3_bind_int64(statement_, parameter, value));
    return *this;
  }
  Statement& bind(int parameter, std::optional<double> value) override {
    check(value ? sqlite3_bind_double(statement_, parameter, *value) : sqlite3_bind_null(statement_, parameter));
    return *this;
  }
  Statement& bind_blob(int parameter, std::string_view bytes) override {
    check(
        sqlite3_bind_blob64(statement_, parameter, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_TRANSIENT));
    return *this;
  }

  bool step() override {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    reset_after(code);
    return false;
  }
  void run() override {
    while (step()) {
    }
  }
  void reset() override { sqlite3_reset(statement_); }

  [[nodiscard]] int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
  [[nodiscard]] std::optional<double> real(int column) const override {
    if (is_null(column)) return std::nullopt;
    return sqlite3_column_double(statement_, column);
  }
  [[nodiscard]] std::string_view text(int column) const override {
    const void* bytes = sqlite3_column_blob(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    return bytes == nullptr ? std::string_view()
                            : std::string_view(static_cast<const char*>(bytes), static_cast<size_t>(size));
  }
  [[nodiscard]] bool is_null(int column) const override {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }

 private:
  void check(int code) const {
    if (code != SQLITE_OK) throw DatabaseFault(error_of(database_, code, path_));
  }
  void reset_after(int code) {
    const Error error = code == SQLITE_DONE ? Error{} : error_of(database_, code, path_);
    sqlite3_reset(statement_);
    if (code != SQLITE_DONE) throw DatabaseFault(error);
  }

  sqlite3* database_;
  const std::string& path_;
  sqlite3_stmt* statement_ = nullptr;
};

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(const std::string& path, int flags) : path_(path) {
    const int code = sqlite3_open_v2(path.c_str(), &database_, flags | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK) {
      const Error error = error_of(database_, code, path_);
      sqlite3_close_v2(database_);
      throw DatabaseFault(error);
    }
    sqlite3_busy_timeout(database_, kBusyMilliseconds);
  }
  ~SqliteConnection() override { sqlite3_close_v2(database_); }
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  void execute(const std::string& sql) override {
    const int code = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw DatabaseFault(error_of(database_, code, path_));
  }
  std::unique_ptr<Statement> prepare(std::string_view sql) override {
    return std::make_unique<SqliteStatement>(database_, path_, sql);
  }
  [[nodiscard]] int64_t last_id() const override { return sqlite3_last_insert_rowid(database_); }

 private:
  std::string path_;
  sqlite3* database_ = nullptr;
};

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& path, OpenMode mode) {
  if (mode != OpenMode::kCreate && !std::filesystem::exists(path)) {
    throw DatabaseFault({ErrorCode::kFileNotFound, path, "there is no such database",
                         "make one with: depesche ingest --db " + path + " REPORTS"});
  }
  const int flags = mode == OpenMode::kReadOnly    ? SQLITE_OPEN_READONLY
                    : mode == OpenMode::kReadWrite ? SQLITE_OPEN_READWRITE
                                                   : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  auto connection = std::make_unique<SqliteConnection>(path, flags);
  connection->execute("PRAGMA foreign_keys=ON");
  connection->execute("PRAGMA cache_size=-65536");
  return connection;
}

}  // namespace depesche::store
