#include "pipeline/gaps.h"

#include <algorithm>
#include <set>

#include "document/naming.h"
#include "events/fillers.h"

namespace depesche {
namespace {

std::string function_name(const Argument& a) {
  switch (a.function) {
    case Function::kSubject: return "subject";
    case Function::kObject: return "object";
    case Function::kIndirect: return "indirect";
    case Function::kOblique: return a.preposition.empty() ? "oblique" : a.preposition;
    case Function::kClause: return "clause";
    case Function::kGenitive: return a.preposition.empty() ? "genitive" : a.preposition;
    case Function::kCompound: return "compound";
    case Function::kAdjective: return "adjective";
    case Function::kPossessive: return "possessive";
  }
  return "";
}

const char* kind_name(PredicateKind kind) {
  return kind == PredicateKind::kVerb ? "verb" : kind == PredicateKind::kNoun ? "noun" : "adjective";
}

/// What stands around one predicate.
struct Surroundings {
  std::vector<std::string> roles;
  std::vector<ActorIndex> actors;  ///< known ones, in text order
  bool agent = false;              ///< a known actor in the place of the agent
  bool patient = false;            ///< something that it is done to
  bool object = false;             ///< object, indirect object or clause
  std::string preposition;         ///< of the first phrase with a known actor
  WordIndex thing = kNoWord;       ///< object that is no actor
};

class GapFinder {
 public:
  GapFinder(const Document& document, const events::Trace& trace, const Coder& coder)
      : document_(document), coder_(coder), fillers_(document, coder.frames) {
    for (const events::Trial& t : trace.trials) {
      if (t.end >= events::TrialEnd::kLessSpecific) taken_.insert(t.predicate);
      reasons_.emplace(t.predicate, t.frame + ": " + t.reason);
    }
    for (const Statement& s : document.statements().statements) taken_.insert(s.cue_predicate);
  }

  std::vector<Gap> run() const {
    std::vector<Gap> out;
    const auto& predicates = document_.clauses().predicates;
    for (PredicateIndex p = 0; p < predicates.size(); ++p) {
      if (taken_.contains(p) || !may_be_event(predicates[p])) continue;
      const Surroundings around = look(predicates[p]);
      const bool pair = around.actors.size() >= 2;
      const bool verbal = predicates[p].kind == PredicateKind::kVerb || !predicates[p].light_verb.empty();
      if (!pair && !(verbal && around.agent && around.patient)) continue;
      Gap gap;
      gap.language = document_.language();
      gap.kind = kind_name(predicates[p].kind);
      gap.predicate = name(predicates[p], around);
      gap.reason = reason(p);
      gap.pair = pair;
      gap.sentence = predicates[p].sentence;
      for (const std::string& role : around.roles) gap.roles += (gap.roles.empty() ? "" : " ") + role;
      for (const ActorIndex a : around.actors) gap.actors += (gap.actors.empty() ? "" : ", ") + code_of(a);
      if (around.thing != kNoWord) gap.object = fillers_.tree().lemma(around.thing);
      out.push_back(std::move(gap));
    }
    return out;
  }

 private:
  [[nodiscard]] const Actor& actor(ActorIndex a) const { return document_.actors().actors[a]; }

  [[nodiscard]] std::string code_of(ActorIndex a) const {
    return actor(a).code + (actor(a).sector.empty() ? "" : " " + actor(a).sector);
  }

  /// A noun that names somebody is no event; the verb of a known light verb construction is counted with its noun.
  [[nodiscard]] bool may_be_event(const Predicate& p) const {
    if (p.lemma.empty() || p.head == kNoWord) return false;
    if (p.kind == PredicateKind::kVerb) return p.light_verb.empty();
    return document_.actors().actor_at_head(p.head) == kNoActor && fillers_.tree().node(p.head).upos != Upos::kPropn;
  }

  [[nodiscard]] Surroundings look(const Predicate& p) const {
    Surroundings out;
    for (const Argument& a : p.arguments) {
      std::vector<ActorIndex> known = fillers_.actors(p, a, events::OwnerRule::kNone);
      std::erase_if(known, [&](ActorIndex x) { return !actor(x).coded(); });
      const bool core =
          a.function == Function::kObject || a.function == Function::kIndirect || a.function == Function::kClause;
      const bool other = a.function != Function::kSubject && a.function != Function::kClause && known.empty();
      if (p.kind != PredicateKind::kVerb && other && !core) continue;  // "ein neuer Vorstoß im Parlament": no roles
      out.roles.push_back(function_name(a) + (known.empty() ? "" : "*"));
      if (a.function == Function::kSubject && !known.empty()) out.agent = true;
      out.object |= core;
      out.patient |= core || (a.function == Function::kOblique && !known.empty());
      if (a.function == Function::kObject && known.empty() && out.thing == kNoWord) out.thing = a.head;
      if (a.function == Function::kOblique && !known.empty() && out.preposition.empty())
        out.preposition = a.preposition;
      for (const ActorIndex x : known) add_unique(out.actors, x);
    }
    return out;
  }

  /// As a unit of a frame would be looked up, with the preposition that joins the second actor.
  [[nodiscard]] std::string name(const Predicate& p, const Surroundings& around) const {
    std::string out =
        p.reflexive ? document_.language() == Language::kGerman ? "sich " + p.lemma : p.lemma + " -self" : p.lemma;
    if (p.kind == PredicateKind::kVerb) {
      const bool light = !coder_.clause_words.light_verbs(document_.language(), p.lemma).empty();
      if (light && around.thing != kNoWord) return std::string(fillers_.tree().lemma(around.thing)) + " + " + out;
    } else if (!p.light_verb.empty()) {
      return out + " + " + p.light_verb;
    }
    return around.object || around.preposition.empty() ? out : out + " " + around.preposition;
  }

  [[nodiscard]] std::string reason(PredicateIndex p) const {
    const auto found = reasons_.find(p);
    return found == reasons_.end() ? "no unit" : found->second;
  }

  const Document& document_;
  const Coder& coder_;
  events::Fillers fillers_;
  std::set<PredicateIndex> taken_;
  std::map<PredicateIndex, std::string> reasons_;  ///< of the first frame that was tried
};

std::string one_line(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  return out;
}

}  // namespace

std::vector<Gap> gaps_of(const Document& document, const events::Trace& trace, const Coder& coder) {
  return GapFinder(document, trace, coder).run();
}

void GapTable::add(const Document& document, const std::vector<Gap>& gaps, std::string_view where) {
  for (const Gap& gap : gaps) {
    GapCount& c = counts_[std::string(code(gap.language)) + "\t" + gap.kind + "\t" + gap.predicate];
    c.language = gap.language;
    c.kind = gap.kind;
    c.predicate = gap.predicate;
    ++c.count;
    c.pairs += gap.pair ? 1 : 0;
    ++c.roles[gap.roles];
    ++c.actors[gap.actors];
    ++c.reasons[gap.reason];
    if (!gap.object.empty()) ++c.objects[gap.object];
    std::string text = one_line(document.text(document.words().sentences[gap.sentence].span));
    if (!c.example.empty() && c.example.size() <= text.size()) continue;
    c.example = std::move(text);
    c.place = std::string(where) + " sentence " + std::to_string(gap.sentence + 1);
  }
}

std::vector<const GapCount*> GapTable::ranked(size_t min_count) const {
  std::vector<const GapCount*> out;
  for (const auto& [key, count] : counts_) {
    if (count.count >= min_count) out.push_back(&count);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const GapCount* a, const GapCount* b) { return a->count + a->pairs > b->count + b->pairs; });
  return out;
}

std::string most_frequent(const std::map<std::string, size_t>& counts, size_t limit) {
  std::vector<std::pair<std::string, size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out;
  for (size_t i = 0; i < sorted.size() && i < limit; ++i)
    out +=
        (i == 0 ? "" : "; ") + sorted[i].first + (sorted[i].second > 1 ? " " + std::to_string(sorted[i].second) : "");
  return out;
}

}  // namespace depesche
