#include "morphology/lemmas.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace depesche::morphology {
namespace {

constexpr size_t kShortestTail = 4;       // bytes of the last part of an unknown compound
constexpr size_t kShortestFront = 2;      // bytes before it
constexpr size_t kShortestVerb = 4;       // bytes behind a particle
constexpr size_t kShortestAdjective = 4;  // bytes
constexpr size_t kShortestName = 4;       // bytes
constexpr size_t kLongestParticle = 12;   // bytes: "zusammen", "gegenüber"
constexpr size_t kLongestForm = 128;      // bytes; beyond, nothing is a word

std::optional<Kind> kind_of(Upos upos) {
  switch (upos) {
    case Upos::kNoun: return Kind::kNoun;
    case Upos::kPropn: return Kind::kName;
    case Upos::kAdj: return Kind::kAdjective;
    case Upos::kVerb:
    case Upos::kAux: return Kind::kVerb;
    default: return std::nullopt;
  }
}

/// Cells that the features leave open; 0 when they say nothing.
uint32_t nominal_mask(const Features& f) {
  uint32_t mask = 0;
  for (unsigned c = 0; c < 4; ++c) {
    if (f.gram_case != GramCase::kNone && static_cast<unsigned>(f.gram_case) != c + 1) continue;
    uint32_t cells = 0xF;
    if (f.number == Number::kPlur) cells = 0x8;
    if (f.number == Number::kSing)
      cells = f.gender == Gender::kNone ? 0x7 : 1U << (static_cast<unsigned>(f.gender) - 1);
    mask |= cells << (4 * c);
  }
  return mask;
}

uint32_t verb_mask(const Features& f) {
  switch (f.verb_form) {
    case VerbForm::kInf: return kInfinitive | kZuInfinitive;
    case VerbForm::kPart: return kVerbPastParticiple | kVerbPresentParticiple;
    case VerbForm::kFin: return kFiniteCells | kImperative;
    default: return 0;
  }
}

uint32_t mask_of(Kind kind, const Features& features) {
  return kind == Kind::kVerb ? verb_mask(features) : nominal_mask(features);
}

void add_unique(std::vector<std::string>& out, std::string lemma) {
  if (std::find(out.begin(), out.end(), lemma) == out.end()) out.push_back(std::move(lemma));
}

/// Two rounds keep those that fit in front.
Lemmas of_form(const Lexicon& lexicon, std::string_view form, Kind kind, uint32_t mask) {
  Lemmas out;
  for (const bool fitting : {true, false}) {
    for (const Reading r : lexicon.find(form)) {
      if (r.kind == kind && ((r.cells & mask) != 0) == fitting) add_unique(out.all, r.lemma(form));
    }
    if (fitting) out.fitting = out.all.size();
  }
  return out;
}

/// "Arbeiterunruhen": the longest tail that is a noun; what stands before it is kept as it is. Substantivised
/// adjectives and infinitives are too many to be good evidence, and count only where nothing else is found.
Lemmas of_compound(const Lexicon& lexicon, std::string_view form, Kind kind, uint32_t mask) {
  for (size_t at = kShortestFront; at + kShortestTail <= form.size(); ++at) {
    if ((static_cast<unsigned char>(form[at]) & 0xC0U) == 0x80U) continue;
    const bool hyphen = form[at - 1] == '-';
    const std::string tail = utf8::capitalised(form.substr(at));
    Lemmas found = of_form(lexicon, tail, kind, mask);
    if (found.all.empty()) continue;
    for (std::string& lemma : found.all) {
      lemma = std::string(form.substr(0, at)) + (hyphen ? lemma : utf8::lower(lemma));
    }
    return found;
  }
  return {};
}

bool is_particle(const Lexicon& lexicon, std::string_view text) {
  for (const Reading r : lexicon.find(text)) {
    if (r.kind == Kind::kParticle) return true;
  }
  return false;
}

/// "wiederaufgebaut", "weiterzuarbeiten": a particle and a verb that the lexicon knows.
Lemmas behind_particle(const Lexicon& lexicon, std::string_view form, uint32_t mask) {
  for (size_t at = std::min(kLongestParticle, form.size()); at >= 2; --at) {
    if (form.size() < at + kShortestVerb || !is_particle(lexicon, form.substr(0, at))) continue;
    std::string_view rest = form.substr(at);
    Lemmas found = of_form(lexicon, rest, Kind::kVerb, mask);
    if (found.all.empty() && rest.starts_with("zu")) found = of_form(lexicon, rest.substr(2), Kind::kVerb, kInfinitive);
    if (found.all.empty()) continue;
    for (std::string& lemma : found.all) lemma.insert(0, form.substr(0, at));
    return found;
  }
  return {};
}

/// "die wartenden Menschen" tagged as a verb: the verb of the participle.
Lemmas of_participle(const Lexicon& lexicon, std::string_view form) {
  for (const Reading r : lexicon.find(form)) {
    if (r.kind == Kind::kAdjective && (r.cells & (kPastParticiple | kPresentParticiple)) != 0)
      return of_form(lexicon, r.lemma(form), Kind::kVerb, kVerbPastParticiple | kVerbPresentParticiple);
  }
  return {};
}

/// "bedeutendste": degrees of adjectives and participles that the lexicon has without.
Lemmas of_degree(const Lexicon& lexicon, std::string_view form) {
  for (const std::string_view ending : {"", "e", "en", "er", "es", "em"}) {
    for (const std::string_view degree : {"st", "est", "er"}) {
      if (!form.ends_with(ending) || form.size() < ending.size() + degree.size() + kShortestAdjective) continue;
      std::string_view base = form.substr(0, form.size() - ending.size());
      if (!base.ends_with(degree)) continue;
      base.remove_suffix(degree.size());
      Lemmas found = of_form(lexicon, base, Kind::kAdjective, kPredicative);
      if (!found.all.empty()) return found;
    }
  }
  return {};
}

/// "Okinawas": names in the genitive.
Lemmas of_genitive(std::string_view form, const Features& features) {
  if (features.gram_case != GramCase::kGen || form.size() < kShortestName + 1) return {};
  if (!form.ends_with('s') || form.ends_with("ss")) return {};
  return {{std::string(form.substr(0, form.size() - 1))}, 1};
}

Lemmas beyond_form(const Lexicon& lexicon, std::string_view form, Kind kind, const Features& features) {
  if (kind == Kind::kName) return of_genitive(form, features);
  const uint32_t mask = mask_of(kind, features);
  if (kind == Kind::kNoun) return of_compound(lexicon, form, kind, mask);
  const std::string low = utf8::lower(form);
  Lemmas out = low == form ? Lemmas() : of_form(lexicon, low, kind, mask);
  if (out.all.empty() && kind == Kind::kAdjective) out = of_degree(lexicon, low);
  if (out.all.empty() && kind == Kind::kVerb) out = of_participle(lexicon, low);
  if (out.all.empty() && kind == Kind::kVerb) out = behind_particle(lexicon, low, mask);
  return out;
}

/// Each `from` replaced by `to`; empty when there is none.
std::string respelt(std::string_view form, std::string_view from, std::string_view to) {
  std::string out(form);
  bool changed = false;
  for (size_t at = out.find(from); at != std::string::npos; at = out.find(from, at + to.size())) {
    out.replace(at, from.size(), to);
    changed = true;
  }
  return changed ? out : std::string();
}

}  // namespace

Lemmas lemmas(const Lexicon& lexicon, std::string_view form, Upos upos, const Features& features) {
  const std::optional<Kind> kind = kind_of(upos);
  if (form.ends_with('\'')) form.remove_suffix(1);  // "Virus'", "Straus'"
  if (!kind || form.empty() || form.size() > kLongestForm) return {};
  const uint32_t mask = mask_of(*kind, features);
  Lemmas out = of_form(lexicon, form, *kind, mask);
  for (const auto& [from, to] : {std::pair("ß", "ss"), std::pair("ss", "ß")}) {
    if (!out.all.empty()) break;
    const std::string other = respelt(form, from, to);
    if (!other.empty()) out = of_form(lexicon, other, *kind, mask);
  }
  if (out.all.empty()) out = beyond_form(lexicon, form, *kind, features);
  const bool town = upos == Upos::kAdj && form.ends_with("er") && utf8::is_upper(utf8::decode(form, 0));
  if (out.all.empty() && town) out.all.emplace_back(form);
  return out;
}

}  // namespace depesche::morphology
