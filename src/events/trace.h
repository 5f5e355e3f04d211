// What the event stage tried and why it kept or dropped it: the material of `depesche explain`.
#pragma once

#include <string>
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

struct Trial {
  PredicateIndex predicate = kNoPredicate;
  std::string frame;
  std::string origin;  ///< "frames/aid.yaml:31"
  TrialEnd end = TrialEnd::kFrameTest;
  std::string reason;  ///< first test that failed, or what it became
};

/// Filled only when asked for; a null pointer costs nothing.
struct Trace {
  std::vector<Trial> trials;
  void add(PredicateIndex p, const std::string& frame, const std::string& origin, TrialEnd end, std::string reason) {
    trials.push_back({p, frame, origin, end, std::move(reason)});
  }
};

}  // namespace depesche::events
