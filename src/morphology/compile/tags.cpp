#include "morphology/compile/tags.h"

#include <array>
#include <utility>

namespace depesche::morphology {
namespace {

struct Parts {
  int gram_case = -1, number = -1, gender = -1, person = -1, tense = -1;
  uint32_t flags = 0;
};

template <size_t N>
int place(const std::array<std::string_view, N>& names, std::string_view part) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == part) return static_cast<int>(i);
  }
  return -1;
}

constexpr std::array<std::string_view, 4> kCases = {"NOM", "AKK", "DAT", "GEN"};
constexpr std::array<std::string_view, 2> kNumbers = {"SIN", "PLU"};
constexpr std::array<std::string_view, 3> kGenders = {"MAS", "FEM", "NEU"};
constexpr std::array<std::string_view, 3> kPersons = {"1", "2", "3"};
constexpr std::array<std::string_view, 4> kTenses = {"PRÄ", "PRT", "KJ1", "KJ2"};

constexpr std::array<std::pair<std::string_view, Kind>, 16> kKindNames = {{{"SUB", Kind::kNoun},
                                                                           {"EIG", Kind::kName},
                                                                           {"ADJ", Kind::kAdjective},
                                                                           {"PA1", Kind::kAdjective},
                                                                           {"PA2", Kind::kAdjective},
                                                                           {"VER", Kind::kVerb},
                                                                           {"ADV", Kind::kAdverb},
                                                                           {"PRO", Kind::kPronoun},
                                                                           {"ART", Kind::kArticle},
                                                                           {"PRP", Kind::kPreposition},
                                                                           {"KON", Kind::kConjunction},
                                                                           {"ZAL", Kind::kNumeral},
                                                                           {"ZUS", Kind::kParticle},
                                                                           {"NEG", Kind::kParticle},
                                                                           {"INJ", Kind::kInterjection},
                                                                           {"ABK", Kind::kAbbreviation}}};

uint32_t flag_of(Kind kind, std::string_view part) {
  using Row = std::pair<std::string_view, uint32_t>;
  static constexpr std::array<Row, 3> kOfAdjectives = {
      {{"PRD", kPredicative}, {"KOM", kComparative}, {"SUP", kSuperlative}}};
  static constexpr std::array<Row, 2> kOfNouns = {{{"ADJ", kFromAdjective}, {"INF", kFromInfinitive}}};
  static constexpr std::array<Row, 8> kOfNames = {{{"VOR", kFirstName},
                                                   {"NAC", kSurname},
                                                   {"STD", kPlaceName},
                                                   {"COU", kPlaceName},
                                                   {"GEB", kPlaceName},
                                                   {"GEO", kPlaceName},
                                                   {"WAT", kPlaceName},
                                                   {"MOU", kPlaceName}}};
  static constexpr std::array<Row, 6> kOfVerbs = {{{"INF", kInfinitive},
                                                   {"EIZ", kZuInfinitive},
                                                   {"IMP", kImperative},
                                                   {"PA2", kVerbPastParticiple},
                                                   {"PA1", kVerbPresentParticiple},
                                                   {"NEB", kSubordinate}}};
  const auto look = [part](const auto& rows) {
    for (const auto& [name, flag] : rows) {
      if (name == part) return flag;
    }
    return 0U;
  };
  switch (kind) {
    case Kind::kAdjective: return look(kOfAdjectives);
    case Kind::kNoun: return look(kOfNouns);
    case Kind::kName: return look(kOfNames);
    case Kind::kVerb: return look(kOfVerbs);
    default: return 0;
  }
}

Parts read_parts(Kind kind, std::string_view rest) {
  Parts parts;
  const auto set = [](int& slot, int found) { slot = found >= 0 ? found : slot; };
  while (!rest.empty()) {
    const size_t colon = rest.find(':');
    const std::string_view part = rest.substr(0, colon);
    rest = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
    set(parts.gram_case, place(kCases, part));
    set(parts.number, place(kNumbers, part));
    set(parts.gender, place(kGenders, part));
    set(parts.person, place(kPersons, part));
    set(parts.tense, place(kTenses, part));
    parts.flags |= flag_of(kind, part);
  }
  return parts;
}

/// Singular without a gender ("ALG") stands for all three.
uint32_t nominal_cells(const Parts& parts) {
  if (parts.gram_case < 0) return 0;
  const auto first = static_cast<unsigned>(parts.gram_case) * 4;
  if (parts.number == 1) return 1U << (first + 3);
  if (parts.gender < 0) return 7U << first;
  return 1U << (first + static_cast<unsigned>(parts.gender));
}

uint32_t finite_cells(const Parts& parts) {
  if (parts.tense < 0 || parts.person < 0 || parts.number < 0) return 0;
  return 1U << static_cast<unsigned>(parts.tense * 6 + parts.number * 3 + parts.person);
}

}  // namespace

std::optional<TagMeaning> meaning_of(std::string_view tag) {
  const size_t colon = tag.find(':');
  const std::string_view head = tag.substr(0, colon);
  for (const auto& [name, kind] : kKindNames) {
    if (name != head) continue;
    const Parts parts = read_parts(kind, colon == std::string_view::npos ? std::string_view() : tag.substr(colon + 1));
    TagMeaning meaning{kind, parts.flags};
    meaning.cells |= kind == Kind::kVerb ? finite_cells(parts) : nominal_cells(parts);
    if (head == "PA1") meaning.cells |= kPresentParticiple;
    if (head == "PA2") meaning.cells |= kPastParticiple;
    return meaning;
  }
  return std::nullopt;
}

}  // namespace depesche::morphology
