// Mentions of states, organisations, groups and parties: as names, as adjectives and first parts of compounds, and
// as capitals and seats of government where these act.
#include <algorithm>

#include "actors/workspace.h"

namespace depesche::actors {
namespace {

bool is_speech(const Workspace& work, WordIndex w) {
  return work.lexicon.is_speech_word(work.language, work.lemma(w)) ||
         work.lexicon.is_speech_word(work.language, work.german ? std::string(work.tree.form(w)) : work.lower(w));
}

MentionForm form_of(FormKind kind) {
  switch (kind) {
    case FormKind::kAdjective:
    case FormKind::kDemonym: return MentionForm::kDemonym;
    case FormKind::kCapital:
    case FormKind::kMetonym: return MentionForm::kMetonym;
    default: return MentionForm::kName;
  }
}

/// A town or region under attack, in a siege, the goal of a visit stands for its state (CODEBOOK section 3, targets):
/// object, subject of a passive, genitive, or behind a preposition that is not one of place.
bool is_target(const Workspace& work, WordIndex w) {
  const Node& n = work.node(w);
  if (n.deprel == Deprel::kConj && n.head != kNoWord && n.head < w) return is_target(work, n.head);
  const WordIndex preposition = work.preposition(w);
  if (preposition != kNoWord && work.is(preposition, WordClass::kLocation)) return false;
  if (n.deprel == Deprel::kNsubj) return n.subtype == Subtype::kPass;
  return n.deprel == Deprel::kObj || n.deprel == Deprel::kIobj || n.deprel == Deprel::kObl || n.deprel == Deprel::kNmod;
}

/// "Seoul" as a town, "Weißes Haus" as the house: only mentioned where it acts.
bool stands_for_actor(const Workspace& work, const Hit& hit, const Entity& e) {
  if (e.kind == EntityKind::kPlace) {
    const Node& n = work.node(hit.head);
    if (!hit.prefix && is_target(work, hit.head)) return true;
    return !hit.prefix && n.deprel == Deprel::kNsubj && acts(work, hit.head) && n.head != kNoWord &&
           work.node(n.head).upos == Upos::kVerb;
  }
  if (hit.chosen.kind == FormKind::kCapital) return !hit.prefix && (acts(work, hit.head) || is_target(work, hit.head));
  if (hit.chosen.kind == FormKind::kMetonym) {
    const WordIndex preposition = work.preposition(hit.head);
    return preposition == kNoWord || !work.is(preposition, WordClass::kLocation) ||
           work.node(hit.head).deprel == Deprel::kNsubj;
  }
  return true;
}

/// Demonyms as nouns are people, not the state: "die Russen", "a Frenchman".
ActorIndex people_actor(Workspace& work, const Hit& hit, const Entity& e) {
  Actor actor;
  actor.name = hit.chosen.form;
  actor.code = e.code;
  actor.sector = "CVL";
  actor.plural = work.node(hit.head).feats.number == Number::kPlur;
  actor.source = e.origin;
  ActorFacts fact;
  fact.title = "demonym";
  return work.actor_of_key("people:" + e.code, actor, fact);
}

ActorIndex actor_of_hit(Workspace& work, const Hit& hit) {
  const Entity& e = work.lexicon.entity(hit.chosen.entity);
  if (hit.chosen.kind == FormKind::kDemonym && work.noun(hit.head) && !hit.prefix &&
      work.node(hit.head).deprel != Deprel::kCompound && work.node(hit.head).deprel != Deprel::kAmod) {
    return people_actor(work, hit, e);
  }
  if (e.kind == EntityKind::kPlace && (is_target(work, hit.head) || work.node(hit.head).deprel != Deprel::kNsubj))
    return work.state_actor(e.code);
  return work.entity_actor(hit.chosen.entity);
}

void mention(Workspace& work, const Hit& hit) {
  const Entity& e = work.lexicon.entity(hit.chosen.entity);
  if (hit.used || e.kind == EntityKind::kPerson || !stands_for_actor(work, hit, e)) return;
  Draft draft;
  draft.actor = actor_of_hit(work, hit);
  draft.span = hit.span;
  draft.first = hit.first;
  draft.last = hit.last;
  draft.head = hit.head;
  if (e.kind == EntityKind::kPlace)
    draft.form = MentionForm::kMetonym;
  else
    draft.form = hit.prefix && e.kind == EntityKind::kState ? MentionForm::kDemonym : form_of(hit.chosen.kind);
  work.add(draft);
}

}  // namespace

std::vector<const Place*> towns_of(const Workspace& work) {
  std::vector<const Place*> out;
  if (!work.document.has_timeplace()) return out;
  for (const Place& place : work.document.timeplace().places) {
    bool known = place.state || place.code.empty() || !place.lat;
    for (WordIndex w = place.first; w < place.last; ++w) known = known || work.hit_of_word[w] != UINT32_MAX;
    if (!known) out.push_back(&place);
  }
  return out;
}

void mention_towns(Workspace& work) {
  for (const Place* place : towns_of(work)) {
    if (!is_target(work, place->head)) continue;
    Draft draft;
    draft.actor = work.state_actor(place->code);
    draft.span = place->span;
    draft.first = place->first;
    draft.last = place->last;
    draft.head = place->head;
    draft.form = MentionForm::kMetonym;
    work.add(draft);
  }
}

bool acts(const Workspace& work, WordIndex w) {
  const Node& n = work.node(w);
  if (n.deprel == Deprel::kConj && n.head != kNoWord && n.head < w) return acts(work, n.head);
  if (n.deprel == Deprel::kFlat || n.deprel == Deprel::kAppos) return false;
  const WordIndex preposition = work.preposition(w);
  if (n.deprel == Deprel::kNsubj && preposition == kNoWord) return n.subtype != Subtype::kPass;
  if (n.deprel == Deprel::kObl && n.subtype == Subtype::kAgent) return true;
  if (n.head == kNoWord) return false;
  if (preposition != kNoWord) {
    const bool passive = work.node(n.head).feats.passive ||
                         work.tree.child(n.head, Deprel::kNsubj, Subtype::kPass) != kNoWord ||
                         work.tree.child(n.head, Deprel::kAux, Subtype::kPass) != kNoWord;
    return passive && n.deprel == Deprel::kObl && work.is(preposition, WordClass::kAgentMarker);
  }
  if (n.deprel == Deprel::kNmod) return is_speech(work, n.head);
  return (n.deprel == Deprel::kObj || n.deprel == Deprel::kIobj) && is_speech(work, n.head);
}

void mention_names(Workspace& work, const ContextState& context) {
  for (Hit& hit : work.hits) {
    // The same name in several states ("Republikaner", "MDC"): the one the report is about.
    double most = context.weight(work.lexicon.entity(hit.chosen.entity).code);
    if (work.lexicon.entity(hit.chosen.entity).kind == EntityKind::kState || hit.used) continue;
    for (const Candidate& c : hit.others) {
      const Entity& e = work.lexicon.entity(c.entity);
      if (c.kind != hit.chosen.kind || e.kind == EntityKind::kPerson || e.kind == EntityKind::kPlace) continue;
      if (context.weight(e.code) > most) most = context.weight(e.code), hit.chosen = c;
    }
  }
  for (const Hit& hit : work.hits) mention(work, hit);
}

}  // namespace depesche::actors
