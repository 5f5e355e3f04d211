// Why an event was coded: clause, frame, tree edges, actor rows with their dates, status rule.
#pragma once

#include <string>
#include <vector>

#include "document/tree.h"
#include "pipeline/coder.h"

namespace depesche::app {

/// Where an actor's row stands and what of it held on the report's day: "actors/persons.tsv:12; president of RUS,
/// 2012-05-07 to today, actors/terms.tsv:33", or the rule that typed the actor.
[[nodiscard]] std::string actor_row(const Actor& actor, const std::optional<Date>& day, const Knowledge& knowledge);

/// The way through the tree between two words: "liefern ↑xcomp will ↓nsubj Deutschland".
[[nodiscard]] std::string tree_path(const Tree& tree, WordIndex from, WordIndex to);

/// "Wladimir Putin (RUS GOV), Ukraine (UKR)"; "?" for nobody.
[[nodiscard]] std::string names_of(const std::vector<ActorIndex>& actors, const Document& document);

/// The lines that prove an event, without indentation.
[[nodiscard]] std::vector<std::string> reasons_of(const Event& event, const Document& document,
                                                  const events::Trace& trace, const Coder& coder);

}  // namespace depesche::app
