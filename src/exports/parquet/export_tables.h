// The whole store as typed tables: events and their sides, statements, commitments as they stand, alerts, actors,
// reports.
#pragma once

#include <string>
#include <vector>

#include "exports/parquet/library.h"
#include "ledger/party.h"
#include "store/queries.h"

namespace depesche::exports {

/// What each file holds, in the order of docs/formats.md.
[[nodiscard]] std::vector<Table> parquet_tables();

struct TableCount {
  std::string table;
  int64_t rows = 0;
};

/// The filter holds for events and their sides as a whole; days, language and report for statements too, days for
/// alerts; commitments stand as at the end of `until`; reports and actors are all of that language and report. Errors:
/// those of the store, kWriteFailed.
[[nodiscard]] Result<std::vector<TableCount>> export_tables(store::Store& store, const store::Filter& filter,
                                                            const ledger::Ontology& ontology,
                                                            const ParquetLibrary& library, const std::string& folder);

}  // namespace depesche::exports
