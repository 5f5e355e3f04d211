// The knowledge image and the models of this build, for tests of the whole chain.
#pragma once

#include "pipeline/coder.h"
#include "support/built_knowledge.h"

namespace depesche::test {

inline Result<std::shared_ptr<const Coder>> built_coder() {
  auto knowledge = built_knowledge();
  if (!knowledge) return knowledge.error();
  return Coder::create(std::move(knowledge).value(), DEPESCHE_SOURCE_DIR "/models",
                       DEPESCHE_BUILD_DIR "/share/depesche/german.dlx",
                       DEPESCHE_BUILD_DIR "/share/depesche/gazetteer.dkb");
}

}  // namespace depesche::test
