#include "events/selection.h"

#include <algorithm>

#include "events/circumstances.h"
#include "events/sides.h"

namespace depesche::events {
namespace {

using Matches = std::vector<std::optional<Match>>;

/// Looks at each rule in turn; the first that strikes gives the reason.
class Selector {
 public:
  Selector(const Matches& matches, const Fillers& fillers)
      : matches_(matches), fillers_(fillers), layer_(fillers.document().clauses()), reasons_(matches.size()) {}

  std::vector<std::string> run() {
    for (PredicateIndex p = 0; p < matches_.size(); ++p) {
      if (!matches_[p]) continue;
      if (!FrameMatcher::complete(*matches_[p])) drop(p, "its actor is not named");
      drop_outside_politics(p);
      drop_not_excluded(p);
    }
    for (PredicateIndex p = 0; p < matches_.size(); ++p) {
      if (!matches_[p]) continue;
      drop_result_state(p);
      drop_light_verb(p);
      drop_reduced(p);
    }
    for (PredicateIndex p = 0; p < matches_.size(); ++p) {
      if (!alive(p)) continue;
      drop_nominal_repeat(p);
      drop_coordinated(p);
      drop_told_again(p);
    }
    return std::move(reasons_);
  }

 private:
  [[nodiscard]] bool alive(PredicateIndex p) const { return matches_[p] && reasons_[p].empty(); }
  void drop(PredicateIndex p, const char* reason) {
    if (reasons_[p].empty()) reasons_[p] = reason;
  }

  /// Rule 4: neither side is a state, an organisation, a group or their people: farmers, neighbours, teams.
  void drop_outside_politics(PredicateIndex p) {
    const auto& actors = fillers_.document().actors().actors;
    const auto coded = [&](const std::vector<ActorIndex>& side) {
      return std::any_of(side.begin(), side.end(), [&](ActorIndex a) { return actors[a].coded(); });
    };
    if (!coded(matches_[p]->actor) && !coded(matches_[p]->recipient)) drop(p, "no side is a political actor");
  }

  /// "schließt Waffenlieferungen nicht aus" rejects nothing: it makes possible what it embeds.
  void drop_not_excluded(PredicateIndex p) {
    const Predicate& predicate = layer_.predicates[p];
    if (predicate.kind != PredicateKind::kVerb || !predicate.negated) return;
    const std::string_view effect = fillers_.lexicon().effect(fillers_.document().language(), "verb", predicate.lemma);
    if (effect == "not_excluded") drop(p, "what is not ruled out is possible");
  }

  /// "sind verwundet", "ein zerstörtes Haus": a result, unless the agent stands in the phrase.
  void drop_result_state(PredicateIndex p) {
    const Predicate& predicate = layer_.predicates[p];
    if (!predicate.state_passive && !predicate.attributive) return;
    const bool agent = std::any_of(predicate.arguments.begin(), predicate.arguments.end(),
                                   [](const Argument& a) { return a.function == Function::kSubject && !a.shared; });
    if (!agent) drop(p, "a result state without its agent");
  }

  /// The verb of "Kritik üben" is no event beside its noun. The noun has taken over the verb's place in the tree,
  /// so the two are known by the argument and by `light_verb`, which both carry.
  void drop_light_verb(PredicateIndex p) {
    const Predicate& verb = layer_.predicates[p];
    if (verb.kind != PredicateKind::kVerb || verb.light_verb.empty()) return;
    for (const Argument& a : verb.arguments) {
      if (a.head >= layer_.predicate_of_word.size()) continue;
      const PredicateIndex n = layer_.predicate_of_word[a.head];
      if (n == kNoPredicate || n == p || !alive(n)) continue;
      if (layer_.predicates[n].light_verb == verb.light_verb) return drop(p, "light verb of an event noun");
    }
  }

  /// "Pledged to impose X" is the pledge only.
  void drop_reduced(PredicateIndex p) {
    const Match& match = *matches_[p];
    if (!alive(p) || match.reduction == nullptr || match.content == kNoPredicate || match.reduction->keep_inner) return;
    drop(match.content, "reduced by the word that embeds it");
  }

  [[nodiscard]] bool same_sides(const Match& a, const Match& b, bool exactly = false) const {
    const auto& actors = fillers_.document().actors().actors;
    const auto within = [&](const std::vector<ActorIndex>& few, const std::vector<ActorIndex>& many) {
      return std::all_of(few.begin(), few.end(), [&](ActorIndex x) {
        return std::any_of(many.begin(), many.end(),
                           [&](ActorIndex y) { return exactly ? x == y : same_side(actors, x, y); });
      });
    };
    return within(b.actor, a.actor) && within(b.recipient, a.recipient);
  }

  /// A manner noun beside its verb ("mit einem Luftschlag zerstört") is the verb's event.
  void drop_nominal_repeat(PredicateIndex p) {
    const Predicate& predicate = layer_.predicates[p];
    if (predicate.kind == PredicateKind::kVerb || predicate.parent == kNoPredicate) return;
    PredicateIndex q = predicate.parent;
    for (int climb = 0; climb < 3 && q != kNoPredicate; ++climb, q = layer_.predicates[q].parent) {
      if (alive(q) && matches_[q]->event == matches_[p]->event && same_sides(*matches_[q], *matches_[p])) {
        drop(p, "the verb of its clause says the same");
        return;
      }
      if (layer_.predicates[q].kind == PredicateKind::kVerb &&
          layer_.predicates[q].relation != ClauseRelation::kCoordinated)
        break;
    }
  }

  /// Coordinated verbs of one actor and one type are one event, unless their modes differ.
  void drop_coordinated(PredicateIndex p) {
    const Predicate& predicate = layer_.predicates[p];
    if (predicate.relation != ClauseRelation::kCoordinated || predicate.parent == kNoPredicate) return;
    const PredicateIndex q = predicate.parent;
    if (!alive(q)) return;
    const Match& a = *matches_[q];
    const Match& b = *matches_[p];
    if (a.event == b.event && a.actor == b.actor && a.mode == b.mode && same_sides(a, b, true))
      drop(p, "coordinated with the same event");
  }

  [[nodiscard]] bool definite(WordIndex head) const {
    for (const WordIndex c : fillers_.tree().children(head)) {
      const Node& node = fillers_.tree().node(c);
      if (node.deprel != Deprel::kDet) continue;
      if (node.feats.pron_type == PronType::kDem) return true;
      if (node.feats_raw.find("Poss=Yes") != std::string::npos) return true;
      if (node.feats_raw.find("Definite=Def") != std::string::npos) return true;
    }
    return false;
  }

  /// "Die Streiks sollen bis Freitag andauern": the clause is about the event and adds a date.
  [[nodiscard]] bool told_anew(const Predicate& noun) const {
    if (noun.parent == kNoPredicate || noun.relation != ClauseRelation::kNominal) return false;
    const Predicate& verb = layer_.predicates[noun.parent];
    const bool subject = std::any_of(verb.arguments.begin(), verb.arguments.end(), [&](const Argument& a) {
      return a.head == noun.head &&
             (a.function == Function::kSubject || (a.function == Function::kObject && verb.passive));
    });
    return subject && time_of(verb, fillers_.document(), fillers_.tree()) != nullptr;
  }

  /// "diesen Angriff", "die Proteste": a definite noun whose event the report has already told.
  void drop_told_again(PredicateIndex p) {
    const Predicate& predicate = layer_.predicates[p];
    if (predicate.kind != PredicateKind::kNoun || !predicate.light_verb.empty() || !definite(predicate.head)) return;
    if (told_anew(predicate)) return;
    // "die Festnahme von X durch Y": a phrase that names both sides is a predication of its own (rule 1)
    const Match& own = *matches_[p];
    if (!own.supplied && !own.actor.empty() && !own.recipient.empty()) return;
    for (PredicateIndex q = 0; q < p; ++q) {
      if (alive(q) && matches_[q]->event == matches_[p]->event && same_sides(*matches_[q], *matches_[p], true)) {
        drop(p, "a definite noun that repeats an event already told");
        return;
      }
    }
  }

  const Matches& matches_;
  const Fillers& fillers_;
  const ClauseLayer& layer_;
  std::vector<std::string> reasons_;
};

}  // namespace

std::vector<std::string> dropped(const Matches& matches, const Fillers& fillers) {
  return Selector(matches, fillers).run();
}

}  // namespace depesche::events
