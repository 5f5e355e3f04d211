// The roles of a match: who acts, whom it meets, what is inherited from the governing verb or the embedded act.
#include <algorithm>

#include "events/frame_matcher.h"
#include "events/phrases.h"

namespace depesche::events {
namespace {

/// Classes of words/classes whose members act for the one who owns them.
const FillerTest kTool{{"weapon", "vehicle", "speaks_for_owner"}, {}};

}  // namespace

void drop_selves(Match& match) {
  std::erase_if(match.recipient, [&](ActorIndex r) {
    return std::find(match.actor.begin(), match.actor.end(), r) != match.actor.end();
  });
}

std::vector<ActorIndex> FrameMatcher::role(const Predicate& predicate, const std::vector<Binding>& bindings,
                                           const FillerTest& test, OwnerRule owner) const {
  for (const Binding& b : bindings) {
    std::vector<ActorIndex> out = fillers_.actors_bound(predicate, b, test, owner);
    if (out.empty()) out = owners_in_phrase(predicate, b, test, owner);
    if (!out.empty()) return out;
  }
  return {};
}

/// The owner of what is done to ("blocked Ohio's law"); a genitive behind a preposition belongs to place and time more
/// often ("on the first day of the summit").
std::vector<ActorIndex> FrameMatcher::owners_in_phrase(const Predicate& predicate, const Binding& binding,
                                                       const FillerTest& test, OwnerRule owner) const {
  std::vector<ActorIndex> out;
  if (owner == OwnerRule::kNone) return out;
  const bool tested = !test.classes.empty() || !test.literals.empty();
  for (const Argument* a : fillers_.bound(predicate, binding)) {
    if (a->head == kNoWord || a->head == predicate.head) continue;
    if (tested && !fillers_.passes(predicate, *a, test)) continue;
    const bool genitive = a->function != Function::kOblique;
    for (const ActorIndex actor : owners(fillers_, a->head, genitive)) add_unique(out, actor);
  }
  return out;
}

/// "The Greek and Turkish sides agreed": a body of no name acts for those whom its phrase names.
std::vector<ActorIndex> FrameMatcher::acting_body(const Predicate& predicate) const {
  std::vector<ActorIndex> out;
  for (const Argument& a : predicate.arguments) {
    if (a.function != Function::kSubject) continue;
    for (const ActorIndex actor : bodies_actors(fillers_, a.head)) add_unique(out, actor);
    if (!out.empty()) continue;
    for (const ActorIndex actor : authors(fillers_, a.head)) add_unique(out, actor);
  }
  return out;
}

/// A recipient that no role of the unit finds; for an act that embeds another, after what that one meets.
void FrameMatcher::add_aim(const Predicate& predicate, Match& match) const {
  if (!match.recipient.empty() || match.unit->recipient.empty() || match.unit->reciprocal) return;
  if (!fillers_.lexicon().has_aim(match.event)) return;
  match.recipient = aim(predicate);
  drop_selves(match);
}

/// "threatened further action against Iran", "a suspension of air links with Serbia": at whom what is done is directed.
std::vector<ActorIndex> FrameMatcher::aim(const Predicate& predicate) const {
  std::vector<ActorIndex> out;
  const Language language = fillers_.document().language();
  if (predicate.kind == PredicateKind::kNoun) return targets(fillers_, predicate.head);
  for (const Argument& a : predicate.arguments) {
    if (a.function == Function::kObject) {
      for (const ActorIndex actor : targets(fillers_, a.head)) add_unique(out, actor);
    } else if (a.function == Function::kOblique &&
               fillers_.lexicon().in_class(language, a.preposition, "link_against")) {
      for (const ActorIndex actor : fillers_.actors(predicate, a, OwnerRule::kOwner)) add_unique(out, actor);
    }
  }
  return out;
}

void FrameMatcher::fill_reciprocal(const Predicate& predicate, Match& match) const {
  const Language language = fillers_.document().language();
  for (const Binding& b : match.unit->actor) {
    for (const Argument* a : fillers_.bound(predicate, b)) {
      for (const ActorIndex actor : fillers_.actors(predicate, *a, OwnerRule::kNone)) add_unique(match.actor, actor);
    }
  }
  if (match.actor.empty()) match.actor = acting_body(predicate);
  for (const Argument& a : predicate.arguments) {
    const bool partner = a.function == Function::kObject || a.function == Function::kGenitive ||
                         fillers_.lexicon().in_class(language, a.preposition, "link_partner");
    if (!partner) continue;
    for (const ActorIndex actor : fillers_.actors(predicate, a, OwnerRule::kNone)) add_unique(match.actor, actor);
  }
}

/// "zog sich aus Awdijiwka zurück": whoever leaves or helps a place of the own state acts upon no other; words and
/// force may well be turned on those at home.
void FrameMatcher::drop_own_state(Match& match) const {
  if (fillers_.lexicon().quad(match.event) != 2) return;
  const auto& actors = fillers_.document().actors().actors;
  std::erase_if(match.recipient, [&](ActorIndex r) {
    if (!actors[r].coded() || !actors[r].sector.empty() || actors[r].person) return false;
    return std::any_of(match.actor.begin(), match.actor.end(),
                       [&](ActorIndex a) { return actors[a].code == actors[r].code; });
  });
}

void FrameMatcher::fill_roles(const Predicate& predicate, Match& match) const {
  const Unit& unit = *match.unit;
  if (unit.reciprocal) {
    fill_reciprocal(predicate, match);
    return;
  }
  match.actor = role(predicate, unit.actor, unit.where_actor, OwnerRule::kNone);
  if (match.actor.empty()) {  // "russische Kampfflugzeuge bombardierten": a tool acts for its owner
    match.actor = role(predicate, unit.actor, kTool, OwnerRule::kOwner);
  }
  if (match.actor.empty()) match.actor = acting_body(predicate);
  match.recipient = role(predicate, unit.recipient, unit.where_recipient, OwnerRule::kOwner);
  if (match.content == kNoPredicate) add_aim(predicate, match);
  drop_own_state(match);
  // one cannot act upon oneself: "die russische Armee griff russische Stellungen an" keeps both only
  // when the two are different actors of the report
  drop_selves(match);
}

/// "schließt Waffenlieferungen nicht aus", "plant einen Angriff": the subject of the governing verb acts,
/// where that verb speaks of the subject's own act (it reduces, or lays a status on what it embeds).
void FrameMatcher::inherit_actor(PredicateIndex p, Match& match) const {
  const Predicate& predicate = fillers_.predicates()[p];
  if (!match.actor.empty() || predicate.kind != PredicateKind::kNoun || predicate.parent == kNoPredicate) return;
  const Predicate& governor = fillers_.predicates()[predicate.parent];
  if (governor.kind != PredicateKind::kVerb) return;
  const bool argument_of = std::any_of(governor.arguments.begin(), governor.arguments.end(), [&](const Argument& a) {
    return a.head == predicate.head && (a.function == Function::kObject || a.function == Function::kOblique);
  });
  if (!argument_of) return;
  const Language language = fillers_.document().language();
  static const std::vector<Binding> kSubject = {{Function::kSubject, ""}};
  if (fillers_.lexicon().in_class(language, governor.lemma, "of_others_acts")) return;  // "warnte vor Anschlägen"
  bool own_act = !fillers_.lexicon().effect(language, "verb", governor.lemma).empty() ||
                 fillers_.lexicon().in_class(language, governor.lemma, "own_act");
  for (const Unit& u : fillers_.lexicon().units(language, governor.kind, governor.lemma)) {
    if (u.reduce == "demand" || u.reduce == "ask" || u.reduce == "propose") {
      match.actor = role(governor, u.recipient, u.where_recipient, OwnerRule::kNone);
      return;
    }
    if (u.reduce == "warn" || u.reduce == "permit" || u.reduce == "prevent") return;  // of others' acts
    if (!u.reduce.empty()) own_act = true;
  }
  if (own_act) match.actor = role(governor, kSubject, {}, OwnerRule::kNone);
}

/// "drohte, aus der Nato auszutreten", "weigert sich, Kosovo anzuerkennen": whom the embedded act meets, the outer act
/// meets; of whom an act is demanded is asked.
void FrameMatcher::inherit_recipient(Match& match) const {
  if (!match.recipient.empty() || match.reduction == nullptr || match.content == kNoPredicate) return;
  if (match.event == "ACCUSE") return;
  Match inner;
  inner.unit = inner_of(match.content, 1).unit;
  if (inner.unit == nullptr) return;
  inner.event = inner.unit->event;
  fill_roles(fillers_.predicates()[match.content], inner);
  // who is to act is asked, allowed, hindered: "demanded Israel's withdrawal", "prevented the students' march"
  const std::string& outer = match.unit->reduce;
  const bool must_act = match.event == "REQUEST" || outer == "permit" || outer == "prevent";
  match.recipient = inner.unit->reciprocal || must_act ? inner.actor : inner.recipient;
  drop_selves(match);
}

}  // namespace depesche::events
