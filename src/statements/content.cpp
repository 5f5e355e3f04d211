#include "statements/content.h"

#include <algorithm>

namespace depesche::statements {
namespace {

/// Coordinated clauses of one content are at most a comma, a conjunction and a subordinator apart (bytes).
constexpr uint32_t kLinkBytes = 12;

bool adverbial(ClauseRelation r) {
  switch (r) {
    case ClauseRelation::kRelative:
    case ClauseRelation::kTemporal:
    case ClauseRelation::kCause:
    case ClauseRelation::kConcession:
    case ClauseRelation::kPurpose:
    case ClauseRelation::kManner:
    case ClauseRelation::kUntil:
    case ClauseRelation::kNominal: return true;
    default: return false;
  }
}

bool takes(const SpeechCue& cue, const Predicate& inner) {
  if (inner.relation == ClauseRelation::kQuestion) return cue.question || cue.that;
  if (inner.infinitive) return cue.infinitive;
  return inner.marker.empty() ? cue.bare || cue.that || cue.quote : cue.that;
}

}  // namespace

std::vector<Span> ContentFinder::content(PredicateIndex cue, const SpeechCue& entry) const {
  std::vector<Span> out = embedded(cue, entry);
  if (out.empty()) out = around(cue);
  if (out.empty()) out = main_clause(cue, entry);
  if (out.empty()) out = said_before(cue, entry);
  if (out.empty()) out = quoted_phrase(cue, entry);
  return out;
}

/// A finite form stands in the predicate; a small clause ("für beendet erklären", "found slain") has none.
bool ContentFinder::finite(const Predicate& p) const {
  const auto is_finite = [&](WordIndex w) {
    const Node& n = work_.tree.node(w);
    return n.feats.verb_form == VerbForm::kFin || n.feats.mood != Mood::kNone;
  };
  if (is_finite(p.head)) return true;
  for (const WordIndex c : work_.tree.children(p.head)) {
    const Deprel d = work_.tree.node(c).deprel;
    if ((d == Deprel::kAux || d == Deprel::kCop) && is_finite(c)) return true;
  }
  return false;
}

bool ContentFinder::complement(const SpeechCue& entry, const Predicate& cue, PredicateIndex index,
                               const Argument& a) const {
  const Predicate& inner = work_.clauses.predicates[index];
  if (inner.sentence != cue.sentence || adverbial(inner.relation) || !takes(entry, inner)) return false;
  if (work_.said_directly(inner.head, cue.head)) return false;
  const bool subjunctive = inner.mood == ClauseMood::kReported || inner.mood == ClauseMood::kIrreal;
  const bool opened = !inner.marker.empty() || inner.relation == ClauseRelation::kQuestion || subjunctive;
  if (inner.infinitive || (finite(inner) && (a.preposition.empty() || opened))) return true;
  // "accused of sabotaging", "suggested raising": a gerund; "plans for battling", "found slain" are none
  const Features& f = work_.tree.node(inner.head).feats;
  const bool gerund = f.verb_form == VerbForm::kGer || (f.verb_form == VerbForm::kPart && f.tense == Tense::kPres);
  if (!gerund || cue.kind != PredicateKind::kVerb) return false;
  return entry.kind == "judge" ? !a.preposition.empty()
                               : a.preposition.empty() && entry.kind != "believe" && entry.kind != "announce";
}

/// "claims that A and B": the parser hangs B on the cue, though it has a subject of its own and no comma before it.
bool ContentFinder::cue_goes_on(const Predicate& cue, PredicateIndex cue_index, const Predicate& next,
                                Span content) const {
  if (next.relation != ClauseRelation::kCoordinated || next.parent != cue_index || next.kind == PredicateKind::kNoun)
    return false;
  if (next.sentence != cue.sentence || next.span.begin < content.end || next.span.begin > content.end + kLinkBytes)
    return false;
  if (work_.lexicon.cue(work_.document.language(), next.kind, next.lemma) != nullptr) return false;
  if (text_.substr(content.end, next.span.begin - content.end).find(',') != std::string_view::npos) return false;
  return std::any_of(next.arguments.begin(), next.arguments.end(), [&](const Argument& a) {
    return !a.shared && a.head != kNoWord &&
           (a.function == Function::kSubject || (next.passive && a.function == Function::kObject)) &&
           a.head < next.head;
  });
}

/// The cue with its subject and objects, without the clauses that hang on it.
Span ContentFinder::own_clause(const Predicate& cue) const {
  Span own = cue.core;
  for (const Argument& a : cue.arguments) {
    if (a.function != Function::kClause && !a.shared && !a.span.empty() && cue.span.contains(a.span))
      own = join(own, a.span);
  }
  for (const WordIndex c : work_.tree.children(cue.head)) {
    const Deprel d = work_.tree.node(c).deprel;
    if (d == Deprel::kAdvmod || d == Deprel::kAux || d == Deprel::kObl || d == Deprel::kNsubj)
      own = join(own, work_.tree.span(c));
  }
  return own;
}

Span ContentFinder::without_marker(Span clause, const Predicate& inner) const {
  if (inner.marker.empty() || inner.relation == ClauseRelation::kCondition) return clause;
  const WordIndex mark = work_.tree.child(inner.head, Deprel::kMark);
  if (mark == kNoWord || inner.infinitive) return clause;
  const Span m = work_.tree.word(mark).span;
  if (m.begin <= clause.begin + 2 && m.end < clause.end) clause.begin = m.end;
  return clause;
}

std::vector<Span> ContentFinder::cut(Span clause, Span hole) const {
  std::vector<Span> parts;
  const auto push = [&](Span s) {
    s = trim_content(s, text_);
    if (!s.empty()) parts.push_back(s);
  };
  if (!clause.overlaps(hole)) {
    push(clause);
    return parts;
  }
  if (hole.begin > clause.begin) push({clause.begin, hole.begin});
  if (hole.end < clause.end) push({hole.end, clause.end});
  return parts;
}

std::vector<Span> ContentFinder::embedded(PredicateIndex p, const SpeechCue& entry) const {
  const Predicate& predicate = work_.clauses.predicates[p];
  std::vector<Span> out;
  for (const Argument& a : predicate.arguments) {
    if (a.function != Function::kClause || a.clause == kNoPredicate || a.clause == p) continue;
    const Predicate& inner = work_.clauses.predicates[a.clause];
    if (!complement(entry, predicate, a.clause, a)) continue;
    const Span clause = without_marker(work_.extent(a.clause), inner);
    Span own = predicate.core;
    if (clause.overlaps(predicate.span) && !predicate.span.contains(clause)) own = predicate.span;
    for (const Span s : cut(clause, own)) out.push_back(s);
  }
  if (!out.empty()) {
    const auto [first, last] = work_.predicates_of(predicate.sentence);
    for (PredicateIndex i = std::max(first, p + 1); i < last; ++i) {
      const Span content = *std::max_element(out.begin(), out.end());
      if (cue_goes_on(predicate, p, work_.clauses.predicates[i], content)) out.push_back(work_.extent(i));
    }
  }
  if (!out.empty()) {
    take_adverbial(predicate, p, out);
    take_rest(predicate, out);
  }
  for (Span& s : out) s = without_other_saying(s, p);
  return merged(std::move(out));
}

/// What follows the content without any mark or conjunction is part of it, whatever the parser hangs it on.
void ContentFinder::take_rest(const Predicate& cue, std::vector<Span>& out) const {
  Span& content = *std::max_element(out.begin(), out.end());
  if (cue.kind != PredicateKind::kVerb || content.begin < cue.core.end || content.end >= cue.span.end) return;
  const WordIndex next = work_.word_from(content.end);
  if (next >= work_.tree.size() || work_.tree.node(next).upos == Upos::kCconj) return;
  if (text_.substr(content.end, cue.span.end - content.end).find_first_of(",;:\n") != std::string_view::npos) return;
  for (WordIndex w = next; w < work_.tree.size() && work_.tree.word(w).span.end <= cue.span.end; ++w) {
    if (work_.in_quote(w)) return;
  }
  content.end = cue.span.end;
}

/// "warf ihm vor, A zu tun, um B": a clause of purpose, condition or cause right behind the content goes with it, even
/// where the parser hangs it on the cue.
void ContentFinder::take_adverbial(const Predicate& cue, PredicateIndex p, std::vector<Span>& out) const {
  const auto [first, last] = work_.predicates_of(cue.sentence);
  for (PredicateIndex i = std::max(first, p + 1); i < last; ++i) {
    const Predicate& q = work_.clauses.predicates[i];
    const bool fits = q.relation == ClauseRelation::kPurpose || q.relation == ClauseRelation::kCondition ||
                      q.relation == ClauseRelation::kCause || q.relation == ClauseRelation::kUntil;
    if (!fits || q.parent != p || q.marker.empty()) continue;
    Span& content = *std::max_element(out.begin(), out.end());
    if (content.begin < cue.core.end || q.span.begin < content.end || q.span.begin > content.end + 2) continue;
    content.end = q.span.end;
  }
}

/// "… that A, although he tweeted that B": a clause at the end that says something itself does not belong to A.
Span ContentFinder::without_other_saying(Span content, PredicateIndex cue) const {
  const auto [first, last] = work_.predicates_of(work_.clauses.predicates[cue].sentence);
  for (PredicateIndex i = std::max(first, cue + 1); i < last; ++i) {
    const Predicate& q = work_.clauses.predicates[i];
    const bool aside = q.relation == ClauseRelation::kConcession || q.relation == ClauseRelation::kTemporal ||
                       q.relation == ClauseRelation::kCause;
    if (!aside || q.kind != PredicateKind::kVerb || q.span.begin <= content.begin || q.span.begin >= content.end ||
        q.span.end + 1 < content.end)
      continue;
    const SpeechCue* entry = work_.cue(i);
    if (entry == nullptr || !entry->bare || embedded(i, *entry).empty()) continue;
    return trim_content({content.begin, q.span.begin}, text_);
  }
  return content;
}

/// "A, sagte X, B": what stands around the inserted cue.
std::vector<Span> ContentFinder::around(PredicateIndex p) const {
  const Predicate& predicate = work_.clauses.predicates[p];
  if (predicate.relation != ClauseRelation::kParenthesis || predicate.parent == kNoPredicate ||
      predicate.kind != PredicateKind::kVerb)
    return {};
  const Predicate& inner = work_.clauses.predicates[predicate.parent];
  if (work_.cue_taken[p] || work_.said_directly(inner.head, predicate.head)) return {};
  // "(wir berichteten)" refers to a report, it is no part of this one
  const WordIndex first = work_.word_from(predicate.span.begin);
  if (first > 0 && work_.tree.form(first - 1) == "(") return {};
  Span clause = work_.tree.span(inner.head);
  if (clause.contains(work_.extent(predicate.parent))) clause = join(clause, work_.extent(predicate.parent));
  return merged(cut(clause, own_clause(predicate)));
}

/// "Wie X mitteilte, …": the clause that the source clause hangs on.
std::vector<Span> ContentFinder::main_clause(PredicateIndex p, const SpeechCue& entry) const {
  const Predicate& predicate = work_.clauses.predicates[p];
  if (!entry.bare || !entry.quote || predicate.kind != PredicateKind::kVerb || predicate.parent == kNoPredicate)
    return {};
  if (!adverbial(predicate.relation) || !work_.lexicon.opens_source(work_.document.language(), predicate.marker))
    return {};
  const Predicate& inner = work_.clauses.predicates[predicate.parent];
  if (inner.kind == PredicateKind::kNoun || inner.sentence != predicate.sentence ||
      work_.said_directly(inner.head, predicate.head))
    return {};
  const bool object = std::any_of(predicate.arguments.begin(), predicate.arguments.end(),
                                  [](const Argument& a) { return a.function == Function::kObject && !a.shared; });
  if (object) return {};
  // at the edge of the sentence the source clause is about the whole of it
  const Span sentence = work_.document.words().sentences[predicate.sentence].span;
  PredicateIndex top = predicate.parent;
  const bool edge = predicate.span.begin <= sentence.begin + 1 || predicate.span.end + 2 >= sentence.end;
  for (int steps = 0; edge && steps < 8; ++steps) {
    const Predicate& p2 = work_.clauses.predicates[top];
    const bool inside = p2.relation == ClauseRelation::kCoordinated || p2.relation == ClauseRelation::kInfinitive ||
                        p2.relation == ClauseRelation::kNominal;
    if (!inside || p2.parent == kNoPredicate || work_.clauses.predicates[p2.parent].sentence != predicate.sentence)
      break;
    top = p2.parent;
  }
  return cut(work_.extent(top), predicate.span);
}

/// "X ist geflohen. Das teilte Y mit.": a demonstrative that opens the clause, right before its finite verb, points to
/// the sentence before, or to what stands before it in its own.
std::vector<Span> ContentFinder::said_before(PredicateIndex p, const SpeechCue& entry) const {
  const Predicate& predicate = work_.clauses.predicates[p];
  if (predicate.kind != PredicateKind::kVerb || !entry.quote || !(entry.kind == "say" || entry.kind == "claim"))
    return {};
  const auto& sentences = work_.document.words().sentences;
  const Sentence& own = sentences[predicate.sentence];
  for (WordIndex w = predicate.head; w-- > own.first;) {
    const Node& n = work_.tree.node(w);
    const WordIndex verb = work_.tree.node(w + 1).deprel == Deprel::kAux ? work_.tree.head(w + 1) : w + 1;
    const bool pronoun = n.upos == Upos::kPron || n.upos == Upos::kDet;
    if (!pronoun || n.head != predicate.head || verb != predicate.head ||
        n.feats_raw.find("PronType=Dem") == std::string::npos)
      continue;
    if (w > own.first) {
      const bool behind_mark = work_.tree.node(w - 1).upos == Upos::kPunct;
      const Span before = trim_content({own.span.begin, work_.tree.word(w).span.begin}, text_);
      return behind_mark && !before.empty() ? std::vector<Span>{before} : std::vector<Span>{};
    }
    if (predicate.sentence == 0 || sentences[predicate.sentence - 1].paragraph != own.paragraph) return {};
    const Sentence& last = sentences[predicate.sentence - 1];
    const Span content = trim_content(last.span, text_);
    const bool taken = content.empty() || work_.covered[last.first];
    return taken ? std::vector<Span>{} : std::vector<Span>{content};
  }
  return {};
}

/// Coordinated clauses of one cue are one content: "dass A und dass B".
std::vector<Span> ContentFinder::merged(std::vector<Span> spans) const {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> out;
  for (const Span s : spans) {
    if (!out.empty() && s.begin <= out.back().end + kLinkBytes &&
        (s.begin <= out.back().end || linked(out.back().end, s.begin))) {
      out.back().end = std::max(out.back().end, s.end);
    } else {
      out.push_back(s);
    }
  }
  return out;
}

/// Only conjunctions, subordinators and marks stand between the two.
bool ContentFinder::linked(uint32_t from, uint32_t to) const {
  for (WordIndex w = work_.word_from(from); w < work_.tree.size() && work_.tree.word(w).span.end <= to; ++w) {
    const Upos u = work_.tree.node(w).upos;
    if (u != Upos::kCconj && u != Upos::kSconj && u != Upos::kPunct) return false;
  }
  return true;
}

/// "die „Automobilwoche“": the marks set off a name, nobody's words.
bool ContentFinder::only_a_name(const Quote& quote) const {
  for (WordIndex w = quote.first; w < quote.last; ++w) {
    const Node& n = work_.tree.node(w);
    if (n.upos != Upos::kPropn && n.upos != Upos::kPunct && n.upos != Upos::kX && n.entity == EntityType::kNone)
      return false;
  }
  return true;
}

/// "nannte den Angriff „barbarisch“": a piece of the phrase after the cue is quoted.
std::vector<Span> ContentFinder::quoted_phrase(PredicateIndex p, const SpeechCue& entry) const {
  const Predicate& predicate = work_.clauses.predicates[p];
  if (predicate.kind != PredicateKind::kVerb || (!entry.quote && entry.kind != "judge")) return {};
  Span phrase;
  bool quoted = false;
  for (const Argument& a : predicate.arguments) {
    if (a.shared || a.function == Function::kSubject || a.function == Function::kClause || a.span.empty()) continue;
    const auto [first, last] = work_.quotes_over(a.span);
    bool has_quote = false;
    for (size_t i = first; i < last; ++i) has_quote |= !work_.quote_taken[i] && !only_a_name(work_.quotes[i]);
    quoted |= has_quote;
    if (!has_quote && a.function != Function::kObject) continue;
    phrase = phrase.empty() ? a.span : join(phrase, a.span);
  }
  // predicatives that are no arguments: "called the deal “a mistake”", "als „grundlos“"
  for (const WordIndex c : work_.tree.children(predicate.head)) {
    const Deprel d = work_.tree.node(c).deprel;
    if (d != Deprel::kXcomp && d != Deprel::kAdvmod && d != Deprel::kObl && d != Deprel::kAdvcl && d != Deprel::kCcomp)
      continue;
    const Span span = work_.tree.span(c);
    const auto [first, last] = work_.quotes_over(span);
    if (first == last || work_.quote_taken[first] || only_a_name(work_.quotes[first]) ||
        span.begin < predicate.core.end)
      continue;
    quoted = true;
    phrase = phrase.empty() ? span : join(phrase, span);
  }
  if (!quoted || phrase.contains(predicate.core)) return {};
  const auto [first, last] = work_.quotes_over(phrase);
  for (size_t i = first; i < last; ++i) phrase = join(phrase, work_.quotes[i].outer);
  return {trim_content(phrase, text_)};
}

}  // namespace depesche::statements
