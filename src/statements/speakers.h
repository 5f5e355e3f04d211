// Who says it and to whom.
#pragma once

#include "statements/draft.h"

namespace depesche::statements {

/// Actors of the cue's subject (verb, adjective) or of its owner (noun). Sets draft.resolved.
void set_speaker(const Workspace& work, PredicateIndex cue, Draft& draft);
/// Actors in the dative or object of the cue, or behind its addressee preposition.
void set_addressee(const Workspace& work, PredicateIndex cue, Draft& draft);
/// Date and place of the cue's own clause (CODEBOOK section 4).
void set_circumstances(const Workspace& work, PredicateIndex cue, Draft& draft);

}  // namespace depesche::statements
