// The commitment stage: what the actors of one report are bound to (CODEBOOK section 5). Kinds and states after
// commitment protocols (Singh 1999; Yolum & Singh 2002); the life cycle over many reports is src/ledger's.
#pragma once

#include "commitments/commitment_rules.h"
#include "document/document.h"

namespace depesche::commitments {

/// Needs all layers up to events. Pure; safe to call from many threads with one set of rules.
[[nodiscard]] CommitmentLayer find_commitments(const Document& document, const CommitmentRules& rules);

}  // namespace depesche::commitments
