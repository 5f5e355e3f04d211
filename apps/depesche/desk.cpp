#include "desk.h"

#include "ontology.h"

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

std::optional<Desk> open_desk(const QueryOptions& options, const std::vector<std::string>& types, int& exit) {
  exit = kCannotGoOn;
  auto store = open_store(options.db, store::OpenMode::kReadOnly);
  auto knowledge = store ? knowledge_or_line(options.coder) : std::nullopt;
  if (!knowledge) return std::nullopt;
  auto filter =
      read_filter(options.filter, party_reader(*knowledge), types.empty() ? read_vocabulary(*knowledge).events : types);
  if (!filter) {
    exit = fail(filter.error());
    return std::nullopt;
  }
  exit = kDone;
  return Desk{std::move(store), *std::move(knowledge), std::move(filter).value()};
}

}  // namespace depesche::app
