// Event nouns with their genitives, possessives, adjectives, compound parts and prepositional phrases.
#include "base/utf8.h"
#include "clauses/workspace.h"

namespace depesche::clauses {
namespace {

void add_single(Workspace& work, PredicateIndex p, Function function, WordIndex w) {
  Argument argument;
  argument.function = function;
  argument.head = w;
  argument.span = work.phrase_span(w);
  argument.plural = work.node(w).feats.number == Number::kPlur;
  work.add(p, std::move(argument));
}

bool genitive_marker(const Workspace& work, WordIndex w) {
  for (const WordIndex c : work.tree.children(w)) {
    if (work.node(c).deprel == Deprel::kCase && work.node(c).upos == Upos::kPart) return true;
  }
  return false;
}

void add_nmod(Workspace& work, PredicateIndex p, WordIndex c) {
  const Node& n = work.node(c);
  const std::string preposition = work.preposition(c);
  if (n.subtype == Subtype::kPoss || genitive_marker(work, c)) return add_phrase(work, p, Function::kPossessive, "", c);
  if (!preposition.empty()) {
    const bool genitive = !work.german && preposition == "of";
    return add_phrase(work, p, genitive ? Function::kGenitive : Function::kOblique, preposition, c);
  }
  if (work.german) {
    if (n.feats.gram_case == GramCase::kDat && n.upos == Upos::kPron) return;
    if (c > work.predicate(p).head) return add_phrase(work, p, Function::kGenitive, "", c);
    // A genitive before its noun is a possessor ("Putins Besuch"); measures are not ("Millionen Euro").
    const bool name = n.upos == Upos::kPropn || n.feats.gram_case == GramCase::kGen;
    if (name) add_phrase(work, p, Function::kPossessive, "", c);
    return;
  }
  if (n.subtype == Subtype::kOther || n.subtype == Subtype::kNone) {
    if (c < work.predicate(p).head) add_single(work, p, Function::kCompound, c);
  }
}

void add_noun_clause(Workspace& work, PredicateIndex p, WordIndex c) {
  const PredicateIndex inner = work.at(c);
  if (inner == kNoPredicate) return;
  const ClauseRelation relation = work.predicate(inner).relation;
  if (relation != ClauseRelation::kInfinitive && relation != ClauseRelation::kComplement &&
      relation != ClauseRelation::kQuestion)
    return;
  Argument argument;
  argument.function = Function::kClause;
  argument.head = c;
  argument.span = work.predicate(inner).span;
  argument.clause = inner;
  work.add(p, std::move(argument));
}

/// A prepositional phrase that follows its noun at once but was attached to the verb above ("begann den
/// Angriff | auf die Stadt") may belong to either: the noun borrows it.
void borrow_following_phrase(Workspace& work, PredicateIndex p) {
  const WordIndex noun = work.predicate(p).head;
  const WordIndex head = work.tree.head(noun);
  if (head == kNoWord) return;
  const Deprel deprel = work.node(noun).deprel;
  if (deprel != Deprel::kObj && deprel != Deprel::kNsubj && deprel != Deprel::kObl) return;
  const WordIndex end = work.extent[noun].second;
  for (const WordIndex c : work.tree.children(head)) {
    if (work.node(c).deprel != Deprel::kObl || work.extent[c].first != end + 1) continue;
    const std::string preposition = work.preposition(c);
    if (preposition.empty() || work.node(c).upos == Upos::kNum) return;
    std::vector<Argument> copies;
    add_phrase(work, p, Function::kOblique, preposition, c, &copies);
    for (Argument& a : work.predicate(p).arguments) {
      for (const Argument& copy : copies) a.shared |= a.head == copy.head && a.function == Function::kOblique;
    }
    return;
  }
}

}  // namespace

void collect_noun_arguments(Workspace& work, PredicateIndex p) {
  const WordIndex noun = work.predicate(p).head;
  for (const WordIndex c : work.tree.children(noun)) {
    const Node& n = work.node(c);
    switch (n.deprel) {
      case Deprel::kNmod: add_nmod(work, p, c); break;
      case Deprel::kObl:
        if (!work.complexes[p].copula) add_nmod(work, p, c);
        break;
      case Deprel::kDet:
        if (n.subtype == Subtype::kPoss || n.feats.possessive) add_single(work, p, Function::kPossessive, c);
        break;
      case Deprel::kAmod: {
        add_single(work, p, Function::kAdjective, c);
        for (const WordIndex d : work.tree.children(c)) {
          if (work.node(d).deprel == Deprel::kConj) add_single(work, p, Function::kAdjective, d);
        }
        break;
      }
      case Deprel::kDep:
      case Deprel::kAppos:
      case Deprel::kFlat:
        // "Macrons Besuch" with the name under a vague label.
        if (work.german && n.upos == Upos::kPropn && c + 1 >= noun - 1 && c < noun &&
            work.tree.form(c).ends_with('s')) {
          add_single(work, p, Function::kPossessive, c);
        }
        break;
      case Deprel::kCompound:
        if (n.subtype != Subtype::kPrt) add_single(work, p, Function::kCompound, c);
        break;
      case Deprel::kAcl:
      case Deprel::kXcomp:
      case Deprel::kCcomp: add_noun_clause(work, p, c); break;
      case Deprel::kAdvcl:
        if (!work.complexes[p].copula) add_noun_clause(work, p, c);
        break;
      default: break;
    }
  }
  if (!work.layer.compound_parts[noun].empty()) add_single(work, p, Function::kCompound, noun);
  borrow_following_phrase(work, p);
}

}  // namespace depesche::clauses
