#include "events/agents.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "events/sides.h"

namespace depesche::events {
namespace {

constexpr uint32_t kBefore = 1;         // sentences back in which another act of the same course may name the agent
constexpr uint32_t kOtherSides = 1000;  // words of distance that a match with other recipients counts more

constexpr uint32_t kProbable = 2;  // sentences back in which those whose trade the act is may be named

/// Sectors (CODEBOOK section 2) whose trade an act of force is.
struct Trade {
  std::string_view event;
  std::string_view sectors;
};
constexpr Trade kTrades[] = {
    {"COERCE", "COP JUD MIL SPY PRM GOV"}, {"ASSAULT", "REB UAF MIL PRM CRM"}, {"MOBILIZE", "MIL COP GOV"}};

constexpr std::string_view kEasing = "08";  // CAMEO root of what is eased, lifted, given back: it undoes a deed

bool undoes(const Match& m) {
  return m.cameo.starts_with(kEasing);
}

/// Events that are told of by parts, so that one telling may leave out who acts: deeds, their end, and meetings.
bool told_in_parts(const FrameLexicon& lexicon, const Match& m) {
  const int quad = lexicon.quad(m.event);
  return quad == 2 || quad == 4 || m.event == "CONSULT" || undoes(m);
}

/// Is the missing agent one that grammar leaves out: a passive, or a noun without its genitive?
bool agentless(const Predicate& p) {
  const bool subject = std::any_of(p.arguments.begin(), p.arguments.end(),
                                   [](const Argument& a) { return a.function == Function::kSubject; });
  if (subject) return false;
  return p.passive || p.kind == PredicateKind::kNoun || p.relation == ClauseRelation::kParticiple;
}

class Supplier {
 public:
  Supplier(std::vector<std::optional<Match>>& matches, const Fillers& fillers)
      : matches_(matches),
        predicates_(fillers.predicates()),
        actors_(fillers.document().actors().actors),
        lexicon_(fillers.lexicon()),
        fillers_(fillers) {}

  void run() {
    std::vector<PredicateIndex> lacking;
    for (PredicateIndex p = 0; p < matches_.size(); ++p) {
      if (matches_[p] && matches_[p]->actor.empty() && matches_[p]->unit->need != Need::kNothing &&
          told_in_parts(lexicon_, *matches_[p]) && agentless(predicates_[p])) {
        lacking.push_back(p);
      } else if (matches_[p] && !matches_[p]->actor.empty()) {
        named_.push_back(p);
      }
    }
    for (const PredicateIndex p : lacking) supply(p);
  }

 private:
  [[nodiscard]] bool share_side(const std::vector<ActorIndex>& a, const std::vector<ActorIndex>& b) const {
    return std::any_of(a.begin(), a.end(), [&](ActorIndex x) {
      return std::any_of(b.begin(), b.end(), [&](ActorIndex y) { return same_side(actors_, x, y); });
    });
  }
  /// Both sides belong to one state: who acts and who suffers cannot be told apart by their codes.
  [[nodiscard]] bool domestic(const Match& m) const { return share_side(m.actor, m.recipient); }

  [[nodiscard]] static uint32_t distance(WordIndex a, WordIndex b) { return a > b ? a - b : b - a; }
  [[nodiscard]] static bool plies(const Actor& actor, std::string_view sectors) {
    return actor.coded() && !actor.sector.empty() && sectors.find(actor.sector) != std::string_view::npos;
  }

  /// Who does to the recipients of `lacking` what `named` tells of; nothing when the sides contradict.
  [[nodiscard]] const std::vector<ActorIndex>* agent(const Match& named, const Match& lacking) const {
    if (lacking.recipient.empty() || named.recipient.empty() || domestic(named)) {
      const bool itself = std::any_of(lacking.recipient.begin(), lacking.recipient.end(), [&](ActorIndex r) {
        return std::find(named.actor.begin(), named.actor.end(), r) != named.actor.end();
      });
      return itself ? nullptr : &named.actor;
    }
    if (!share_side(named.actor, lacking.recipient)) return &named.actor;
    // in a fight of two sides the one strikes back at the other
    return share_side(named.recipient, lacking.recipient) ? nullptr : &named.recipient;
  }

  void supply(PredicateIndex p) {
    Match& lacking = *matches_[p];
    const std::vector<ActorIndex>* best = nullptr;
    uint32_t least = UINT32_MAX;
    for (const PredicateIndex q : named_) {
      const Match& named = *matches_[q];
      const bool same = named.event == lacking.event;
      if (!same && !same_course(p, q) && !(undoes(lacking) && restrains(named))) continue;
      const std::vector<ActorIndex>* who = agent(named, lacking);
      if (who == nullptr) continue;
      const bool others = !lacking.recipient.empty() && !share_side(named.recipient, lacking.recipient);
      const uint32_t cost = distance(predicates_[p].head, predicates_[q].head) + (others ? kOtherSides : 0) +
                            (same ? 0 : 2 * kOtherSides);
      if (cost >= least) continue;
      best = who;
      least = cost;
    }
    std::vector<ActorIndex> probable;
    if (best == nullptr) probable = nearest_force(p);
    if (best == nullptr && probable.empty() && lacking.event == "PROTEST") probable = people_of_place(p);
    if (best == nullptr && probable.empty()) return;
    lacking.actor = best == nullptr ? probable : *best;
    lacking.supplied = true;
    drop_selves(lacking);
  }

  /// "where the sentence before names the agent of the same course of action": force of another type just before.
  [[nodiscard]] bool same_course(PredicateIndex p, PredicateIndex q) const {
    if (lexicon_.quad(matches_[p]->event) != 4 || lexicon_.quad(matches_[q]->event) != 4) return false;
    const uint32_t here = predicates_[p].sentence;
    const uint32_t there = predicates_[q].sentence;
    return there <= here && there + kBefore >= here;
  }

  /// Rule 6: protesters belong to the state they act in ("kam es in Dublin zu Ausschreitungen").
  [[nodiscard]] std::vector<ActorIndex> people_of_place(PredicateIndex p) const {
    PredicateIndex at = p;
    for (int climb = 0; climb < 2 && at != kNoPredicate; ++climb, at = predicates_[at].parent) {
      for (const Argument& a : predicates_[at].arguments) {
        if (!lexicon_.in_class(fillers_.document().language(), a.preposition, "link_place")) continue;
        std::vector<ActorIndex> state = fillers_.state_at(a.head);
        if (!state.empty()) return state;
      }
    }
    return {};
  }

  /// "also as probable": those whose trade the act is, when the sentence or those just before name them.
  [[nodiscard]] std::vector<ActorIndex> nearest_force(PredicateIndex p) const {
    const Match& lacking = *matches_[p];
    const auto* trade =
        std::find_if(std::begin(kTrades), std::end(kTrades), [&](const Trade& t) { return t.event == lacking.event; });
    if (trade == std::end(kTrades)) return {};
    const uint32_t here = predicates_[p].sentence;
    ActorIndex best = kNoActor;
    uint32_t least = UINT32_MAX;
    for (const Mention& m : fillers_.document().actors().mentions) {
      if (m.actor == kNoActor || m.head == kNoWord || !plies(actors_[m.actor], trade->sectors)) continue;
      const uint32_t there = fillers_.document().words().words[m.head].sentence;
      if (there > here || there + kProbable < here) continue;
      const auto& suffer = lacking.recipient;
      if (std::find(suffer.begin(), suffer.end(), m.actor) != suffer.end()) continue;
      const uint32_t away = distance(m.head, predicates_[p].head);
      if (away < least) {
        best = m.actor;
        least = away;
      }
    }
    return best == kNoActor ? std::vector<ActorIndex>() : std::vector<ActorIndex>{best};
  }

  /// Who arrested, banned, blocked or punished can release, permit, open and lift.
  [[nodiscard]] bool restrains(const Match& named) const {
    return lexicon_.quad(named.event) == 4 && named.event != "PROTEST" && named.event != "MOBILIZE";
  }

  std::vector<std::optional<Match>>& matches_;
  const std::vector<Predicate>& predicates_;
  const std::vector<Actor>& actors_;
  const FrameLexicon& lexicon_;
  const Fillers& fillers_;
  std::vector<PredicateIndex> named_;  // with actors that the text itself gives, in text order
};

}  // namespace

void supply_agents(std::vector<std::optional<Match>>& matches, const Fillers& fillers) {
  Supplier(matches, fillers).run();
}

}  // namespace depesche::events
