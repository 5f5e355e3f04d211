// What the tests of this folder share: the clause layer of hand-made trees, and one predicate as text.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "clauses/lexicon_files.h"
#include "support/conllu_document.h"

namespace depesche::testing {

struct Parsed {
  std::unique_ptr<Document> document;
  ClauseLayer layer;

  /// Index of the first predicate with that lemma, or kNoPredicate.
  [[nodiscard]] PredicateIndex find(std::string_view lemma) const {
    for (PredicateIndex p = 0; p < layer.predicates.size(); ++p) {
      if (layer.predicates[p].lemma == lemma) return p;
    }
    return kNoPredicate;
  }
  /// Its printed form; "<none>" when there is no such predicate.
  [[nodiscard]] std::string line(std::string_view lemma) const {
    const PredicateIndex p = find(lemma);
    return p == kNoPredicate ? "<none>" : clauses::print(layer, p, *document);
  }
  [[nodiscard]] const Predicate& get(std::string_view lemma) const { return layer.predicates.at(find(lemma)); }
};

inline Parsed clauses_of(std::string_view conllu, Language language) {
  Parsed parsed;
  parsed.document = std::make_unique<Document>(document_from_conllu(conllu, language));
  parsed.layer = find_clauses(*parsed.document, repository_lexicon());
  return parsed;
}

}  // namespace depesche::testing
