// Which words are predicates, and what the finite verb says for its complex: voice, tense, mood.
#include <algorithm>

#include "base/utf8.h"
#include "clauses/workspace.h"

namespace depesche::clauses {
namespace {

bool auxiliary(const Node& n) {
  return n.deprel == Deprel::kAux || n.deprel == Deprel::kCop;
}

VerbComplex complex_of(const Workspace& work, WordIndex w) {
  VerbComplex complex;
  for (const WordIndex c : work.tree.children(w)) {
    const Node& n = work.node(c);
    if (auxiliary(n)) {
      complex.auxiliaries.push_back(c);
      complex.copula |= n.deprel == Deprel::kCop;
      if (complex.finite == kNoWord && work.finite(c)) complex.finite = c;
    } else if (n.deprel == Deprel::kMark && work.is(c, Closed::kInfinitive)) {
      complex.zu = true;
    }
  }
  if (complex.finite == kNoWord && work.finite(w) && complex.auxiliaries.empty()) complex.finite = w;
  if (complex.finite == kNoWord && !complex.auxiliaries.empty()) complex.finite = complex.auxiliaries.front();
  complex.bare = complex.finite == kNoWord;
  return complex;
}

/// "aufzufordern": particle + zu + infinitive in one word.
bool has_infix_zu(const Workspace& work, WordIndex w) {
  if (!work.german) return false;
  const std::string form = utf8::lower(work.tree.form(w));
  for (size_t at = form.find("zu", 1); at != std::string::npos; at = form.find("zu", at + 1)) {
    if (at + 4 < form.size() && work.lexicon.is(work.language, form.substr(0, at), Closed::kParticle) &&
        form.ends_with('n') && utf8::lower(work.lemma(w)).find("zu", at) != at) {
      return true;
    }
  }
  return false;
}

struct Kind {
  PredicateKind kind;
  bool attributive = false;
  bool present = false;
  std::string lemma;
};

bool predicative(const Workspace& work, WordIndex w) {
  const Node& n = work.node(w);
  if (work.tree.child(w, Deprel::kCop) != kNoWord) return true;
  switch (n.deprel) {
    case Deprel::kXcomp:
    case Deprel::kCcomp:
    case Deprel::kAdvcl:
    case Deprel::kAcl: return true;
    case Deprel::kAdvmod: return work.german && n.upos == Upos::kAdj;
    case Deprel::kConj:
      if (work.comparison(w)) return true;
      [[fallthrough]];
    case Deprel::kRoot:
    case Deprel::kParataxis:
      return work.tree.child(w, Deprel::kNsubj) != kNoWord || work.tree.child(w, Deprel::kCsubj) != kNoWord;
    default: return false;
  }
}

/// "sind verwundet", "ist verboten" tagged as adjectives: participles of verbs that the tables know are
/// state passives, unless the adjective is a word of its own there ("besorgt").
Kind predicative_kind(const Workspace& work, WordIndex w) {
  const std::string form = utf8::lower(work.tree.form(w));
  std::string lemma = utf8::lower(work.lemma(w));
  if (!work.german || work.lexicon.knows(work.language, WordClass::kAdjective, lemma) ||
      work.lexicon.knows(work.language, WordClass::kAdjective, form)) {
    return {PredicateKind::kAdjective, false, false, std::move(lemma)};
  }
  bool present = false;
  std::string verb = verb_of_participle(work, form, present);
  const bool copula = work.tree.child(w, Deprel::kCop) != kNoWord || work.tree.child(w, Deprel::kAux) != kNoWord;
  if (!verb.empty() && !present && copula && work.lexicon.knows(work.language, WordClass::kVerb, verb)) {
    return {PredicateKind::kVerb, false, false, std::move(verb)};
  }
  if (!verb.empty() && !present) lemma = form;
  return {PredicateKind::kAdjective, false, false, std::move(lemma)};
}

/// Nouns lend themselves to predicates cheaply: events picks those that are in frames.
std::optional<Kind> kind_of(const Workspace& work, WordIndex w) {
  const Node& n = work.node(w);
  if (n.deprel == Deprel::kCase || n.deprel == Deprel::kMark || n.deprel == Deprel::kFixed || n.deprel == Deprel::kCc)
    return std::nullopt;
  if (n.upos == Upos::kVerb && !auxiliary(n)) {
    if (n.deprel != Deprel::kAmod) return Kind{PredicateKind::kVerb, false, false, utf8::lower(work.lemma(w))};
    return Kind{PredicateKind::kVerb, true, work.present_participle(w), utf8::lower(work.lemma(w))};
  }
  if (n.upos == Upos::kAux && !auxiliary(n))
    return Kind{PredicateKind::kVerb, false, false, utf8::lower(work.lemma(w))};
  if (n.upos == Upos::kNoun) return Kind{PredicateKind::kNoun, false, false, std::string(work.lemma(w))};
  if (n.upos == Upos::kAdj || n.upos == Upos::kAdv) {
    if (n.upos == Upos::kAdj && n.deprel == Deprel::kAmod) {
      bool present = false;
      std::string verb = work.german ? verb_of_participle(work, work.tree.form(w), present) : std::string();
      if (!verb.empty()) return Kind{PredicateKind::kVerb, true, present, std::move(verb)};
      if (work.tree.children(w).empty()) return std::nullopt;
      return Kind{PredicateKind::kAdjective, true, false, utf8::lower(work.lemma(w))};
    }
    if (n.upos == Upos::kAdj && work.nominal(w) && n.deprel != Deprel::kRoot && !predicative(work, w)) {
      return Kind{PredicateKind::kNoun, false, false, std::string(work.lemma(w))};
    }
    if (predicative(work, w)) return predicative_kind(work, w);
    return std::nullopt;
  }
  if ((n.upos == Upos::kPropn || n.upos == Upos::kPron || n.upos == Upos::kNum) &&
      work.tree.child(w, Deprel::kCop) != kNoWord) {
    return Kind{PredicateKind::kNoun, false, false, std::string(work.lemma(w))};
  }
  return std::nullopt;
}

bool be_perfect(const Workspace& work, std::string_view lemma) {
  // Motion verbs keep their auxiliary under any prefix: "gehen", "zurückgehen", "vergehen".
  for (size_t at = 0; at < lemma.size(); at += utf8::length(static_cast<unsigned char>(lemma[at]))) {
    if (work.lexicon.is(work.language, lemma.substr(at), Closed::kBePerfect)) return true;
  }
  return false;
}

/// Konjunktiv I by form where the tagger has missed it: the stem with -e in the third person, which no
/// indicative shares (er liefere), and "sei", "seien".
bool present_subjunctive(const Workspace& work, WordIndex w, bool first_person) {
  const Node& n = work.node(w);
  if (n.feats.mood == Mood::kSub) return n.feats.tense != Tense::kPast;
  if (n.feats.mood == Mood::kImp || first_person) return false;
  const std::string form = utf8::lower(work.tree.form(w));
  const std::string lemma = utf8::lower(work.lemma(w));
  if (work.is(w, Closed::kBe)) return form == "sei" || form == "seien";
  if (!form.ends_with('e') || lemma.size() < 3 || !lemma.ends_with('n')) return false;
  return n.feats.number != Number::kPlur && form.size() + 1 == lemma.size() && lemma.starts_with(form);
}

/// "sollte", "wollte", "lieferte": the past subjunctive of weak verbs without umlaut is the preterite.
bool like_preterite(const Workspace& work, WordIndex w) {
  std::string stem = utf8::lower(work.lemma(w));
  for (const std::string_view umlaut : {"ä", "ö", "ü"}) {
    if (stem.find(umlaut) != std::string::npos) return false;
  }
  if (!stem.ends_with("en")) return false;
  stem.resize(stem.size() - 2);
  return utf8::lower(work.tree.form(w)).starts_with(stem + "te");
}

bool first_person(const Workspace& work, WordIndex w) {
  for (const WordIndex c : work.tree.children(w)) {
    if (work.node(c).deprel == Deprel::kNsubj && work.is(c, Closed::kFirstPerson)) return true;
  }
  return false;
}

void read_german_voice(Workspace& work, PredicateIndex p, bool& perfect) {
  Predicate& predicate = work.predicate(p);
  VerbComplex& complex = work.complexes[p];
  const WordIndex w = predicate.head;
  const bool adjective = work.node(w).upos == Upos::kAdj;  // kind_of made it a verb
  const bool participle =
      adjective || work.participle(w) || (work.node(w).upos == Upos::kVerb && !work.infinitive(w) && !work.finite(w));
  bool become = false;
  bool become_participle = false;
  bool be = false;
  bool marked = false;
  for (const WordIndex a : complex.auxiliaries) {
    const bool pass = work.node(a).subtype == Subtype::kPass;
    if (work.is(a, Closed::kBecome)) {
      become = true;
      become_participle |= work.participle(a);
      marked |= pass;
    } else if (work.is(a, Closed::kBe)) {
      be = true;
    } else if (work.is(a, Closed::kPerfect)) {
      perfect |= participle;
    } else if (work.is(a, Closed::kGetPassive)) {
      predicate.passive |= participle;
    } else if (work.is(a, Closed::kCausative)) {
      for (const WordIndex c : work.tree.children(w)) predicate.passive |= work.is(c, Closed::kReflexive);
      if (predicate.passive) predicate.modality = Modality::kPossible;
    }
  }
  predicate.passive |= become && (participle || marked);
  if (be && complex.zu && !become) {  // "ist nicht auszuschließen"
    predicate.passive = true;
    predicate.modality = Modality::kPossible;
  } else if (be && participle && become) {
    perfect = true;
  } else if (be && participle && !marked) {
    if (!predicate.passive && be_perfect(work, predicate.lemma)) {
      perfect = true;
    } else {
      bool object = false;
      for (const WordIndex c : work.tree.children(w)) object |= work.node(c).deprel == Deprel::kObj;
      perfect = object;
      predicate.state_passive = predicate.passive = !object;
    }
  }
  if (become_participle) perfect = true;
}

void read_english_voice(Workspace& work, PredicateIndex p, bool& perfect) {
  Predicate& predicate = work.predicate(p);
  const WordIndex w = predicate.head;
  for (const WordIndex a : work.complexes[p].auxiliaries) {
    if (work.node(a).subtype == Subtype::kPass) predicate.passive = true;
    if (work.is(a, Closed::kPerfect)) perfect = true;
    if (work.node(a).deprel == Deprel::kAux && work.is(a, Closed::kBe) && work.participle(w) &&
        work.node(w).feats.passive) {
      predicate.passive = true;
    }
  }
}

void read_tense_and_mood(Workspace& work, PredicateIndex p, bool perfect) {
  Predicate& predicate = work.predicate(p);
  const VerbComplex& complex = work.complexes[p];
  if (complex.finite == kNoWord) return;
  if (complex.zu && !work.finite(complex.finite)) {
    if (perfect) predicate.tense = ClauseTense::kPast;
    return;
  }
  const Features& f = work.node(complex.finite).feats;
  const bool past = f.tense == Tense::kPast;
  if (f.mood == Mood::kImp) predicate.mood = ClauseMood::kImperative;
  if (work.german) {
    if (present_subjunctive(work, complex.finite, first_person(work, predicate.head)))
      predicate.mood = ClauseMood::kReported;
    else if (f.mood == Mood::kSub && !like_preterite(work, complex.finite))
      predicate.mood = ClauseMood::kIrreal;
  }
  if (perfect) {
    predicate.tense = past && predicate.mood == ClauseMood::kIndicative ? ClauseTense::kPluperfect : ClauseTense::kPast;
  } else {
    const bool indicative = f.mood != Mood::kSub && predicate.mood != ClauseMood::kReported;
    predicate.tense = past && indicative ? ClauseTense::kPast : ClauseTense::kPresent;
  }
}

}  // namespace

void make_predicates(Workspace& work) {
  for (WordIndex w = 0; w < work.tree.size(); ++w) {
    std::optional<Kind> kind = kind_of(work, w);
    if (!kind) continue;
    Predicate predicate;
    predicate.kind = kind->kind;
    predicate.attributive = kind->attributive;
    predicate.lemma = std::move(kind->lemma);
    predicate.head = w;
    predicate.sentence = work.tree.word(w).sentence;
    predicate.span = work.subtree_span(w);
    predicate.core = work.tree.word(w).span;
    predicate.passive = kind->kind == PredicateKind::kVerb && kind->attributive && !kind->present;
    work.layer.predicate_of_word[w] = static_cast<PredicateIndex>(work.layer.predicates.size());
    work.layer.predicates.push_back(std::move(predicate));
    work.complexes.push_back(complex_of(work, w));
    work.complexes.back().zu |= has_infix_zu(work, w);
  }
  work.surface_subjects.resize(work.layer.predicates.size());
}

void read_verb_complexes(Workspace& work) {
  for (PredicateIndex p = 0; p < work.layer.predicates.size(); ++p) {
    Predicate& predicate = work.predicate(p);
    VerbComplex& complex = work.complexes[p];
    const WordIndex w = predicate.head;
    bool perfect = false;
    if (predicate.kind == PredicateKind::kVerb && !predicate.attributive) {
      for (const WordIndex c : work.tree.children(w)) {
        const Node& n = work.node(c);
        if ((n.deprel == Deprel::kNsubj || n.deprel == Deprel::kCsubj) && n.subtype == Subtype::kPass)
          predicate.passive = true;
        if (work.is(c, Closed::kReflexive)) predicate.reflexive = true;
      }
      if (work.german)
        read_german_voice(work, p, perfect);
      else
        read_english_voice(work, p, perfect);
      if (predicate.passive && complex.bare && complex.auxiliaries.empty()) complex.bare = true;
      predicate.core =
          complex.particle == kNoWord ? predicate.core : join(predicate.core, work.tree.word(complex.particle).span);
    } else if (complex.copula) {
      for (const WordIndex a : complex.auxiliaries) {
        perfect |= work.is(a, Closed::kPerfect);
        perfect |= work.german && work.is(a, Closed::kBe) && work.participle(a);
      }
    }
    predicate.infinitive = (complex.zu || (work.infinitive(w) && complex.bare)) &&
                           (complex.finite == kNoWord || !work.finite(complex.finite));
    read_tense_and_mood(work, p, perfect);
    if (perfect && predicate.tense == ClauseTense::kNone) predicate.tense = ClauseTense::kPast;
  }
}

}  // namespace depesche::clauses
