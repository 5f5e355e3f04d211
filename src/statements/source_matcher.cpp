#include "statements/source_matcher.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche::statements {
namespace {

constexpr WordIndex kModifiers = 4;  // words that may stand between "nach" and "Angaben"
constexpr WordIndex kNearby = 6;     // words looked through for a name when the tree gives none

bool modifies(Upos u) {
  return u == Upos::kDet || u == Upos::kAdj || u == Upos::kNum || u == Upos::kPropn || u == Upos::kPron;
}
bool nominal(Upos u) {
  return u == Upos::kNoun || u == Upos::kPropn || u == Upos::kPron || u == Upos::kX;
}

}  // namespace

FoundSource SourceMatcher::match(WordIndex w) const {
  const auto* list = work_.lexicon.sources(work_.document.language(), utf8::lower(work_.tree.form(w)));
  if (list == nullptr) return {};
  for (const SourcePhrase& phrase : *list) {
    const WordIndex last = end_of(phrase, w);
    if (last == kNoWord || !fits(phrase, w)) continue;
    FoundSource found{&phrase, w, last, kNoWord, {}};
    complete(found);
    return found;
  }
  return {};
}

/// Word behind the phrase, kNoWord when it does not stand here.
WordIndex SourceMatcher::end_of(const SourcePhrase& phrase, WordIndex w) const {
  const auto size = static_cast<WordIndex>(phrase.words.size());
  bool same = w + size <= work_.tree.size() && same_sentence(w, w + size - 1);
  for (WordIndex i = 1; same && i < size; ++i) same = utf8::lower(work_.tree.form(w + i)) == phrase.words[i];
  if (same) return w + size;
  if (phrase.kind != SourceKind::kNoun || size != 2 || work_.tree.node(w).upos != Upos::kAdp) return kNoWord;
  for (WordIndex i = w + 1; i <= w + 1 + kModifiers && same_sentence(w, i); ++i) {
    if (work_.tree.node(i).upos == Upos::kNoun && utf8::lower(work_.tree.form(i)).ends_with(phrase.words[1]))
      return i + 1;
    if (!modifies(work_.tree.node(i).upos)) break;
  }
  return kNoWord;
}

/// "laut" the adverb and "so" the adverb are no source phrases.
bool SourceMatcher::fits(const SourcePhrase& phrase, WordIndex first) const {
  switch (phrase.kind) {
    case SourceKind::kPreposition:
      if (phrase.words.size() > 1) return true;
      return work_.tree.node(first).upos == Upos::kAdp && same_sentence(first, first + 1) &&
             work_.tree.node(first + 1).upos != Upos::kAdp && work_.tree.node(first + 1).upos != Upos::kVerb &&
             work_.tree.node(first + 1).upos != Upos::kAux;
    case SourceKind::kBehindComma: return behind_comma(first);
    case SourceKind::kRelative: return relative_at(first) != kNoPredicate;
    default: return true;
  }
}

/// The relative clause that begins with the word; kNoPredicate when none does.
PredicateIndex SourceMatcher::relative_at(WordIndex w) const {
  const uint32_t begin = work_.tree.word(w).span.begin;
  const auto [first, last] = work_.predicates_of(work_.tree.word(w).sentence);
  for (PredicateIndex p = first; p < last; ++p) {
    const Predicate& predicate = work_.clauses.predicates[p];
    const WordIndex noun = work_.tree.head(predicate.head);
    if (predicate.relation == ClauseRelation::kRelative && predicate.span.begin == begin && noun != kNoWord && noun < w)
      return p;
  }
  return kNoPredicate;
}

/// Behind a comma or a quotation, followed by a noun phrase up to the next mark.
bool SourceMatcher::behind_comma(WordIndex w) const {
  if (w == 0 || work_.tree.node(w - 1).upos != Upos::kPunct || !same_sentence(w, noun_behind(w))) return false;
  const std::string_view before = work_.tree.form(w - 1);
  const bool mark = before == "," || (w > 1 && work_.in_quote(w - 2)) || (w > 2 && work_.in_quote(w - 3));
  if (!mark) return false;
  for (WordIndex i = w + 1; same_sentence(w, i); ++i) {
    const Upos u = work_.tree.node(i).upos;
    if (u == Upos::kVerb || u == Upos::kAux || u == Upos::kSconj || u == Upos::kCconj)
      return u == Upos::kCconj && i > w + 1;
    if (u == Upos::kPunct && work_.tree.form(i) != "-") return true;
  }
  return true;
}

/// Head of the noun phrase right behind the word.
WordIndex SourceMatcher::noun_behind(WordIndex w) const {
  WordIndex i = w + 1;
  if (same_sentence(w, i) && work_.tree.node(i).upos == Upos::kPunct && work_.in_quote(i + 1)) ++i;  // laut „BBC News“
  while (same_sentence(w, i) && !nominal(work_.tree.node(i).upos) && modifies(work_.tree.node(i).upos)) ++i;
  if (!same_sentence(w, i) || !nominal(work_.tree.node(i).upos)) return kNoWord;
  // climb to the head of the phrase, which may follow ("Innenminister Rubalcaba" has its first word as head in UD)
  for (int steps = 0; steps < 4; ++steps) {
    const WordIndex h = work_.tree.head(i);
    if (h == kNoWord || h <= w || !same_sentence(w, h) || !nominal(work_.tree.node(h).upos)) break;
    i = h;
  }
  return i;
}

void SourceMatcher::complete(FoundSource& found) const {
  const Tree& tree = work_.tree;
  found.span = join(tree.word(found.first).span, tree.word(found.last - 1).span);
  switch (found.phrase->kind) {
    case SourceKind::kLast:
    case SourceKind::kReportedLast:
    case SourceKind::kSelf:
    case SourceKind::kHearsay:
    case SourceKind::kClause:
    case SourceKind::kRelative:
      found.head = found.last - 1;
      while (tree.head(found.head) != kNoWord && tree.head(found.head) >= found.first &&
             tree.head(found.head) < found.last)
        found.head = tree.head(found.head);
      return;
    case SourceKind::kNoun: found.head = found.last - 1; break;
    case SourceKind::kPreposition:
    case SourceKind::kBehindComma: found.head = noun_behind(found.last - 1); break;
    case SourceKind::kPostposition: {
      WordIndex n = tree.head(found.first);
      if (n == kNoWord || n > found.first || !nominal(tree.node(n).upos))
        n = found.first == 0 ? kNoWord : found.first - 1;
      while (n != kNoWord && n > 0 && same_sentence(n, n - 1) && tree.node(n).upos == Upos::kPunct) --n;
      found.head = n;
      break;
    }
  }
  if (found.head == kNoWord || tree.node(found.head).upos == Upos::kVerb) return;
  const Span phrase = tree.span(found.head);
  const bool after = found.phrase->kind == SourceKind::kPostposition;
  // what hangs on the wrong side belongs to the clause
  found.span = join(found.span, with_marks(after ? Span{phrase.begin, found.span.end}
                                                 : Span{found.span.begin, std::max(phrase.end, found.span.end)}));
}

/// A quotation that ends with the phrase takes its closing mark along.
Span SourceMatcher::with_marks(Span span) const {
  const auto [first, last] = work_.quotes_over(span);
  for (size_t i = first; i < last; ++i) {
    if (!work_.quotes[i].clause && work_.quotes[i].inner.end <= span.end) span = join(span, work_.quotes[i].outer);
  }
  return span;
}

void SourceMatcher::name_source(const FoundSource& found, std::vector<ActorIndex>& speaker) const {
  name_owner(found, speaker);
  if (speaker.empty()) add_nearby(found, speaker);
}

void SourceMatcher::name_owner(const FoundSource& found, std::vector<ActorIndex>& speaker) const {
  if (found.head != kNoWord) {
    const auto& actors = work_.document.actors();
    const ActorIndex own = actors.actor_at_head(found.head);
    const bool known = own != kNoActor && (actors.actors[own].coded() || actors.actors[own].person);
    const bool report = found.phrase->kind == SourceKind::kNoun || !known;
    if (report) add_dependents(found.head, found, speaker);
    if (speaker.empty()) {
      add_actors_named(work_.document, work_.tree, found.head, speaker);
      for (const WordIndex c : work_.tree.children(found.head)) {
        if (work_.tree.node(c).deprel == Deprel::kConj) add_actors_named(work_.document, work_.tree, c, speaker);
      }
    }
  }
}

/// Whose report it is: genitive, of-phrase, adjective, first part of a compound.
void SourceMatcher::add_dependents(WordIndex noun, const FoundSource& found, std::vector<ActorIndex>& speaker) const {
  for (const WordIndex c : work_.tree.children(noun)) {
    const Deprel d = work_.tree.node(c).deprel;
    if (d != Deprel::kNmod && d != Deprel::kAmod && d != Deprel::kObj && d != Deprel::kAppos && d != Deprel::kFlat &&
        d != Deprel::kDet && d != Deprel::kCompound)
      continue;
    const WordIndex preposition = work_.tree.child(c, Deprel::kCase);
    const bool linked =
        preposition == kNoWord || work_.lexicon.links_owner(work_.document.language(), work_.tree.lemma(preposition));
    if (!linked && d == Deprel::kNmod) continue;
    add_actors_named(work_.document, work_.tree, c, speaker);
    if (d == Deprel::kAmod || d == Deprel::kCompound) add_unique(speaker, work_.document.actors().actor_at_word(c));
    for (const WordIndex cc : work_.tree.children(c)) {
      if (work_.tree.node(cc).deprel == Deprel::kConj) add_actors_named(work_.document, work_.tree, cc, speaker);
    }
  }
  if (speaker.empty() && found.phrase->kind == SourceKind::kNoun && found.last < work_.tree.size() &&
      same_sentence(noun, found.last)) {
    // the parser hung the genitive elsewhere
    const WordIndex next = noun_behind(found.last - 1);
    if (next != kNoWord && work_.tree.node(next).feats.gram_case == GramCase::kGen)
      add_actors_named(work_.document, work_.tree, next, speaker);
  }
}

/// The parser went astray: the first mention right behind the phrase (or before a postposition).
void SourceMatcher::add_nearby(const FoundSource& found, std::vector<ActorIndex>& speaker) const {
  const auto& actors = work_.document.actors();
  const bool before = found.phrase->kind == SourceKind::kPostposition;
  for (WordIndex step = 0; step < kNearby; ++step) {
    if (before && found.first < step + 1) return;
    const WordIndex w = before ? found.first - 1 - step : found.last + step;
    if (!same_sentence(w, found.first)) return;
    if (work_.tree.node(w).upos == Upos::kPunct || work_.tree.node(w).upos == Upos::kVerb) return;
    if (actors.mention_of_word[w] == UINT32_MAX) continue;
    add_unique(speaker, actors.mentions[actors.mention_of_word[w]].actor);
    return;
  }
}

}  // namespace depesche::statements
