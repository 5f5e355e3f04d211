#include "store/conditions.h"

namespace depesche::store {

std::string Conditions::value(std::string_view text) {
  values_.emplace_back(text);
  return "?" + std::to_string(values_.size());
}

void Conditions::equal(const std::string& column, std::string_view text) {
  if (!text.empty()) add(column + "=" + value(text));
}

void Conditions::one_of(const std::string& column, const std::vector<std::string>& list) {
  if (list.empty()) return;
  std::string options;
  for (const std::string& one : list) options += (options.empty() ? "" : ", ") + value(one);
  add(column + " IN (" + options + ")");
}

void Conditions::days(const std::string& column, const Filter& filter) {
  if (!filter.since.empty()) add(column + ">=" + value(filter.since));
  if (!filter.until.empty()) add(column + "<=" + value(filter.until) + " AND " + column + "<>''");
}

void Conditions::side(const std::string& key, const std::string& table, const std::string& owner,
                      std::optional<Role> role, const std::optional<PartyFilter>& party) {
  if (!party) return;
  std::string sql = key + " IN (SELECT " + owner + " FROM " + table + " WHERE ";
  std::string rest;
  const auto also = [&](const std::string& column, const std::string& text) {
    if (!text.empty()) rest += (rest.empty() ? "" : " AND ") + column + "=" + value(text);
  };
  also("code", party->code);
  also("sector", party->sector);
  also("name", party->name);
  if (rest.empty()) rest = "1";
  if (role) rest += " AND role=" + std::to_string(static_cast<int>(*role));
  add(sql + rest + ")");
}

void Conditions::report(const Filter& filter) {
  equal("r.language", filter.language);
  if (!filter.report.empty()) {
    const std::string name = value(filter.report);
    add("(r.name=" + name + " OR r.hash=" + name + ")");
  }
}

void Conditions::bind(Statement& statement) const {
  for (size_t i = 0; i < values_.size(); ++i) statement.bind(static_cast<int>(i + 1), std::string_view(values_[i]));
}

std::string page_of(const Filter& filter) {
  if (filter.limit <= 0 && filter.offset <= 0) return {};
  return " LIMIT " + std::to_string(filter.limit > 0 ? filter.limit : -1) + " OFFSET " + std::to_string(filter.offset);
}

}  // namespace depesche::store
