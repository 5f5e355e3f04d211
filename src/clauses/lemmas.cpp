// Lemmatisers guess rare words badly ("lieferen", "expell", "Waffenlieferunge"). Where the lemma is unknown to
// every table but stripping the inflection of the form gives one that is known, the known one wins; German
// compounds are known by their last part.
#include <array>

#include "base/utf8.h"
#include "clauses/workspace.h"

namespace depesche::clauses {
namespace {

using Endings = std::vector<std::string_view>;

void german_verbs(const std::string& form, std::vector<std::string>& out) {
  static const Endings kEndings = {"",    "t",  "et",  "e",   "en",   "n",    "st",
                                   "est", "te", "ten", "ete", "eten", "test", "tet"};
  for (const std::string_view ending : kEndings) {
    if (form.size() < ending.size() + 2 || !form.ends_with(ending)) continue;
    const std::string stem = form.substr(0, form.size() - ending.size());
    out.push_back(stem + "en");
    out.push_back(stem + "n");
    // Strong verbs change their vowel in the present: trägt, gibt, sieht, läuft.
    static const std::array<std::pair<std::string_view, std::string_view>, 5> kVowels = {
        {{"ä", "a"}, {"äu", "au"}, {"ie", "e"}, {"i", "e"}, {"ö", "o"}}};
    if (ending != "t" && ending != "st" && !ending.empty()) continue;
    for (const auto& [changed, base] : kVowels) {
      const size_t at = stem.rfind(changed);
      if (at != std::string::npos)
        out.push_back(stem.substr(0, at) + std::string(base) + stem.substr(at + changed.size()) + "en");
    }
  }
}

void german_nouns(const std::string& form, std::vector<std::string>& out) {
  static const Endings kEndings = {"n", "e", "s", "en", "es", "er", "ern", "nen", "innen", ""};
  for (const std::string_view ending : kEndings) {
    if (form.size() < ending.size() + 3 || !form.ends_with(ending)) continue;
    const std::string stem = form.substr(0, form.size() - ending.size());
    out.push_back(stem);
    if (ending != "e" && ending != "en" && ending != "er" && ending != "ern" && ending != "n" && !ending.empty())
      continue;
    static const std::array<std::pair<std::string_view, std::string_view>, 3> kUmlauts = {
        {{"ä", "a"}, {"ö", "o"}, {"ü", "u"}}};
    for (const auto& [umlaut, base] : kUmlauts) {
      const size_t at = stem.rfind(umlaut);
      if (at != std::string::npos)
        out.push_back(stem.substr(0, at) + std::string(base) + stem.substr(at + umlaut.size()));
    }
  }
}

void english(const std::string& form, const Endings& endings, std::vector<std::string>& out) {
  for (const std::string_view ending : endings) {
    if (form.size() < ending.size() + 2 || !form.ends_with(ending)) continue;
    const std::string stem = form.substr(0, form.size() - ending.size());
    out.push_back(stem);
    if (ending.empty()) continue;
    out.push_back(stem + "e");
    if (stem.ends_with('i')) out.push_back(stem.substr(0, stem.size() - 1) + "y");
    if (stem.size() > 3 && stem.back() == stem[stem.size() - 2]) out.push_back(stem.substr(0, stem.size() - 1));
  }
}

/// A known noun, or a compound whose last part is its own lemma.
bool known_noun(const Workspace& work, const std::string& noun) {
  if (work.lexicon.knows(work.language, WordClass::kNoun, noun)) return true;
  if (!work.german) return false;
  const std::vector<std::string> parts = work.lexicon.splitter().parts(noun);
  return !parts.empty() && utf8::lower(noun).ends_with(parts.back());
}

std::string mended_noun(const Workspace& work, const Predicate& predicate) {
  const std::string form(work.tree.form(predicate.head));
  for (std::string& candidate :
       lemma_candidates(work.language, WordClass::kNoun, work.german ? form : utf8::lower(form))) {
    if (known_noun(work, candidate)) return std::move(candidate);
  }
  return predicate.lemma;
}

std::string particle_of(const Workspace& work, PredicateIndex p) {
  const WordIndex particle = work.complexes[p].particle;
  return particle == kNoWord ? std::string() : utf8::lower(work.tree.form(particle));
}

bool known_verb(const Workspace& work, std::string_view verb) {
  return work.lexicon.knows(work.language, WordClass::kVerb, verb);
}

std::string mended_verb(const Workspace& work, PredicateIndex p) {
  const Predicate& predicate = work.predicate(p);
  const std::string form = utf8::lower(work.tree.form(predicate.head));
  const std::string particle = particle_of(work, p);
  const bool joined = !particle.empty() && work.complexes[p].stranded.empty();
  std::vector<std::string> candidates = lemma_candidates(work.language, WordClass::kVerb, form);
  if (work.german && predicate.lemma.ends_with('n')) {
    // A plausible lemma is only changed for one with the same vowel ("liegt" is not "legen").
    std::erase_if(candidates, [&](const std::string& c) {
      return !c.starts_with(form.substr(0, std::min(c.size(), form.size()) - 2)) &&
             !form.starts_with(c.substr(0, c.size() - 2));
    });
  }
  if (joined) {
    for (const std::string& candidate : candidates) {
      const std::string whole = work.german ? particle + candidate : candidate + " " + particle;
      if (known_verb(work, whole)) return whole;
    }
  }
  for (const std::string& candidate : candidates) {
    if (!known_verb(work, candidate)) continue;
    if (!joined) return candidate;
    return work.german ? particle + candidate : candidate + " " + particle;
  }
  if (work.german && predicate.lemma.ends_with("een"))
    return predicate.lemma.substr(0, predicate.lemma.size() - 2) + "n";  // "flüchteen"
  if (work.german && work.infinitive(predicate.head) && !work.complexes[p].zu && !joined && form.ends_with('n'))
    return form;
  if (work.german && !predicate.lemma.ends_with('n') && work.finite(predicate.head) && !joined && !candidates.empty())
    return candidates.front();
  if (!work.german && predicate.lemma.ends_with('v')) return predicate.lemma + "e";  // "solv"
  return predicate.lemma;
}

}  // namespace

std::vector<std::string> lemma_candidates(Language language, WordClass word_class, std::string_view form) {
  std::vector<std::string> out;
  const std::string word(form);
  if (language == Language::kGerman) {
    if (word_class == WordClass::kVerb)
      german_verbs(word, out);
    else
      german_nouns(word, out);
  } else if (word_class == WordClass::kVerb) {
    english(word, {"", "s", "es", "ed", "d", "ing"}, out);
  } else {
    english(word, {"", "s", "es"}, out);
  }
  return out;
}

void mend_lemmas(Workspace& work) {
  for (PredicateIndex p = 0; p < work.layer.predicates.size(); ++p) {
    Predicate& predicate = work.predicate(p);
    if (predicate.kind == PredicateKind::kVerb) {
      if (!known_verb(work, predicate.lemma) && !predicate.attributive) predicate.lemma = mended_verb(work, p);
    } else if (predicate.kind == PredicateKind::kNoun && work.node(predicate.head).upos == Upos::kNoun) {
      if (!known_noun(work, predicate.lemma)) predicate.lemma = mended_noun(work, predicate);
    }
  }
}

}  // namespace depesche::clauses
