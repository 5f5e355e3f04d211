#include "statements/source_trail.h"

#include <algorithm>

#include "statements/speakers.h"

namespace depesche::statements {

SourceTrail::SourceTrail(const Workspace& work) {
  for (const Draft& draft : work.drafts) {
    const Statement& s = draft.statement;
    sources_.push_back({s.content.front().begin, s.sentence, s.speaker, true});
  }
  for (PredicateIndex p = 0; p < work.clauses.predicates.size(); ++p) {
    const Predicate& predicate = work.clauses.predicates[p];
    const SpeechCue* cue = work.cue(p);
    if (cue == nullptr || work.cue_taken[p] || work.in_quote(predicate.head) || work.covered[predicate.head]) continue;
    if (cue->kind == "believe") continue;
    Draft who;
    set_speaker(work, p, who);
    // "X legte einen Bericht vor": who does something with a text is its source
    if (who.statement.speaker.empty() && predicate.kind == PredicateKind::kNoun && predicate.parent != kNoPredicate)
      set_speaker(work, predicate.parent, who);
    if (!who.statement.speaker.empty())
      sources_.push_back({predicate.core.begin, predicate.sentence, who.statement.speaker, false});
  }
  std::stable_sort(sources_.begin(), sources_.end(),
                   [](const Source& a, const Source& b) { return a.begin < b.begin; });
}

const SourceTrail::Source* SourceTrail::before(uint32_t at, uint32_t sentence, uint32_t sentences) const {
  auto it = std::partition_point(sources_.begin(), sources_.end(), [&](const Source& s) { return s.begin < at; });
  if (it == sources_.begin()) return nullptr;
  --it;
  if (it->sentence > sentence || sentence - it->sentence > sentences) return nullptr;
  return &*it;
}

void SourceTrail::add(Source source) {
  const auto it =
      std::partition_point(sources_.begin(), sources_.end(), [&](const Source& s) { return s.begin <= source.begin; });
  sources_.insert(it, std::move(source));
}

}  // namespace depesche::statements
