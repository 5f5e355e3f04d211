// Which state a bare "Polizei" or "the soldiers" belongs to: the state in whose places the sentence, the paragraph,
// or the whole report is set.
#include <algorithm>

#include "actors/workspace.h"

namespace depesche::actors {
namespace {

constexpr double kLocated = 2.0;    ///< the name stands behind a preposition of place
constexpr double kPlace = 1.5;      ///< a town or region
constexpr double kCapital = 1.2;
constexpr double kState = 1.0;
constexpr double kAdjective = 0.8;
constexpr double kOrganisation = 0.4;
constexpr double kHead = 2.0;       ///< in dateline, title or first sentence
constexpr double kSameSentence = 0.6;
constexpr double kSameParagraph = 0.3;

}  // namespace

ContextState::ContextState(const Workspace& work) {
  for (const Sentence& s : work.document.words().sentences) paragraph_of_.push_back(s.paragraph);
  const Span dateline = work.document.words().dateline;
  for (const Hit& hit : work.hits) {
    const Entity& e = work.lexicon.entity(hit.chosen.entity);
    if (e.code.size() != 3 || work.lexicon.find_entity("state:" + e.code) == kNoEntity) continue;
    double weight = 0;
    if (e.kind == EntityKind::kPlace) weight = kPlace;
    else if (e.kind == EntityKind::kState && hit.chosen.kind == FormKind::kCapital) weight = kCapital;
    else if (e.kind == EntityKind::kState && hit.chosen.kind == FormKind::kAdjective) weight = kAdjective;
    else if (e.kind == EntityKind::kState) weight = kState;
    else if (e.kind != EntityKind::kPerson) weight = kOrganisation;
    if (weight == 0) continue;
    const WordIndex preposition = work.preposition(hit.head);
    if (preposition != kNoWord && work.is(preposition, WordClass::kLocation)) weight *= kLocated;
    const uint32_t sentence = work.word(hit.first).sentence;
    if (sentence <= 1 || dateline.contains(hit.span)) weight *= kHead;
    evidence_.push_back({e.code, weight, sentence, paragraph_of_[sentence]});
    total_[e.code] += weight;
  }
}

double ContextState::weight(std::string_view code) const {
  const auto at = total_.find(code);
  return at == total_.end() ? 0 : at->second;
}

std::string ContextState::code_at(uint32_t sentence) const {
  std::map<std::string, double> score;
  double all = 0;
  for (const auto& [code, weight] : total_) all += weight;
  for (const auto& [code, weight] : total_) score[code] = weight / all;
  double local = 0;
  double paragraph = 0;
  std::map<std::string, double> here;
  std::map<std::string, double> around;
  for (const Evidence& e : evidence_) {
    if (e.sentence == sentence) here[e.code] += e.weight, local += e.weight;
    if (e.paragraph == paragraph_of_[sentence]) around[e.code] += e.weight, paragraph += e.weight;
  }
  for (const auto& [code, weight] : here) score[code] += kSameSentence * weight / local;
  for (const auto& [code, weight] : around) score[code] += kSameParagraph * weight / paragraph;
  std::string best;
  double most = 0;
  for (const auto& [code, value] : score) {
    if (value > most) most = value, best = code;
  }
  return best;
}

}  // namespace depesche::actors
