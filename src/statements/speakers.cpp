#include "statements/speakers.h"

namespace depesche::statements {
namespace {

bool owns(const Workspace& work, const Argument& a) {
  return a.function == Function::kSubject || a.function == Function::kGenitive || a.function == Function::kPossessive ||
         a.function == Function::kAdjective || a.function == Function::kCompound ||
         work.lexicon.links_owner(work.document.language(), a.preposition);
}

/// "the congressional report said", "die Erklärung der Regierung nannte": a text that says something speaks for its
/// owner.
bool owner_of_text(const Workspace& work, WordIndex noun, std::vector<ActorIndex>& out) {
  const Language language = work.document.language();
  if (work.tree.node(noun).upos != Upos::kNoun ||
      work.lexicon.cue(language, PredicateKind::kNoun, work.tree.lemma(noun)) == nullptr)
    return false;
  const ActorIndex own = work.document.actors().actor_at_head(noun);
  if (own != kNoActor && work.document.actors().actors[own].coded()) return false;
  const size_t before = out.size();
  for (const WordIndex c : work.tree.children(noun)) {
    const Deprel d = work.tree.node(c).deprel;
    if (d == Deprel::kAmod || d == Deprel::kCompound) add_unique(out, work.document.actors().actor_at_word(c));
    if (d != Deprel::kNmod) continue;
    const WordIndex preposition = work.tree.child(c, Deprel::kCase);
    if (preposition == kNoWord || work.lexicon.links_owner(language, work.tree.lemma(preposition)))
      add_actors_named(work.document, work.tree, c, out);
  }
  std::erase_if(out, [&](ActorIndex a) { return a == own; });
  return out.size() > before;
}

bool names_actor(const Workspace& work, const Predicate& cue, const Argument& a, std::vector<ActorIndex>& out) {
  if (a.head == kNoWord) return false;
  if (a.head == cue.head) {
    const size_t before = out.size();
    add_unique(out, work.document.actors().actor_at_word(a.head));
    return out.size() > before;
  }
  if (owner_of_text(work, a.head, out)) return true;
  return add_actors_named(work.document, work.tree, a.head, out);
}

}  // namespace

namespace {

/// Does the argument name who speaks? The table may say so for verbs without a speaking subject ("heißt es aus …").
bool speaks(const Workspace& work, const SpeechCue* entry, const Predicate& cue, const Argument& a) {
  if (cue.kind == PredicateKind::kNoun) return owns(work, a);
  if (entry == nullptr || entry->speakers.empty()) return a.function == Function::kSubject;
  for (const std::string& who : entry->speakers) {
    if (a.function == Function::kSubject && who == "subject") return true;
    if (a.function == Function::kObject && who == "object") return true;
    if (a.function == Function::kOblique && who == a.preposition) return true;
  }
  return false;
}

}  // namespace

void set_speaker(const Workspace& work, PredicateIndex index, Draft& draft) {
  const Predicate& cue = work.clauses.predicates[index];
  const SpeechCue* entry = work.cue(index);
  for (const Argument& a : cue.arguments) {
    if (!speaks(work, entry, cue, a)) continue;
    draft.resolved = true;
    names_actor(work, cue, a, draft.statement.speaker);
  }
}

void set_addressee(const Workspace& work, PredicateIndex index, Draft& draft) {
  const Predicate& cue = work.clauses.predicates[index];
  const SpeechCue* entry = work.cue(index);
  for (const Argument& a : cue.arguments) {
    const bool target = a.function == Function::kIndirect ||
                        (a.function == Function::kObject && a.clause == kNoPredicate) ||
                        (a.function == Function::kOblique && entry != nullptr && !entry->addressee.empty() &&
                         a.preposition == entry->addressee);
    if (!target) continue;
    std::vector<ActorIndex> named;
    if (!names_actor(work, cue, a, named)) continue;
    for (const ActorIndex actor : named) {
      bool speaks = false;
      for (const ActorIndex s : draft.statement.speaker) speaks |= s == actor;
      if (!speaks) add_unique(draft.statement.addressee, actor);
    }
  }
}

void set_circumstances(const Workspace& work, PredicateIndex index, Draft& draft) {
  const Predicate& cue = work.clauses.predicates[index];
  const auto& layer = work.document.timeplace();
  const auto hangs_on_cue = [&](WordIndex w) {
    for (int step = 0; step < 3 && w != kNoWord; ++step, w = work.tree.head(w)) {
      if (w == cue.head) return true;
    }
    return false;
  };
  for (const TimeExpression& t : layer.times) {
    if (!t.from || draft.statement.date) continue;
    for (WordIndex w = t.first; w != kNoWord && w < t.last; ++w) {
      if (!hangs_on_cue(w)) continue;
      draft.statement.date = EventDate{t.from, t.to, t.span};
      break;
    }
  }
  for (size_t i = 0; i < layer.places.size(); ++i) {
    const Place& p = layer.places[i];
    if (draft.statement.place != kNoPlace || p.head == kNoWord || work.tree.head(p.head) != cue.head) continue;
    const Deprel d = work.tree.node(p.head).deprel;
    if (d == Deprel::kObl || d == Deprel::kNmod) draft.statement.place = i;
  }
}

}  // namespace depesche::statements
