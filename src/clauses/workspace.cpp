#include "clauses/workspace.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche::clauses {

Workspace::Workspace(const Document& document, const ClauseLexicon& words)
    : tree(document), lexicon(words), language(document.language()), german(language == Language::kGerman) {
  const WordIndex n = tree.size();
  order.reserve(n);
  for (WordIndex w = 0; w < n; ++w) {
    if (tree.head(w) == kNoWord) order.push_back(w);
  }
  for (size_t i = 0; i < order.size(); ++i) {
    for (const WordIndex c : tree.children(order[i])) order.push_back(c);
  }
  extent.resize(n);
  for (WordIndex w = 0; w < n; ++w) extent[w] = {w, w};
  for (size_t i = order.size(); i-- > 0;) {
    const WordIndex head = tree.head(order[i]);
    if (head == kNoWord) continue;
    extent[head].first = std::min(extent[head].first, extent[order[i]].first);
    extent[head].second = std::max(extent[head].second, extent[order[i]].second);
  }
  layer.predicate_of_word.assign(n, kNoPredicate);
  layer.compound_parts.resize(n);
}

std::string_view Workspace::lemma(WordIndex w) const {
  const std::string& lemma = node(w).lemma;
  return lemma.empty() || lemma == "_" ? tree.form(w) : std::string_view(lemma);
}

const std::string* Workspace::value(WordIndex w, Closed closed) const {
  if (const std::string* found = lexicon.value(language, lemma(w), closed)) return found;
  return lexicon.value(language, utf8::lower(tree.form(w)), closed);
}

bool Workspace::is(WordIndex w, Closed closed) const {
  return value(w, closed) != nullptr;
}

std::optional<Effect> Workspace::effect(WordIndex w, WordClass word_class) const {
  if (const auto found = lexicon.effect(language, lemma(w), word_class)) return found;
  return lexicon.effect(language, utf8::lower(tree.form(w)), word_class);
}

bool Workspace::finite(WordIndex w) const {
  const Node& n = node(w);
  const Features& f = n.feats;
  // A modal behind an opening quotation mark („Sollte ...) may come without features: other than its infinitive, it is
  // finite.
  if (german && n.upos == Upos::kAux && f.verb_form == VerbForm::kNone && f.mood == Mood::kNone)
    return effect(w, WordClass::kAux).has_value() && utf8::lower(tree.form(w)) != lemma(w);
  return f.verb_form == VerbForm::kFin || f.mood != Mood::kNone;
}

bool Workspace::infinitive(WordIndex w) const {
  const Node& n = node(w);
  if (n.feats.verb_form != VerbForm::kNone) return n.feats.verb_form == VerbForm::kInf;
  // Some German treebanks leave infinitives without features.
  return german && n.feats.mood == Mood::kNone && n.feats.tense == Tense::kNone &&
         (n.upos == Upos::kVerb || n.upos == Upos::kAux) && tree.form(w).ends_with('n');
}

bool Workspace::participle(WordIndex w) const {
  const Features& f = node(w).feats;
  if (f.mood != Mood::kNone || node(w).upos == Upos::kAdj) return false;
  if (f.verb_form == VerbForm::kPart) return f.tense != Tense::kPres || f.passive;
  return german && f.verb_form == VerbForm::kNone && f.tense == Tense::kPast;
}

bool Workspace::present_participle(WordIndex w) const {
  const Features& f = node(w).feats;
  if (f.verb_form == VerbForm::kGer) return true;
  if (german) return f.verb_form == VerbForm::kPart && f.tense == Tense::kPres;
  return node(w).upos == Upos::kVerb && f.verb_form == VerbForm::kPart && f.tense == Tense::kPres;
}

bool Workspace::nominal(WordIndex w) const {
  switch (node(w).upos) {
    case Upos::kNoun:
    case Upos::kPropn:
    case Upos::kPron:
    case Upos::kNum:
    case Upos::kDet:
    case Upos::kX:
    case Upos::kSym: return true;
    case Upos::kAdj: return !tree.form(w).empty() && utf8::is_upper(utf8::decode(tree.form(w), 0));
    default: return false;
  }
}

bool Workspace::relative_pronoun(WordIndex w) const {
  const Node& n = node(w);
  if (n.upos != Upos::kPron && n.upos != Upos::kDet) return false;
  return n.feats_raw.find("Rel") != std::string::npos || is(w, Closed::kRelative);
}

bool Workspace::comparison(WordIndex w) const {
  if (node(w).deprel != Deprel::kConj) return false;
  for (const WordIndex c : tree.children(w)) {
    if ((node(c).deprel == Deprel::kCc || node(c).deprel == Deprel::kCase) && c < w && is(c, Closed::kComparison))
      return true;
  }
  return false;
}

Span Workspace::text_span(WordIndex first, WordIndex last) const {
  while (first < last && node(first).upos == Upos::kPunct) ++first;
  while (last > first && node(last).upos == Upos::kPunct) --last;
  return {tree.word(first).span.begin, tree.word(last).span.end};
}

Span Workspace::phrase_span(WordIndex w) const {
  WordIndex first = w;
  WordIndex last = w;
  for (const WordIndex c : tree.children(w)) {
    const Deprel deprel = node(c).deprel;
    if (deprel == Deprel::kConj || deprel == Deprel::kPunct || deprel == Deprel::kCc) continue;
    first = std::min(first, extent[c].first);
    last = std::max(last, extent[c].second);
  }
  return text_span(first, last);
}

PredicateIndex Workspace::above(WordIndex w) const {
  for (w = tree.head(w); w != kNoWord; w = tree.head(w)) {
    if (at(w) != kNoPredicate) return at(w);
  }
  return kNoPredicate;
}

std::string Workspace::preposition(WordIndex w) const {
  WordIndex found = kNoWord;
  for (const WordIndex c : tree.children(w)) {
    const Node& n = node(c);
    if (n.deprel != Deprel::kCase || n.upos == Upos::kPart) continue;
    if (n.upos == Upos::kPunct || (n.upos == Upos::kCconj && found != kNoWord)) continue;
    found = c;  // of "bis zu", "from behind" the last one governs
  }
  if (found == kNoWord) return {};
  if (const std::string* fused = value(found, Closed::kFused)) return *fused;
  // "according to", "including": verbs that have become prepositions keep their form.
  std::string text = utf8::lower(node(found).upos == Upos::kVerb ? tree.form(found) : lemma(found));
  for (const WordIndex c : tree.children(found)) {
    if (node(c).deprel == Deprel::kFixed) text.append(" ").append(utf8::lower(lemma(c)));
  }
  return text;
}

bool Workspace::has(PredicateIndex p, Function function) const {
  for (const Argument& a : predicate(p).arguments) {
    if (a.function == function) return true;
  }
  return false;
}

void Workspace::add(PredicateIndex p, Argument argument) {
  if (argument.head != kNoWord && argument.head == predicate(p).head && argument.function != Function::kCompound)
    return;
  for (const Argument& a : predicate(p).arguments) {
    if (a.function == argument.function && a.head == argument.head && a.preposition == argument.preposition) return;
  }
  predicate(p).arguments.push_back(std::move(argument));
}

}  // namespace depesche::clauses
