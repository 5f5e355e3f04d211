// Subjects that are understood: infinitives (controlled by the subject, object or dative of their verb),
// participles (their noun, or the subject of the main clause), secondary predicates.
#include "base/utf8.h"
#include "clauses/workspace.h"

namespace depesche::clauses {
namespace {

std::vector<Argument> of_function(const Predicate& predicate, Function function) {
  std::vector<Argument> found;
  for (const Argument& a : predicate.arguments) {
    if (a.function == function && a.head != kNoWord && a.clause == kNoPredicate) found.push_back(a);
  }
  return found;
}

/// "appeal to X to ...", "call on X to ...": the controller is a prepositional object.
std::vector<Argument> controlling_oblique(const Workspace& work, const Predicate& outer) {
  std::vector<Argument> found;
  std::string key;
  for (const Argument& a : outer.arguments) {
    if (a.function != Function::kOblique) continue;
    key = outer.lemma + " " + a.preposition;
    if (work.lexicon.control(work.language, key)) found.push_back(a);
  }
  return found;
}

/// "russisch", "Berliner", "Russian": an adjective that may name whose act it is.
bool origin(const Workspace& work, WordIndex w) {
  if (utf8::is_upper(utf8::decode(work.tree.form(w), 0))) return true;
  if (!work.german) return false;
  const std::string lemma = utf8::lower(work.lemma(w));
  for (size_t n = 2; n <= 5 && n < lemma.size(); ++n) {
    if (work.lexicon.is(work.language, lemma.substr(lemma.size() - n), Closed::kOrigin)) return true;
  }
  return false;
}

/// Whoever the noun's act belongs to: "Putins Drohung, ...", "her plans to ...".
std::vector<Argument> owners(const Workspace& work, const Predicate& noun) {
  for (const Function function :
       {Function::kSubject, Function::kPossessive, Function::kGenitive, Function::kAdjective}) {
    std::vector<Argument> found = of_function(noun, function);
    if (function == Function::kAdjective) {
      std::erase_if(found, [&](const Argument& a) { return !origin(work, a.head); });
      if (found.size() > 1) found.resize(1);
    }
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<Argument> controller(Workspace& work, PredicateIndex outer_index) {
  const Predicate& outer = work.predicate(outer_index);
  std::vector<Argument> oblique = controlling_oblique(work, outer);
  if (!oblique.empty()) return oblique;
  std::optional<Control> control = work.lexicon.control(work.language, outer.lemma);
  if (!control && outer.kind == PredicateKind::kNoun)
    control = work.lexicon.control(work.language, utf8::lower(outer.lemma));
  if (control == Control::kObject || control == Control::kIndirect) {
    const Function first = control == Control::kObject ? Function::kObject : Function::kIndirect;
    const Function second = control == Control::kObject ? Function::kIndirect : Function::kObject;
    std::vector<Argument> found = of_function(outer, first);
    if (found.empty()) found = of_function(outer, second);
    if (found.empty() && outer.passive) found = work.surface_subjects[outer_index];
    // "wants him to leave", but "wants to leave"
    const bool subject = found.empty() && !work.german && !outer.passive;
    if (outer.kind == PredicateKind::kVerb) return subject ? work.surface_subjects[outer_index] : found;
    if (!found.empty()) return found;
    for (const Argument& a : outer.arguments) {  // "Aufforderung an Russland, ...", "call for Russia to"
      if (a.function == Function::kOblique && found.empty()) found.push_back(a);
    }
    return found;
  }
  if (outer.kind == PredicateKind::kNoun && !work.complexes[outer_index].copula) {
    std::vector<Argument> found = owners(work, outer);
    // "She made a decision to ...": the noun is an object of whoever decides.
    if (found.empty() && outer.parent != kNoPredicate && work.node(outer.head).deprel == Deprel::kObj) {
      found = of_function(work.predicate(outer.parent), Function::kSubject);
    }
    return found;
  }
  return outer.passive && !control ? of_function(outer, Function::kSubject) : work.surface_subjects[outer_index];
}

bool lacks_subject(const Workspace& work, PredicateIndex p) {
  return work.surface_subjects[p].empty();
}

void control_complement(Workspace& work, PredicateIndex p) {
  const Predicate& predicate = work.predicate(p);
  if (predicate.parent == kNoPredicate) return;
  const WordIndex head = work.tree.head(predicate.head);
  const PredicateIndex outer = work.at(head) != kNoPredicate ? work.at(head) : predicate.parent;
  std::vector<Argument> subjects = controller(work, outer);
  // "asked to be released": raising keeps the passive subject of the outer verb.
  if (subjects.empty() && work.predicate(outer).passive && work.predicate(outer).kind == PredicateKind::kVerb) {
    subjects = work.surface_subjects[outer];
  }
  add_surface_subjects(work, p, subjects);
}

/// "bezeichnete ihn als ...", "called it unacceptable": predicated of the object, else of the subject.
void control_secondary(Workspace& work, PredicateIndex p) {
  const PredicateIndex outer = work.predicate(p).parent;
  if (outer == kNoPredicate) return;
  std::vector<Argument> subjects = of_function(work.predicate(outer), Function::kObject);
  if (subjects.empty()) subjects = work.surface_subjects[outer];
  add_surface_subjects(work, p, subjects);
}

void control_participle(Workspace& work, PredicateIndex p) {
  const Predicate& predicate = work.predicate(p);
  const WordIndex head = work.tree.head(predicate.head);
  if (head == kNoWord) return;
  const Deprel deprel = work.node(predicate.head).deprel;
  if (deprel == Deprel::kAcl || deprel == Deprel::kAmod) {
    Argument noun;
    noun.head = head;
    noun.span = work.phrase_span(head);
    noun.plural = work.node(head).feats.number == Number::kPlur;
    if (predicate.kind == PredicateKind::kVerb || deprel == Deprel::kAmod) add_surface_subjects(work, p, {noun});
    return;
  }
  if (predicate.parent != kNoPredicate) add_surface_subjects(work, p, work.surface_subjects[predicate.parent]);
}

/// "um ... zu", "without saying", "after meeting": the subject of the main clause.
void control_adverbial(Workspace& work, PredicateIndex p) {
  const PredicateIndex outer = work.predicate(p).parent;
  if (outer == kNoPredicate) return;
  if (work.predicate(outer).passive && work.predicate(p).infinitive) {
    return add_surface_subjects(work, p, of_function(work.predicate(outer), Function::kSubject));
  }
  add_surface_subjects(work, p, work.surface_subjects[outer]);
}

}  // namespace

void share_arguments(Workspace& work) {
  lend_objects_back(work);
  for (const WordIndex w : work.order) {  // heads first: what they share is complete
    const PredicateIndex p = work.at(w);
    if (p == kNoPredicate) continue;
    const Predicate& predicate = work.predicate(p);
    if (predicate.relation == ClauseRelation::kCoordinated) {
      share_coordinated(work, p);
      continue;
    }
    if (!lacks_subject(work, p)) continue;
    const bool nominal = predicate.kind == PredicateKind::kNoun && !work.complexes[p].copula;
    switch (predicate.relation) {
      case ClauseRelation::kInfinitive: control_complement(work, p); break;
      case ClauseRelation::kComplement:
        if (work.complexes[p].bare && predicate.kind != PredicateKind::kVerb)
          control_secondary(work, p);
        else if (work.complexes[p].bare)
          control_complement(work, p);
        break;
      case ClauseRelation::kParticiple: control_participle(work, p); break;
      case ClauseRelation::kPurpose:
      case ClauseRelation::kManner:
      case ClauseRelation::kTemporal:
      case ClauseRelation::kCause:
      case ClauseRelation::kConcession:
      case ClauseRelation::kCondition:
      case ClauseRelation::kUntil:
        if (!nominal && work.complexes[p].bare) control_adverbial(work, p);
        break;
      case ClauseRelation::kNominal:
        if (predicate.kind == PredicateKind::kAdjective && predicate.parent != kNoPredicate) control_secondary(work, p);
        break;
      default: break;
    }
  }
}

}  // namespace depesche::clauses
