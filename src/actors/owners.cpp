// What a role belongs to: "US" in "US-Präsident", "russische" in "der russische Präsident", "of Kenya".
#include <algorithm>

#include "actors/roles.h"
#include "base/utf8.h"

namespace depesche::actors {
namespace {

class OwnerFinder {
 public:
  OwnerFinder(Workspace& work, const ContextState& context) : work_(work), context_(context) {}

  Owner find_owner(const Role& role) {
    Owner owner;
    owner.first = role.match.first;
    from_compound(role.match, owner);
    const WordIndex head = role.match.head;
    from_children(head, role, owner);
    if (role.person != kNoWord && role.person != head) from_children(role.person, role, owner);
    return owner;
  }

  void take_hit(uint32_t index, Owner& owner, bool weak, bool use_up) {
    Hit& hit = work_.hits[index];
    const Entity& e = work_.lexicon.entity(hit.chosen.entity);
    if (e.kind == EntityKind::kPerson || e.code.empty()) return;
    if (!owner.code.empty() && (!owner.weak || owner.joined)) {
      const bool equal = owner.joined ? owner.weak == weak && e.kind != EntityKind::kOrganisation
                                      : !weak && e.kind == EntityKind::kState;
      if (e.code != owner.code && equal && (owner.state || owner.joined)) {
        owner.several = true;
        owner.codes.push_back(e.code);
        if (use_up) owner.hits.push_back(index);
        owner.first = std::min(owner.first, hit.first);
      }
      return;
    }
    owner.code = e.code;
    owner.codes = {e.code};
    owner.weak = weak;
    owner.state = e.kind == EntityKind::kState;
    owner.organisation = e.kind != EntityKind::kState && e.kind != EntityKind::kPlace;
    owner.sector = owner.organisation ? e.sector : "";
    owner.body = owner.state || e.kind == EntityKind::kPlace ? e.code : e.key.substr(e.key.find(':') + 1);
    if (use_up) owner.hits.push_back(index);
    owner.first = std::min(owner.first, hit.first);
  }

  void from_compound(const TitleMatch& match, Owner& owner) {
    const WordIndex begin = work_.chain_begin(match.first);
    for (WordIndex w = begin; w <= match.first; ++w) {
      const uint32_t h = work_.hit_of_word[w];
      if (h != UINT32_MAX && work_.hits[h].prefix) take_hit(h, owner, false, true);
    }
    owner.first = std::min(owner.first, begin);
    if (owner.code.empty()) from_shortened(begin, owner);
    if (match.prefix.empty()) return;
    std::string part =
        match.prefix.substr(match.prefix.rfind('-') == std::string::npos ? 0 : match.prefix.rfind('-') + 1);
    part = utf8::capitalised(part);
    for (const std::string_view link : {"", "s", "es", "n", "en"}) {
      if (!part.ends_with(link) || part.size() < link.size() + 3) continue;
      const std::string stem = part.substr(0, part.size() - link.size());
      if (owner.code.empty()) from_name(stem, owner);
      const Title* title = work_.lexicon.title(work_.language, stem);
      if (title != nullptr && owner.sector.empty() && !title->sector.empty() && match.title->sector.empty())
        owner.sector = title->sector;
      if (title != nullptr && owner.code.empty() && !title->states.empty()) {
        owner.code = owner.body = state_of_title(*title, context_);
        owner.state = true;
      }
    }
  }

  /// "EU-Innen- und Justizminister": the name stands in front of the first, shortened noun.
  void from_shortened(WordIndex begin, Owner& owner) {
    if (!work_.german || begin < 3 || work_.node(begin - 1).upos != Upos::kCconj) return;
    const WordIndex last = begin - 2;
    const std::string_view text = work_.document.text();
    if (text[work_.word(last).span.end - 1] != '-' || work_.word(last).sentence != work_.word(begin).sentence) return;
    for (WordIndex w = work_.chain_begin(last); w <= last; ++w) {
      const uint32_t h = work_.hit_of_word[w];
      if (h != UINT32_MAX && work_.hits[h].prefix) take_hit(h, owner, false, false);
    }
  }

  /// "Kreml" in "Kremlsprecher", "Hamas" in "Hamasführer".
  void from_name(const std::string& name, Owner& owner) const {
    for (const Candidate& c : work_.lexicon.exact(work_.language, name)) {
      const Entity& e = work_.lexicon.entity(c.entity);
      if (e.kind == EntityKind::kPerson || e.kind == EntityKind::kPlace || utf8::lower(c.form) != utf8::lower(name) ||
          e.code.empty())
        continue;
      owner.code = e.code;
      owner.state = e.kind == EntityKind::kState;
      owner.organisation = !owner.state;
      owner.sector = owner.state ? (c.kind == FormKind::kMetonym ? "GOV" : "") : e.sector;
      owner.body = owner.state ? e.code : e.key.substr(e.key.find(':') + 1);
      return;
    }
  }

  void from_children(WordIndex head, const Role& role, Owner& owner) {
    for (const WordIndex c : work_.tree.children(head)) {
      const Node& n = work_.node(c);
      const uint32_t h = work_.hit_of_word[c];
      if (n.deprel == Deprel::kAmod || n.deprel == Deprel::kDet || n.subtype == Subtype::kPoss)
        from_possessive(c, owner);
      if (n.deprel == Deprel::kAmod || n.deprel == Deprel::kDet) {
        if (only_backs(c)) continue;
        if (h != UINT32_MAX && !work_.hits[h].prefix) take_hit(h, owner, false, true);
        for (const WordIndex k : work_.tree.children(c)) {
          if (work_.node(k).deprel == Deprel::kConj && work_.hit_of_word[k] != UINT32_MAX)
            take_hit(work_.hit_of_word[k], owner, false, true);
        }
        continue;
      }
      const bool left = c < head;
      if (n.deprel == Deprel::kCompound || (n.deprel == Deprel::kNmod && left) || (n.deprel == Deprel::kFlat && left)) {
        if (c >= role.match.first && c < role.match.last) continue;
        if (h != UINT32_MAX)
          take_hit(h, owner, false, n.deprel == Deprel::kCompound && n.subtype != Subtype::kPoss);
        else
          take_actor(work_, work_.actor_at(c), owner);
        from_grandchildren(c, owner);
        continue;
      }
      if (n.deprel == Deprel::kNmod || n.deprel == Deprel::kObl) from_prepositional(c, role, owner);
      if (n.deprel == Deprel::kAppos && h != UINT32_MAX &&
          work_.lexicon.entity(work_.hits[h].chosen.entity).kind == EntityKind::kState && role.person == kNoWord) {
        take_hit(h, owner, true, false);
      }
    }
  }

  /// "U.S. State Department spokesman": the state hangs on the inner noun.
  void from_grandchildren(WordIndex c, Owner& owner) {
    if (!owner.code.empty()) return;
    for (const WordIndex k : work_.tree.children(c)) {
      const Deprel d = work_.node(k).deprel;
      if ((d == Deprel::kCompound || d == Deprel::kAmod || d == Deprel::kNmod) && k < c &&
          work_.hit_of_word[k] != UINT32_MAX) {
        take_hit(work_.hit_of_word[k], owner, false, d != Deprel::kNmod);
      }
    }
  }

  void from_prepositional(WordIndex c, const Role& role, Owner& owner) {
    const WordIndex preposition = work_.preposition(c);
    const bool owns = preposition == kNoWord || work_.is(preposition, WordClass::kOwner);
    const bool located = preposition != kNoWord && work_.is(preposition, WordClass::kLocation);
    if (!owns && !located) return;
    if (located && !owns &&
        (role.match.title->kind == TitleKind::kOffice && role.match.title->scope != TitleScope::kLocal))
      return;
    const uint32_t h = work_.hit_of_word[c];
    if (h != UINT32_MAX && work_.lexicon.entity(work_.hits[h].chosen.entity).kind != EntityKind::kPerson) {
      take_hit(h, owner, !owns, false);
      if (role.plural) take_joined(c, owner, !owns);
    } else if (work_.actor_at(c) != kNoActor) {
      take_actor(work_, work_.actor_at(c), owner);
    } else {
      // "der Gouverneur der Provinz Kandahar", "president of the city council of Kiev"
      for (const WordIndex k : work_.tree.children(c)) {
        const Deprel d = work_.node(k).deprel;
        if (work_.hit_of_word[k] != UINT32_MAX &&
            (d == Deprel::kAppos || d == Deprel::kNmod || d == Deprel::kCompound || d == Deprel::kAmod ||
             d == Deprel::kFlat)) {
          take_hit(work_.hit_of_word[k], owner, !owns || d != Deprel::kAmod, false);
        }
      }
    }
  }

 private:
  /// "Frankreichs und Polens", "in Paris und Rom": each its own ministers.
  void take_joined(WordIndex c, Owner& owner, bool weak) {
    if (owner.organisation) return;
    for (const WordIndex k : work_.tree.children(c)) {
      if (work_.node(k).deprel != Deprel::kConj || work_.hit_of_word[k] == UINT32_MAX) continue;
      owner.joined = true;
      take_hit(work_.hit_of_word[k], owner, weak, false);
      owner.joined = false;
    }
  }

  /// "Russian" in "Russian-backed rebels": not whose rebels they are.
  [[nodiscard]] bool only_backs(WordIndex c) const {
    const WordIndex last = work_.chain_end(c);
    return last > c && (work_.is_stem(last, WordClass::kBacked) || work_.is_stem(last, WordClass::kLed));
  }

  /// "seine Armee", "our troops"
  void from_possessive(WordIndex c, Owner& owner) {
    const Node& n = work_.node(c);
    if (!(n.feats.possessive || n.subtype == Subtype::kPoss) || n.upos == Upos::kNoun || n.upos == Upos::kPropn) return;
    const ActorIndex actor = possessor(work_, c);
    if (actor == kNoActor || !owner.code.empty() || work_.actors[actor].code.size() != 3) return;
    if (work_.lexicon.find_entity("state:" + work_.actors[actor].code) == kNoEntity) return;
    owner.code = owner.body = work_.actors[actor].code;
    owner.state = owner.weak = true;
  }

  Workspace& work_;
  const ContextState& context_;
};

}  // namespace

Owner find_owner(Workspace& work, const ContextState& context, const Role& role) {
  return OwnerFinder(work, context).find_owner(role);
}

void take_hit(Workspace& work, const ContextState& context, uint32_t hit, Owner& owner, bool weak, bool use_up) {
  OwnerFinder(work, context).take_hit(hit, owner, weak, use_up);
}

void take_actor(const Workspace& work, ActorIndex actor, Owner& owner) {
  if (actor == kNoActor || (!owner.code.empty() && !owner.weak)) return;
  const Actor& a = work.actors[actor];
  if (work.facts[actor].state || (a.code.empty() && a.sector.empty())) return;
  owner.code = a.code;
  owner.sector = a.sector;
  owner.organisation = true;
  owner.weak = false;
  const EntityIndex e = work.facts[actor].entity;
  owner.body = e == kNoEntity ? a.code : work.lexicon.entity(e).key.substr(work.lexicon.entity(e).key.find(':') + 1);
}

}  // namespace depesche::actors
