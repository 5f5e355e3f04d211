#include "clauses/clauses.h"

#include "clauses/workspace.h"

namespace depesche::clauses {

ClauseLayer find_clauses(const Document& document, const ClauseLexicon& lexicon) {
  Workspace work(document, lexicon);
  split_compounds(work);
  make_predicates(work);
  join_particles(work);
  mend_lemmas(work);
  read_verb_complexes(work);
  find_relations(work);
  collect_arguments(work);
  lift_infinitives(work);
  repair_roles(work);
  resolve_relatives(work);
  lend_noun_phrases(work);
  share_arguments(work);
  read_modality(work);
  spread_modality(work);
  find_light_verbs(work);  // the noun takes over what has been spread to its verb
  return std::move(work.layer);
}

}  // namespace depesche::clauses
