// What if: assume acts, follow the commitments that they trigger, break or meet, and what those lead to in turn.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "ledger/entry.h"
#include "ledger/fold.h"

namespace depesche::ledger {

/// A commitment as it stands on the day of the question.
struct StandingEntry {
  int64_t id = 0;
  CommitmentFact fact;  ///< as first told: words and names for people
  Terms terms;
  State state = State::kUnknown;
  std::string evidence;  ///< the sentence that proves it
  std::string report;    ///< id of the report it stands in
};

/// One consequence of an assumed act.
struct Link {
  size_t depth = 1;  ///< 1: follows from what the user assumed
  size_t cause = 0;  ///< index into Chain::acts
  size_t entry = 0;  ///< index into the entries given
  AlertKind effect = AlertKind::kRedLine;
  int leads_to = -1;  ///< index into Chain::acts of the consequence, -1 if none can be read
  bool loop = false;  ///< the consequence has been assumed before: the chain closes here
};

struct Chain {
  std::vector<EventFact> acts;  ///< the assumed ones first, then the consequences
  std::vector<Link> links;      ///< breadth first
  bool cut = false;             ///< the depth limit ended it
};

struct WhatIfOptions {
  size_t max_depth = 5;
};

/// Entries whose life cycle does not allow the effect (withdrawn, met) stay silent. Each entry has each effect once.
/// Pure; O(acts * entries of the act's type).
[[nodiscard]] Chain what_if(const std::vector<EventFact>& assumed, const std::vector<StandingEntry>& entries,
                            const Ontology& ontology, const WhatIfOptions& options);

/// Turns a name into a party ("Seoul", "Südkorea"); nothing for an unknown one.
using PartyReader = std::function<std::optional<Party>(std::string_view)>;

/// What an assumption may be made of.
struct Vocabulary {
  std::vector<std::string> events;
  std::vector<std::string> contexts;
  std::vector<std::string> modes;
  std::vector<std::string> sectors;
  std::vector<std::string> parties;  ///< for suggestions
};

/// "KOR AID UKR military" -> an act: actors, type, then recipients, contexts and modes. Parties are codes or names,
/// divided by blanks, commas or plus signs; a sector follows its code ("KOR:GOV"). Errors: kBadUsage, naming the word
/// and the nearest known one.
[[nodiscard]] Result<EventFact> read_assumption(std::string_view text, const Vocabulary& vocabulary,
                                                const PartyReader& party);

}  // namespace depesche::ledger
