// German compounds by dynamic programming over known stems and linking elements. The first part may be
// unknown (names, foreign words) when it has three letters or more and everything after it is known.
#include <array>

#include "base/utf8.h"
#include "clauses/workspace.h"

namespace depesche::clauses {
namespace {

constexpr std::array<std::string_view, 7> kLinks = {"", "s", "es", "n", "en", "er", "e"};
constexpr size_t kMaxStem = 28;  ///< bytes
constexpr size_t kMaxWord = 96;  ///< bytes; longer words are no words
constexpr int kUnknown = 1000;
constexpr int kLinkCost = 1;
constexpr int kPartCost = 10;

struct Step {
  int cost = INT32_MAX;
  size_t next = 0;  ///< where the rest begins
  const std::string* lemma = nullptr;
};

/// Best analysis of word[at..] by known stems, for every position.
std::vector<Step> analyse(const ClauseLexicon& lexicon, std::string_view word) {
  std::vector<Step> best(word.size() + 1);
  best[word.size()].cost = 0;
  for (size_t at = word.size(); at-- > 0;) {
    if ((static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U) continue;
    for (size_t end = at + 2; end <= word.size() && end - at <= kMaxStem; ++end) {
      const std::string* lemma = lexicon.stem(word.substr(at, end - at));
      if (lemma == nullptr) continue;
      for (const std::string_view link : kLinks) {
        const size_t next = end + link.size();
        if (next > word.size() || (next == word.size() && !link.empty())) continue;
        if (word.substr(end, link.size()) != link || best[next].cost == INT32_MAX) continue;
        const int cost = best[next].cost + kPartCost + (link.empty() ? 0 : kLinkCost);
        if (cost < best[at].cost) best[at] = {cost, next, lemma};
      }
    }
  }
  return best;
}

std::string_view without_link(std::string_view part) {
  if (part.size() > 4 && part.ends_with('s')) part.remove_suffix(1);
  return part;
}

}  // namespace

std::vector<std::string> compound_parts(const ClauseLexicon& lexicon, std::string_view word) {
  if (word.size() < 6 || word.size() > kMaxWord) return {};
  const std::vector<Step> best = analyse(lexicon, word);
  std::vector<std::string> parts;
  size_t at = 0;
  if (best[0].cost == INT32_MAX) {
    int cost = INT32_MAX;
    for (size_t i = 3; i + 3 < word.size(); ++i) {
      if (best[i].cost == INT32_MAX) continue;
      const int here = best[i].cost + kUnknown;
      if (here < cost) {
        cost = here;
        at = i;
      }
    }
    if (cost == INT32_MAX) return {};
    parts.emplace_back(without_link(word.substr(0, at)));
  }
  for (; at < word.size(); at = best[at].next) parts.push_back(*best[at].lemma);
  if (parts.size() < 2) parts.clear();
  return parts;
}

void split_compounds(Workspace& work) {
  if (!work.german) return;
  for (WordIndex w = 0; w < work.tree.size(); ++w) {
    const Upos upos = work.node(w).upos;
    if (upos != Upos::kNoun && upos != Upos::kPropn) continue;
    const std::string_view source = upos == Upos::kNoun ? work.lemma(w) : work.tree.form(w);
    work.layer.compound_parts[w] = compound_parts(work.lexicon, utf8::lower(source));
    if (work.layer.compound_parts[w].empty() && upos == Upos::kNoun) {
      // Lemmas of rare words are often wrong; the form may split where the lemma does not.
      work.layer.compound_parts[w] = compound_parts(work.lexicon, utf8::lower(work.tree.form(w)));
    }
  }
}

}  // namespace depesche::clauses
