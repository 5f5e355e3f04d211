// Small parsers confuse roles where word order is free. What agreement and completeness can tell is put
// right here: a subject that disagrees with its verb, a clause with two objects and no subject, a subject
// hung on a noun; and prepositional phrases of an object that may belong to its verb.
#include <algorithm>

#include "base/utf8.h"
#include "clauses/workspace.h"

namespace depesche::clauses {
namespace {

Number number_of(const Workspace& work, WordIndex w) {
  for (const WordIndex c : work.tree.children(w)) {
    if (work.node(c).deprel == Deprel::kConj && work.nominal(c)) return Number::kPlur;
  }
  return work.node(w).feats.number;
}

/// "den", "einen", "ihn": masculine accusatives have a form of their own, plural datives share it.
bool marked_accusative(const Workspace& work, WordIndex w) {
  const auto marked = [&](WordIndex v) {
    const Features& f = work.node(v).feats;
    return f.gram_case == GramCase::kAcc && f.gender == Gender::kMasc && f.number == Number::kSing;
  };
  if (work.node(w).upos == Upos::kPron) return marked(w);
  for (const WordIndex c : work.tree.children(w)) {
    if (work.node(c).deprel == Deprel::kDet && marked(c)) return true;
  }
  return false;
}

Argument* only(Predicate& predicate, Function function) {
  Argument* found = nullptr;
  for (Argument& a : predicate.arguments) {
    if (a.function != function || a.head == kNoWord || a.clause != kNoPredicate) continue;
    if (found != nullptr) return nullptr;
    found = &a;
  }
  return found;
}

void make_subject(Workspace& work, PredicateIndex p, Argument& argument) {
  argument.function = Function::kSubject;
  work.surface_subjects[p] = {argument};
}

/// German: verb and subject agree in number.
void swap_by_agreement(Workspace& work, PredicateIndex p) {
  Predicate& predicate = work.predicate(p);
  if (predicate.passive || predicate.kind != PredicateKind::kVerb || work.complexes[p].finite == kNoWord) return;
  const Number verb = work.node(work.complexes[p].finite).feats.number;
  if (verb == Number::kNone) return;
  Argument* subject = only(predicate, Function::kSubject);
  Argument* object = only(predicate, Function::kObject);
  if (subject == nullptr || object == nullptr) return;
  const Number of_subject = number_of(work, subject->head);
  const Number of_object = number_of(work, object->head);
  if (of_subject == Number::kNone || of_subject == verb || of_object != verb) return;
  if (marked_accusative(work, object->head)) return;
  if (work.is(subject->head, Closed::kFirstPerson) || work.node(subject->head).feats.gram_case == GramCase::kNom) {
    // A nominative that the parser saw is trusted unless it is a relative pronoun, whose forms coincide.
    if (!work.relative_pronoun(subject->head)) return;
  }
  subject->function = Function::kObject;
  make_subject(work, p, *object);
}

/// A finite active clause with two bare objects has a subject among them.
void find_missing_subject(Workspace& work, PredicateIndex p) {
  Predicate& predicate = work.predicate(p);
  const VerbComplex& complex = work.complexes[p];
  if (predicate.passive || predicate.kind != PredicateKind::kVerb || complex.finite == kNoWord ||
      !work.finite(complex.finite))
    return;
  if (predicate.relation == ClauseRelation::kCoordinated || predicate.mood == ClauseMood::kImperative ||
      !work.surface_subjects[p].empty())
    return;
  if (work.tree.child(predicate.head, Deprel::kExpl) != kNoWord) return;
  std::vector<Argument*> objects;
  for (Argument& a : predicate.arguments) {
    if (a.function == Function::kObject && a.head != kNoWord) objects.push_back(&a);
  }
  if (objects.size() != 2) return;
  const Number verb = work.node(complex.finite).feats.number;
  Argument* best = nullptr;
  for (Argument* a : objects) {
    if (marked_accusative(work, a->head)) continue;
    const Number number = number_of(work, a->head);
    if (verb != Number::kNone && number != Number::kNone && number != verb) continue;
    if (best == nullptr || work.relative_pronoun(best->head)) best = a;
  }
  if (best != nullptr) make_subject(work, p, *best);
}

/// "Seoul werde seine Linie ... überdenken" with Seoul under Linie.
void lift_subject(Workspace& work, PredicateIndex noun) {
  if (work.predicate(noun).kind != PredicateKind::kNoun || work.complexes[noun].copula ||
      !work.complexes[noun].auxiliaries.empty())
    return;
  const WordIndex head = work.tree.head(work.predicate(noun).head);
  if (head == kNoWord || work.surface_subjects[noun].empty()) return;
  const PredicateIndex verb = work.at(head);
  if (verb == kNoPredicate || work.predicate(verb).kind != PredicateKind::kVerb || !work.surface_subjects[verb].empty())
    return;
  if (work.complexes[verb].finite == kNoWord) return;
  std::vector<Argument> subjects = std::move(work.surface_subjects[noun]);
  work.surface_subjects[noun].clear();
  std::erase_if(work.predicate(noun).arguments,
                [](const Argument& a) { return a.function == Function::kSubject && !a.shared; });
  add_surface_subjects(work, verb, subjects);
  for (Argument& a : work.predicate(verb).arguments) {
    for (const Argument& s : subjects) {
      if (a.head == s.head) a.shared = false;
    }
  }
}

/// An infinitive that the parser hung on the name it tells to act: "called on [militias to disarm]".
void lift_infinitive(Workspace& work, PredicateIndex p) {
  Predicate& infinitive = work.predicate(p);
  if (infinitive.relation != ClauseRelation::kInfinitive || work.node(infinitive.head).deprel != Deprel::kAcl) return;
  const WordIndex noun = work.tree.head(infinitive.head);
  const WordIndex head = noun == kNoWord ? kNoWord : work.tree.head(noun);
  const PredicateIndex verb = work.at(head);
  if (verb == kNoPredicate || work.predicate(verb).kind != PredicateKind::kVerb) return;
  const bool event = work.at(noun) != kNoPredicate &&
                     work.lexicon.knows(work.language, WordClass::kNoun, work.predicate(work.at(noun)).lemma);
  for (const Argument& a : work.predicate(verb).arguments) {
    if (a.head != noun) continue;
    const std::string key = a.function == Function::kOblique ? work.predicate(verb).lemma + " " + a.preposition
                                                             : work.predicate(verb).lemma;
    const auto control = work.lexicon.control(work.language, key);
    if (!control || *control == Control::kSubject || (a.function == Function::kObject && event)) return;
    Argument clause;
    clause.function = Function::kClause;
    clause.head = infinitive.head;
    clause.span = infinitive.span;
    clause.clause = p;
    infinitive.parent = verb;
    if (work.at(noun) != kNoPredicate) {
      std::erase_if(work.predicate(work.at(noun)).arguments, [&](const Argument& other) { return other.clause == p; });
    }
    add_surface_subjects(work, p, {a});
    work.add(verb, std::move(clause));
    return;
  }
}

/// "said early Friday that ...": the content hangs on a name or on an adverbial; it belongs to the verb of saying.
void lift_content(Workspace& work, PredicateIndex p) {
  Predicate& content = work.predicate(p);
  if (content.relation != ClauseRelation::kComplement && content.relation != ClauseRelation::kQuestion) return;
  const WordIndex noun = work.tree.head(content.head);
  const WordIndex head = noun == kNoWord ? kNoWord : work.tree.head(noun);
  const PredicateIndex verb =
      work.at(noun) != kNoPredicate && work.predicate(work.at(noun)).kind == PredicateKind::kVerb ? kNoPredicate
      : head == kNoWord                                                                           ? kNoPredicate
                                                                                                  : work.above(noun);
  if (content.marker.empty() || verb == kNoPredicate || work.predicate(verb).kind != PredicateKind::kVerb) return;
  if (!work.lexicon.speaks(work.language, work.predicate(verb).lemma) || noun < work.predicate(verb).head) return;
  if (work.has(verb, Function::kClause) ||
      (work.has(verb, Function::kObject) && !work.predicate(verb).passive && work.at(noun) != kNoPredicate))
    return;
  if (work.at(noun) != kNoPredicate) {
    if (work.lexicon.event_noun(work.language, work.predicate(work.at(noun)).lemma)) return;
    std::erase_if(work.predicate(work.at(noun)).arguments, [&](const Argument& a) { return a.clause == p; });
  }
  Argument clause;
  clause.function = Function::kClause;
  clause.head = content.head;
  clause.span = content.span;
  clause.clause = p;
  content.parent = verb;
  work.add(verb, std::move(clause));
}

/// Two subjects without a conjunction: one of them is the object of free word order.
void split_double_subject(Workspace& work, PredicateIndex p) {
  Predicate& predicate = work.predicate(p);
  const VerbComplex& complex = work.complexes[p];
  if (predicate.passive || predicate.kind != PredicateKind::kVerb || complex.finite == kNoWord || predicate.reflexive)
    return;
  std::vector<WordIndex> subjects;
  for (const WordIndex c : work.tree.children(predicate.head)) {
    if (work.node(c).deprel == Deprel::kNsubj) subjects.push_back(c);
  }
  if (subjects.size() != 2) return;
  const Number verb = work.node(complex.finite).feats.number;
  for (const WordIndex es : subjects) {  // "es droht ein Krieg": the pronoun only holds the place
    const Node& n = work.node(es);
    if (n.upos != Upos::kPron || n.feats.gender != Gender::kNeut || n.feats.pron_type != PronType::kPrs) continue;
    std::erase_if(predicate.arguments, [&](const Argument& a) { return a.head == es; });
    std::erase_if(work.surface_subjects[p], [&](const Argument& a) { return a.head == es; });
    return;
  }
  if (work.has(p, Function::kObject)) return;
  const bool first_agrees = number_of(work, subjects[0]) == verb;
  const bool second_agrees = number_of(work, subjects[1]) == verb;
  WordIndex object = subjects[1];
  if (marked_accusative(work, subjects[0]) || (second_agrees && !first_agrees)) object = subjects[0];
  for (Argument& a : predicate.arguments) {
    if (a.function == Function::kSubject && (a.head == object || work.tree.head(a.head) == object))
      a.function = Function::kObject;
  }
  std::erase_if(work.surface_subjects[p],
                [&](const Argument& a) { return a.head == object || work.tree.head(a.head) == object; });
}

/// An agent phrase that the parser hung on the noun before it: "the man was sentenced to [prison by a court]",
/// "wurden [die Demonstranten von Männern] angegriffen". Event nouns keep their own agents.
void lift_agent(Workspace& work, PredicateIndex p) {
  const Predicate& predicate = work.predicate(p);
  if (!predicate.passive || predicate.attributive || predicate.kind != PredicateKind::kVerb ||
      work.has(p, Function::kSubject))
    return;
  std::vector<Argument> agents;
  for (const Argument& a : predicate.arguments) {
    if ((a.function != Function::kOblique && a.function != Function::kObject) || a.shared ||
        work.at(a.head) == kNoPredicate)
      continue;
    if (work.german && a.function == Function::kOblique) continue;
    const PredicateIndex noun = work.at(a.head);
    const std::string& lemma = work.predicate(noun).lemma;
    if (work.lexicon.event_noun(work.language, lemma) || (!work.german && a.function == Function::kObject)) continue;
    for (const Argument& inner : work.predicate(noun).arguments) {
      const bool agent =
          inner.function == Function::kOblique && work.lexicon.is(work.language, inner.preposition, Closed::kAgent);
      if (agent && !inner.shared && work.node(inner.head).upos != Upos::kNum && inner.head + 1 >= predicate.head - 4)
        agents.push_back(inner);
    }
  }
  for (Argument& a : agents) {
    a.function = Function::kSubject;
    a.preposition.clear();
    a.shared = true;
    work.add(p, std::move(a));
  }
}

}  // namespace

void lift_infinitives(Workspace& work) {
  for (PredicateIndex p = 0; p < work.layer.predicates.size(); ++p) {
    lift_infinitive(work, p);
    lift_content(work, p);
  }
}

void repair_roles(Workspace& work) {
  for (PredicateIndex p = 0; p < work.layer.predicates.size(); ++p) {
    lift_subject(work, p);
    lift_agent(work, p);
    if (!work.german) continue;
    split_double_subject(work, p);
    swap_by_agreement(work, p);
    find_missing_subject(work, p);
  }
}

void lend_noun_phrases(Workspace& work) {
  for (PredicateIndex p = 0; p < work.layer.predicates.size(); ++p) {
    if (work.predicate(p).kind != PredicateKind::kVerb) continue;
    std::vector<Argument> lent;
    const std::vector<Argument>& arguments = work.predicate(p).arguments;
    for (const Argument& a : arguments) {
      if (a.function != Function::kObject || a.shared || work.at(a.head) == kNoPredicate) continue;
      for (const Argument& inner : work.predicate(work.at(a.head)).arguments) {
        const bool agent =
            std::any_of(arguments.begin(), arguments.end(), [&](const Argument& b) { return b.head == inner.head; });
        if (inner.function == Function::kOblique && !inner.shared && !agent) lent.push_back(inner);
      }
    }
    for (Argument& a : lent) {
      a.shared = true;
      work.add(p, std::move(a));
    }
  }
}

}  // namespace depesche::clauses
