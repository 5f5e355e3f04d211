// The knowledge image of this build.
#pragma once

#include "knowledge/knowledge.h"

namespace depesche::test {

inline Result<Knowledge> built_knowledge() {
  return Knowledge::open(DEPESCHE_BUILD_DIR "/share/depesche/knowledge.dkb");
}

}  // namespace depesche::test
