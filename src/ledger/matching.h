// Does an event fit the template of a commitment? (DESIGN.md section 7, "Match".)
#pragma once

#include "ledger/facts.h"

namespace depesche::ledger {

/// Sides that a template leaves open are filled from the commitment: its action and consequence are its holder's (of a
/// demand or norm: of the one it is addressed to), and a consequence is done to the one it is addressed to.
struct Pattern {
  Template wanted;
  bool usable = false;  ///< names at least one side; a bare type would fit the acts of the whole world
};
[[nodiscard]] Pattern action_pattern(const CommitmentFact& commitment);
[[nodiscard]] Pattern condition_pattern(const CommitmentFact& commitment);
[[nodiscard]] Pattern consequence_pattern(const CommitmentFact& commitment);

/// Same type; one of the event's actors is, or is part of, one of the template's, where it names any; likewise touched
/// recipients (in a reciprocal event: among its actors); a common context where the template names some. Status and day
/// are the caller's business. O(sides).
[[nodiscard]] bool fits(const Template& wanted, const EventFact& event, const Ontology& ontology);

}  // namespace depesche::ledger
