#include "evaluation/scores.h"

#include <algorithm>
#include <functional>
#include <span>

#include "evaluation/pairing.h"

namespace depesche::evaluation {
namespace {

constexpr double kContentOverlap = 0.5;  // a statement is found when half of the content is shared

using Holds = std::function<bool(size_t level, const Item&, const Item&)>;

double percent(size_t part, size_t other) {
  return part + other == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(part + other);
}

double event_weight(const Item& g, const Item& s) {
  if (!overlap(g.where, s.where)) return 0;
  return 1 + 8 * (g.type == s.type) + 2 * (g.actor == s.actor) + 2 * (g.recipient == s.recipient) +
         (g.status == s.status) + iou(g.where, s.where);
}

double statement_weight(const Item& g, const Item& s) {
  const double shared = iou(g.where, s.where);
  return shared >= kContentOverlap ? shared + (g.actor == s.actor ? 1 : 0) : 0;
}

double commitment_weight(const Item& g, const Item& s) {
  return g.type == s.type && overlap(g.where, s.where) ? 1 + (g.actor == s.actor ? 1 : 0) : 0;
}

/// Levels: detected, type, dyad, status, cameo_root.
bool event_holds(size_t level, const Item& g, const Item& s) {
  if (level == 0) return true;
  if (g.type != s.type) return false;
  if (level == 1) return true;
  if (level == 4) return g.root == s.root;
  if (g.actor != s.actor || g.recipient != s.recipient) return false;
  return level == 2 || g.status == s.status;
}

/// Levels: found, with the right actors.
bool actor_holds(size_t level, const Item& g, const Item& s) {
  return level == 0 || g.actor == s.actor;
}

/// An optional gold item that is missed costs nothing; a system item that found one is taken out of the count.
void count(std::span<Level> levels, const std::vector<Item>& gold, const std::vector<Item>& system,
           const std::vector<size_t>& pairs, const Holds& holds) {
  std::vector<size_t> gold_of(system.size(), kUnpaired);
  for (size_t g = 0; g < gold.size(); ++g) {
    if (pairs[g] != kUnpaired) gold_of[pairs[g]] = g;
  }
  for (size_t level = 0; level < levels.size(); ++level) {
    Tally& t = levels[level].tally;
    for (size_t g = 0; g < gold.size(); ++g) {
      if (gold[g].optional) continue;
      const bool hit = pairs[g] != kUnpaired && holds(level, gold[g], system[pairs[g]]);
      (hit ? t.right : t.missed) += 1;
    }
    for (size_t s = 0; s < system.size(); ++s) {
      const size_t g = gold_of[s];
      if (g == kUnpaired || (!gold[g].optional && !holds(level, gold[g], system[s]))) ++t.invented;
    }
  }
}

void list_errors(const std::string& label, std::span<const Level> levels, const std::vector<Item>& gold,
                 const std::vector<Item>& system, const std::vector<size_t>& pairs, const Holds& holds,
                 std::vector<std::string>& out) {
  std::vector<bool> used(system.size(), false);
  for (size_t g = 0; g < gold.size(); ++g) {
    if (pairs[g] == kUnpaired) {
      if (!gold[g].optional) out.push_back("  missed   " + label + " " + gold[g].show);
      continue;
    }
    used[pairs[g]] = true;
    if (gold[g].optional) continue;
    std::string wrong;
    for (size_t level = 0; level < levels.size(); ++level) {
      if (!holds(level, gold[g], system[pairs[g]]))
        wrong += (wrong.empty() ? "" : ", ") + levels[level].name.substr(levels[level].name.find('.') + 1);
    }
    if (!wrong.empty())
      out.push_back("  differs  " + label + " in " + wrong + ": gold " + gold[g].show + " | got " +
                    system[pairs[g]].show);
  }
  for (size_t s = 0; s < system.size(); ++s) {
    if (!used[s]) out.push_back("  invented " + label + " " + system[s].show);
  }
}

}  // namespace

double Tally::precision() const {
  return percent(right, invented);
}
double Tally::recall() const {
  return percent(right, missed);
}
double Tally::f1() const {
  const double p = precision();
  const double r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}

Scores::Scores() {
  for (const char* name : {"event.detected", "event.type", "event.dyad", "event.status", "event.cameo_root",
                           "statement.content", "statement.speaker", "commitment.kind", "commitment.holder"}) {
    levels_.push_back({name, {}});
  }
}

void Scores::add(const GoldReport& gold, const ReportItems& system, std::vector<std::string>* errors) {
  if (errors != nullptr) errors->push_back(gold.id);
  const std::span<Level> all(levels_);
  const auto group = [&](const char* label, std::span<Level> levels, const std::vector<Item>& g,
                         const std::vector<Item>& s, double (*weight)(const Item&, const Item&), const Holds& holds) {
    const std::vector<size_t> pairs = best_pairs(g, s, weight);
    count(levels, g, s, pairs, holds);
    if (errors != nullptr) list_errors(label, levels, g, s, pairs, holds, *errors);
  };
  group("event", all.subspan(0, 5), gold.items.events, system.events, event_weight, event_holds);
  group("statement", all.subspan(5, 2), gold.items.statements, system.statements, statement_weight, actor_holds);
  group("commitment", all.subspan(7, 2), gold.items.commitments, system.commitments, commitment_weight, actor_holds);
}

}  // namespace depesche::evaluation
