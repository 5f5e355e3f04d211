// The German lexicon of this build; null where it had no dictionary to compile.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "morphology/lexicon.h"

namespace depesche::test {

inline std::unique_ptr<morphology::Lexicon> german_words() {
  const std::string path = DEPESCHE_BUILD_DIR "/share/depesche/german.dlx";
  if (!std::filesystem::exists(path)) return nullptr;
  auto opened = morphology::Lexicon::open(path);
  return opened ? std::make_unique<morphology::Lexicon>(std::move(opened).value()) : nullptr;
}

}  // namespace depesche::test
