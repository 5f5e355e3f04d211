// The actors stage: who the report names, and every place where it does (CODEBOOK.md section 2). Reads the text
// and syntax layers; a pure function, thread-safe for different documents.
#pragma once

#include "actors/lexicon.h"
#include "document/document.h"

namespace depesche::actors {

/// Actors in order of first mention, mentions in text order. Method: names by longest match over the text, titles
/// with the state or organisation in their phrase, holders of offices as of `published`, persons and organisations
/// of the entity tagger, then short forms and pronouns by agreement, recency and subjecthood. Work is linear in the
/// words of the report, times a small window for pronouns.
[[nodiscard]] ActorLayer find_actors(const Document& document, const ActorLexicon& lexicon);

/// One line an actor with its mentions, for tests and `explain`:
///   "Wladimir Putin [RUS GOV president]: Russlands Präsident Wladimir Putin (name) | er (pronoun)"
[[nodiscard]] std::string print(const ActorLayer& layer, const Document& document);

}  // namespace depesche::actors

namespace depesche {
using actors::ActorLexicon;
using actors::find_actors;
}  // namespace depesche
