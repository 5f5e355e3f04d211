// Which state a bare "Polizei" or "the soldiers" belongs to: the state in whose places the sentence, the paragraph,
// or the whole report is set.
#include <algorithm>
#include <cmath>

#include "actors/workspace.h"

namespace depesche::actors {
namespace {

constexpr double kLocated = 2.0;  ///< the name stands behind a preposition of place
constexpr double kTarget = 0.4;   ///< behind a preposition of targets
constexpr double kPlace = 1.5;    ///< a town or region
constexpr double kCapital = 1.2;
constexpr double kState = 1.0;
constexpr double kAdjective = 0.8;
constexpr double kOrganisation = 0.4;  ///< not media and firms: they report and act from anywhere
constexpr double kPerson = 0.4;
constexpr double kDominant = 0.5;   ///< share of one state that makes the report its own
constexpr double kUnlocated = 0.1;  ///< share of a local mention that is no place
constexpr double kHead = 2.0;       ///< in dateline, title or first sentence
constexpr double kLocal = 0.6;      ///< share of what stands in the sentence and just before it
constexpr double kDecay = 0.5;      ///< lost a sentence
constexpr uint32_t kWindow = 2;     ///< sentences

}  // namespace

ContextState::ContextState(const Workspace& work) {
  const Span dateline = work.document.words().dateline;
  for (const Hit& hit : work.hits) {
    const Entity& e = work.lexicon.entity(hit.chosen.entity);
    if (e.code.size() != 3 || work.lexicon.find_entity("state:" + e.code) == kNoEntity) continue;
    double weight = 0;
    if (e.kind == EntityKind::kPlace)
      weight = kPlace;
    else if (e.kind == EntityKind::kState && hit.chosen.kind == FormKind::kCapital)
      weight = kCapital;
    else if (e.kind == EntityKind::kState && hit.chosen.kind == FormKind::kAdjective)
      weight = kAdjective;
    else if (e.kind == EntityKind::kState)
      weight = kState;
    else if (e.kind != EntityKind::kPerson && e.sector != "JRN" && e.sector != "BUS")
      weight = kOrganisation;
    else if (hit.chosen.kind == FormKind::kName && e.kind == EntityKind::kPerson &&
             work.node(hit.head).entity == EntityType::kPer)
      weight = kPerson;
    if (weight == 0) continue;
    const WordIndex preposition = work.preposition(hit.head);
    if (preposition != kNoWord && work.is(preposition, WordClass::kLocation)) weight *= kLocated;
    if (preposition != kNoWord && work.is(preposition, WordClass::kAgainst)) weight *= kTarget;
    const bool located = e.kind == EntityKind::kPlace || hit.chosen.kind == FormKind::kCapital ||
                         (preposition != kNoWord && work.is(preposition, WordClass::kLocation));
    const uint32_t sentence = work.word(hit.first).sentence;
    if (sentence <= 1 || dateline.contains(hit.span)) weight *= kHead;
    evidence_.push_back({e.code, weight, sentence, located});
    total_[e.code] += weight;
  }
  add_towns(work);
}

void ContextState::add_towns(const Workspace& work) {
  for (const Place* town : towns_of(work)) {
    const WordIndex preposition = work.preposition(town->head);
    double weight = kPlace * (preposition != kNoWord && work.is(preposition, WordClass::kLocation) ? kLocated : 1.0);
    const uint32_t sentence = work.word(town->first).sentence;
    if (sentence <= 1 || work.document.words().dateline.contains(town->span)) weight *= kHead;
    evidence_.push_back({town->code, weight, sentence, true});
    total_[town->code] += weight;
  }
  std::stable_sort(evidence_.begin(), evidence_.end(),
                   [](const Evidence& a, const Evidence& b) { return a.sentence < b.sentence; });
}

double ContextState::weight(std::string_view code) const {
  const auto at = total_.find(code);
  return at == total_.end() ? 0 : at->second;
}

double ContextState::share(std::string_view code) const {
  double all = 0;
  for (const auto& [state, weight] : total_) all += weight;
  return all > 0 ? weight(code) / all : 0;
}

std::string ContextState::dominant() const {
  double all = 0;
  for (const auto& [code, weight] : total_) all += weight;
  for (const auto& [code, weight] : total_) {
    if (weight >= kDominant * all) return code;
  }
  return {};
}

std::string ContextState::code_at(uint32_t sentence) const {
  std::map<std::string, double> score;
  double all = 0;
  for (const auto& [code, weight] : total_) all += weight;
  for (const auto& [code, weight] : total_) score[code] = weight / all;
  double local = 0;
  std::map<std::string, double> here;
  const uint32_t oldest = sentence > kWindow ? sentence - kWindow : 0;
  auto at = std::lower_bound(evidence_.begin(), evidence_.end(), oldest,
                             [](const Evidence& e, uint32_t s) { return e.sentence < s; });
  for (; at != evidence_.end() && at->sentence <= sentence; ++at) {
    const Evidence& e = *at;
    const double weight = (e.located ? 1.0 : kUnlocated) * e.weight * std::pow(kDecay, sentence - e.sentence);
    here[e.code] += weight;
    local += weight;
  }
  for (const auto& [code, weight] : here) score[code] += kLocal * weight / local;
  std::string best;
  double most = 0;
  for (const auto& [code, value] : score) {
    if (value > most) most = value, best = code;
  }
  return best;
}

}  // namespace depesche::actors
