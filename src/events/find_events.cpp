#include "events/find_events.h"

#include "events/agents.h"
#include "events/circumstances.h"
#include "events/evidence.h"
#include "events/selection.h"
#include "events/sides.h"
#include "events/status.h"

namespace depesche::events {
namespace {

/// The statement that claims the event; an act of saying is not attributed to itself.
StatementIndex attribution(PredicateIndex p, const Document& document) {
  const StatementLayer& layer = document.statements();
  const WordIndex head = document.clauses().predicates[p].head;
  if (head >= layer.statement_of_word.size()) return kNoStatement;
  const StatementIndex s = layer.statement_of_word[head];
  return s != kNoStatement && layer.statements[s].cue_predicate == p ? kNoStatement : s;
}

std::optional<EventDate> date_of(const TimeExpression* time) {
  if (time == nullptr || (!time->from && !time->to)) return std::nullopt;
  return EventDate{time->from, time->to, time->span};
}

class EventStage {
 public:
  EventStage(const Document& document, const FrameLexicon& lexicon, Trace* trace)
      : document_(document), lexicon_(lexicon), fillers_(document, lexicon), trace_(trace) {}

  EventLayer run() {
    const auto& predicates = document_.clauses().predicates;
    const FrameMatcher matcher(fillers_, trace_);
    matches_.resize(predicates.size());
    for (PredicateIndex p = 0; p < predicates.size(); ++p) matches_[p] = matcher.match(p);
    supply_agents(matches_, fillers_);
    complete_sides(matches_, fillers_);
    const std::vector<std::string> reasons = dropped(matches_, fillers_);
    EventLayer layer;
    for (PredicateIndex p = 0; p < predicates.size(); ++p) {
      if (const auto duty = matcher.duty(p); duty && !told_by_parent(p)) layer.events.push_back(event(p, *duty));
      if (!matches_[p]) continue;
      if (trace_ != nullptr) note(p, reasons[p]);
      if (reasons[p].empty()) layer.events.push_back(event(p, *matches_[p]));
    }
    return layer;
  }

 private:
  /// "insisted that Iran must ...": the verb of saying has the demand already.
  [[nodiscard]] bool told_by_parent(PredicateIndex p) const {
    const PredicateIndex parent = document_.clauses().predicates[p].parent;
    return parent != kNoPredicate && matches_[parent] && matches_[parent]->event == "REQUEST";
  }

  void note(PredicateIndex p, const std::string& reason) {
    const Match& m = *matches_[p];
    trace_->trials.push_back({p, m.unit->frame, m.unit->origin, reason.empty() ? TrialEnd::kCoded : TrialEnd::kDropped,
                              m.event, reason.empty() ? m.event : reason, m.actor, m.recipient});
  }

  [[nodiscard]] std::string rule(const Match& m) const {
    std::string text = m.unit->origin + " " + m.unit->frame + " (" + m.unit->lemma + ")";
    if (m.reduction != nullptr) text += " + " + m.reduction->origin + " " + m.unit->reduce;
    return text;
  }

  /// The promised, demanded or threatened act as a template, whether it is an event of its own or not.
  [[nodiscard]] std::optional<EventTemplate> content_event(const Match& m) const {
    if (m.own_intent) return EventTemplate{m.intended_event, m.actor, m.recipient, m.unit->context};
    if (m.content == kNoPredicate || !matches_[m.content]) return std::nullopt;
    const Match& inner = *matches_[m.content];
    const Predicate& predicate = document_.clauses().predicates[m.content];
    return EventTemplate{inner.event, inner.actor, inner.recipient,
                         contexts_of(predicate, inner.unit->context, fillers_)};
  }

  [[nodiscard]] Event event(PredicateIndex p, const Match& m) const {
    const Predicate& predicate = document_.clauses().predicates[p];
    Event e;
    e.type = m.event;
    e.mode = m.mode;
    e.cameo = m.cameo;
    e.actor = m.actor;
    e.recipient = m.recipient;
    e.quad = lexicon_.quad(m.event);
    e.score = lexicon_.score(m.event, m.mode.empty() ? "" : m.mode.front());
    e.goldstein = lexicon_.goldstein(m.cameo);
    const StatusRuling status = status_of({p, &m, e.quad == 1 || e.quad == 3}, fillers_, matches_);
    e.status = status.status;
    if (trace_ != nullptr) trace_->rulings.push_back({p, status.rule, m.supplied});
    const TimeExpression* time = time_of(predicate, document_, fillers_.tree());
    e.historical = is_historical(predicate, time, document_);
    e.date = date_of(time);
    e.place = place_of(predicate, fillers_);
    e.context = contexts_of(predicate, m.unit->context, fillers_);
    e.attributed_to = attribution(p, document_);
    e.sentence = predicate.sentence;
    e.evidence = evidence_of(p, fillers_);
    e.predicate = p;
    e.content = m.content;
    e.content_event = content_event(m);
    e.rule = rule(m);
    return e;
  }

  const Document& document_;
  const FrameLexicon& lexicon_;
  Fillers fillers_;
  Trace* trace_;
  std::vector<std::optional<Match>> matches_;
};

}  // namespace

EventLayer find_events(const Document& document, const FrameLexicon& lexicon, Trace* trace) {
  return EventStage(document, lexicon, trace).run();
}

}  // namespace depesche::events
