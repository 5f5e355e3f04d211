// Separable prefixes (hält ... fest) and English particles (call off) join the verb's lemma.
#include "base/utf8.h"
#include "clauses/workspace.h"

namespace depesche::clauses {
namespace {

/// "aufzufordern", "auffordern" -> "auffordern": lemmatisers may leave the infix.
std::string without_infix(const Workspace& work, const std::string& lemma) {
  for (size_t at = lemma.find("zu", 1); at != std::string::npos; at = lemma.find("zu", at + 1)) {
    if (at + 4 >= lemma.size()) break;
    if (work.lexicon.is(work.language, lemma.substr(0, at), Closed::kParticle)) {
      return lemma.substr(0, at) + lemma.substr(at + 2);
    }
  }
  return lemma;
}

/// A particle that the parser took for an adverb, an object or a bare preposition: it closes the clause.
bool closes_clause(const Workspace& work, WordIndex verb, WordIndex c) {
  if (!work.tree.children(c).empty() || c <= verb + 1) return false;
  const WordIndex next = c + 1;
  if (next < work.tree.size() && work.tree.word(next).sentence == work.tree.word(c).sentence) {
    const Upos upos = work.node(next).upos;
    if (upos != Upos::kPunct && upos != Upos::kCconj) return false;
  }
  return true;
}

/// "shot down the jet", "walked away": an adverb or preposition beside the verb that makes a verb of the tables.
WordIndex known_phrasal_verb(const Workspace& work, WordIndex verb) {
  const WordIndex next = verb + 1;
  if (next >= work.tree.size() || work.tree.head(next) == kNoWord) return kNoWord;
  const Node& n = work.node(next);
  const bool adverb = n.head == verb && n.deprel == Deprel::kAdvmod;
  const bool preposition =
      n.deprel == Deprel::kCase && work.tree.head(n.head) == verb && work.node(n.head).deprel == Deprel::kObl;
  if (!adverb && !preposition) return kNoWord;
  const std::string joined = utf8::lower(work.lemma(verb)) + " " + utf8::lower(work.tree.form(next));
  return work.lexicon.knows(work.language, WordClass::kVerb, joined) ? next : kNoWord;
}

/// "wie X bekannt gab": an adjective written apart right before its verb, where the tables know both as one verb.
WordIndex written_apart(const Workspace& work, WordIndex verb) {
  if (verb == 0 || work.tree.head(verb - 1) != verb) return kNoWord;
  const Node& n = work.node(verb - 1);
  if ((n.upos != Upos::kAdj && n.upos != Upos::kAdv) || !work.tree.children(verb - 1).empty()) return kNoWord;
  const std::string joined = utf8::lower(work.tree.form(verb - 1)) + std::string(work.lemma(verb));
  return work.lexicon.knows(work.language, WordClass::kVerb, joined) ? verb - 1 : kNoWord;
}

WordIndex find_particle(const Workspace& work, WordIndex verb) {
  for (const WordIndex c : work.tree.children(verb)) {
    const Node& n = work.node(c);
    if (n.deprel == Deprel::kCompound && n.subtype == Subtype::kPrt) return c;
  }
  if (!work.german) return known_phrasal_verb(work, verb);
  if (const WordIndex apart = written_apart(work, verb); apart != kNoWord) return apart;
  if (!work.finite(verb)) return kNoWord;
  for (const WordIndex c : work.tree.children(verb)) {
    const Node& n = work.node(c);
    if (n.deprel == Deprel::kPunct || n.deprel == Deprel::kCc || n.upos == Upos::kNoun || n.upos == Upos::kPron)
      continue;
    const std::string form = utf8::lower(work.tree.form(c));
    const std::string* particle = work.lexicon.value(work.language, form, Closed::kParticle);
    if (particle != nullptr && particle->empty() && closes_clause(work, verb, c)) return c;
  }
  return kNoWord;
}

/// Lemmatisers stumble over participles ("vorgeworfen"); where morphology knows better, it wins.
std::string checked_by_participle(const Workspace& work, const Predicate& predicate) {
  bool present = false;
  bool strong = false;
  const std::string verb = verb_of_participle(work, work.tree.form(predicate.head), present, &strong);
  if (verb.empty() || present || verb == predicate.lemma) return predicate.lemma;
  if (strong) return verb;
  const std::string stem = verb.substr(0, verb.size() - (verb.ends_with("en") ? 2 : 1));
  const bool spurious_e = !verb.ends_with("en") && predicate.lemma == stem + "en";  // "steigeren"
  return spurious_e || predicate.lemma.find(stem) == std::string::npos ? verb : predicate.lemma;
}

}  // namespace

void join_particles(Workspace& work) {
  for (PredicateIndex p = 0; p < work.layer.predicates.size(); ++p) {
    Predicate& predicate = work.predicate(p);
    if (predicate.kind != PredicateKind::kVerb) continue;
    if (work.german) {
      predicate.lemma = without_infix(work, predicate.lemma);
      if (!predicate.attributive && work.participle(predicate.head))
        predicate.lemma = checked_by_participle(work, predicate);
    }
    const WordIndex particle = find_particle(work, predicate.head);
    if (particle == kNoWord) continue;
    const std::string form = utf8::lower(work.tree.form(particle));
    if (work.german && !work.lexicon.is(work.language, form, Closed::kParticle) &&
        !work.lexicon.knows(work.language, WordClass::kVerb, form + predicate.lemma)) {
      continue;  // a mistake of the parser
    }
    work.complexes[p].particle = particle;
    if (!work.german) {
      const std::string joined = predicate.lemma + " " + form;
      const bool preposition =
          work.lexicon.control(work.language, joined) && !work.lexicon.knows(work.language, WordClass::kVerb, joined);
      if (preposition)
        work.complexes[p].stranded = form;
      else
        predicate.lemma = joined;
    } else if (!predicate.lemma.starts_with(form)) {
      predicate.lemma = form + predicate.lemma;
    }
  }
}

}  // namespace depesche::clauses
