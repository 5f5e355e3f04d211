// The knowledge compiler over a small, sound knowledge with one file replaced; the first byte picks the file. Every
// fault has a message, and the image can be opened, whatever was left out of it.
#include "fuzz/fuzz.h"
#include "knowledge/knowledge.h"
#include "knowledge/small_knowledge.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace depesche;
  constexpr const char* kFiles[] = {"frames/aid.yaml",   "words/mixed.tsv",    "words/mixed.yaml",
                                    "actors/states.tsv", "actors/persons.tsv", "tables.yaml"};
  if (size == 0) return 0;
  std::vector<kb::SourceDirectory> stack;
  stack.push_back(kb::small_with(kFiles[data[0] % std::size(kFiles)], std::string(fuzz::view(data + 1, size - 1))));
  const kb::CompileResult result = kb::compile_sources(std::move(stack));
  for (const kb::Fault& fault : result.faults) {
    fuzz::require(!fault.message.empty() && !fault.file.empty(), "faults say what and where");
    fuzz::require(fault.text().find('\n') == std::string::npos, "faults are one line");
  }
  fuzz::require(Knowledge::from_bytes(result.image).ok(), "the image opens");
  return 0;
}
