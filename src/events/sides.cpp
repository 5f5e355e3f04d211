#include "events/sides.h"

#include <algorithm>

namespace depesche::events {
namespace {

constexpr int kMaxClimb = 4;  // clauses up to one whose subject meets the party that is named

class Sides {
 public:
  Sides(std::vector<std::optional<Match>>& matches, const Fillers& fillers)
      : matches_(matches),
        fillers_(fillers),
        predicates_(fillers.predicates()),
        actors_(fillers.document().actors().actors) {}

  void run() {
    for (PredicateIndex p = 0; p < matches_.size(); ++p) {
      if (!matches_[p]) continue;
      if (matches_[p]->unit->reciprocal) {
        pair_up(p);
      } else {
        take_left_genitive(p);
        take_dative(p);
      }
    }
  }

 private:
  [[nodiscard]] static bool holds(const std::vector<ActorIndex>& list, ActorIndex a) {
    return std::find(list.begin(), list.end(), a) != list.end();
  }

  /// "sagte Merkel nach dem Gespräch mit Putin", "war bereit, mit Iran zu verhandeln": who is named behind "mit" meets
  /// the subject of the clauses above.
  void pair_up(PredicateIndex p) {
    Match& match = *matches_[p];
    if (match.actor.size() != 1 || match.supplied || !partner_only(predicates_[p])) return;
    static const Binding kSubject = {Function::kSubject, ""};
    PredicateIndex at = p;
    for (int climb = 0; climb < kMaxClimb && predicates_[at].parent != kNoPredicate; ++climb) {
      at = predicates_[at].parent;
      for (const ActorIndex a : fillers_.actors_bound(predicates_[at], kSubject, {}, OwnerRule::kNone)) {
        if (actors_[a].coded() && !same_side(actors_, a, match.actor.front()))
          match.actor.insert(match.actor.begin(), a);
      }
      if (match.actor.size() > 1) return;
    }
  }

  /// Is the only party that is named one behind "mit", "with"?
  [[nodiscard]] bool partner_only(const Predicate& predicate) const {
    const ActorIndex party = matches_[&predicate - predicates_.data()]->actor.front();
    return std::any_of(predicate.arguments.begin(), predicate.arguments.end(), [&](const Argument& a) {
      return fillers_.lexicon().in_class(fillers_.document().language(), a.preposition, "link_partner") &&
             holds(fillers_.actors(predicate, a, OwnerRule::kNone), party);
    });
  }

  /// "Israels Beschuss des Gazastreifens", "begann mit der Bombardierung Aleppos": where another phrase names who acts,
  /// the genitive suffers.
  void take_left_genitive(PredicateIndex p) {
    Match& match = *matches_[p];
    const Predicate& predicate = predicates_[p];
    if (predicate.kind != PredicateKind::kNoun || !match.recipient.empty() || match.actor.empty() ||
        match.unit->recipient.empty() || match.supplied)
      return;
    static const Binding kGenitive = {Function::kGenitive, ""};
    const std::vector<ActorIndex> left =
        fillers_.actors_bound(predicate, kGenitive, match.unit->where_recipient, OwnerRule::kOwner);
    for (const ActorIndex a : left) {
      if (holds(match.actor, a)) return;
    }
    match.recipient = left;
  }

  /// "stellte dem Präsidenten ein Ultimatum", "gewährte Kiew Hilfe": the dative of the light verb has it done to him.
  void take_dative(PredicateIndex p) {
    Match& match = *matches_[p];
    if (!match.recipient.empty() || match.actor.empty() || match.unit->recipient.empty() ||
        predicates_[p].light_verb.empty())
      return;
    static const Binding kIndirect = {Function::kIndirect, ""};
    match.recipient = fillers_.actors_bound(predicates_[p], kIndirect, match.unit->where_recipient, OwnerRule::kOwner);
    drop_selves(match);
  }

  std::vector<std::optional<Match>>& matches_;
  const Fillers& fillers_;
  const std::vector<Predicate>& predicates_;
  const std::vector<Actor>& actors_;
};

}  // namespace

bool same_side(const std::vector<Actor>& actors, ActorIndex a, ActorIndex b) {
  return a == b || (actors[a].coded() && actors[a].code == actors[b].code);
}

void complete_sides(std::vector<std::optional<Match>>& matches, const Fillers& fillers) {
  Sides(matches, fillers).run();
}

}  // namespace depesche::events
