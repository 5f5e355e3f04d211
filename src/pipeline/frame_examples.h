// Every frame carries sentences that must and must not match; here they are run through the whole chain.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/coder.h"

namespace depesche {

struct ExampleResult {
  std::string frame;
  std::string origin;  ///< "frames/aid.yaml:41"
  std::string sentence;
  std::string expected;  ///< as written, normalised
  std::string got;       ///< in the same form
  [[nodiscard]] bool passed() const { return expected == got; }
};

/// Runs all examples as reports of 2024-06-21, in the order of the knowledge files. Events are written as
/// "AID DEU > UKR", "AID[negated] DEU > UKR", several joined by "; " and sorted; "none" for no event of the frame's
/// types.
[[nodiscard]] std::vector<ExampleResult> run_frame_examples(const std::shared_ptr<const Coder>& coder);

}  // namespace depesche
