// Writes the events of a store in the format of another data set.
#pragma once

#include "exports/format.h"
#include "exports/output.h"

namespace depesche::exports {

struct Exported {
  int64_t events = 0;  ///< of the store that were written
  int64_t rows = 0;
  int64_t unreadable = 0;  ///< left out: their day is no date
};

/// The events that the filter admits and the format has room for: with a day where it must have one. Rows come in
/// order of day. Errors: those of the store; what the output could not write it says in finish().
[[nodiscard]] Result<Exported> export_events(store::Store& store, const store::Filter& filter, const Codes& codes,
                                             const Format& format, Output& output);

/// The filter with what the format demands of events.
[[nodiscard]] store::Filter admitted(store::Filter filter, const Format& format);

}  // namespace depesche::exports
