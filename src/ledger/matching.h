// Does an event fit the template of a commitment? (DESIGN.md section 7, "Match".)
#pragma once

#include "ledger/facts.h"

namespace depesche::ledger {

/// The template of a part. Sides that it leaves open are filled from the commitment: its action and consequence are its
/// holder's (of a demand or norm: of the one it is addressed to), and a consequence is done to the one it is addressed
/// to. Nothing for a part without a template, or one that still names no side: a bare type would fit the acts of the
/// whole world.
[[nodiscard]] std::optional<Template> action_pattern(const CommitmentFact& commitment);
[[nodiscard]] std::optional<Template> condition_pattern(const CommitmentFact& commitment);
[[nodiscard]] std::optional<Template> consequence_pattern(const CommitmentFact& commitment);

/// Same type; one of the event's actors is, or is part of, one of the template's, where it names any; likewise touched
/// recipients (in a reciprocal event: among its actors); a common context where the template names some. Status and day
/// are the caller's business. O(sides).
[[nodiscard]] bool fits(const Template& wanted, const EventFact& event, const Ontology& ontology);

}  // namespace depesche::ledger
