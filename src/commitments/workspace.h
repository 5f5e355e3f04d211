// What the finders of commitments share: the document, its indexes and the parts of a commitment. One a document and
// thread; the indexes make every look-up linear in what it returns.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commitments/commitment_rules.h"
#include "document/document.h"
#include "document/naming.h"
#include "document/tree.h"

namespace depesche::commitments {

class Workspace {
 public:
  Workspace(const Document& document, const CommitmentRules& rules);

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const CommitmentRules& rules() const { return rules_; }
  [[nodiscard]] const Tree& tree() const { return tree_; }
  [[nodiscard]] const Predicate& predicate(PredicateIndex p) const { return clauses_.predicates[p]; }
  [[nodiscard]] PredicateIndex size() const { return static_cast<PredicateIndex>(clauses_.predicates.size()); }
  [[nodiscard]] bool in_class(std::string_view lemma, std::string_view name) const {
    return rules_.in_class(document_.language(), lemma, name);
  }

  [[nodiscard]] PredicateIndex condition_of(PredicateIndex p) const { return depesche::condition_of(clauses_, p); }
  /// A conditional clause that stands inside the predicate's span, however it hangs; kNoPredicate for none.
  [[nodiscard]] PredicateIndex condition_within(PredicateIndex p) const;
  /// A parser may hang the condition of a quoted threat on the verb of saying: same sentence, same words said
  /// or the words of saying.
  [[nodiscard]] PredicateIndex condition_beside(PredicateIndex p) const;
  /// The event of that predicate; nullptr for none.
  [[nodiscard]] const Event* event_of(PredicateIndex p) const;
  /// The event of that predicate or of one that hangs on it; nullptr for none.
  [[nodiscard]] const Event* event_under(PredicateIndex p) const;
  /// First argument with that function and a text; nullptr for none.
  [[nodiscard]] const Argument* argument(const Predicate& p, Function function) const;
  /// The clause argument of a predicate, of its light verb, or of the verb that it is said with; nullptr for none.
  [[nodiscard]] const Argument* content_of(PredicateIndex p) const;
  /// "announced plans to expand ...": an infinitive beside the object; kNoPredicate for none.
  [[nodiscard]] PredicateIndex infinitive_beside(PredicateIndex p) const;
  /// The relative clause or participle that describes the predicate's noun; kNoPredicate for none.
  [[nodiscard]] PredicateIndex attribute_of(PredicateIndex p) const;
  [[nodiscard]] CommitmentPart condition_part(PredicateIndex condition) const;
  /// Actors of all subjects.
  [[nodiscard]] std::vector<ActorIndex> subjects(const Predicate& p) const;
  /// The statement whose cue is that predicate, else kNoStatement.
  [[nodiscard]] StatementIndex statement_of_cue(PredicateIndex p) const;
  /// The innermost statement that says the predicate's word.
  [[nodiscard]] StatementIndex said_in(PredicateIndex p) const;

 private:
  [[nodiscard]] const Event* pointed_to(PredicateIndex condition) const;

  const Document& document_;
  const CommitmentRules& rules_;
  Tree tree_;
  const ClauseLayer& clauses_;
  std::vector<std::vector<PredicateIndex>> children_;  ///< of each predicate, in text order
  std::vector<EventIndex> event_of_;                   ///< first event of each predicate
  std::vector<StatementIndex> statement_of_cue_;       ///< of each predicate
};

/// {event, actor, recipient, context} of an event.
[[nodiscard]] EventTemplate pattern_of(const Event& e);

/// The finders: each appends what it finds, in text order. What overlaps is sorted out by find_commitments.
void add_from_events(const Workspace& work, std::vector<Commitment>& out);
void add_from_clauses(const Workspace& work, std::vector<Commitment>& out);
void add_from_nouns(const Workspace& work, std::vector<Commitment>& out);

}  // namespace depesche::commitments
