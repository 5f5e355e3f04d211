// Compounds of the words that may be predicates or fillers, by the splitter of src/morphology.
#include "base/utf8.h"
#include "clauses/workspace.h"

namespace depesche::clauses {
namespace {

/// Names are split only in front of a word that the tables know ("Hisbollahchef"): surnames look like compounds.
std::vector<std::string> parts_of_name(const morphology::Splitter& splitter, std::string_view name) {
  std::vector<std::string> parts = splitter.parts(name);
  if (!parts.empty() && splitter.stem(parts.back()) == nullptr) parts.clear();
  return parts;
}

}  // namespace

void split_compounds(Workspace& work) {
  if (!work.german) return;
  const morphology::Splitter& splitter = work.lexicon.splitter();
  for (WordIndex w = 0; w < work.tree.size(); ++w) {
    const Upos upos = work.node(w).upos;
    std::vector<std::string>& parts = work.layer.compound_parts[w];
    if (upos == Upos::kPropn) parts = parts_of_name(splitter, work.tree.form(w));
    if (upos != Upos::kNoun) continue;
    parts = splitter.parts(work.lemma(w));
    // Lemmas of rare words are often wrong; the form may split where the lemma does not.
    if (parts.empty()) parts = splitter.parts(work.tree.form(w));
  }
}

}  // namespace depesche::clauses
