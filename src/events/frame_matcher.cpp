#include "events/frame_matcher.h"

#include <algorithm>

#include "base/utf8.h"
#include "events/status.h"

namespace depesche::events {
namespace {

constexpr std::string_view kMust = "*must";  // the unit of verbs without one of their own under müssen, must, should
constexpr std::string_view kSpeaker = "speaker";  // binding of units that judge: knowledge/ontology/functions.tsv
constexpr int kMaxDepth = 4;                      // announce that one demands that one promises ...: deeper is noise

bool is_event_name(const std::string& name) {
  return !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
}

}  // namespace

std::vector<const Unit*> FrameMatcher::candidates(const Predicate& predicate) const {
  const Language language = fillers_.document().language();
  std::vector<const Unit*> out;
  const auto add = [&](std::string_view lemma) {
    for (const Unit& u : fillers_.lexicon().units(language, predicate.kind, lemma)) out.push_back(&u);
  };
  if (predicate.kind == PredicateKind::kNoun) add_phrases(predicate.head, add);
  add(predicate.lemma);
  if (predicate.kind == PredicateKind::kVerb) {
    // "fighting continues", "the shelling of": a gerund that the tagger calls a verb has the units of the noun too
    const Tree& tree = fillers_.tree();
    if (language == Language::kEnglish && predicate.head < tree.size() && tree.form(predicate.head).ends_with("ing")) {
      const std::string gerund = utf8::lower(tree.form(predicate.head));
      for (const Unit& u : fillers_.lexicon().units(language, PredicateKind::kNoun, gerund)) out.push_back(&u);
    }
    return out;
  }
  if (!out.empty() || predicate.kind != PredicateKind::kNoun) return out;
  // the head of a compound: Waffenlieferung is a Lieferung; the longest known tail decides
  const auto& parts = fillers_.document().clauses().compound_parts;
  if (predicate.head >= parts.size() || parts[predicate.head].size() < 2) return out;
  const auto& own = parts[predicate.head];
  for (size_t from = 1; from < own.size() && out.empty(); ++from) {
    std::string tail;
    for (size_t i = from; i < own.size(); ++i) tail += own[i];
    add(utf8::capitalised(tail));
  }
  return out;
}

/// English nouns of two words: "air strike", "peace talks".
void FrameMatcher::add_phrases(WordIndex head, const std::function<void(std::string_view)>& add) const {
  const Tree& tree = fillers_.tree();
  if (fillers_.document().language() != Language::kEnglish || head >= tree.size()) return;
  for (const WordIndex c : tree.children(head)) {
    if (tree.node(c).deprel != Deprel::kCompound && tree.node(c).deprel != Deprel::kAmod) continue;
    std::string phrase(tree.lemma(c));
    add(phrase.append(" ").append(tree.lemma(head)));
  }
}

FrameMatcher::Failure FrameMatcher::failure(const Predicate& predicate, const Unit& unit) const {
  for (const Binding& b : unit.needs_arg) {
    if (fillers_.bound(predicate, b).empty()) return {&b, nullptr, nullptr};
  }
  for (const Condition& c : unit.where) {
    if (!fillers_.fulfils(predicate, c)) return {nullptr, &c, nullptr};
  }
  for (const Condition& c : unit.forbidden) {
    if (fillers_.fulfils(predicate, c)) return {nullptr, nullptr, &c};
  }
  return {};
}

PredicateIndex FrameMatcher::content_of(const Predicate& predicate, const Unit& unit, bool& any, int depth) const {
  static const std::vector<Binding> kDefault = {{Function::kClause, ""}};
  const auto& layer = fillers_.document().clauses();
  PredicateIndex first = kNoPredicate;
  for (const Binding& b : unit.content.empty() ? kDefault : unit.content) {
    for (const Argument* a : fillers_.bound(predicate, b)) {
      any = true;
      const bool tested = !unit.where_content.classes.empty() || !unit.where_content.literals.empty();
      if (tested && !fillers_.passes(predicate, *a, unit.where_content)) continue;
      const PredicateIndex inner = a->clause != kNoPredicate                  ? a->clause
                                   : a->head < layer.predicate_of_word.size() ? layer.predicate_of_word[a->head]
                                                                              : kNoPredicate;
      if (inner == kNoPredicate || &layer.predicates[inner] == &predicate) continue;
      if (!inner_of(inner, depth + 1).event.empty()) return inner;
      if (first == kNoPredicate) first = inner;
    }
  }
  return first;
}

FrameMatcher::Inner FrameMatcher::inner_of(PredicateIndex p, int depth) const {
  if (depth > kMaxDepth) return {};
  const Predicate& predicate = fillers_.predicates()[p];
  Inner best;
  int best_weight = -1;
  for (const Unit* unit : candidates(predicate)) {
    if (failure(predicate, *unit)) continue;
    Match m;
    m.unit = unit;
    m.event = unit->event;
    m.cameo = unit->cameo;
    m.mode = unit->mode;
    if (!unit->reduce.empty() && !reduce(predicate, m, depth + 1)) continue;
    const int weight = static_cast<int>(unit->where.size() + unit->needs_arg.size());
    if (weight > best_weight && is_event_name(m.event)) {
      best = {m.event, m.cameo, m.mode, unit};
      best_weight = weight;
    }
  }
  // a coordinated verb carries the type of its conjunct: "zu verhandeln und anzugreifen" has the first
  return best;
}

/// The row for what is embedded, the narrowest first: its CAMEO code, the code's root, its modes, its type.
const Reduction* FrameMatcher::reduction_of(const std::string& outer, const Inner& inner, bool negated) const {
  const FrameLexicon& lexicon = fillers_.lexicon();
  if (negated) return lexicon.reduction(outer, "not " + inner.event);
  std::vector<std::string> keys;
  for (size_t size = inner.cameo.size(); size >= 3; --size) keys.push_back(inner.cameo.substr(0, size));
  keys.insert(keys.end(), inner.mode.begin(), inner.mode.end());
  for (const std::string& key : keys) {
    if (const Reduction* row = lexicon.exact_reduction(outer, inner.event + "/" + key)) return row;
  }
  return lexicon.reduction(outer, inner.event);
}

bool FrameMatcher::reduce(const Predicate& predicate, Match& match, int depth) const {
  bool any = false;
  match.content = content_of(predicate, *match.unit, any, depth);
  Inner inner;
  if (match.content != kNoPredicate) inner = inner_of(match.content, depth);
  const bool known = !inner.event.empty();
  if (!known) inner.event = any ? "other" : "none";
  match.reduction = reduction_of(match.unit->reduce, inner, known && fillers_.predicates()[match.content].negated);
  if (match.reduction == nullptr || match.reduction->event == "none") return false;
  match.event = match.reduction->event;
  if (!match.reduction->cameo.empty()) match.cameo = match.reduction->cameo;
  if (!match.reduction->mode.empty()) match.mode = match.reduction->mode;
  return true;
}

/// Is one of the actors of the speaker's side: the speaker, or of the same state or organisation?
bool FrameMatcher::of_speakers_side(const Predicate& predicate, const Match& match) const {
  const Document& document = fillers_.document();
  const StatementLayer& layer = document.statements();
  if (predicate.head >= layer.statement_of_word.size()) return false;
  const StatementIndex s = layer.statement_of_word[predicate.head];
  if (s == kNoStatement) return false;
  const auto& actors = document.actors().actors;
  for (const ActorIndex speaker : layer.statements[s].speaker) {
    for (const ActorIndex a : match.actor) {
      if (a == speaker || (actors[a].coded() && actors[a].code == actors[speaker].code)) return true;
    }
  }
  return false;
}

/// What an actor intends, or says that its side will do, is the announcement or the threat of it (CODEBOOK rule 9).
void FrameMatcher::reduce_own_intent(PredicateIndex p, Match& match) const {
  const Predicate& predicate = fillers_.predicates()[p];
  if (predicate.infinitive || predicate.relation == ClauseRelation::kInfinitive) return;  // the governing verb says it
  if (predicate.kind == PredicateKind::kNoun && predicate.light_verb.empty()) return;     // a plan is no announcement
  if (match.reduction != nullptr || match.actor.empty() || predicate.negated) return;
  const bool ahead = predicate.modality == Modality::kIntended || predicate.modality == Modality::kFuture;
  const bool own = of_speakers_side(predicate, match);
  const bool pending = predicate.modality == Modality::kNecessary || predicate.mood == ClauseMood::kIrreal;
  if (!ahead && !(own && pending && condition_of(fillers_.document().clauses(), p) != kNoPredicate)) return;
  const int quad = fillers_.lexicon().quad(match.event);
  if (match.event == "REJECT" && ahead && own) match.uttered = true;  // "said they would ignore the ban"
  if (quad == 3 || match.event == "AGREE" || (quad == 4 && !own)) return;
  const Reduction* row = reduction_of("announce", {match.event, match.cameo, match.mode, match.unit}, false);
  if (row == nullptr || !is_event_name(row->event)) return;
  match.intended_event = match.event;
  match.event = row->event;
  match.cameo = row->cameo;
  match.mode = row->mode;
  match.own_intent = true;
}

/// "Iran will pay a price, he said": whose actor is the speaker is an act of speaking, done by being said.
bool FrameMatcher::judged_by_speaker(const Unit& unit) {
  return std::any_of(unit.actor.begin(), unit.actor.end(),
                     [](const Binding& b) { return !b.function && b.preposition == kSpeaker; });
}

Match FrameMatcher::fill(PredicateIndex p, const Unit& unit) const {
  const Predicate& predicate = fillers_.predicates()[p];
  Match m;
  m.unit = &unit;
  m.event = unit.event;
  m.cameo = unit.cameo;
  m.mode = unit.mode;
  if (!unit.reduce.empty() && !reduce(predicate, m, 0)) {
    m.event.clear();
    return m;
  }
  fill_roles(predicate, m);
  inherit_actor(p, m);
  inherit_recipient(m);
  if (m.content != kNoPredicate) add_aim(predicate, m);
  m.uttered = judged_by_speaker(unit);
  m.weight = static_cast<int>(2 * (unit.where.size() + unit.needs_arg.size())) + (m.actor.empty() ? 0 : 4) +
             (m.recipient.empty() ? 0 : 1) + (m.reduction != nullptr && m.content != kNoPredicate ? 1 : 0);
  return m;
}

std::optional<Match> FrameMatcher::match(PredicateIndex p) const {
  const Predicate& predicate = fillers_.predicates()[p];
  std::optional<Match> best;
  for (const Unit* unit : candidates(predicate)) {
    if (const Failure failed = failure(predicate, *unit)) {
      if (trace_ != nullptr) note(p, *unit, TrialEnd::kFrameTest, text(failed, predicate));
      continue;
    }
    Match m = fill(p, *unit);
    if (m.event.empty()) {
      if (trace_ != nullptr) note(p, *unit, TrialEnd::kContent, "what it embeds gives no event");
      continue;
    }
    if (best && m.weight <= best->weight) {
      if (trace_ != nullptr) note(p, *unit, TrialEnd::kLessSpecific, "less specific than " + best->unit->frame, &m);
      continue;
    }
    if (best && trace_ != nullptr)
      note(p, *best->unit, TrialEnd::kLessSpecific, "less specific than " + unit->frame, &*best);
    best = std::move(m);
  }
  if (best) reduce_own_intent(p, *best);
  return best;
}

/// müssen, must, have to: a duty; sollen and shall arrange or report.
bool FrameMatcher::bound_by_duty(const Predicate& predicate) const {
  const Tree& tree = fillers_.tree();
  const auto duty = [&](WordIndex w) {
    return w != kNoWord && fillers_.lexicon().in_class(fillers_.document().language(), tree.lemma(w), "duty_modal");
  };
  return duty(tree.head(predicate.head)) ||
         std::any_of(tree.children(predicate.head).begin(), tree.children(predicate.head).end(), duty);
}

std::optional<Match> FrameMatcher::duty(PredicateIndex p) const {
  const Predicate& predicate = fillers_.predicates()[p];
  if (predicate.kind != PredicateKind::kVerb || predicate.modality != Modality::kNecessary || predicate.infinitive ||
      predicate.negated || predicate.mood == ClauseMood::kIrreal || !bound_by_duty(predicate))
    return std::nullopt;
  const auto units = fillers_.lexicon().units(fillers_.document().language(), predicate.kind, kMust);
  if (units.empty()) return std::nullopt;
  Match m = fill(p, units.front());
  if (m.actor.empty() || m.recipient.empty()) return std::nullopt;
  const auto& actors = fillers_.document().actors().actors;
  std::erase_if(m.recipient, [&](ActorIndex r) { return !actors[r].coded(); });
  if (m.recipient.empty()) return std::nullopt;
  m.content = p;
  m.uttered = true;
  return m;
}

bool FrameMatcher::complete(const Match& match) {
  const bool two = !match.unit->reciprocal || match.actor.size() + match.recipient.size() >= 1;
  switch (match.unit->need) {
    case Need::kActor: return !match.actor.empty() && two;
    case Need::kRecipient: return !match.recipient.empty();
    case Need::kBoth: return !match.actor.empty() && !match.recipient.empty();
    case Need::kNothing: return true;
  }
  return false;
}

}  // namespace depesche::events
