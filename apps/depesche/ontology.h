// What the ledger needs of the knowledge: parties, words of an assumption, names of states and organisations.
#pragma once

#include "knowledge/knowledge.h"
#include "ledger/what_if.h"

namespace depesche::app {

[[nodiscard]] ledger::Ontology read_ontology(const Knowledge& knowledge);
[[nodiscard]] ledger::Vocabulary read_vocabulary(const Knowledge& knowledge);

/// Reads a code ("KOR"), or the name, capital or adjective of a state, or the name of an organisation, in either
/// language and any case. Keeps its own copy of the names.
[[nodiscard]] ledger::PartyReader party_reader(const Knowledge& knowledge);

}  // namespace depesche::app
