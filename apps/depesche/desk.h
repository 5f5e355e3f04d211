// What the commands over a database share: where it is, and how it is opened.
#pragma once

#include <memory>
#include <string>

#include "command.h"
#include "ledger/party.h"
#include "store/store.h"

namespace depesche::app {

/// --db, or $DEPESCHE_DB.
void add_db_option(CLI::App& command, std::string& path);

/// Opens the database named, or says on stderr why not.
[[nodiscard]] std::unique_ptr<store::Store> open_store(const std::string& path, store::OpenMode mode);

/// Knowledge alone, for commands that code nothing. Says on stderr why not.
[[nodiscard]] std::optional<Knowledge> knowledge_or_line(const CoderOptions& options);

}  // namespace depesche::app
