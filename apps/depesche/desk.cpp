#include "desk.h"

#include <cstdlib>

namespace depesche::app {

void add_db_option(CLI::App& command, std::string& path) {
  command.add_option("--db", path, "The database (default: $DEPESCHE_DB)")->type_name("FILE")->envname("DEPESCHE_DB");
}

std::unique_ptr<store::Store> open_store(const std::string& path, store::OpenMode mode) {
  if (path.empty()) {
    complain("no database named (give --db FILE, or set DEPESCHE_DB)");
    return nullptr;
  }
  auto store = store::Store::open(path, mode);
  if (!store) {
    complain(store.error().line());
    return nullptr;
  }
  return std::move(store).value();
}

std::optional<Knowledge> knowledge_or_line(const CoderOptions& options) {
  auto knowledge = open_knowledge(options);
  if (!knowledge) {
    complain(knowledge.error().line());
    return std::nullopt;
  }
  return std::move(knowledge).value();
}

}  // namespace depesche::app
