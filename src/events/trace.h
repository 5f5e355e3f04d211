// What the event stage tried and why it kept or dropped it: the material of `depesche explain`.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace depesche::events {

struct Trial {
  PredicateIndex predicate = kNoPredicate;
  std::string frame;
  std::string origin;  ///< "frames/aid.yaml:31"
  bool taken = false;
  std::string reason;  ///< first test that failed, or what it became
};

/// Filled only when asked for; a null pointer costs nothing.
struct Trace {
  std::vector<Trial> trials;
  void add(PredicateIndex p, const std::string& frame, const std::string& origin, bool taken, std::string reason) {
    trials.push_back({p, frame, origin, taken, std::move(reason)});
  }
};

}  // namespace depesche::events
