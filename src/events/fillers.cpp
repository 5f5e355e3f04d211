#include "events/fillers.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche::events {
namespace {

// bindings that are no arguments of the predicate: knowledge/ontology/functions.tsv
constexpr std::string_view kSpeaker = "speaker";
constexpr std::string_view kEmbeddedSubject = "embedded_subject";

}  // namespace

std::vector<const Argument*> Fillers::bound(const Predicate& predicate, const Binding& binding) const {
  std::vector<const Argument*> out;
  for (const Argument& a : predicate.arguments) {
    const bool fits = binding.function ? a.function == *binding.function : a.preposition == binding.preposition;
    if (fits) out.push_back(&a);
  }
  if (out.empty() && binding.function == Function::kIndirect) out = unmarked_indirect(predicate);
  if (out.empty() && !binding.function) out = beside(predicate, binding.preposition);
  return out;
}

/// "hat Sanktionen am Samstag gegen Libyen beschlossen": what stands beside its noun in the clause of the verb.
std::vector<const Argument*> Fillers::beside(const Predicate& predicate, std::string_view preposition) const {
  std::vector<const Argument*> out;
  if (predicate.kind != PredicateKind::kNoun || predicate.parent == kNoPredicate ||
      !lexicon_.in_class(document_.language(), preposition, "link_beside"))
    return out;
  const Predicate& verb = document_.clauses().predicates[predicate.parent];
  const bool object = std::any_of(verb.arguments.begin(), verb.arguments.end(), [&](const Argument& a) {
    return a.head == predicate.head && a.function == Function::kObject;
  });
  if (verb.kind != PredicateKind::kVerb || !object) return out;
  for (const Argument& a : verb.arguments) {
    if (!a.shared && a.preposition == preposition) out.push_back(&a);
  }
  return out;
}

/// "wirft Russland Aggression vor": names carry no case, so the parser sees two objects; the actor among them is the
/// indirect one.
std::vector<const Argument*> Fillers::unmarked_indirect(const Predicate& predicate) const {
  std::vector<const Argument*> actors;
  size_t objects = 0;
  for (const Argument& a : predicate.arguments) {
    if (a.function == Function::kClause) ++objects;
    if (a.function != Function::kObject || a.head == kNoWord) continue;
    ++objects;
    if (document_.actors().actor_at_head(a.head) != kNoActor) actors.push_back(&a);
  }
  return objects > actors.size() ? actors : std::vector<const Argument*>();
}

/// "man werde verzichten", "wir": the side of whoever is speaking.
void Fillers::add_first_person(WordIndex word, std::vector<ActorIndex>& out) const {
  const Node& node = tree_.node(word);
  const bool we = node.upos == Upos::kPron && node.feats.person == Person::k1;
  if (!we && !lexicon_.in_class(document_.language(), tree_.lemma(word), "speaking_side")) return;
  const auto& layer = document_.statements();
  if (word >= layer.statement_of_word.size()) return;
  const StatementIndex s = layer.statement_of_word[word];
  if (s == kNoStatement) return;
  for (const ActorIndex a : layer.statements[s].speaker) add_unique(out, a);
}

/// "einer der Angreifer", "viele von ihnen", "die Hälfte der Abgeordneten": they who are counted.
bool Fillers::add_counted(WordIndex word, std::vector<ActorIndex>& out) const {
  const Upos upos = tree_.node(word).upos;
  const bool counts = upos == Upos::kDet || upos == Upos::kNum || upos == Upos::kPron || upos == Upos::kAdj ||
                      lexicon_.in_class(document_.language(), tree_.lemma(word), "measure");
  if (!counts) return false;
  const size_t before = out.size();
  for (const WordIndex c : tree_.children(word)) {
    if (tree_.node(c).deprel == Deprel::kNmod && owns(c)) add_actors_named(document_, tree_, c, out);
  }
  return out.size() > before;
}

void Fillers::add_actor_of_word(WordIndex word, std::vector<ActorIndex>& out) const {
  if (add_counted(word, out) || add_actors_named(document_, tree_, word, out)) return;
  add_first_person(word, out);
}

void Fillers::add_owner(WordIndex word, std::vector<ActorIndex>& out) const {
  const auto& clauses = document_.clauses();
  const PredicateIndex p = word < clauses.predicate_of_word.size() ? clauses.predicate_of_word[word] : kNoPredicate;
  if (p == kNoPredicate) return add_owner_in_phrase(word, out);
  for (const Argument& a : clauses.predicates[p].arguments) {
    const bool owns = a.function == Function::kGenitive || a.function == Function::kPossessive ||
                      a.function == Function::kAdjective || a.function == Function::kCompound ||
                      lexicon_.in_class(document_.language(), a.preposition, "link_owner");
    if (!owns) continue;
    if (a.head == word) {
      add_unique(out, document_.actors().actor_at_word(word));
    } else {
      add_actor_of_word(a.head, out);
    }
  }
}

/// The same for a thing that is no event: "die UN-Mission", "das Gericht der EU", "die deutsche Delegation".
void Fillers::add_owner_in_phrase(WordIndex word, std::vector<ActorIndex>& out) const {
  for (const WordIndex c : tree_.children(word)) {
    const Deprel d = tree_.node(c).deprel;
    if (d == Deprel::kCompound || d == Deprel::kAmod) {
      add_unique(out, document_.actors().actor_at_word(c));
    } else if (d == Deprel::kNmod && owns(c)) {
      add_actors_named(document_, tree_, c, out);
    }
  }
}

/// A bare genitive, or one behind "von", "of".
bool Fillers::owns(WordIndex word) const {
  return std::none_of(tree_.children(word).begin(), tree_.children(word).end(), [&](WordIndex c) {
    return tree_.node(c).deprel == Deprel::kCase &&
           !lexicon_.in_class(document_.language(), tree_.lemma(c), "link_counted");
  });
}

std::vector<ActorIndex> Fillers::actors(const Predicate& predicate, const Argument& argument, OwnerRule owner) const {
  std::vector<ActorIndex> out;
  if (argument.head == kNoWord) return out;
  if (argument.head == predicate.head) {  // first part of a compound: "US-Angriff"
    add_unique(out, document_.actors().actor_at_word(argument.head));
    return out;
  }
  add_actor_of_word(argument.head, out);
  if (out.empty() && (owner == OwnerRule::kOwner || argument.function == Function::kGenitive)) {
    add_owner(argument.head, out);
  }
  if (out.empty() && owner == OwnerRule::kOwner) add_state_of_place(argument.head, out);
  return out;
}

/// "in Helmand", "in der Provinz Helmand", "Ziele im Gazastreifen": the place itself or what it is narrowed down to.
bool Fillers::is_or_specifies(WordIndex place, WordIndex word) const {
  if (place == word) return true;
  if (tree_.head(place) != word) return false;
  const Deprel d = tree_.node(place).deprel;
  if (d == Deprel::kAppos || d == Deprel::kFlat) return true;
  return d == Deprel::kNmod &&
         std::any_of(tree_.children(place).begin(), tree_.children(place).end(), [&](WordIndex c) {
           return tree_.node(c).deprel == Deprel::kCase &&
                  lexicon_.in_class(document_.language(), tree_.lemma(c), "link_place");
         });
}

/// "A named town under attack is its state": the bare state that the report names, with the code of the place.
void Fillers::add_state_of_place(WordIndex word, std::vector<ActorIndex>& out) const {
  const auto& actors = document_.actors().actors;
  for (const Place& place : document_.timeplace().places) {
    if (place.code.empty() || place.head == kNoWord || !is_or_specifies(place.head, word)) continue;
    for (ActorIndex a = 0; a < actors.size(); ++a) {
      if (actors[a].code == place.code && actors[a].sector.empty() && !actors[a].person) return add_unique(out, a);
    }
  }
}

std::vector<ActorIndex> Fillers::state_at(WordIndex place) const {
  std::vector<ActorIndex> out;
  if (place != kNoWord) add_state_of_place(place, out);
  return out;
}

std::vector<ActorIndex> Fillers::actors_bound(const Predicate& predicate, const Binding& binding,
                                              const FillerTest& test, OwnerRule owner) const {
  std::vector<ActorIndex> out;
  if (binding.preposition == kSpeaker) {
    const StatementLayer& layer = document_.statements();
    if (predicate.head >= layer.statement_of_word.size()) return out;
    const StatementIndex s = layer.statement_of_word[predicate.head];
    return s == kNoStatement ? out : layer.statements[s].speaker;
  }
  if (binding.preposition == kEmbeddedSubject) {
    static const Binding kSubject = {Function::kSubject, ""};
    for (const Argument& a : predicate.arguments) {
      if (a.function != Function::kClause || a.clause == kNoPredicate) continue;
      const Predicate& inner = document_.clauses().predicates[a.clause];
      for (const ActorIndex actor : actors_bound(inner, kSubject, test, owner)) add_unique(out, actor);
    }
    return out;
  }
  const bool tested = !test.classes.empty() || !test.literals.empty();
  for (const Argument* a : bound(predicate, binding)) {
    if (tested && !passes(predicate, *a, test)) continue;
    for (const ActorIndex actor : actors(predicate, *a, owner)) add_unique(out, actor);
  }
  return out;
}

bool Fillers::lemma_passes(std::string_view lemma, const FillerTest& test) const {
  for (const std::string& literal : test.literals) {
    if (literal == lemma) return true;
  }
  for (const std::string& name : test.classes) {
    if (lexicon_.in_class(document_.language(), lemma, name)) return true;
  }
  return false;
}

bool Fillers::own_parts_pass(WordIndex word, const FillerTest& test, bool with_last) const {
  const auto& all = document_.clauses().compound_parts;
  if (word >= all.size()) return false;
  const size_t n = all[word].size();
  for (size_t i = 0; i + (with_last ? 0 : 1) < n; ++i) {
    if (lemma_passes(all[word][i], test) || lemma_passes(utf8::capitalised(all[word][i]), test)) return true;
  }
  return false;
}

bool Fillers::word_passes(WordIndex word, const FillerTest& test) const {
  if (word == kNoWord) return false;
  const ActorLayer& actors = document_.actors();
  for (const std::string& name : test.classes) {
    if (name == "actor" && actors.actor_at_head(word) != kNoActor) return true;
    if (name == "person" && actors.actor_at_head(word) != kNoActor && actors.actors[actors.actor_at_head(word)].person)
      return true;
    if (name != "territory") continue;
    for (const Place& p : document_.timeplace().places) {
      if (p.head == word) return true;
    }
  }
  return lemma_passes(tree_.lemma(word), test) || lemma_passes(tree_.form(word), test) ||
         own_parts_pass(word, test, true) || base_form_passes(word, test) || phrase_passes(word, test);
}

/// The lemmas of rare nouns are often wrong ("Diplomate"); the table of stems knows the form.
bool Fillers::base_form_passes(WordIndex word, const FillerTest& test) const {
  if (document_.language() != Language::kGerman) return false;
  const std::string_view base = lexicon_.base_form(utf8::lower(tree_.form(word)));
  return !base.empty() && lemma_passes(utf8::capitalised(base), test);
}

/// English compounds and set phrases of two words: "tear gas", "war crime", "heavy weapon".
bool Fillers::phrase_passes(WordIndex word, const FillerTest& test) const {
  if (document_.language() != Language::kEnglish) return false;
  for (const WordIndex c : tree_.children(word)) {
    const Deprel d = tree_.node(c).deprel;
    if (d != Deprel::kCompound && d != Deprel::kAmod) continue;
    std::string phrase(tree_.lemma(c));
    phrase.append(" ").append(tree_.lemma(word));
    if (lemma_passes(phrase, test)) return true;
  }
  return false;
}

bool Fillers::passes(const Predicate& predicate, const Argument& argument, const FillerTest& test) const {
  if (argument.head == predicate.head) return own_parts_pass(argument.head, test, false);
  if (word_passes(argument.head, test)) return true;
  if (argument.clause != kNoPredicate) {
    const Predicate& inner = document_.clauses().predicates[argument.clause];
    if (lemma_passes(inner.lemma, test)) return true;
  }
  // "vor einer Gruppe von Demonstranten", "tons of weapons": the measured thing counts as well
  for (const WordIndex c : tree_.children(argument.head)) {
    const Deprel d = tree_.node(c).deprel;
    if ((d == Deprel::kNmod || d == Deprel::kCompound || d == Deprel::kAppos || d == Deprel::kFlat) &&
        word_passes(c, test))
      return true;
  }
  return false;
}

/// `embedded: ["'infinitive'", "'necessary'"]`: the form of the clause that the predicate embeds.
bool Fillers::embeds(const Predicate& predicate, const FillerTest& test) const {
  const auto asked = [&](std::string_view form) {
    return std::find(test.literals.begin(), test.literals.end(), form) != test.literals.end();
  };
  return std::any_of(predicate.arguments.begin(), predicate.arguments.end(), [&](const Argument& a) {
    if (a.function != Function::kClause || a.clause == kNoPredicate) return false;
    const Predicate& inner = document_.clauses().predicates[a.clause];
    return (asked("infinitive") && (inner.infinitive || inner.relation == ClauseRelation::kInfinitive)) ||
           (asked("necessary") && inner.modality == Modality::kNecessary) ||
           (asked("possible") && inner.modality == Modality::kPossible);
  });
}

bool Fillers::fulfils(const Predicate& predicate, const Condition& condition) const {
  if (condition.slot == "reflexive") return predicate.reflexive;
  if (condition.slot == "passive") return predicate.passive;
  if (condition.slot == "intransitive") {
    return std::none_of(predicate.arguments.begin(), predicate.arguments.end(),
                        [](const Argument& a) { return a.function == Function::kObject; });
  }
  if (condition.slot == "embedded") return embeds(predicate, condition.test);
  if (condition.slot == "head") return own_parts_pass(predicate.head, condition.test, false);
  if (condition.slot == "any") {
    if (own_parts_pass(predicate.head, condition.test, false)) return true;
    // adverbs as well: "militärisch unterstützen", "sexually assault"
    for (const WordIndex w : predicate.adverbs) {
      if (word_passes(w, condition.test)) return true;
    }
    return std::any_of(predicate.arguments.begin(), predicate.arguments.end(), [&](const Argument& a) {
      return a.head != predicate.head && passes(predicate, a, condition.test);
    });
  }
  for (const Argument* a : bound(predicate, condition.binding)) {
    if (passes(predicate, *a, condition.test)) return true;
  }
  // a compound's first part stands for the object of the act: Waffenlieferung = delivery of weapons
  const bool object_like = condition.slot == "object" || condition.slot == "genitive" ||
                           lexicon_.in_class(document_.language(), condition.slot, "link_owner");
  return object_like && predicate.kind == PredicateKind::kNoun && own_parts_pass(predicate.head, condition.test, false);
}

}  // namespace depesche::events
