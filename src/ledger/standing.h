// The ledger as of a date: commitments of the store with the state that their history gives them.
#pragma once

#include <vector>

#include "ledger/fold.h"
#include "ledger/what_if.h"
#include "store/queries.h"

namespace depesche::ledger {

struct LedgerItem {
  StandingEntry entry;
  Standing standing;
  std::vector<store::HistoryLine> lines;  ///< what Standing's steps and alerts point into
};

/// Entries that the filter admits (holder = actor, toward = recipient, kinds = types) and that some report had told of
/// by `as_of` ("" = ever), in order of id. Errors: those of the store.
[[nodiscard]] Result<std::vector<LedgerItem>> ledger_as_of(store::Store& store, const Ontology& ontology,
                                                           const store::Filter& filter, const std::string& as_of);

}  // namespace depesche::ledger
