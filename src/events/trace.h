// What the event stage tried and why it kept or dropped it: the material of `depesche explain`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace depesche::events {

/// How far a reading came; later is further.
enum class TrialEnd : uint8_t {
  kFrameTest,     ///< a condition of its unit failed
  kContent,       ///< what it embeds gives no event
  kLessSpecific,  ///< it fits, another reading of the same word fits better
  kDropped,       ///< the best reading of its word, which a rule of the codebook made no event
  kCoded,
};

/// One reading of a predicate: a unit of a frame.
struct Trial {
  PredicateIndex predicate = kNoPredicate;
  std::string frame;
  std::string origin;  ///< "frames/aid.yaml:31"
  TrialEnd end = TrialEnd::kFrameTest;
  std::string event;              ///< the type that it is, or would be; "" while a reduction has not decided
  std::string reason;             ///< first test that failed, or what it became
  std::vector<ActorIndex> actor;  ///< from kLessSpecific on
  std::vector<ActorIndex> recipient;
};

/// What was decided about a coded event beside its frame.
struct Ruling {
  PredicateIndex predicate = kNoPredicate;
  std::string_view status;  ///< the rule that gave the status
  bool supplied = false;    ///< the actor is told elsewhere in the report (CODEBOOK rule 3)
};

/// Filled only when asked for; a null pointer costs nothing.
struct Trace {
  std::vector<Trial> trials;
  std::vector<Ruling> rulings;
};

}  // namespace depesche::events
