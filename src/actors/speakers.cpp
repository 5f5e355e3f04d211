// Who a possessive belongs to before the pronouns are resolved: the subject around it; for "our" whoever speaks.
#include "actors/roles.h"

namespace depesche::actors {
namespace {

constexpr int kHighest = 12;  ///< steps up the tree

bool is_saying(const Workspace& work, WordIndex verb) {
  return work.node(verb).upos == Upos::kVerb && work.lexicon.is_speech_word(work.language, work.lemma(verb));
}

/// "Our country", he said: the subject of the verb of saying in the sentence, above or beside the clause.
ActorIndex speaker_of(const Workspace& work, WordIndex pronoun) {
  const Sentence& sentence = work.sentence_of(pronoun);
  for (WordIndex w = sentence.first; w < sentence.last; ++w) {
    if (!is_saying(work, w)) continue;
    const WordIndex subject = work.tree.child(w, Deprel::kNsubj);
    if (subject == kNoWord || work.tree.below(pronoun, subject)) continue;
    // The speaker is known by a name; titles further on are read later.
    for (const WordIndex c : work.tree.children(subject)) {
      const uint32_t h = work.hit_of_word[c];
      if (work.actor_at(subject) == kNoActor && h != UINT32_MAX)
        return work.actor_at(c) != kNoActor ? work.actor_at(c) : kNoActor;
    }
    if (const ActorIndex actor = work.actor_at(subject); actor != kNoActor) return actor;
  }
  return kNoActor;
}

/// Does the possessive agree with its owner at `owner`? German: sein- and ihr- tell the owner's gender.
bool may_own(const Workspace& work, WordIndex owner, WordIndex pronoun) {
  const Actor& a = work.actors[work.actor_at(owner)];
  const Gender gender = work.node(pronoun).feats.gender;
  if (work.german) {
    const Features& f = work.node(owner).feats;
    const bool plural = f.number == Number::kPlur;
    const bool feminine = f.gender == Gender::kFem || work.facts[work.actor_at(owner)].gender == Gender::kFem;
    return work.lower(pronoun).starts_with('s') ? !plural && !feminine : plural || feminine;
  }
  if (gender == Gender::kNeut) return !a.person;
  if (gender == Gender::kMasc || gender == Gender::kFem) return a.person;
  return a.plural || !a.person;
}

}  // namespace

ActorIndex possessor(const Workspace& work, WordIndex pronoun) {
  const Node& n = work.node(pronoun);
  if (n.feats.person == Person::k1) return speaker_of(work, pronoun);
  if (n.feats.person == Person::k2) return kNoActor;
  const WordIndex noun = work.tree.head(pronoun);
  WordIndex at = noun;
  // "Maduro und seine Anhänger"
  if (noun != kNoWord && work.node(noun).deprel == Deprel::kConj && work.tree.head(noun) < pronoun) {
    const WordIndex first = work.tree.head(noun);
    if (work.actor_at(first) != kNoActor && may_own(work, first, pronoun)) return work.actor_at(first);
  }
  for (int step = 0; step < kHighest && at != kNoWord; ++step, at = work.tree.head(at)) {
    const WordIndex subject = work.tree.child(at, Deprel::kNsubj);
    if (subject == kNoWord || subject >= pronoun || work.actor_at(subject) == kNoActor) continue;
    if (may_own(work, subject, pronoun)) return work.actor_at(subject);
  }
  return kNoActor;
}

}  // namespace depesche::actors
