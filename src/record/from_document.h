// Document -> CodedReport: copies what the layers hold, gives every entry its id ("a1", "s1", "e1", "c1").
#pragma once

#include "document/document.h"
#include "record/coded_report.h"

namespace depesche {

/// Precondition: all layers are published. Actors that nobody mentions in an event, statement or
/// commitment and that have no code are left out; ids count what is kept.
[[nodiscard]] CodedReport record_of(const Document& document, CoderStamp stamp);

}  // namespace depesche
