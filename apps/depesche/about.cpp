// depesche --version: the program, and the fingerprints that its output carries, so that two outputs can be compared.
#include <fmt/format.h>

#include "command.h"
#include "pipeline/version.h"

namespace depesche::app {

std::string version_text() {
  const auto coder = open_coder({});
  if (!coder) return fmt::format("depesche {}\n{}", kVersion, coder.error().line());
  const CoderStamp german = (*coder)->stamp(Language::kGerman);
  const CoderStamp english = (*coder)->stamp(Language::kEnglish);
  return fmt::format("depesche {}\nknowledge {}\nmodel de  {}\nmodel en  {}", kVersion, german.knowledge, german.model,
                     english.model);
}

}  // namespace depesche::app
