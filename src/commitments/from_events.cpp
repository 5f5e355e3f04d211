// Commitments that an event makes: promises, threats, demands, refusals, signatures, bans (rules/commitments.tsv).
#include <algorithm>

#include "commitments/workspace.h"

namespace depesche::commitments {
namespace {

constexpr size_t kShortText = 12;  // bytes; "bereit", "plans": no text of what is bound

/// "plans", "Absichten": the object names no act, the infinitive beside it does.
bool is_plan(const Workspace& work, const Argument& object) {
  return object.head != kNoWord && work.in_class(work.tree().lemma(object.head), "plan_noun");
}

/// The words around a predicate of one word: what hangs on it, else the clause above it.
Span wider_text(const Workspace& work, const Predicate& p) {
  if (p.span.size() >= kShortText) return p.span;
  const Span below = work.tree().span(p.head);
  if (below.size() >= kShortText) return below;
  const WordIndex above = work.tree().head(p.head);
  return above == kNoWord ? below : work.tree().span(above);
}

CommitmentPart action_part(const Workspace& work, const Event& e, const Rule& rule) {
  CommitmentPart part{e.evidence.front(), e.content_event};
  if (rule.action == ActionFrom::kDeed) part.pattern = pattern_of(e);
  if (e.predicate == kNoPredicate) return part;
  const Predicate& p = work.predicate(e.predicate);
  if (rule.action == ActionFrom::kContent && e.content != kNoPredicate) {
    part.text = work.predicate(e.content).span;
  } else if (rule.action == ActionFrom::kContent || rule.action == ActionFrom::kObject) {
    const Argument* content = rule.action == ActionFrom::kContent ? work.content_of(e.predicate) : nullptr;
    if (content == nullptr && !(e.content_event && rule.action == ActionFrom::kContent))
      content = work.argument(p, Function::kObject);
    const PredicateIndex infinitive = content == nullptr || content->clause != kNoPredicate || !is_plan(work, *content)
                                          ? kNoPredicate
                                          : work.infinitive_beside(e.predicate);
    if (infinitive != kNoPredicate) {
      part.text = work.predicate(infinitive).span;
    } else if (content != nullptr && content->span.size() >= kShortText) {
      part.text = content->span;
    } else if (part.text.size() < kShortText) {
      part.text = wider_text(work, p);
    }
  }
  return part;
}

/// Parties of two camps: a deal between them is an instrument, one inside a camp an intention of its own.
bool two_camps(const Document& document, const Event& e) {
  const std::vector<Actor>& actors = document.actors().actors;
  const Actor* first = nullptr;
  for (const ActorIndex a : e.actor) {
    if (first == nullptr) {
      first = &actors[a];
    } else if (actors[a].code != first->code || (actors[a].sector != first->sector && !first->sector.empty() &&
                                                 !actors[a].sector.empty() && !actors[a].person)) {
      return true;
    }
  }
  return false;
}

Situation situation_of(const Workspace& work, const Event& e, PredicateIndex condition) {
  Situation s;
  s.content = e.content != kNoPredicate || e.content_event.has_value();
  s.condition = condition != kNoPredicate;
  s.parties = two_camps(work.document(), e);
  if (e.predicate != kNoPredicate) {
    const ClauseTense tense = work.predicate(e.predicate).tense;
    s.verb =
        work.predicate(e.predicate).kind == PredicateKind::kVerb || !work.predicate(e.predicate).light_verb.empty();
    s.standing = tense == ClauseTense::kPresent || tense == ClauseTense::kFuture;
  }
  s.court = !e.actor.empty() && std::all_of(e.actor.begin(), e.actor.end(), [&](ActorIndex a) {
    return work.rules().court(work.document().actors().actors[a].sector);
  });
  s.authority = !e.actor.empty() && std::all_of(e.actor.begin(), e.actor.end(), [&](ActorIndex a) {
    const Actor& actor = work.document().actors().actors[a];
    return actor.coded() && work.rules().authority(actor.sector);
  });
  return s;
}

void add_from(const Workspace& work, const Event& e, std::vector<Commitment>& out) {
  if (e.historical || e.actor.empty()) return;
  const PredicateIndex p = e.predicate;
  PredicateIndex condition = p == kNoPredicate ? kNoPredicate : work.condition_of(p);
  if (condition == kNoPredicate && e.content != kNoPredicate) condition = work.condition_of(e.content);
  if (condition == kNoPredicate && e.content != kNoPredicate) condition = work.condition_within(e.content);
  if (condition == kNoPredicate && e.type == "THREATEN") condition = work.condition_beside(p);
  const Rule* rule = work.rules().find(e, situation_of(work, e, condition));
  if (rule == nullptr) return;
  Commitment c;
  c.kind = rule->kind;
  c.holder = e.actor;
  if (rule->kind != CommitmentKind::kTreaty) c.toward = e.recipient;
  c.polarity = rule->polarity;
  c.state = rule->state;
  if (e.date && rule->kind == CommitmentKind::kTreaty) c.since = e.date->from;
  (rule->kind == CommitmentKind::kThreat ? c.consequence : c.action) = action_part(work, e, *rule);
  if (condition != kNoPredicate) c.condition = work.condition_part(condition);
  const StatementIndex said = work.statement_of_cue(p);
  c.statement = said == kNoStatement ? e.attributed_to : said;
  c.rule = rule->origin;
  out.push_back(std::move(c));
}

}  // namespace

void add_from_events(const Workspace& work, std::vector<Commitment>& out) {
  for (const Event& e : work.document().events().events) add_from(work, e, out);
}

}  // namespace depesche::commitments
