// Layer 6: acts of saying. Published by src/statements. Terms after PARC/PolNeAR: source, cue, content.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/actor_layer.h"
#include "document/clause_layer.h"
#include "document/time_layer.h"

namespace depesche {

using StatementIndex = uint32_t;
inline constexpr StatementIndex kNoStatement = UINT32_MAX;

enum class StatementKind : uint8_t { kDirect, kIndirect, kMixed };

struct Statement {
  StatementKind kind = StatementKind::kIndirect;
  std::vector<ActorIndex> speaker;
  std::vector<ActorIndex> addressee;
  Span cue;
  std::string cue_lemma;
  PredicateIndex cue_predicate = kNoPredicate;  ///< kNoPredicate for source phrases and bare runs
  std::vector<Span> content;
  std::optional<EventDate> date;
  size_t place = kNoPlace;       ///< index in TimePlaceLayer::places
  uint32_t sentence = 0;         ///< of the cue, or of the first content span
  bool subjunctive_run = false;  ///< Konjunktiv I without a cue of its own
};

struct StatementLayer {
  std::vector<Statement> statements;  ///< in text order of content
  /// Innermost statement whose content holds word w, or kNoStatement. Parallel to words.
  std::vector<StatementIndex> statement_of_word;
};

}  // namespace depesche
