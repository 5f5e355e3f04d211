// Who stands on a side of an event or holds a commitment, as the ledger compares them over reports and languages.
#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "record/coded_report.h"

namespace depesche::ledger {

/// What the ledger must know of the ontology (knowledge/ontology); filled once by the program. Immutable afterwards.
struct Ontology {
  std::set<std::string, std::less<>> state_organs;  ///< sectors whose acts are the state's own: GOV, MIL, ...
  std::set<std::string, std::less<>> no_state;      ///< codes of no one state: IGO, UNO, ...
  /// Names in lower case -> the one that stands for them in both languages ("vereinte nationen" -> "united nations").
  std::map<std::string, std::string, std::less<>> names;
};

/// An actor without the report it came from.
struct Party {
  std::string code;    ///< ISO 3166-1 alpha-3, a code of no one state, or ""
  std::string sector;  ///< "" is the state (or organisation) as such
  std::string name;
  friend auto operator<=>(const Party&, const Party&) = default;
};

/// As written in tables and graphs: "KOR", "KOR GOV", "IGO (NATO)"; the name where there is no code.
[[nodiscard]] std::string shown(const Party& party, const Ontology& ontology);

/// The same for all names of one party: a state and its organs give the code; others keep their sector; parties of no
/// one state, and parties without a code, are told apart by their names (folded to lower case).
[[nodiscard]] std::string identity(const Party& party, const Ontology& ontology);

/// Does `part` act for `whole` (KOR contains KOR GOV; KOR GOV contains only itself)? The name counts only where the
/// code does not tell parties apart.
[[nodiscard]] bool contains(const Party& whole, const Party& part, const Ontology& ontology);
/// Does what is done to `part` touch `whole`? As contains(), but a state is touched in any of its people.
[[nodiscard]] bool touches(const Party& whole, const Party& part, const Ontology& ontology);

/// What identity() tells apart, as a party: a state's organs become the state. What merges is matched alike.
[[nodiscard]] Party canonical(const Party& party, const Ontology& ontology);

/// Sorted, each identity once.
[[nodiscard]] std::vector<std::string> identities(const std::vector<Party>& parties, const Ontology& ontology);

/// The actors of those ids; ids that the report does not hold are left out.
[[nodiscard]] std::vector<Party> parties_of(const CodedReport& report, const std::vector<std::string>& ids);

}  // namespace depesche::ledger
