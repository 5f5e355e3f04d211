// The clauses stage: syntax trees to predicates that look alike in German and English (DESIGN.md
// section 4). Pure function of the document's text and syntax layers and the lexicon.
#pragma once

#include <string>

#include "clauses/lexicon.h"
#include "document/document.h"

namespace depesche::clauses {

/// Predicates of the whole document, in text order of their head words; offsets are bytes. Linear in
/// the number of words for trees of bounded depth; thread-safe for different documents.
[[nodiscard]] ClauseLayer find_clauses(const Document& document, const ClauseLexicon& lexicon);

/// One line a predicate:
///   "warnen [verb main past]: subject=Putin object=Südkorea vor->clause(liefern)"
/// Flags that are off and kinds of arguments that are missing are left out. `shared` arguments carry "~".
[[nodiscard]] std::string print(const ClauseLayer& layer, const Document& document);
/// One predicate, without line end.
[[nodiscard]] std::string print(const ClauseLayer& layer, PredicateIndex predicate, const Document& document);

}  // namespace depesche::clauses

namespace depesche {
using clauses::ClauseLexicon;
using clauses::find_clauses;
}  // namespace depesche
