// Nouns that are commitments themselves: "die Linie, keine Waffen zu liefern", "Resolution 1701 des Sicherheitsrates",
// "a law that bans ...", "das Abkommen zwischen X und Y" (noun classes of words/classes).
#include <algorithm>
#include <cctype>
#include <set>

#include "commitments/workspace.h"
#include "document/naming.h"

namespace depesche::commitments {
namespace {

class NounFinder {
 public:
  explicit NounFinder(const Workspace& work) : work_(work), document_(work.document()) {}

  [[nodiscard]] std::optional<Commitment> find(PredicateIndex p) {
    const Predicate& noun = work_.predicate(p);
    if (noun.kind != PredicateKind::kNoun) return std::nullopt;
    if (is(noun, "policy_line")) return told_line(p, CommitmentKind::kPolicy, "words/classes policy_line");
    if (is(noun, "demand_noun")) return told_line(p, CommitmentKind::kDemand, "words/classes demand_noun");
    if (is(noun, "norm_text")) return norm(p, false);
    if (is(noun, "norm_act")) return norm(p, true);
    if (is(noun, "treaty_text")) return treaty(p);
    return std::nullopt;
  }

 private:
  /// The noun itself or what it is as a compound: "Sicherheitsratsresolution" is a Resolution.
  [[nodiscard]] bool is(const Predicate& noun, std::string_view name) const {
    if (work_.in_class(noun.lemma, name)) return true;
    const std::vector<std::string>& parts = document_.clauses().compound_parts[noun.head];
    if (parts.empty() || parts.back().empty()) return false;
    std::string last = parts.back();
    last[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(last[0])));
    return work_.in_class(last, name);
  }

  /// "die Linie, keine Waffen zu liefern", "die Forderung, die Geiseln freizulassen": a noun with what it says.
  [[nodiscard]] std::optional<Commitment> told_line(PredicateIndex p, CommitmentKind kind, std::string rule) const {
    const Predicate& noun = work_.predicate(p);
    const Argument* clause = work_.argument(noun, Function::kClause);
    if (clause == nullptr) clause = clause_beside(noun);
    if (clause == nullptr || clause->clause == kNoPredicate) return std::nullopt;
    Commitment c = base(kind, owners(p, true), std::move(rule));
    if (c.holder.empty()) return std::nullopt;
    if (kind == CommitmentKind::kDemand) {
      c.state = CommitmentState::kAnnounced;
    } else {
      c.polarity = work_.predicate(clause->clause).negated ? Polarity::kWillNot : Polarity::kWill;
    }
    c.action = CommitmentPart{clause->span, std::nullopt};
    if (const Event* e = work_.event_under(clause->clause)) c.action->pattern = pattern_of(*e);
    return c;
  }

  /// A text above the actors is told of once: "die Resolution" later is the same one.
  [[nodiscard]] std::optional<Commitment> norm(PredicateIndex p, bool needs_clause) {
    const Predicate& noun = work_.predicate(p);
    const PredicateIndex clause = clause_of(p);
    if (needs_clause && clause == kNoPredicate) return std::nullopt;
    Commitment c = base(CommitmentKind::kNorm, owners(p, needs_clause),
                        needs_clause ? "words/classes norm_act" : "words/classes norm_text");
    if (c.holder.empty() || !told_.insert({noun.lemma, codes(c.holder)}).second) return std::nullopt;
    c.polarity = Polarity::kWill;
    c.action = CommitmentPart{noun.span, std::nullopt};
    if (clause != kNoPredicate) {
      const Predicate& inner = work_.predicate(clause);
      const bool forbids = work_.in_class(inner.lemma, "forbidding_verb");
      if (inner.negated != forbids) c.polarity = Polarity::kWillNot;
      if (const Event* e = work_.event_under(clause)) c.action->pattern = pattern_of(*e);
    }
    return c;
  }

  [[nodiscard]] std::optional<Commitment> treaty(PredicateIndex p) {
    const Predicate& noun = work_.predicate(p);
    if (work_.event_of(p) != nullptr && work_.event_of(p)->status != EventStatus::kHappened) return std::nullopt;
    std::vector<ActorIndex> parties = owners(p, false);
    for (const Argument& a : noun.arguments) {
      if (a.function == Function::kOblique && a.head != kNoWord && work_.in_class(a.preposition, "link_partner"))
        add_actors_named(document_, work_.tree(), a.head, parties);
    }
    if (parties.size() < 2) return std::nullopt;
    Commitment c = base(CommitmentKind::kTreaty, std::move(parties), "words/classes treaty_text");
    if (!told_.insert({noun.lemma, codes(c.holder)}).second) return std::nullopt;
    c.action = CommitmentPart{noun.span, std::nullopt};
    return c;
  }

  [[nodiscard]] static Commitment base(CommitmentKind kind, std::vector<ActorIndex> holder, std::string rule) {
    Commitment c;
    c.kind = kind;
    c.state = CommitmentState::kInForce;
    c.holder = std::move(holder);
    c.rule = std::move(rule);
    return c;
  }

  [[nodiscard]] std::string codes(const std::vector<ActorIndex>& list) const {
    std::string out;
    for (const ActorIndex a : list) out += document_.actors().actors[a].code + " ";
    return out;
  }

  /// "a law that bans ...", "das Gesetz, ... zu verbieten": what the text says.
  [[nodiscard]] PredicateIndex clause_of(PredicateIndex p) const {
    const Argument* own = work_.argument(work_.predicate(p), Function::kClause);
    if (own != nullptr && own->clause != kNoPredicate) return own->clause;
    return work_.attribute_of(p);
  }

  /// "verfolgt die Linie, keine Waffen zu liefern": the parser may hang the infinitive on the verb.
  [[nodiscard]] const Argument* clause_beside(const Predicate& noun) const {
    if (noun.parent == kNoPredicate) return nullptr;
    const Predicate& verb = work_.predicate(noun.parent);
    const Argument* clause = verb.kind == PredicateKind::kVerb ? work_.argument(verb, Function::kClause) : nullptr;
    const bool infinitive =
        clause != nullptr && clause->clause != kNoPredicate && work_.predicate(clause->clause).infinitive;
    return infinitive ? clause : nullptr;
  }

  /// Whose line or rule it is: the phrase's owner, else (if asked for) the subject of the clause.
  [[nodiscard]] std::vector<ActorIndex> owners(PredicateIndex p, bool subject_too) const {
    std::vector<ActorIndex> out;
    const Predicate& noun = work_.predicate(p);
    for (const Argument& a : noun.arguments) {
      if (a.head == kNoWord || a.function == Function::kClause || a.function == Function::kOblique) continue;
      if (a.head == noun.head) {
        add_unique(out, document_.actors().actor_at_word(a.head));
      } else if (a.function != Function::kSubject || subject_too) {
        add_actors_named(document_, work_.tree(), a.head, out);
      }
    }
    if (!out.empty() || !subject_too || noun.parent == kNoPredicate) return out;
    return work_.subjects(work_.predicate(noun.parent));
  }

  const Workspace& work_;
  const Document& document_;
  std::set<std::pair<std::string, std::string>> told_;  ///< noun and codes of its owners
};

}  // namespace

void add_from_nouns(const Workspace& work, std::vector<Commitment>& out) {
  NounFinder finder(work);
  for (PredicateIndex p = 0; p < work.size(); ++p) {
    if (auto c = finder.find(p)) out.push_back(std::move(*c));
  }
}

}  // namespace depesche::commitments
