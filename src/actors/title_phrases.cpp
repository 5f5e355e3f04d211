// Roles: titles with the state or organisation they belong to and the person who bears them.
#include <algorithm>

#include "actors/roles.h"
#include "base/utf8.h"

namespace depesche::actors {
namespace {

class RoleFinder {
 public:
  RoleFinder(Workspace& work, const ContextState& context) : work_(work), context_(context) {
    state_.assign(work.tree.size(), 0);
    stateless_.assign(work.tree.size(), 0);
  }

  void run() {
    for (WordIndex w = 0; w < work_.tree.size(); ++w) visit(w);
    mention_tagged_organisations(work_, context_);
    for (const Draft& d : work_.drafts) type_by_affiliation(d);
    for (const Draft& d : work_.drafts) type_by_context(d);
  }

 private:
  // ---- titles ---------------------------------------------------------------------------------------------------
  void visit(WordIndex w) {
    if (state_[w] != 0) return;
    state_[w] = 1;
    if (!may_be_title(w)) return;
    Role role;
    role.match = match_title(work_, w);
    if (role.match.title == nullptr || part_of_longer_title(w, role.match)) return;
    read_phrase(role);
    if (names_nobody(role)) return;
    // "Sprecher des Außenministeriums": what it belongs to is settled first.
    for (const WordIndex c : work_.tree.children(role.match.head)) {
      if (work_.node(c).deprel == Deprel::kNmod || work_.node(c).deprel == Deprel::kCompound) visit(c);
    }
    role.owner = find_owner(work_, context_, role);
    if (!role.owner.found()) inherit(role);
    if (role.stateless && role.owner.weak) {
      role.owner = Owner();
      role.owner.first = role.match.first;
    }
    if (role.stateless) stateless_[w] = 1;
    settle(role);
    mention(role);
  }

  [[nodiscard]] bool may_be_title(WordIndex w) const {
    const Node& n = work_.node(w);
    const bool nominal_adjective = n.upos == Upos::kAdj && work_.german && n.deprel != Deprel::kAmod &&
                                   utf8::is_upper(utf8::decode(work_.tree.form(w), 0));
    if (!work_.noun(w) && !nominal_adjective) return false;
    if (n.entity == EntityType::kPer) return false;
    const uint32_t h = work_.hit_of_word[w];
    if (h == UINT32_MAX) return true;
    const Hit& hit = work_.hits[h];
    if (work_.lexicon.entity(hit.chosen.entity).kind == EntityKind::kPerson) return !hit.used;
    return hit.prefix || hit.span.end <= work_.word(w).span.begin;
  }

  /// "prime" in "prime minister" of a title that ends at a later word; first parts of hyphenated words.
  [[nodiscard]] bool part_of_longer_title(WordIndex w, const TitleMatch& match) {
    if (work_.chain_end(w) > w) return true;
    const WordIndex last = work_.sentence_of(w).last;
    for (WordIndex next = w + 1; next < std::min(last, w + 4); ++next) {
      if (!work_.noun(next) && work_.node(next).upos != Upos::kAdp && work_.node(next).upos != Upos::kDet) break;
      const TitleMatch longer = match_title(work_, next);
      if (longer.title != nullptr && longer.first <= match.first && longer.last > match.last) return true;
    }
    return false;
  }

  /// "jedes Land", "no government", "any country".
  [[nodiscard]] bool names_nobody(const Role& role) const {
    const bool kind =
        !role.plural || role.match.title->scope == TitleScope::kAny || work_.is(role.match.head, WordClass::kStateNoun);
    if (!kind || role.person != kNoWord) return false;
    for (const WordIndex c : work_.tree.children(role.match.head)) {
      const Deprel d = work_.node(c).deprel;
      if ((d == Deprel::kDet || d == Deprel::kAmod) && work_.is(c, WordClass::kQuantifier)) return true;
    }
    return false;
  }

  void read_phrase(Role& role) const {
    const WordIndex head = role.match.head;
    const Node& n = work_.node(head);
    role.plural = n.feats.number == Number::kPlur;
    role.predicative = n.deprel == Deprel::kXcomp || work_.tree.child(head, Deprel::kCop) != kNoWord;
    for (const WordIndex c : work_.tree.children(head)) {
      if (work_.node(c).deprel == Deprel::kDet && work_.is(c, WordClass::kArticle)) role.definite = true;
      if (work_.node(c).deprel == Deprel::kCase && work_.is(c, WordClass::kRoleMarker)) role.predicative = true;
      if (work_.node(c).deprel == Deprel::kAmod && is_former(c)) role.former = true;
      const bool outside = c < role.match.first || c >= role.match.last;  // not "foreign" of "foreign minister"
      if (outside && work_.node(c).deprel == Deprel::kAmod && work_.is_stem(c, WordClass::kStateless))
        role.stateless = true;
    }
    if (head > 0 && is_former(head - 1)) role.former = true;
    const WordIndex begin = work_.chain_begin(role.match.first);
    if (begin < role.match.first && is_former(begin)) role.former = true;
    role.person = find_person(role);
  }

  [[nodiscard]] bool is_former(WordIndex w) const { return work_.is_stem(w, WordClass::kFormer); }

  /// "syrische Soldaten und Milizionäre", "foreign diplomats and journalists": the second noun belongs where the first
  /// does.
  void inherit(Role& role) const {
    const Node& n = work_.node(role.match.head);
    if (n.deprel != Deprel::kConj || n.head == kNoWord || role.person != kNoWord) return;
    if (stateless_[n.head] != 0) role.stateless = true;
    const ActorIndex first = work_.actor_at(n.head);
    if (first == kNoActor || role.match.title->scope == TitleScope::kOrganisation) return;
    const Actor& a = work_.actors[first];
    const ActorFacts& fact = work_.facts[first];
    const bool role_only = fact.entity == kNoEntity && !fact.title.empty() && !a.person;
    if (!role_only || work_.lexicon.find_entity("state:" + a.code) == kNoEntity) return;
    role.owner.code = role.owner.body = a.code;
    role.owner.state = role.owner.weak = true;
  }

  /// "Amnesty International, eine Organisation mit Sitz in London": the noun beside a name means the same actor.
  [[nodiscard]] ActorIndex named_beside(const Role& role) const {
    const Node& n = work_.node(role.match.head);
    const TitleKind kind = role.match.title->kind;
    if (n.deprel != Deprel::kAppos || n.head == kNoWord || work_.preposition(role.match.head) != kNoWord)
      return kNoActor;
    if (kind != TitleKind::kGroup && kind != TitleKind::kInstitution) return kNoActor;
    const ActorIndex actor = work_.actor_at(n.head);
    if (actor == kNoActor || work_.actors[actor].person || work_.facts[actor].state) return kNoActor;
    return work_.facts[actor].organisation || work_.facts[actor].kind == TitleKind::kGroup ? actor : kNoActor;
  }

  /// Head word of the name of the person who bears the title.
  [[nodiscard]] WordIndex find_person(const Role& role) const {
    const auto is_person = [&](WordIndex w) {
      return w != kNoWord && w < work_.tree.size() && work_.actor_at(w) != kNoActor &&
             work_.actors[work_.actor_at(w)].person;
    };
    const WordIndex head = role.match.head;
    for (const WordIndex c : work_.tree.children(head)) {
      const Deprel d = work_.node(c).deprel;
      const bool near = role.match.title->kind == TitleKind::kOffice || (c <= role.match.last + 1 && !role.plural);
      if ((d == Deprel::kAppos || d == Deprel::kFlat) && is_person(c) && near) return c;
    }
    const Node& n = work_.node(head);
    const bool beside = n.deprel == Deprel::kAppos || n.deprel == Deprel::kFlat || n.deprel == Deprel::kCompound ||
                        n.deprel == Deprel::kNmod;
    // "X, einer der Kandidaten", "X, one of the candidates"
    if (n.deprel == Deprel::kNmod && n.head != kNoWord && work_.node(n.head).upos == Upos::kPron &&
        work_.node(n.head).deprel == Deprel::kAppos && is_person(work_.node(n.head).head)) {
      return work_.node(n.head).head;
    }
    if (beside && is_person(n.head) && work_.preposition(head) == kNoWord && n.subtype != Subtype::kPoss) return n.head;
    // The name follows at once, whatever the tree says.
    const WordIndex next = role.match.last;
    if (!role.plural && next < work_.tree.size() && work_.word(next).sentence == work_.word(head).sentence) {
      for (WordIndex w = next; w < std::min(next + 4, work_.tree.size()); ++w) {
        if (is_person(w) && work_.drafts[work_.draft_of_head[w]].first == next) return w;
      }
    }
    if (work_.tree.child(head, Deprel::kCop) != kNoWord) {
      const WordIndex subject = work_.tree.child(head, Deprel::kNsubj);
      if (is_person(subject)) return subject;
    }
    return kNoWord;
  }

  // ---- the actor ------------------------------------------------------------------------------------------------
  [[nodiscard]] std::string sector_of(const Role& role) const {
    const Title& t = *role.match.title;
    if (role.former) return "ELI";
    if (role.owner.organisation) {
      const bool above_states = role.owner.code == "IGO" || role.owner.code == "UNO";
      if (above_states) return t.sector == "GOV" || t.sector.empty() ? role.owner.sector : t.sector;
      if (role.owner.sector.empty()) return t.sector;
      return t.sector.empty() || t.sector == "GOV" ? role.owner.sector : t.sector;
    }
    if (!t.sector.empty()) return t.sector;
    if (!role.owner.sector.empty()) return role.owner.sector;
    return t.kind == TitleKind::kOffice && role.owner.state ? "GOV" : "";
  }

  void settle(Role& role) {
    const Title& t = *role.match.title;
    if (role.person != kNoWord) {
      role.actor = work_.actor_at(role.person);
      type_person(role);
      return;
    }
    // "das Land" alone is a state named before: left to the resolver of pronouns.
    const bool short_form =
        role.definite && !role.plural && !role.owner.found() && work_.is(role.match.head, WordClass::kStateNoun);
    if (role.predicative || short_form) return;
    if (role.actor = named_beside(role); role.actor != kNoActor) return;
    if (role.owner.several && role.plural && t.code.empty()) {
      for (const std::string& code : role.owner.codes) role.beside.push_back(role_actor(role, code));
      role.actor = role.beside.front();
      return;
    }
    if (role.owner.several) role.owner.code.clear();
    std::string code = !t.code.empty() ? t.code : role.owner.code;
    const bool one_office = t.kind == TitleKind::kOffice && !role.plural;
    if (code.empty() && !role.owner.several && t.kind != TitleKind::kSource && !role.stateless) {
      if (role.definite || one_office) role.actor = earlier_bearer(work_, role);
      const bool other_state =
          role.actor != kNoActor && !t.states.empty() &&
          std::find(t.states.begin(), t.states.end(), work_.actors[role.actor].code) == t.states.end();
      if (other_state) role.actor = kNoActor;
      if (role.actor != kNoActor) return;
      code = state_of_title(t, context_);
      if (code.empty() && (t.scope == TitleScope::kOrganisation || !role.match.body.empty()))
        code = near_organisation(work_, role);
      if (!code.empty()) role.owner.code = code;
      if (code.empty() && one_office && t.holders.empty() && t.sector == "GOV") code = last_acting_state(work_, role);
      if (code.empty() && (t.scope == TitleScope::kState || t.scope == TitleScope::kLocal) &&
          !(role.plural && t.kind == TitleKind::kOffice && t.sector == "GOV" && !t.holders.empty())) {
        code = context_.code_at(work_.word(role.match.head).sentence);
      }
    }
    if (one_office && !role.former && !role.owner.weak && !code.empty() && !t.holders.empty()) {
      const EntityIndex e = work_.lexicon.holder(t.holders, role.owner.body.empty() ? code : role.owner.body,
                                                 work_.document.info().published);
      if (e != kNoEntity && (role.owner.found() || t.scope == TitleScope::kState)) {
        role.actor = work_.entity_actor(e);
        return;
      }
    }
    role.actor = role_actor(role, code);
  }

  /// Fills what the title tells about a person whom the tables do not know in that office.
  void type_person(Role& role) {
    Actor& a = work_.actors[role.actor];
    ActorFacts& fact = work_.facts[role.actor];
    const Title& t = *role.match.title;
    if (role.match.feminine) fact.gender = Gender::kFem;
    if (fact.title.empty()) fact.title = t.lemma;
    if (t.kind == TitleKind::kSource) return;
    std::string code = role.owner.code;
    const bool named = !code.empty() && !role.owner.weak;
    if (code.empty() && !role.owner.several) {
      code = state_of_title(t, context_);
      if (code.empty() && (t.scope == TitleScope::kOrganisation || !role.match.body.empty()))
        code = near_organisation(work_, role);
      if (code.empty() && (t.scope == TitleScope::kState || t.scope == TitleScope::kLocal)) {
        code = context_.code_at(work_.word(role.match.head).sentence);
      }
    }
    if (fact.entity != kNoEntity) {
      // Known, but not in office that day: the report's own title counts when it names the same state.
      const bool idle = a.sector.empty() || a.sector == "ELI";
      if (!idle || role.former || t.office.empty() || role.owner.code.empty()) return;
      if (role.owner.code != a.code && !role.owner.organisation) return;
      a.code = role.owner.code;
      a.sector = sector_of(role);
      a.office = t.office;
      return;
    }
    if (!code.empty() && (a.code.empty() || (fact.provisional && named))) {
      a.code = code;
      fact.provisional = !named;
    }
    if (a.sector.empty()) a.sector = sector_of(role);
    if (a.office.empty()) a.office = role.former && !t.office.empty() ? "former " + t.office : t.office;
    if (a.source == "entity tagger") a.source = t.origin;
  }

  /// "Jane Doe of Amnesty", "Hans Beispiel (CDU)", "Elena Muster vom UN-Büro": the body beside an untitled name.
  void type_by_affiliation(const Draft& d) {
    if (d.actor == kNoActor || !work_.actors[d.actor].person || work_.facts[d.actor].entity != kNoEntity) return;
    Actor& a = work_.actors[d.actor];
    ActorFacts& fact = work_.facts[d.actor];
    if (!a.code.empty() && !fact.provisional) return;
    for (const WordIndex c : work_.tree.children(d.head)) {
      const Node& n = work_.node(c);
      const WordIndex preposition = work_.preposition(c);
      const bool beside = (n.deprel == Deprel::kAppos || n.deprel == Deprel::kParataxis || n.deprel == Deprel::kDep) &&
                          preposition == kNoWord;
      const bool belongs =
          n.deprel == Deprel::kNmod && preposition != kNoWord && work_.is(preposition, WordClass::kOwner);
      if (c < d.head || (!beside && !belongs)) continue;
      Owner owner;
      for (WordIndex w = work_.chain_begin(c); w <= c; ++w) {
        if (work_.hit_of_word[w] != UINT32_MAX) take_hit(work_, context_, work_.hit_of_word[w], owner, false, false);
      }
      if (!owner.found()) take_actor(work_, work_.actor_at(c), owner);
      if (owner.code.empty() || (beside && !owner.organisation)) continue;
      a.code = owner.code;
      fact.provisional = false;
      if (a.sector.empty()) a.sector = owner.sector;
      return;
    }
  }

  /// An untitled, unknown person belongs to the state that the report is about, where it is clearly about one.
  void type_by_context(const Draft& d) {
    if (d.actor == kNoActor || !work_.actors[d.actor].person || !work_.actors[d.actor].code.empty()) return;
    if (work_.facts[d.actor].entity != kNoEntity) return;
    Actor& a = work_.actors[d.actor];
    a.code = context_.dominant();
    if (a.code.empty()) return;
    work_.facts[d.actor].provisional = true;
    a.source += " with the state of the report's context";
  }

  ActorIndex role_actor(const Role& role, const std::string& code) {
    const Title& t = *role.match.title;
    Actor a;
    a.code = code;
    a.sector = code.empty() && t.kind == TitleKind::kSource ? "" : sector_of(role);
    a.office = role.former && !t.office.empty() ? "former " + t.office : t.office;
    a.person = t.kind == TitleKind::kOffice && !role.plural;
    a.plural = role.plural;
    a.source = t.origin + (role.owner.code.empty() && !code.empty() ? " with the state of the report's context" : "");
    a.name = code.empty() && !role.stateless ? plain_name(work_, role) : phrase_name(work_, role, code);
    ActorFacts fact;
    fact.kind = t.kind;
    fact.title = role.match.lemma;
    fact.organisation = t.kind == TitleKind::kInstitution;
    if (role.match.feminine) fact.gender = Gender::kFem;
    const std::string number = t.kind == TitleKind::kOffice && role.plural ? ":plural" : "";
    return work_.actor_of_key("role:" + code + ":" + a.sector + ":" + utf8::lower(role.match.lemma) + number, a, fact);
  }

  void mention(const Role& role) {
    if (role.actor == kNoActor || role.predicative) return;
    for (const uint32_t h : role.owner.hits) drop_mention_of(work_.hits[h]);
    Draft draft;
    draft.actor = role.actor;
    draft.head = role.match.head;
    draft.first = std::min(role.owner.first, role.match.first);
    if (role.stateless && role.match.first > 0 && work_.tree.head(role.match.first - 1) == role.match.head &&
        work_.node(role.match.first - 1).deprel == Deprel::kAmod)
      draft.first = std::min(draft.first, role.match.first - 1);
    draft.last = role.match.last;
    draft.form = role.person == kNoWord ? MentionForm::kTitle : MentionForm::kName;
    if (role.owner.hits.empty() == false && role.match.title->kind == TitleKind::kInstitution)
      draft.form = MentionForm::kDemonym;
    if (role.person != kNoWord && role.person >= role.match.last && role.person <= role.match.last + 1) {
      draft.last = std::max(draft.last, work_.drafts[work_.draft_of_head[role.person]].last);
    }
    draft.span = {work_.word(draft.first).span.begin, work_.word(draft.last - 1).span.end};
    if (!work_.add(draft)) return;
    for (const ActorIndex a : role.beside) work_.add_beside(draft_of(draft, a));
  }

  static Draft draft_of(Draft draft, ActorIndex actor) {
    draft.actor = actor;
    return draft;
  }

  /// The adjective or first part belongs to the role now.
  void drop_mention_of(Hit& hit) {
    hit.used = true;
    uint32_t& index = work_.draft_of_head[hit.head];
    if (index == UINT32_MAX || work_.drafts[index].span != hit.span) return;
    work_.drafts[index].actor = kNoActor;
    index = UINT32_MAX;
  }

  Workspace& work_;
  const ContextState& context_;
  std::vector<char> state_;      ///< words visited
  std::vector<char> stateless_;  ///< heads of roles without a state
};

}  // namespace

void find_roles(Workspace& work, const ContextState& context) {
  RoleFinder(work, context).run();
}

}  // namespace depesche::actors
