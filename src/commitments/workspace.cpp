#include "commitments/workspace.h"

#include <algorithm>

#include "document/naming.h"

namespace depesche::commitments {

EventTemplate pattern_of(const Event& e) {
  return {e.type, e.actor, e.recipient, e.context};
}

Workspace::Workspace(const Document& document, const CommitmentRules& rules)
    : document_(document),
      rules_(rules),
      tree_(document),
      clauses_(document.clauses()),
      children_(clauses_.predicates.size()),
      event_of_(clauses_.predicates.size(), kNoEvent),
      statement_of_cue_(clauses_.predicates.size(), kNoStatement) {
  for (PredicateIndex p = 0; p < size(); ++p) {
    if (predicate(p).parent != kNoPredicate) children_[predicate(p).parent].push_back(p);
  }
  const std::vector<Event>& events = document.events().events;
  for (EventIndex e = 0; e < events.size(); ++e) {
    const PredicateIndex p = events[e].predicate;
    if (p != kNoPredicate && event_of_[p] == kNoEvent) event_of_[p] = e;
  }
  const std::vector<Statement>& statements = document.statements().statements;
  for (StatementIndex s = 0; s < statements.size(); ++s) {
    const PredicateIndex p = statements[s].cue_predicate;
    if (p != kNoPredicate && statement_of_cue_[p] == kNoStatement) statement_of_cue_[p] = s;
  }
}

PredicateIndex Workspace::condition_within(PredicateIndex p) const {
  const Predicate& outer = predicate(p);
  for (PredicateIndex i = sentence_begin(clauses_, p); i < size() && predicate(i).sentence == outer.sentence; ++i) {
    const Span inner = predicate(i).span;
    const bool inside = inner.begin >= outer.span.begin && inner.end <= outer.span.end && i != p;
    if (inside && conditional(predicate(i).relation)) return i;
  }
  return kNoPredicate;
}

PredicateIndex Workspace::condition_beside(PredicateIndex p) const {
  if (p == kNoPredicate || said_in(p) == kNoStatement) return kNoPredicate;
  const uint32_t sentence = predicate(p).sentence;
  const PredicateIndex cue = document_.statements().statements[said_in(p)].cue_predicate;
  for (PredicateIndex i = sentence_begin(clauses_, p); i < size() && predicate(i).sentence == sentence; ++i) {
    const bool beside = said_in(i) == said_in(p) || (cue != kNoPredicate && predicate(i).parent == cue);
    if (conditional(predicate(i).relation) && beside && i != p) return i;
  }
  return kNoPredicate;
}

const Event* Workspace::event_of(PredicateIndex p) const {
  return p == kNoPredicate || event_of_[p] == kNoEvent ? nullptr : &document_.events().events[event_of_[p]];
}

const Event* Workspace::event_under(PredicateIndex p) const {
  if (const Event* e = event_of(p)) return e;
  for (PredicateIndex c : children_[p]) {
    if (const Event* e = event_of(c)) return e;
  }
  return nullptr;
}

const Argument* Workspace::argument(const Predicate& p, Function function) const {
  for (const Argument& a : p.arguments) {
    if (a.function == function && !a.span.empty()) return &a;
  }
  return nullptr;
}

const Argument* Workspace::content_of(PredicateIndex p) const {
  if (const Argument* own = argument(predicate(p), Function::kClause)) return own;
  const PredicateIndex verb = light_verb_of(clauses_, p);
  if (verb != p) {
    if (const Argument* light = argument(predicate(verb), Function::kClause)) return light;
  }
  const Predicate& here = predicate(p);
  if (here.parent == kNoPredicate || here.kind == PredicateKind::kVerb) return nullptr;
  const Argument* outer = argument(predicate(here.parent), Function::kClause);
  return outer != nullptr && outer->clause != kNoPredicate && outer->clause != p ? outer : nullptr;
}

PredicateIndex Workspace::infinitive_beside(PredicateIndex p) const {
  for (PredicateIndex c : children_[p]) {
    const Predicate& child = predicate(c);
    if (child.kind == PredicateKind::kVerb && child.infinitive && child.span.begin > predicate(p).core.begin) return c;
  }
  return kNoPredicate;
}

PredicateIndex Workspace::attribute_of(PredicateIndex p) const {
  for (PredicateIndex c : children_[p]) {
    const ClauseRelation r = predicate(c).relation;
    if (r == ClauseRelation::kRelative || (r == ClauseRelation::kParticiple && !predicate(c).attributive)) return c;
  }
  return kNoPredicate;
}

/// "Sollte dies der Fall sein", "if that happens": the condition points back to an event told before.
const Event* Workspace::pointed_to(PredicateIndex condition) const {
  const Predicate& c = predicate(condition);
  const bool points = std::any_of(c.arguments.begin(), c.arguments.end(), [&](const Argument& a) {
    if (a.head == kNoWord || a.function != Function::kSubject) return false;
    return tree_.node(a.head).upos == Upos::kPron && document_.actors().actor_at_head(a.head) == kNoActor;
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

CommitmentPart Workspace::condition_part(PredicateIndex condition) const {
  CommitmentPart part{predicate(condition).span, std::nullopt};
  const Event* e = event_under(condition);
  if (e == nullptr) e = pointed_to(condition);
  if (e != nullptr) part.pattern = pattern_of(*e);
  return part;
}

std::vector<ActorIndex> Workspace::subjects(const Predicate& p) const {
  std::vector<ActorIndex> out;
  for (const Argument& a : p.arguments) {
    if (a.function == Function::kSubject && a.head != kNoWord) add_actors_named(document_, tree_, a.head, out);
  }
  return out;
}

StatementIndex Workspace::statement_of_cue(PredicateIndex p) const {
  return p == kNoPredicate ? kNoStatement : statement_of_cue_[p];
}

StatementIndex Workspace::said_in(PredicateIndex p) const {
  const auto& said = document_.statements().statement_of_word;
  return predicate(p).head < said.size() ? said[predicate(p).head] : kNoStatement;
}

}  // namespace depesche::commitments
