// Modals, negation, adverbs of the clause; and words that make what they embed possible, planned or failed.
#include "base/utf8.h"
#include "clauses/workspace.h"

namespace depesche::clauses {
namespace {

Modality modality_of(Effect effect) {
  switch (effect) {
    case Effect::kPossible:
    case Effect::kNotExcluded: return Modality::kPossible;
    case Effect::kNecessary: return Modality::kNecessary;
    case Effect::kIntended: return Modality::kIntended;
    case Effect::kFuture: return Modality::kFuture;
    case Effect::kHearsay: return Modality::kHearsay;
    default: return Modality::kNone;
  }
}

void weaken_to(Predicate& predicate, Modality modality) {
  if (predicate.modality == Modality::kNone) predicate.modality = modality;
}

void weaken(Predicate& predicate, Effect effect) {
  weaken_to(predicate, modality_of(effect));
}

bool perfect_infinitive(const Workspace& work, const VerbComplex& complex) {
  for (const WordIndex a : complex.auxiliaries) {
    if (a != complex.finite && work.is(a, Closed::kPerfect)) return true;
    if (a != complex.finite && work.german && work.is(a, Closed::kBe)) return true;
  }
  return false;
}

bool past_main(const Workspace& work, PredicateIndex p) {
  const PredicateIndex parent = work.predicate(p).parent;
  if (parent == kNoPredicate) return false;
  const ClauseRelation relation = work.predicate(p).relation;
  if (relation == ClauseRelation::kCoordinated) return past_main(work, parent);
  const ClauseTense tense = work.predicate(parent).tense;
  return (relation == ClauseRelation::kComplement || relation == ClauseRelation::kQuestion) &&
         (tense == ClauseTense::kPast || tense == ClauseTense::kPluperfect);
}

void read_modal(Workspace& work, PredicateIndex p, WordIndex a) {
  Predicate& predicate = work.predicate(p);
  const VerbComplex& complex = work.complexes[p];
  if (work.is(a, Closed::kBecome)) {  // German "werden": future beside an infinitive, else passive or copula
    if (predicate.passive && !work.infinitive(predicate.head) && work.node(a).subtype == Subtype::kPass) return;
    bool passive_besides = false;
    for (const WordIndex b : complex.auxiliaries) passive_besides |= b != a && work.node(b).subtype == Subtype::kPass;
    if (work.node(a).deprel == Deprel::kCop || (predicate.passive && !passive_besides)) return;
    predicate.tense = ClauseTense::kFuture;
    weaken(predicate, Effect::kFuture);
    return;
  }
  if (work.is(a, Closed::kPerfect)) return;
  const auto effect = work.effect(a, WordClass::kAux);
  if (!effect) return;
  if (work.german && *effect == Effect::kNecessary && perfect_infinitive(work, complex) &&
      work.node(a).feats.mood != Mood::kSub &&
      work.lexicon.effect(work.language, std::string(work.lemma(a)) + " + perfect", WordClass::kAux) ==
          Effect::kHearsay) {
    predicate.modality = Modality::kHearsay;
    return;
  }
  if (*effect == Effect::kFuture) predicate.tense = ClauseTense::kFuture;
  if (work.german || predicate.mood == ClauseMood::kImperative) {
    weaken(predicate, *effect);
    return;
  }
  if (work.lexicon.effect(work.language, std::string(utf8::lower(work.tree.form(a))) + " + past", WordClass::kAux)) {
    // "would": after a verb of saying in the past it is the reported future, else it is irreal.
    const bool reported = past_main(work, p);
    predicate.mood = reported ? ClauseMood::kReported : ClauseMood::kIrreal;
    if (!reported) {
      predicate.tense = ClauseTense::kPresent;
      return;
    }
  }
  weaken(predicate, *effect);
}

/// "will A entsenden und B schließen": the second verb is under the modal of the first.
void inherit_modality(Workspace& work, PredicateIndex p) {
  Predicate& predicate = work.predicate(p);
  if (predicate.relation != ClauseRelation::kCoordinated || !work.complexes[p].bare || predicate.parent == kNoPredicate)
    return;
  const Predicate& source = work.predicate(predicate.parent);
  if (source.kind != PredicateKind::kVerb || predicate.kind != PredicateKind::kVerb) return;
  weaken_to(predicate, source.modality);
  predicate.mood = source.mood;
  predicate.tense = source.tense;
}

/// "nicht nur", "not only" assert what they stand before.
bool negates(const Workspace& work, WordIndex c) {
  if (work.effect(c, WordClass::kAdverb) != Effect::kNegated &&
      work.effect(c, WordClass::kDeterminer) != Effect::kNegated)
    return false;
  if (c + 1 < work.tree.size()) {
    const std::string pair = utf8::lower(work.tree.form(c)) + " " + utf8::lower(work.tree.form(c + 1));
    if (work.lexicon.effect(work.language, pair, WordClass::kAdverb) == Effect::kApproximate) return false;
  }
  return true;
}

bool negative_phrase(const Workspace& work, WordIndex head) {
  if (work.effect(head, WordClass::kDeterminer) == Effect::kNegated) return true;  // "niemand", "nobody"
  for (const WordIndex c : work.tree.children(head)) {
    if (work.node(c).deprel == Deprel::kDet && work.effect(c, WordClass::kDeterminer) == Effect::kNegated) return true;
    // "weder A noch B", "neither A nor B"
    if (work.node(c).upos == Upos::kCconj && work.effect(c, WordClass::kAdverb) == Effect::kNegated) return true;
  }
  return false;
}

bool clausal(const Workspace& work, PredicateIndex p) {
  return work.predicate(p).kind != PredicateKind::kNoun || work.complexes[p].copula;
}

void read_adverbs(Workspace& work, PredicateIndex p) {
  Predicate& predicate = work.predicate(p);
  for (const WordIndex c : work.tree.children(predicate.head)) {
    const Node& n = work.node(c);
    if (n.deprel == Deprel::kAdvmod || n.deprel == Deprel::kDiscourse ||
        (n.deprel == Deprel::kCc && n.upos == Upos::kCconj)) {
      if (negates(work, c)) predicate.negated = true;
      if (n.deprel == Deprel::kCc) continue;
      predicate.adverbs.push_back(c);
      const auto effect = work.effect(c, WordClass::kAdverb);
      if (effect == Effect::kPastBackground)
        predicate.past_background = true;
      else if (effect && *effect != Effect::kNegated && *effect != Effect::kApproximate)
        weaken(predicate, *effect);
    } else if (n.deprel == Deprel::kDet && predicate.kind == PredicateKind::kNoun) {
      predicate.negated |= work.effect(c, WordClass::kDeterminer) == Effect::kNegated;
    } else if (n.deprel == Deprel::kAmod && predicate.kind == PredicateKind::kNoun) {
      if (const auto effect = work.effect(c, WordClass::kAdjective)) {
        if (*effect == Effect::kNegated || *effect == Effect::kFailed)
          predicate.negated = true;
        else if (*effect == Effect::kPastBackground)
          predicate.past_background = true;
        else
          weaken(predicate, *effect);
      }
    } else if ((n.deprel == Deprel::kMark || n.deprel == Deprel::kCase) &&
               work.effect(c, WordClass::kAdverb) == Effect::kNegated) {
      predicate.negated = true;  // "ohne zu", "without saying", "ohne Angriff"
    }
  }
}

/// "in der Vergangenheit", "seit Jahren", "in den vergangenen Jahren".
bool tells_background(const Workspace& work, const Argument& a) {
  if (a.function != Function::kOblique || a.head == kNoWord) return false;
  const std::string noun(work.lemma(a.head));
  if (work.lexicon.effect(work.language, a.preposition + " " + noun, WordClass::kNoun) == Effect::kPastBackground)
    return true;
  for (const WordIndex c : work.tree.children(a.head)) {
    if (work.node(c).deprel != Deprel::kAmod) continue;
    const std::string key = a.preposition + " " + utf8::lower(work.lemma(c)) + " " + noun;
    if (work.lexicon.effect(work.language, key, WordClass::kNoun) == Effect::kPastBackground) return true;
  }
  return false;
}

void read_arguments(Workspace& work, PredicateIndex p) {
  Predicate& predicate = work.predicate(p);
  for (const Argument& a : predicate.arguments) {
    if (a.shared || a.head == kNoWord || a.clause != kNoPredicate) continue;
    if (tells_background(work, a)) predicate.past_background = true;
    const bool core = a.function == Function::kSubject || a.function == Function::kObject ||
                      a.function == Function::kOblique || a.function == Function::kIndirect;
    if (core && clausal(work, p) && negative_phrase(work, a.head)) predicate.negated = true;
  }
}

void apply(Predicate& inner, Effect effect, bool outer_negated) {
  switch (effect) {
    case Effect::kNegated:
    case Effect::kFailed:
      if (!outer_negated) inner.negated = !inner.negated;
      return;
    case Effect::kNotExcluded:
      if (outer_negated) {
        inner.not_excluded = true;
        if (inner.modality == Modality::kNone || inner.modality == Modality::kFuture)
          inner.modality = Modality::kPossible;
      } else {
        inner.negated = true;
      }
      return;
    case Effect::kPastBackground:
    case Effect::kApproximate: return;
    default:
      if (inner.modality == Modality::kNone || inner.modality == Modality::kFuture)
        inner.modality = modality_of(effect);
      // "plant keine Angriffe", "will not be able to strike"
      inner.negated |= outer_negated && !inner.negated;
      return;
  }
}

/// Which arguments the word's effect reaches: its clauses always; event nouns as the object of a verb
/// ("plant einen Angriff"), the subject of an adjective ("ist möglich") or of a verb that denies by itself
/// ("blieb aus"), the genitive of a noun.
bool reaches(const Predicate& outer, const Argument& a, Effect effect, bool has_object) {
  switch (a.function) {
    case Function::kObject: return true;
    case Function::kGenitive: return outer.kind == PredicateKind::kNoun;
    case Function::kSubject:
      if (outer.kind == PredicateKind::kAdjective) return true;
      return outer.kind == PredicateKind::kVerb && !has_object && effect == Effect::kNegated;
    default: return false;
  }
}

void embed(Workspace& work, PredicateIndex p, Effect effect, bool clauses_only) {
  const Predicate outer = work.predicate(p);
  const bool has_clause = clauses_only || work.has(p, Function::kClause);
  const bool has_object = work.has(p, Function::kObject);
  for (const Argument& a : outer.arguments) {
    if (a.function == Function::kClause) {
      if (a.clause != kNoPredicate) apply(work.predicate(a.clause), effect, outer.negated);
      continue;
    }
    if (a.head == kNoWord || has_clause) continue;
    const PredicateIndex inner = work.at(a.head);
    if (!reaches(outer, a, effect, has_object) || inner == kNoPredicate ||
        work.predicate(inner).kind != PredicateKind::kNoun || work.complexes[inner].copula)
      continue;
    // "keine": the determiner has already negated the noun; it negates the outer verb, not both.
    if (outer.negated && work.predicate(inner).negated) {
      work.predicate(inner).negated = false;
      apply(work.predicate(inner), effect, true);
      continue;
    }
    apply(work.predicate(inner), effect, outer.negated);
  }
}

/// "verzichtet auf Angriffe", "called for talks": rows "verb preposition".
void embed_oblique(Workspace& work, PredicateIndex p, WordClass word_class) {
  const Predicate& outer = work.predicate(p);
  for (const Argument& a : outer.arguments) {
    if (a.function != Function::kOblique || a.head == kNoWord) continue;
    const PredicateIndex inner = work.at(a.head);
    if (inner == kNoPredicate || inner == p || work.predicate(inner).kind != PredicateKind::kNoun) continue;
    const auto effect = work.lexicon.effect(work.language, outer.lemma + " " + a.preposition, word_class);
    if (effect) apply(work.predicate(inner), *effect, outer.negated);
  }
}

}  // namespace

void read_modality(Workspace& work) {
  for (const WordIndex w : work.order) {
    const PredicateIndex p = work.at(w);
    if (p == kNoPredicate) continue;
    for (const WordIndex a : work.complexes[p].auxiliaries) read_modal(work, p, a);
    inherit_modality(work, p);
    if (!work.german && work.complexes[p].zu && work.complexes[p].finite != kNoWord &&
        work.finite(work.complexes[p].finite)) {
      if (work.is(work.complexes[p].finite, Closed::kBe))
        weaken(work.predicate(p), Effect::kIntended);  // "is to visit"
    }
    read_adverbs(work, p);
    read_arguments(work, p);
    Predicate& predicate = work.predicate(p);
    const std::string_view text = work.tree.document().text();
    const Span sentence = work.tree.document().words().sentences[predicate.sentence].span;
    if (predicate.relation == ClauseRelation::kMain && clausal(work, p) && sentence.end > sentence.begin &&
        sentence.end <= text.size()) {
      std::string_view tail = text.substr(sentence.begin, sentence.size());
      while (!tail.empty() && tail.back() != '?' && tail.back() != '.' &&
             !utf8::is_letter(static_cast<unsigned char>(tail.back())))
        tail.remove_suffix(1);
      if (tail.ends_with('?') && predicate.mood == ClauseMood::kIndicative) predicate.mood = ClauseMood::kQuestion;
    }
  }
}

void spread_modality(Workspace& work) {
  for (const WordIndex w : work.order) {
    const PredicateIndex p = work.at(w);
    if (p == kNoPredicate || work.node(w).deprel == Deprel::kAdvmod) continue;
    const Predicate& predicate = work.predicate(p);
    WordClass word_class = WordClass::kVerb;
    if (predicate.kind == PredicateKind::kNoun) word_class = WordClass::kNoun;
    if (predicate.kind == PredicateKind::kAdjective) word_class = WordClass::kAdjective;
    if (predicate.kind == PredicateKind::kVerb && work.is(w, Closed::kGoing) && work.complexes[p].finite != w) {
      for (const Argument& a : Predicate(predicate).arguments) {  // "is going to strike"
        if (a.clause != kNoPredicate && work.predicate(a.clause).infinitive)
          apply(work.predicate(a.clause), Effect::kFuture, predicate.negated);
      }
      continue;
    }
    if (const auto effect = work.lexicon.effect(work.language, predicate.lemma, word_class)) {
      embed(work, p, *effect, false);
    } else if (word_class == WordClass::kVerb) {
      const auto semi_modal = work.lexicon.effect(work.language, predicate.lemma, WordClass::kAux);
      if (semi_modal) embed(work, p, *semi_modal, true);
    }
    embed_oblique(work, p, word_class);
  }
}

}  // namespace depesche::clauses
