// The filters that all commands over a database share.
#pragma once

#include <string>
#include <vector>

#include "command.h"
#include "ledger/what_if.h"
#include "store/queries.h"

namespace depesche::app {

struct FilterOptions {
  std::string actor;
  std::string recipient;
  std::string party;
  std::vector<std::string> types;
  std::vector<std::string> status;
  std::string context;
  std::string mode;
  std::string place;
  std::string since;
  std::string until;
  std::string language;
  std::string report;
  std::string words;
  std::string dedupe = "raw";
  int64_t limit = 0;
};

/// What the two sides and the types are called in that command ("--speaker" for actors of statements).
struct FilterNames {
  std::string actor = "--actor";
  std::string recipient = "--recipient";
  std::string types = "--type";
};

void add_side_filters(CLI::App& command, FilterOptions& options, const FilterNames& names);
void add_day_filters(CLI::App& command, FilterOptions& options);
void add_event_filters(CLI::App& command, FilterOptions& options);

/// Reads codes ("RUS", "RUS:GOV") and names, checks days. Errors: kBadUsage naming the option.
/// `types` are those that the command knows (case does not matter).
[[nodiscard]] Result<store::Filter> read_filter(const FilterOptions& options, const ledger::PartyReader& party,
                                                const std::vector<std::string>& types);

/// --as-of: a day, "" where none is given. Errors: kBadUsage.
[[nodiscard]] Result<std::string> read_as_of(const std::string& text);

/// A day, or a month or year of which the first (or last) day is meant; nothing for other texts.
[[nodiscard]] std::optional<std::string> read_day(const std::string& text, bool last);

}  // namespace depesche::app
