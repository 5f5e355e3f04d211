// Commitments of clauses that are no event of promising, demanding, ruling: "Wir werden ...", "Paris will ...",
// "the court ruled that the state must ..." (rules/commitment_clauses.tsv).
#include <algorithm>

#include "commitments/workspace.h"
#include "document/naming.h"

namespace depesche::commitments {
namespace {

class ClauseFinder {
 public:
  explicit ClauseFinder(const Workspace& work) : work_(work), actors_(work.document().actors().actors) {}

  [[nodiscard]] std::optional<Commitment> find(PredicateIndex p) const {
    const Predicate& clause = work_.predicate(p);
    if (!can_bind(clause)) return std::nullopt;
    const StatementIndex s = work_.said_in(p);
    const Statement* said = s == kNoStatement ? nullptr : &work_.document().statements().statements[s];
    if (said != nullptr && (said->speaker.empty() || said->cue_predicate == p)) return std::nullopt;
    const std::vector<ActorIndex> subjects = work_.subjects(clause);
    if (clause.parent != kNoPredicate && work_.predicate(clause.parent).negated && clause.infinitive)
      return std::nullopt;
    const bool we = first_person(clause);
    if (subjects.empty() && !(we && said != nullptr)) return std::nullopt;
    const bool own = we || said == nullptr || side_of(subjects, said->speaker);
    PredicateIndex condition = work_.condition_of(p);
    if (condition == kNoPredicate) condition = work_.condition_within(p);
    if (condition == kNoPredicate && clause.modality == Modality::kFuture) condition = work_.condition_beside(p);
    const ClauseRule* rule = work_.rules().find(clause.modality, manner(said), own, condition != kNoPredicate);
    if (rule == nullptr) return std::nullopt;
    if (said == nullptr &&
        !std::all_of(subjects.begin(), subjects.end(), [&](ActorIndex a) { return actors_[a].coded(); }))
      return std::nullopt;
    return made(p, *rule, own && !subjects.empty() ? subjects : said->speaker,
                own ? std::vector<ActorIndex>{} : subjects, s, condition);
  }

  /// "erwartet, dass X ...", "insists that X ...": verbs that ask without being an event of asking (class demand_verb).
  [[nodiscard]] std::optional<Commitment> demand(PredicateIndex p) const {
    const Predicate& verb = work_.predicate(p);
    if (verb.kind != PredicateKind::kVerb || verb.negated || verb.not_excluded ||
        !work_.in_class(verb.lemma, "demand_verb"))
      return std::nullopt;
    std::vector<ActorIndex> holder = work_.subjects(verb);
    if (holder.empty() || !actors_[holder.front()].coded()) return std::nullopt;
    std::vector<ActorIndex> toward;
    for (const Argument& a : verb.arguments) {
      if (a.function == Function::kOblique && a.head != kNoWord && work_.in_class(a.preposition, "link_target"))
        add_actors_named(work_.document(), work_.tree(), a.head, toward);
    }
    const Argument* content = work_.argument(verb, Function::kClause);
    const PredicateIndex inner = content == nullptr ? kNoPredicate : content->clause;
    if (inner != kNoPredicate && toward.empty()) toward = work_.subjects(work_.predicate(inner));
    if (content == nullptr && !toward.empty()) content = work_.argument(verb, Function::kObject);
    if (content == nullptr || toward.empty() || toward == holder) return std::nullopt;
    Commitment c;
    c.kind = CommitmentKind::kDemand;
    c.holder = std::move(holder);
    c.toward = std::move(toward);
    c.action = CommitmentPart{content->span, std::nullopt};
    const Event* e = inner == kNoPredicate ? nullptr : work_.event_under(inner);
    if (e != nullptr) c.action->pattern = pattern_of(*e);
    const StatementIndex said = work_.statement_of_cue(p);
    c.statement = said == kNoStatement ? work_.said_in(p) : said;
    c.rule = "words/classes demand_verb";
    return c;
  }

 private:
  /// Clauses that are conditions, questions, times or told of the past bind nobody; being and knowing is no act.
  [[nodiscard]] bool can_bind(const Predicate& p) const {
    if (work_.in_class(p.lemma, "stative_verb")) return false;
    if (p.kind != PredicateKind::kVerb || p.not_excluded || p.attributive || p.past_background) return false;
    if (p.mood == ClauseMood::kQuestion || p.mood == ClauseMood::kIrreal || p.mood == ClauseMood::kImperative)
      return false;
    if (p.tense == ClauseTense::kPast || p.tense == ClauseTense::kPluperfect) return false;
    switch (p.relation) {
      case ClauseRelation::kCondition:
      case ClauseRelation::kUntil:
      case ClauseRelation::kTemporal:
      case ClauseRelation::kQuestion:
      case ClauseRelation::kRelative:
      case ClauseRelation::kPurpose: return false;
      default: return true;
    }
  }

  [[nodiscard]] bool first_person(const Predicate& p) const {
    return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
      if (a.function != Function::kSubject || a.head == kNoWord) return false;
      const Node& n = work_.tree().node(a.head);
      return n.upos == Upos::kPron && n.feats.person == Person::k1;
    });
  }

  /// Is one of them a speaker, or does a speaker for their state or body speak for them?
  [[nodiscard]] bool side_of(const std::vector<ActorIndex>& subjects, const std::vector<ActorIndex>& speakers) const {
    return std::any_of(subjects.begin(), subjects.end(), [&](ActorIndex a) {
      return std::any_of(speakers.begin(), speakers.end(), [&](ActorIndex b) {
        if (a == b) return true;
        const Actor& one = actors_[a];
        const Actor& two = actors_[b];
        return one.coded() && one.code == two.code && work_.rules().authority(one.sector) &&
               work_.rules().authority(two.sector);
      });
    });
  }

  [[nodiscard]] Said manner(const Statement* said) const {
    if (said == nullptr) return Said::kTold;
    const bool ruled = work_.in_class(said->cue_lemma, "verdict_verb") &&
                       std::all_of(said->speaker.begin(), said->speaker.end(), [&](ActorIndex a) {
                         return actors_[a].coded() && work_.rules().authority(actors_[a].sector);
                       });
    return ruled ? Said::kRuled : Said::kSaid;
  }

  [[nodiscard]] Commitment made(PredicateIndex p, const ClauseRule& rule, std::vector<ActorIndex> holder,
                                std::vector<ActorIndex> toward, StatementIndex said, PredicateIndex condition) const {
    const Predicate& clause = work_.predicate(p);
    CommitmentPart part{clause.span, std::nullopt};
    const Event* e = work_.event_of(p);
    if (e != nullptr) part.pattern = pattern_of(*e);
    Commitment c;
    c.kind = rule.kind;
    // a condition under which one helps or agrees is no red line
    if (c.kind == CommitmentKind::kThreat && e != nullptr && (e->quad == 1 || e->quad == 2))
      c.kind = CommitmentKind::kPledge;
    c.holder = std::move(holder);
    c.toward = std::move(toward);
    if (c.toward.empty() && e != nullptr) c.toward = e->recipient;
    c.state = rule.state;
    if (c.kind != CommitmentKind::kDemand && c.kind != CommitmentKind::kThreat)
      c.polarity = clause.negated ? Polarity::kWillNot : Polarity::kWill;
    (c.kind == CommitmentKind::kThreat ? c.consequence : c.action) = std::move(part);
    if (condition != kNoPredicate) c.condition = work_.condition_part(condition);
    c.statement = said;
    c.rule = rule.origin;
    return c;
  }

  const Workspace& work_;
  const std::vector<Actor>& actors_;
};

}  // namespace

void add_from_clauses(const Workspace& work, std::vector<Commitment>& out) {
  const ClauseFinder finder(work);
  for (PredicateIndex p = 0; p < work.size(); ++p) {
    auto c = finder.find(p);
    if (!c) c = finder.demand(p);
    if (c) out.push_back(std::move(*c));
  }
}

}  // namespace depesche::commitments
