// CoNLL-U: what is read once is written so that it reads the same again; the parser's features stand any form, for
// these files are not decoded before.
#include <sstream>

#include "fuzz/fuzz.h"
#include "syntax/conllu.h"
#include "syntax/features.h"
#include "syntax/lemma.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace depesche;
  std::istringstream in(std::string(fuzz::view(data, size)));
  const auto sentences = syntax::read_conllu(in, "fuzz");
  if (!sentences) return 0;
  static const auto rule = syntax::read_rule("c|ge|1+x|2+en");
  for (const auto& sentence : *sentences) {
    for (const syntax::ConlluWord& word : sentence.words) {
      static_cast<void>(syntax::features_of(word.form));
      static_cast<void>(syntax::vector_row({}, word.form, 4));
      static_cast<void>(syntax::apply(*rule, word.form));
    }
  }
  std::ostringstream once;
  syntax::write_conllu(once, *sentences);
  std::istringstream again(once.str());
  const auto reread = syntax::read_conllu(again, "fuzz");
  fuzz::require(reread.ok() && reread->size() == sentences->size(), "what is written can be read");
  std::ostringstream twice;
  syntax::write_conllu(twice, *reread);
  fuzz::require(once.str() == twice.str(), "what is written does not change");
  return 0;
}
