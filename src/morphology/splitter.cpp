#include "morphology/splitter.h"

#include <algorithm>
#include <array>
#include <climits>

#include "base/utf8.h"

namespace depesche::morphology {
namespace {

constexpr size_t kShortestWord = 6;  // bytes
constexpr size_t kLongestWord = 96;  // bytes; longer words are no words
constexpr size_t kLongestPart = 32;  // bytes
constexpr size_t kShortestPart = 3;  // letters
constexpr size_t kUsualPart = 4;     // letters; shorter ones are often chance
constexpr size_t kShortestTail = 4;  // letters behind an unknown first part
constexpr int kDepth = 4;

// Costs: fewer parts win; among as many, those that are likelier.
constexpr int kPart = 20;
constexpr int kNoStem = 3;           // only the lexicon knows it
constexpr int kShort = 6;            // shorter than usual, and no stem
constexpr int kLink = 1;             // a link that is no ending of the noun
constexpr int kDropped = 3;          // "Kontroll(e)", "Hilf(e)s"
constexpr int kAdjectival = 3;       // "Privat"
constexpr int kVerbal = 5;           // "Schieß(en)"
constexpr int kNamed = 4;            // "Gaza"
constexpr int kFromAdjectives = 2;   // "der Verdächtige"
constexpr int kFromInfinitives = 6;  // "das Rasseln"
constexpr int kUnknown = 200;        // first part, nobody knows it
constexpr int kNever = INT_MAX;

/// A word that the lexicon has as a whole is split only when its parts cost no more above kPart each.
constexpr int kExtraOfKnown = 2 * kNoStem + kVerbal;

constexpr std::array<std::string_view, 7> kLinks = {"s", "es", "n", "en", "er", "e", "ens"};

bool letter_start(std::string_view text, size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// Of an unknown first part.
std::string without_link(std::string_view part) {
  if (utf8::count(part) > kUsualPart && part.ends_with('s')) part.remove_suffix(1);
  return std::string(part);
}

struct Step {
  int cost = kNever;
  size_t next = 0;
  std::string lemma;
};

}  // namespace

const std::string* Splitter::stem(std::string_view stem) const {
  const auto at = stems_.find(stem);
  return at == stems_.end() ? nullptr : &at->second;
}

bool Splitter::has(std::string_view form, Kind kind, uint32_t cells) const {
  if (lexicon_ == nullptr) return false;
  const auto found = lexicon_->cells(form, kind);
  return found && (cells == 0 || (*found & cells) != 0);
}

std::optional<std::string> Splitter::noun(std::string_view part, Nouns which) const {
  if (lexicon_ == nullptr) return std::nullopt;
  const std::string form = utf8::capitalised(part);
  for (const Reading r : lexicon_->find(form)) {
    if (r.kind != Kind::kNoun) continue;
    const Nouns own = (r.cells & kFromAdjective) != 0    ? Nouns::kFromAdjectives
                      : (r.cells & kFromInfinitive) != 0 ? Nouns::kFromInfinitives
                                                         : Nouns::kPlain;
    if (own == which) return utf8::lower(r.lemma(form));
  }
  return std::nullopt;
}

std::optional<Splitter::Found> Splitter::head(std::string_view part) const {
  if (utf8::count(part) < kShortestPart || no_heads_.contains(part)) return std::nullopt;
  if (const std::string* lemma = stem(part)) return Found{kPart, *lemma};
  const int cost = kPart + kNoStem + (utf8::count(part) < kUsualPart ? kShort : 0);
  if (auto lemma = noun(part, Nouns::kPlain)) return Found{cost, std::move(*lemma)};
  if (auto lemma = noun(part, Nouns::kFromAdjectives)) return Found{cost + kFromAdjectives, std::move(*lemma)};
  if (auto lemma = noun(part, Nouns::kFromInfinitives)) return Found{cost + kFromInfinitives, std::move(*lemma)};
  return std::nullopt;
}

/// Nouns as they stand: "Waffe", and with endings that are links at the same time: "Waffen", "Kriegs", "Länder".
std::optional<Splitter::Found> Splitter::noun_front(std::string_view part) const {
  if (const std::string* lemma = stem(part)) return Found{kPart, *lemma};
  const int size = utf8::count(part) < kUsualPart ? kShort : 0;
  if (auto lemma = noun(part, Nouns::kPlain)) return Found{kPart + kNoStem + size, std::move(*lemma)};
  if (size == 0) {
    if (auto lemma = noun(part, Nouns::kFromAdjectives))
      return Found{kPart + kNoStem + kFromAdjectives, std::move(*lemma)};
  }
  return std::nullopt;
}

/// Nouns with a link that is no ending of theirs ("Regierungs"), and without their e ("Kontroll", "Hilfs").
std::optional<Splitter::Found> Splitter::linked_front(std::string_view part) const {
  std::optional<Found> best;
  const auto offer = [&best](int cost, const std::optional<std::string>& lemma) {
    if (lemma && (!best || cost < best->cost)) best = Found{cost, *lemma};
  };
  for (const std::string_view link : kLinks) {
    if (!part.ends_with(link) || utf8::count(part) < link.size() + kShortestPart) continue;
    const std::string_view base = part.substr(0, part.size() - link.size());
    if (const std::string* lemma = stem(base)) offer(kPart + kLink, *lemma);
    if (link == "s") {
      offer(kPart + kNoStem + kLink, noun(base, Nouns::kPlain));
      offer(kPart + kNoStem + kDropped + kLink, noun(std::string(base) + "e", Nouns::kPlain));
    }
  }
  if (utf8::count(part) >= kUsualPart) offer(kPart + kNoStem + kDropped, noun(std::string(part) + "e", Nouns::kPlain));
  return best;
}

/// Adjectives, numerals, names, stems of verbs.
std::optional<Splitter::Found> Splitter::other_front(std::string_view part) const {
  const int size = utf8::count(part) < kUsualPart ? kShort : 0;
  if (has(part, Kind::kAdjective, kPredicative)) return Found{kPart + kNoStem + kAdjectival + size, std::string(part)};
  if (has(part, Kind::kNumeral, 0)) return Found{kPart + kNoStem + kAdjectival + size, std::string(part)};
  const std::string capital = utf8::capitalised(part);
  if (has(capital, Kind::kName, kPlaceName)) return Found{kPart + kNoStem + kNamed + size, std::string(part)};
  if (size == 0 && has(capital, Kind::kName, 0)) return Found{kPart + kNoStem + kNamed + kNoStem, std::string(part)};
  for (const std::string_view ending : {"en", "n"}) {
    const std::string verb = std::string(part).append(ending);
    if (has(verb, Kind::kVerb, kInfinitive)) return Found{kPart + kNoStem + kVerbal + size, verb};
  }
  return std::nullopt;
}

std::optional<Splitter::Found> Splitter::front(std::string_view part) const {
  if (utf8::count(part) < 2 || no_firsts_.contains(part)) return std::nullopt;
  if (const std::string* lemma = stem(part)) return Found{kPart, *lemma};
  if (utf8::count(part) < kShortestPart) return std::nullopt;
  // "Anschlag", "Ausbildung": particles and prepositions make words, not compounds
  const bool particle = has(part, Kind::kPreposition, 0) || has(part, Kind::kParticle, 0);
  if (particle && !has(part, Kind::kAdjective, kPredicative)) return std::nullopt;
  std::optional<Found> best;
  for (auto found : {noun_front(part), linked_front(part), other_front(part)}) {
    if (found && (!best || found->cost < best->cost)) best = std::move(found);
  }
  return best;
}

/// What the parts of a word may cost above kPart each: little when the lexicon has it as a whole, nothing when it is a
/// name.
int Splitter::extra_limit(std::string_view word) const {
  const std::string form = utf8::capitalised(word);
  if (has(form, Kind::kName, kFirstName | kSurname | kPlaceName)) return -1;
  for (const Nouns which : {Nouns::kPlain, Nouns::kFromAdjectives, Nouns::kFromInfinitives}) {
    if (noun(word, which)) return kExtraOfKnown;
  }
  return kNever;
}

bool Splitter::whole(std::string_view word) const {
  if (wholes_.contains(word)) return true;
  for (const Nouns which : {Nouns::kPlain, Nouns::kFromAdjectives}) {
    const auto lemma = noun(word, which);
    if (lemma && wholes_.contains(*lemma)) return true;
  }
  return false;
}

std::vector<CompoundPart> Splitter::split_letters(std::string_view word, size_t offset) const {
  if (word.size() < kShortestWord || word.size() > kLongestWord || whole(word)) return {};
  const int limit = extra_limit(word);
  if (limit < 0) return {};
  std::vector<Step> best(word.size() + 1);
  std::vector<size_t> ends;  // where an analysed rest begins, from the right
  for (size_t at = word.size(); at-- > 0;) {
    if (!letter_start(word, at)) continue;
    Step& here = best[at];
    if (at > 0 && word.size() - at <= kLongestPart) {
      if (auto found = head(word.substr(at))) here = {found->cost, word.size(), std::move(found->lemma)};
    }
    for (const size_t end : ends) {
      if (end - at > kLongestPart || best[end].cost >= here.cost) continue;
      auto found = front(word.substr(at, end - at));
      if (found && found->cost + best[end].cost < here.cost)
        here = {found->cost + best[end].cost, end, std::move(found->lemma)};
    }
    if (here.cost != kNever) ends.push_back(at);
  }
  if (best[0].cost == kNever && limit == kNever) {
    for (size_t end : ends) {
      const int cost = kUnknown + best[end].cost;
      const bool wide =
          utf8::count(word.substr(0, end)) >= kShortestPart && utf8::count(word.substr(end)) >= kShortestTail;
      const bool firm = cost < kUnknown + kPart + kNoStem + kFromInfinitives || best[end].next < word.size();
      if (wide && firm && cost < best[0].cost) best[0] = {cost, end, without_link(word.substr(0, end))};
    }
  }
  std::vector<CompoundPart> out;
  if (best[0].cost == kNever) return out;
  const int cost = best[0].cost;
  for (size_t at = 0; at < word.size(); at = best[at].next)
    out.push_back({offset + at, offset + best[at].next, std::move(best[at].lemma)});
  if (cost - static_cast<int>(out.size()) * kPart > limit) out.clear();
  return out;
}

std::vector<CompoundPart> Splitter::split(std::string_view word) const {
  // lower() may change the number of bytes only for letters that no German word has
  const std::string low = utf8::lower(word);
  if (low.size() != word.size() || word.size() > kLongestWord) return {};
  if (word.find('-') == std::string_view::npos) return split_letters(low, 0);
  std::vector<CompoundPart> out;
  for (size_t at = 0; at < low.size();) {
    const size_t hyphen = std::min(low.find('-', at), low.size());
    if (hyphen == at) return {};
    const size_t end = std::min(hyphen + 1, low.size());
    const std::string_view part = std::string_view(low).substr(at, hyphen - at);
    auto known = noun(part, Nouns::kPlain);
    out.push_back({at, end, known ? std::move(*known) : std::string(part)});
    at = end;
  }
  if (out.size() < 2) out.clear();
  return out;
}

void Splitter::flatten(std::string_view word, int depth, std::vector<std::string>& out) const {
  std::vector<CompoundPart> parts;
  if (depth > 0 && stem(word) == nullptr) parts = split(word);
  if (parts.empty()) {
    const std::string* known = stem(word);
    out.push_back(known != nullptr ? *known : std::string(word));
    return;
  }
  for (const CompoundPart& part : parts) flatten(part.lemma, depth - 1, out);
}

std::vector<std::string> Splitter::parts(std::string_view word) const {
  std::vector<std::string> out;
  const std::string low = utf8::lower(word);
  if (stem(low) == nullptr) flatten(low, kDepth, out);
  if (out.size() < 2) out.clear();
  return out;
}

}  // namespace depesche::morphology
