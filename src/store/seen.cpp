// What watchers have seen, and what is new to them.
#include "store/store.h"

namespace depesche::store {

Result<std::unordered_map<std::string, std::string>> Store::seen(const std::string& source) {
  return guarded([&] {
    std::unordered_map<std::string, std::string> items;
    Statement& query = prepared("SELECT item, stamp FROM seen WHERE source=?1").bind(1, source);
    while (query.step()) items.emplace(query.text(0), query.text(1));
    return items;
  });
}

Status Store::set_seen(const std::string& source, const std::string& item, const std::string& stamp) {
  return guarded([&]() -> Done {
    prepared("INSERT OR REPLACE INTO seen(source, item, stamp) VALUES (?1, ?2, ?3)")
        .bind(1, source)
        .bind(2, item)
        .bind(3, stamp)
        .run();
    return {};
  });
}

Status Store::forget_seen(const std::string& source, const std::string& item) {
  return guarded([&]() -> Done {
    prepared("DELETE FROM seen WHERE source=?1 AND item=?2").bind(1, source).bind(2, item).run();
    return {};
  });
}

Result<int64_t> Store::last_alert() {
  return guarded([&] {
    Statement& query = prepared("SELECT seq FROM sqlite_sequence WHERE name='alert'");
    const int64_t number = query.step() ? query.integer(0) : 0;
    query.reset();
    return number;
  });
}

Result<int64_t> Store::foreign_changes() {
  return guarded([&] {
    Statement& query = prepared("PRAGMA data_version");
    const int64_t version = query.step() ? query.integer(0) : 0;
    query.reset();
    return version;
  });
}

}  // namespace depesche::store
