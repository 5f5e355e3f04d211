#include "ledger/what_if.h"

#include <algorithm>
#include <deque>
#include <set>
#include <unordered_map>

#include "ledger/acts.h"

namespace depesche::ledger {
namespace {

class Chainer {
 public:
  Chainer(const std::vector<StandingEntry>& entries, const Ontology& ontology, const WhatIfOptions& options)
      : entries_(entries), ontology_(ontology), options_(options) {
    for (size_t i = 0; i < entries.size(); ++i) {
      for (const Part part : {Part::kCondition, Part::kAction}) {
        if (const Template* wanted = effective_template(entries[i].terms, part))
          by_type_[wanted->event].push_back({i, part});
      }
    }
  }

  Chain run(const std::vector<EventFact>& assumed) {
    for (const EventFact& act : assumed) (void)add(act, 0);
    while (!queue_.empty()) {
      const auto [act, depth] = queue_.front();
      queue_.pop_front();
      follow(act, depth);
    }
    return std::move(chain_);
  }

 private:
  struct Candidate {
    size_t entry;
    Part part;
  };

  /// Index of the act; the flag says that it is new.
  std::pair<size_t, bool> add(const EventFact& act, size_t depth) {
    std::string key = act.event;
    for (const auto& side : {act.actors, act.recipients}) {
      key += '|';
      for (const std::string& one : identities(side, ontology_)) key += one + ",";
    }
    for (const std::string& context : act.contexts) key += "|" + context;
    const auto [found, is_new] = seen_.emplace(std::move(key), chain_.acts.size());
    if (is_new) {
      chain_.acts.push_back(act);
      queue_.emplace_back(found->second, depth);
    }
    return {found->second, is_new};
  }

  void follow(size_t act, size_t depth) {
    const auto candidates = by_type_.find(chain_.acts[act].event);
    if (candidates == by_type_.end()) return;
    for (const Candidate& candidate : candidates->second) {
      const StandingEntry& entry = entries_[candidate.entry];
      const std::optional<Input> effect = effect_of(entry.terms, candidate.part);
      if (!effect || !after(entry.state, *effect)) continue;
      if (!fits(*effective_template(entry.terms, candidate.part), chain_.acts[act], ontology_)) continue;
      if (!done_.emplace(candidate.entry, *effect).second) continue;
      if (depth == options_.max_depth) {
        chain_.cut = true;
        return;
      }
      link(act, depth + 1, candidate.entry, *effect);
    }
  }

  void link(size_t act, size_t depth, size_t index, Input effect) {
    Link link{depth, act, index, alert_of(effect), -1, false};
    const Terms& terms = entries_[index].terms;
    const Template* next = nullptr;
    if (effect == Input::kConditionTrue)
      next = terms.consequence ? &*terms.consequence : terms.action ? &*terms.action : nullptr;
    if (next != nullptr && next->actors.empty()) next = nullptr;
    if (next != nullptr) {
      EventFact consequence;
      consequence.event = next->event;
      consequence.actors = next->actors;
      consequence.recipients = next->recipients;
      consequence.contexts = next->contexts;
      consequence.status = kHappened;
      const auto [to, is_new] = add(consequence, depth);
      link.leads_to = static_cast<int>(to);
      link.loop = !is_new;
    }
    chain_.links.push_back(link);
  }

  const std::vector<StandingEntry>& entries_;
  const Ontology& ontology_;
  const WhatIfOptions& options_;
  std::unordered_map<std::string, std::vector<Candidate>> by_type_;
  Chain chain_;
  std::deque<std::pair<size_t, size_t>> queue_;
  std::unordered_map<std::string, size_t> seen_;
  std::set<std::pair<size_t, Input>> done_;
};

}  // namespace

Chain what_if(const std::vector<EventFact>& assumed, const std::vector<StandingEntry>& entries,
              const Ontology& ontology, const WhatIfOptions& options) {
  return Chainer(entries, ontology, options).run(assumed);
}

}  // namespace depesche::ledger
