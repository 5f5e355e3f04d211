// Who spoke last at each place of the report: the source that subjunctive runs and "demnach" point to.
#pragma once

#include <vector>

#include "statements/draft.h"

namespace depesche::statements {

class SourceTrail {
 public:
  struct Source {
    uint32_t begin = 0;  ///< text offset of cue or content
    uint32_t sentence = 0;
    std::vector<ActorIndex> speaker;  ///< may be empty: somebody unknown spoke
    bool content = false;             ///< a statement, not only a cue ("gab einen Kommentar ab")
  };

  /// Statements found so far, and cues outside quotations that have a known speaker but no content.
  explicit SourceTrail(const Workspace& work);

  /// Nearest source that begins before `at`, at most `sentences` back; nullptr when nobody spoke.
  [[nodiscard]] const Source* before(uint32_t at, uint32_t sentence, uint32_t sentences) const;
  void add(Source source);

 private:
  std::vector<Source> sources_;  ///< in text order
};

}  // namespace depesche::statements
