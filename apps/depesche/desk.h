// What the commands over a database share: where it is, and how it is opened.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "command.h"
#include "filters.h"
#include "store/store.h"

namespace depesche::app {

/// --db, or $DEPESCHE_DB.
void add_db_option(CLI::App& command, std::string& path);

/// Opens the database named, or says on stderr why not.
[[nodiscard]] std::unique_ptr<store::Store> open_store(const std::string& path, store::OpenMode mode);

/// Knowledge alone, for commands that code nothing. Says on stderr why not.
[[nodiscard]] std::optional<Knowledge> knowledge_or_line(const CoderOptions& options);

/// What every query has.
struct QueryOptions {
  CoderOptions coder;
  std::string db;
  std::string format;
  FilterOptions filter;
};

/// A database to read from, and what is asked of it.
struct Desk {
  std::unique_ptr<store::Store> store;
  Knowledge knowledge;
  store::Filter filter;
};

/// `types`: see read_filter(); empty for those of events. Nothing where it cannot be opened or read: `exit` is set, and
/// stderr says why.
[[nodiscard]] std::optional<Desk> open_desk(const QueryOptions& options, const std::vector<std::string>& types,
                                            int& exit);

}  // namespace depesche::app
