// A commitment as the store keeps it, one JSON object, and back.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "ledger/facts.h"

namespace depesche::ledger {

[[nodiscard]] std::string to_json(const CommitmentFact& commitment);
/// Errors: kBadJson.
[[nodiscard]] Result<CommitmentFact> commitment_from_json(std::string_view json);

}  // namespace depesche::ledger
