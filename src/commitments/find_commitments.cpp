#include "commitments/find_commitments.h"

#include <algorithm>

#include "commitments/workspace.h"

namespace depesche::commitments {
namespace {

void set_evidence(Commitment& c) {
  for (const auto* part : {&c.action, &c.condition, &c.consequence}) {
    if (*part) c.evidence.push_back((*part)->text);
  }
  std::sort(c.evidence.begin(), c.evidence.end());
}

bool overlaps(const Commitment& one, const Commitment& two) {
  return std::any_of(one.evidence.begin(), one.evidence.end(), [&](Span a) {
    return std::any_of(two.evidence.begin(), two.evidence.end(), [&](Span b) { return a.overlaps(b); });
  });
}

/// An intention and its detail are one commitment: a second entry of the same kind and holder over the same text is
/// dropped; so is a reading of bare clauses beside one that an event or a noun makes.
void keep(std::vector<Commitment> found, bool weak, std::vector<Commitment>& kept) {
  for (Commitment& c : found) {
    set_evidence(c);
    const bool told = std::any_of(kept.begin(), kept.end(), [&](const Commitment& other) {
      return ((other.kind == c.kind && other.holder == c.holder) || weak) && overlaps(other, c);
    });
    if (!told) kept.push_back(std::move(c));
  }
}

}  // namespace

CommitmentLayer find_commitments(const Document& document, const CommitmentRules& rules) {
  const Workspace work(document, rules);
  CommitmentLayer layer;
  std::vector<Commitment> found;
  add_from_events(work, found);
  keep(std::move(found), false, layer.commitments);
  found.clear();
  add_from_nouns(work, found);
  keep(std::move(found), false, layer.commitments);
  found.clear();
  add_from_clauses(work, found);
  keep(std::move(found), true, layer.commitments);
  std::stable_sort(layer.commitments.begin(), layer.commitments.end(),
                   [](const Commitment& a, const Commitment& b) { return a.evidence.front() < b.evidence.front(); });
  return layer;
}

}  // namespace depesche::commitments
