// One commitment over all reports that tell of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/facts.h"
#include "ledger/life_cycle.h"
#include "ledger/matching.h"

namespace depesche::ledger {

/// Same kind, holders, addressees, polarity and templates: the same commitment (CODEBOOK.md section 5). Where no part
/// has a template, the words of the parts tell commitments apart.
[[nodiscard]] std::string merge_key(const CommitmentFact& commitment, const Ontology& ontology);

enum class Part : uint8_t { kAction, kCondition, kConsequence };
[[nodiscard]] std::string_view name(Part part);
[[nodiscard]] std::optional<Part> part_of(std::string_view name);

/// What the key decides: commitments of one key have equal terms, whichever report told of them first.
struct Terms {
  std::string kind;
  std::string polarity;
  std::optional<Template> action;
  std::optional<Template> condition;
  std::optional<Template> consequence;
  bool conditional = false;  ///< names a condition, readable or not
};
[[nodiscard]] Terms terms_of(const CommitmentFact& commitment, const Ontology& ontology);

/// What an act that fits that part does to the commitment; nothing where it does nothing (a policy that is followed).
[[nodiscard]] std::optional<Input> effect_of(const Terms& terms, Part part);

/// The part's template where an act that fits it has an effect.
[[nodiscard]] const Template* effective_template(const Terms& terms, Part part);

}  // namespace depesche::ledger
