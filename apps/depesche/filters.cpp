#include "filters.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/time_layer.h"

namespace depesche::app {
namespace {

Error misuse(const std::string& option, const std::string& what, const std::string& cure) {
  return {ErrorCode::kBadUsage, option, what, cure};
}

/// "RUS", "RUS:GOV" or "RUS GOV", a name of a state or organisation, else the name of a person as the reports have it.
store::PartyFilter read_party(const std::string& text, const ledger::PartyReader& party) {
  if (const auto known = party(text)) {
    const bool state = known->name.empty();
    return {known->code, state ? "" : known->sector, state ? "" : known->name};
  }
  const size_t border = text.find_first_of(": ");
  if (border != std::string::npos) {
    const std::string sector = text.substr(border + 1);
    const bool code =
        sector.size() == 3 && std::all_of(sector.begin(), sector.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (const auto known = party(text.substr(0, border)); known && code) return {known->code, sector, ""};
  }
  return {"", "", text};
}

}  // namespace

void add_side_filters(CLI::App& command, FilterOptions& options, const FilterNames& names) {
  command.add_option(names.actor, options.actor, "Code (RUS, RUS:GOV) or name")->type_name("WHO");
  command.add_option(names.recipient, options.recipient, "Code or name")->type_name("WHO");
  command.add_option("--party", options.party, "On either side")->type_name("WHO");
  command.add_option(names.types, options.types, "One or several, with commas")->delimiter(',')->type_name("TYPE");
  command.add_option("--limit", options.limit, "At most that many rows (0: all)")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);
}

void add_day_filters(CLI::App& command, FilterOptions& options) {
  command.add_option("--since", options.since, "First day; a month or year is its first day")->type_name("YYYY-MM-DD");
  command.add_option("--until", options.until, "Last day; a month or year is its last day")->type_name("YYYY-MM-DD");
}

void add_event_filters(CLI::App& command, FilterOptions& options) {
  command.add_option("--status", options.status, "happened, planned, possible, conditional, negated")
      ->delimiter(',')
      ->type_name("STATUS");
  command.add_option("--context", options.context, "military, economic, ... (knowledge/ontology/contexts.tsv)")
      ->type_name("CONTEXT");
  command.add_option("--mode", options.mode, "knowledge/ontology/modes.tsv")->type_name("MODE");
  command.add_option("--place", options.place, "Code of the state where it happened")->type_name("CODE");
  command.add_option("--language", options.language, "de or en")->type_name("de|en");
  command.add_option("--report", options.report, "Only this report")->type_name("ID");
  command.add_option("--words", options.words, "Words of the report's text (query language of SQLite FTS5)")
      ->type_name("QUERY");
  command
      .add_option("--dedupe", options.dedupe,
                  "raw: every report; exact: no near copies; day: once a day; node: once an act")
      ->check(CLI::IsMember({"raw", "exact", "day", "node"}))
      ->capture_default_str();
}

std::optional<std::string> read_day(const std::string& text, bool last) {
  if (parse_date(text)) return text;
  const bool year = text.size() == 4;
  const bool month = text.size() == 7;
  if ((!year && !month) || !parse_date(text + (year ? "-01-01" : "-01"))) return std::nullopt;
  if (!last) return text + (year ? "-01-01" : "-01");
  if (year) return text + "-12-31";
  for (const char* day : {"-31", "-30", "-29"}) {
    if (parse_date(text + day)) return text + day;
  }
  return text + "-28";
}

Result<std::string> read_as_of(const std::string& text) {
  const auto day = text.empty() ? std::string() : read_day(text, true);
  if (!day) return misuse("--as-of", "'" + text + "' is no date", "write YYYY-MM-DD");
  return *day;
}

Result<store::Filter> read_filter(const FilterOptions& options, const ledger::PartyReader& party,
                                  const std::vector<std::string>& types) {
  store::Filter filter;
  for (const std::string& type : options.types) {
    const auto known = std::find_if(types.begin(), types.end(),
                                    [&](const std::string& one) { return utf8::lower(one) == utf8::lower(type); });
    if (known == types.end()) {
      std::string all;
      for (const std::string& one : types) all += (all.empty() ? "" : ", ") + one;
      return misuse("type", "'" + type + "' is none that is known", "write one of " + all);
    }
    filter.types.push_back(*known);
  }
  if (!options.actor.empty()) filter.actor = read_party(options.actor, party);
  if (!options.recipient.empty()) filter.recipient = read_party(options.recipient, party);
  if (!options.party.empty()) filter.party = read_party(options.party, party);
  const auto since = options.since.empty() ? std::string() : read_day(options.since, false);
  const auto until = options.until.empty() ? std::string() : read_day(options.until, true);
  if (!since) return misuse("--since", "'" + options.since + "' is no date", "write YYYY-MM-DD, YYYY-MM or YYYY");
  if (!until) return misuse("--until", "'" + options.until + "' is no date", "write YYYY-MM-DD, YYYY-MM or YYYY");
  if (!since->empty() && !until->empty() && *since > *until)
    return misuse("--since", "the first day " + *since + " comes after the last day " + *until, "turn them round");
  filter.since = *since;
  filter.until = *until;
  filter.status = options.status;
  filter.context = options.context;
  filter.mode = options.mode;
  filter.place_code = options.place;
  filter.language = options.language;
  filter.report = options.report;
  filter.words = options.words;
  filter.limit = options.limit;
  filter.dedupe = options.dedupe == "exact"  ? store::Dedupe::kExact
                  : options.dedupe == "day"  ? store::Dedupe::kDay
                  : options.dedupe == "node" ? store::Dedupe::kNode
                                             : store::Dedupe::kRaw;
  return filter;
}

}  // namespace depesche::app
