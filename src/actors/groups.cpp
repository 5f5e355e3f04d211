// Nouns that stand for others: coalitions for the state that leads them and its allies, quantities for those they
// count.
#include <algorithm>

#include "actors/workspace.h"

namespace depesche::actors {
namespace {

class GroupFinder {
 public:
  explicit GroupFinder(Workspace& work) : work_(work) {}

  void run() {
    for (WordIndex w = 0; w < work_.tree.size(); ++w) {
      if (!work_.noun(w)) continue;
      if (work_.is(w, WordClass::kCoalition)) coalition(w);
      if (work_.is(w, WordClass::kQuantity)) quantity(w);
    }
  }

 private:
  /// The state that a known name under or at the word stands for.
  [[nodiscard]] ActorIndex state_at(WordIndex w) {
    for (WordIndex i = work_.chain_begin(w); i <= work_.chain_end(w); ++i) {
      const uint32_t h = work_.hit_of_word[i];
      if (h == UINT32_MAX) continue;
      const EntityIndex e = work_.hits[h].chosen.entity;
      const EntityKind kind = work_.lexicon.entity(e).kind;
      if (kind == EntityKind::kState) return work_.state_actor(e);
      if (kind == EntityKind::kOrganisation && work_.lexicon.entity(e).sector.empty()) return work_.entity_actor(e);
    }
    return kNoActor;
  }

  /// A known name among the dependents of w.
  [[nodiscard]] ActorIndex state_below(WordIndex w) {
    for (const WordIndex c : work_.tree.children(w)) {
      const Deprel d = work_.node(c).deprel;
      if (d != Deprel::kObl && d != Deprel::kNmod && d != Deprel::kCompound && d != Deprel::kAmod &&
          d != Deprel::kNsubj)
        continue;
      if (const ActorIndex a = state_at(c); a != kNoActor) return a;
    }
    return kNoActor;
  }

  /// Who leads it: "US-led", "von den USA geführt", "led by the United States", "unter Führung der USA".
  [[nodiscard]] ActorIndex leader_of(WordIndex w) {
    for (const WordIndex c : work_.tree.children(w)) {
      const Node& n = work_.node(c);
      bool leads = false;
      if (n.deprel == Deprel::kAmod || n.deprel == Deprel::kAcl) {
        leads = leads_word(c) || (work_.chain_end(c) > c && leads_word(work_.chain_end(c)));
      } else if (n.deprel == Deprel::kNmod) {
        leads = work_.is(c, WordClass::kLeadership) && work_.preposition(c) != kNoWord;
      }
      if (!leads) continue;
      const ActorIndex own = n.deprel == Deprel::kNmod ? kNoActor : state_at(c);
      if (own != kNoActor) return own;
      if (const ActorIndex below = state_below(c); below != kNoActor) return below;
    }
    return kNoActor;
  }

  /// "geführte", "led": the participle with or without an ending.
  [[nodiscard]] bool leads_word(WordIndex w) const {
    return work_.is(w, WordClass::kLed) || work_.is_stem(w, WordClass::kLed);
  }

  void coalition(WordIndex w) {
    ActorIndex leader = leader_of(w);
    const std::string kind(work_.lemma(w));
    if (leader != kNoActor) {
      leader_of_kind_[kind] = leader;
    } else {
      const auto at = leader_of_kind_.find(kind);
      if (at == leader_of_kind_.end() || has_owner(w)) return;
      leader = at->second;
    }
    const ActorIndex allies = work_.allies_of(leader);
    if (allies == kNoActor) return;
    Draft draft;
    draft.actor = leader;
    draft.head = w;
    draft.first = w;
    draft.last = w + 1;
    for (const WordIndex c : work_.tree.children(w)) {
      if (c < w && work_.node(c).deprel == Deprel::kAmod) draft.first = std::min(draft.first, work_.chain_begin(c));
    }
    draft.span = {work_.word(draft.first).span.begin, work_.word(w).span.end};
    draft.form = MentionForm::kTitle;
    if (work_.draft_of_head[w] != UINT32_MAX)
      work_.drafts[work_.draft_of_head[w]] = draft;
    else if (!work_.add(draft))
      return;
    draft.actor = allies;
    work_.add_beside(draft);
  }

  /// "the Taliban forces", "the government's coalition" are others than the coalition named before.
  [[nodiscard]] bool has_owner(WordIndex w) const {
    for (const WordIndex c : work_.tree.children(w)) {
      const Deprel d = work_.node(c).deprel;
      if (d == Deprel::kNmod || d == Deprel::kAmod || d == Deprel::kCompound || d == Deprel::kAppos) return true;
    }
    const WordIndex det = work_.tree.child(w, Deprel::kDet);
    return work_.chain_begin(w) < w || det == kNoWord || !work_.is(det, WordClass::kArticle);
  }

  /// "dozens of soldiers", "eine Gruppe kenianischer Abgeordneter": the noun stands for those it counts.
  void quantity(WordIndex w) {
    for (const WordIndex c : work_.tree.children(w)) {
      if (work_.node(c).deprel != Deprel::kNmod || c < w || !work_.noun(c)) continue;
      const WordIndex preposition = work_.preposition(c);
      if (preposition != kNoWord && !work_.is(preposition, WordClass::kOwner)) continue;
      const ActorIndex counted = work_.actor_at(c);
      if (counted == kNoActor || !work_.actors[counted].plural) continue;
      if (work_.draft_of_head[w] != UINT32_MAX) {
        work_.drafts[work_.draft_of_head[w]].actor = counted;
        return;
      }
      Draft draft;
      draft.actor = counted;
      draft.head = draft.first = w;
      draft.last = w + 1;
      draft.span = work_.word(w).span;
      draft.form = MentionForm::kTitle;
      work_.add(draft);
      return;
    }
  }

  Workspace& work_;
  std::map<std::string, ActorIndex> leader_of_kind_;  ///< by the noun's lemma: "coalition"
};

}  // namespace

void find_groups(Workspace& work) {
  GroupFinder(work).run();
}

}  // namespace depesche::actors
