// The statement stage: source, cue and content of every act of saying (CODEBOOK section 4; after PARC, Pareti 2016).
#pragma once

#include "document/document.h"
#include "statements/speech_lexicon.h"

namespace depesche::statements {

/// Needs the layers up to clauses. Pure; safe to call from many threads with one lexicon.
[[nodiscard]] StatementLayer find_statements(const Document& document, const SpeechLexicon& lexicon);

}  // namespace depesche::statements
