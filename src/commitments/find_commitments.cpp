#include "commitments/find_commitments.h"

#include <algorithm>

#include "document/naming.h"
#include "document/tree.h"

namespace depesche::commitments {
namespace {

class CommitmentStage {
 public:
  CommitmentStage(const Document& document, const CommitmentRules& rules)
      : document_(document), rules_(rules), tree_(document), clauses_(document.clauses()) {}

  CommitmentLayer run() {
    for (const Event& e : document_.events().events) from_event(e);
    for (PredicateIndex p = 0; p < clauses_.predicates.size(); ++p) from_noun(p);
    std::stable_sort(layer_.commitments.begin(), layer_.commitments.end(),
                     [](const Commitment& a, const Commitment& b) { return a.evidence.front() < b.evidence.front(); });
    return std::move(layer_);
  }

 private:
  /// Conditional clause of a predicate or of the predicate that governs it.
  [[nodiscard]] PredicateIndex condition_of(PredicateIndex p) const {
    for (PredicateIndex i = 0; i < clauses_.predicates.size(); ++i) {
      const Predicate& c = clauses_.predicates[i];
      if (c.parent == p && (c.relation == ClauseRelation::kCondition || c.relation == ClauseRelation::kUntil)) return i;
    }
    const PredicateIndex verb = light_verb_of(clauses_, p);  // "Sanktionen verhängen": the condition hangs on the verb
    return verb == p ? kNoPredicate : condition_of(verb);
  }

  /// A parser may hang the condition of a quoted threat on the verb of saying: same sentence, same words said.
  [[nodiscard]] PredicateIndex condition_beside(PredicateIndex p) const {
    const auto& said = document_.statements().statement_of_word;
    if (p == kNoPredicate || said[clauses_.predicates[p].head] == kNoStatement) return kNoPredicate;
    for (PredicateIndex i = 0; i < clauses_.predicates.size(); ++i) {
      const Predicate& c = clauses_.predicates[i];
      const bool conditional = c.relation == ClauseRelation::kCondition || c.relation == ClauseRelation::kUntil;
      if (conditional && c.sentence == clauses_.predicates[p].sentence &&
          said[c.head] == said[clauses_.predicates[p].head])
        return i;
    }
    return kNoPredicate;
  }

  [[nodiscard]] const Event* event_under(PredicateIndex p) const {
    for (const Event& e : document_.events().events) {
      if (e.predicate == p) return &e;
    }
    for (const Event& e : document_.events().events) {
      if (e.predicate != kNoPredicate && clauses_.predicates[e.predicate].parent == p) return &e;
    }
    return nullptr;
  }

  [[nodiscard]] static EventTemplate pattern_of(const Event& e) { return {e.type, e.actor, e.recipient, e.context}; }

  /// "Sollte dies der Fall sein", "if that happens": the condition points back to an event told before.
  [[nodiscard]] const Event* pointed_to(PredicateIndex condition) const {
    const Predicate& c = clauses_.predicates[condition];
    const bool points = std::any_of(c.arguments.begin(), c.arguments.end(), [&](const Argument& a) {
      if (a.head == kNoWord || a.function != Function::kSubject) return false;
      const Node& n = tree_.node(a.head);
      return n.upos == Upos::kPron && document_.actors().actor_at_head(a.head) == kNoActor;
    });
    if (!points) return nullptr;
    const Event* last = nullptr;
    for (const Event& e : document_.events().events) {
      if (e.evidence.front().begin >= c.span.begin) break;
      const bool open = e.status == EventStatus::kPossible || e.status == EventStatus::kPlanned ||
                        e.status == EventStatus::kConditional;
      if (open && (e.quad == 2 || e.quad == 4) && !e.actor.empty()) last = &e;
    }
    return last;
  }

  [[nodiscard]] CommitmentPart condition_part(PredicateIndex condition) const {
    CommitmentPart part{clauses_.predicates[condition].span, std::nullopt};
    const Event* e = event_under(condition);
    if (e == nullptr) e = pointed_to(condition);
    if (e != nullptr) part.pattern = pattern_of(*e);
    return part;
  }

  [[nodiscard]] const Argument* argument(const Predicate& p, Function function) const {
    for (const Argument& a : p.arguments) {
      if (a.function == function && !a.span.empty()) return &a;
    }
    return nullptr;
  }

  [[nodiscard]] CommitmentPart action_part(const Event& e, const Rule& rule) const {
    CommitmentPart part{e.evidence.front(), e.content_event};
    if (e.predicate == kNoPredicate) return part;
    const Predicate& p = clauses_.predicates[e.predicate];
    if (rule.action == ActionFrom::kContent && e.content != kNoPredicate) {
      part.text = clauses_.predicates[e.content].span;
    } else if (rule.action != ActionFrom::kClause && !(e.content_event && rule.action == ActionFrom::kContent)) {
      if (const Argument* object = argument(p, Function::kObject)) part.text = object->span;
    }
    return part;
  }

  void from_event(const Event& e) {
    if (e.historical || e.status != EventStatus::kHappened || e.actor.empty()) return;
    PredicateIndex condition = e.predicate == kNoPredicate ? kNoPredicate : condition_of(e.predicate);
    if (condition == kNoPredicate && e.content != kNoPredicate) condition = condition_of(e.content);
    if (condition == kNoPredicate && e.type == "THREATEN") condition = condition_beside(e.predicate);
    const Rule* rule =
        rules_.find(e, e.content != kNoPredicate || e.content_event.has_value(), condition != kNoPredicate);
    if (rule == nullptr) return;
    Commitment c;
    c.kind = rule->kind;
    c.holder = e.actor;
    if (rule->kind != CommitmentKind::kTreaty) c.toward = e.recipient;
    c.polarity = rule->polarity;
    c.state = rule->state;
    if (e.date && rule->kind == CommitmentKind::kTreaty) c.since = e.date->from;
    if (rule->kind == CommitmentKind::kThreat) {
      c.consequence = action_part(e, *rule);
    } else {
      c.action = action_part(e, *rule);
    }
    if (condition != kNoPredicate) c.condition = condition_part(condition);
    c.statement = statement_at(e);
    finish(std::move(c), rule->origin);
  }

  [[nodiscard]] StatementIndex statement_at(const Event& e) const {
    for (StatementIndex s = 0; s < document_.statements().statements.size(); ++s) {
      if (e.predicate != kNoPredicate && document_.statements().statements[s].cue_predicate == e.predicate) return s;
    }
    return e.attributed_to;
  }

  /// "die Linie, keine Waffen zu liefern", "Resolutionen des UN-Sicherheitsrates": nouns that are commitments
  /// themselves.
  void from_noun(PredicateIndex p) {
    const Predicate& noun = clauses_.predicates[p];
    if (noun.kind != PredicateKind::kNoun) return;
    const bool policy = rules_.in_class(document_.language(), noun.lemma, "policy_line");
    const bool norm = rules_.in_class(document_.language(), noun.lemma, "norm_text");
    if (!policy && !norm) return;
    const Argument* clause = argument(noun, Function::kClause);
    if (policy && clause == nullptr) clause = clause_beside(noun);
    if (policy && (clause == nullptr || clause->clause == kNoPredicate)) return;
    Commitment c;
    c.kind = policy ? CommitmentKind::kPolicy : CommitmentKind::kNorm;
    c.state = CommitmentState::kInForce;
    c.polarity = Polarity::kWill;
    c.holder = owners(p);
    if (c.holder.empty()) return;
    CommitmentPart action{policy ? clause->span : noun.span, std::nullopt};
    if (policy) {
      const Predicate& inner = clauses_.predicates[clause->clause];
      if (inner.negated) c.polarity = Polarity::kWillNot;
      if (const Event* e = event_under(clause->clause)) action.pattern = pattern_of(*e);
    }
    c.action = action;
    finish(std::move(c), policy ? "words/classes policy_line" : "words/classes norm_text");
  }

  /// "verfolgt die Linie, keine Waffen zu liefern": the parser may hang the infinitive on the verb.
  [[nodiscard]] const Argument* clause_beside(const Predicate& noun) const {
    if (noun.parent == kNoPredicate) return nullptr;
    const Predicate& verb = clauses_.predicates[noun.parent];
    const Argument* clause = verb.kind == PredicateKind::kVerb ? argument(verb, Function::kClause) : nullptr;
    const bool infinitive =
        clause != nullptr && clause->clause != kNoPredicate && clauses_.predicates[clause->clause].infinitive;
    return infinitive ? clause : nullptr;
  }

  /// Whose line or rule it is: the phrase's owner, else the subject of the clause.
  [[nodiscard]] std::vector<ActorIndex> owners(PredicateIndex p) const {
    std::vector<ActorIndex> out;
    const Predicate& noun = clauses_.predicates[p];
    for (const Argument& a : noun.arguments) {
      if (a.head == kNoWord || a.function == Function::kClause || a.function == Function::kOblique) continue;
      if (a.head == noun.head) {
        add_unique(out, document_.actors().actor_at_word(a.head));
      } else {
        add_actors_named(document_, tree_, a.head, out);
      }
    }
    if (!out.empty() || noun.parent == kNoPredicate) return out;
    for (const Argument& a : clauses_.predicates[noun.parent].arguments) {
      if (a.function == Function::kSubject && a.head != kNoWord) add_actors_named(document_, tree_, a.head, out);
    }
    return out;
  }

  /// An intention and its detail are one commitment: a second entry of the same kind and holder over the same text is
  /// dropped.
  void finish(Commitment c, const std::string& origin) {
    for (const auto* part : {&c.action, &c.condition, &c.consequence}) {
      if (*part) c.evidence.push_back((*part)->text);
    }
    std::sort(c.evidence.begin(), c.evidence.end());
    c.rule = origin;
    for (const Commitment& other : layer_.commitments) {
      if (other.kind == c.kind && other.holder == c.holder && other.evidence.front().overlaps(c.evidence.front()))
        return;
    }
    layer_.commitments.push_back(std::move(c));
  }

  const Document& document_;
  const CommitmentRules& rules_;
  Tree tree_;
  const ClauseLayer& clauses_;
  CommitmentLayer layer_;
};

}  // namespace

CommitmentLayer find_commitments(const Document& document, const CommitmentRules& rules) {
  return CommitmentStage(document, rules).run();
}

}  // namespace depesche::commitments
