// Relative clauses: the pronoun stands for its antecedent.
#include <algorithm>

#include "base/utf8.h"
#include "clauses/workspace.h"

namespace depesche::clauses {
namespace {

struct Antecedent {
  WordIndex head;
  Span span;
  bool plural;
};

Antecedent antecedent_of(const Workspace& work, WordIndex noun, WordIndex clause) {
  // The phrase up to the relative clause.
  WordIndex last = noun;
  for (const WordIndex c : work.tree.children(noun)) {
    if (c != clause && work.extent[c].second < work.extent[clause].first && work.node(c).deprel != Deprel::kPunct) {
      last = std::max(last, work.extent[c].second);
    }
  }
  const WordIndex first = std::min(work.extent[noun].first, noun);
  return {noun, work.text_span(first, std::max(first, last)), work.node(noun).feats.number == Number::kPlur};
}

void replace(Argument& argument, const Antecedent& antecedent) {
  argument.head = antecedent.head;
  argument.span = antecedent.span;
  argument.plural = antecedent.plural;
  argument.shared = true;
}

/// Replaces every relative pronoun inside the clause (not inside deeper relative clauses).
bool replace_pronouns(Workspace& work, WordIndex clause, const Antecedent& antecedent) {
  bool any = false;
  const auto [first, last] = work.extent[clause];
  for (WordIndex w = first; w <= last; ++w) {
    const PredicateIndex p = work.at(w);
    if (p == kNoPredicate) continue;
    for (Argument& argument : work.predicate(p).arguments) {
      if (argument.head == kNoWord || argument.head == antecedent.head || !work.relative_pronoun(argument.head))
        continue;
      // A demonstrative later in the clause has the same forms; a relative opens its clause.
      WordIndex opening = first;
      while (opening < argument.head &&
             (work.node(opening).upos == Upos::kPunct || work.node(opening).upos == Upos::kAdp ||
              work.node(opening).deprel == Deprel::kCc)) {
        ++opening;
      }
      if (argument.head != opening && !work.node(argument.head).feats_raw.ends_with("PronType=Rel")) continue;
      const WordIndex pronoun = argument.head;
      replace(argument, antecedent);
      for (Argument& subject : work.surface_subjects[p]) {
        if (subject.head == pronoun) replace(subject, antecedent);
      }
      any = true;
    }
  }
  return any;
}

/// "the weapons Russia supplied": English leaves the pronoun out.
void fill_gap(Workspace& work, PredicateIndex p, const Antecedent& antecedent) {
  if (work.predicate(p).kind != PredicateKind::kVerb) return;
  Argument argument;
  replace(argument, antecedent);
  if (work.surface_subjects[p].empty()) {
    add_surface_subjects(work, p, {argument});
  } else if (!work.has(p, Function::kObject) && !work.predicate(p).passive) {
    argument.function = Function::kObject;
    work.add(p, std::move(argument));
  }
}

}  // namespace

void resolve_relatives(Workspace& work) {
  for (PredicateIndex p = 0; p < work.layer.predicates.size(); ++p) {
    if (work.predicate(p).relation != ClauseRelation::kRelative) continue;
    const WordIndex clause = work.predicate(p).head;
    const WordIndex noun = work.tree.head(clause);
    if (noun == kNoWord || noun > clause) continue;
    const Antecedent antecedent = antecedent_of(work, noun, clause);
    if (!replace_pronouns(work, clause, antecedent) && !work.german) fill_gap(work, p, antecedent);
  }
}

}  // namespace depesche::clauses
