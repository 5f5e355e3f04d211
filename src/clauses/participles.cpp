// German participles that the tagger calls adjectives go back to their verb by morphology: the table of
// strong stems and the separable and inseparable prefixes are words/function_words.
#include "base/utf8.h"
#include "clauses/workspace.h"

namespace depesche::clauses {
namespace {

std::string infinitive_of(std::string stem) {
  if ((stem.ends_with("er") && !stem.ends_with("ier")) || stem.ends_with("el")) return stem + "n";
  return stem + "en";
}

/// Verb of an uninflected participle without separable prefix: "liefert" of "geliefert" -> "liefern".
std::string weak(std::string_view core) {
  if (core.size() < 4 || !core.ends_with('t')) return {};
  core.remove_suffix(1);
  if (core.ends_with('e') && core.size() > 3) {  // "getötet", "geöffnet": the e belongs to the ending
    const char before = core[core.size() - 2];
    if (before == 't' || before == 'd' || before == 'n' || before == 'm') core.remove_suffix(1);
  }
  return infinitive_of(std::string(core));
}

std::string without_prefix(const Workspace& work, std::string_view word, bool& prefixed) {
  prefixed = false;
  if (word.starts_with("ge") && word.size() > 5) {
    const std::string_view core = word.substr(2);
    prefixed = true;
    if (const std::string* strong = work.lexicon.value(work.language, core, Closed::kStrongParticiple)) return *strong;
    return weak(core);
  }
  return {};
}

std::string inseparable(const Workspace& work, std::string_view word) {
  for (size_t n = 2; n <= 5 && n + 3 < word.size(); ++n) {
    if (!work.lexicon.is(work.language, word.substr(0, n), Closed::kInseparable)) continue;
    const std::string_view core = word.substr(n);
    if (const std::string* strong = work.lexicon.value(work.language, core, Closed::kStrongParticiple)) {
      return std::string(word.substr(0, n)) + *strong;
    }
    const std::string verb = weak(core);
    if (!verb.empty()) return std::string(word.substr(0, n)) + verb;
  }
  return word.ends_with("iert") ? infinitive_of(std::string(word.substr(0, word.size() - 1))) : std::string();
}

std::string verb_of_stem(const Workspace& work, std::string_view word) {
  bool prefixed = false;
  std::string verb = without_prefix(work, word, prefixed);
  if (!verb.empty()) return verb;
  for (size_t n = 2; n <= 9 && n + 5 < word.size(); ++n) {
    if (!work.lexicon.is(work.language, word.substr(0, n), Closed::kParticle)) continue;
    verb = without_prefix(work, word.substr(n), prefixed);
    if (verb.empty()) verb = inseparable(work, word.substr(n));  // "anvertraut"
    if (!verb.empty()) return std::string(word.substr(0, n)) + verb;
  }
  return inseparable(work, word);
}

}  // namespace

std::string verb_of_participle(const Workspace& work, std::string_view form, bool& present, bool* strong) {
  std::string word = utf8::lower(form);
  for (const std::string_view ending : {"en", "er", "es", "em", "e"}) {
    // "gestohlen", "gestohlenen": strip one inflection, never the participle's own -en.
    if (!word.ends_with(ending)) continue;
    const std::string stem = word.substr(0, word.size() - ending.size());
    if (stem.ends_with('t') || stem.ends_with("en") || stem.ends_with("nd")) word = stem;
    break;
  }
  // Words of their own ("bekannt") and superlatives ("bekanntest") are no participles.
  if (work.lexicon.is(work.language, word, Closed::kAdjective) || word.ends_with("est")) return {};
  present = word.ends_with("nd") && word.size() > 5;
  if (present) {
    word.pop_back();
    return word.ends_with('n') ? word : std::string();
  }
  if (!word.ends_with('t') && !word.ends_with('n')) return {};
  if (strong != nullptr) *strong = word.ends_with('n');  // the weak ones end in -t
  return verb_of_stem(work, word);
}

}  // namespace depesche::clauses
