// Who or what fills a role: arguments of predicates resolved to actors and tested against classes.
#pragma once

#include <vector>

#include "document/document.h"
#include "document/naming.h"
#include "document/tree.h"
#include "events/frame_lexicon.h"

namespace depesche::events {

enum class OwnerRule : uint8_t {
  kNone,   ///< the filler itself must be an actor
  kOwner,  ///< else the owner that its phrase names ("Obama's decision": CODEBOOK, Targets)
};

/// A view over one document; keeps no state of its own. Needs all layers up to statements.
class Fillers {
 public:
  Fillers(const Document& document, const FrameLexicon& lexicon)
      : document_(document), tree_(document), lexicon_(lexicon) {}

  /// Arguments that a binding takes, in text order.
  [[nodiscard]] std::vector<const Argument*> bound(const Predicate& predicate, const Binding& binding) const;
  /// Actors that the filler names; first person pronouns are the speakers of the statement around them.
  [[nodiscard]] std::vector<ActorIndex> actors(const Predicate& predicate, const Argument& argument,
                                               OwnerRule owner) const;
  /// Actors that a binding names: of its arguments, or, for `speaker`, of the statement around the predicate ("das sei
  /// unverantwortlich, sagte X"), for `embedded_subject`, of the clauses that it embeds ("fordert, Y müsse ...").
  [[nodiscard]] std::vector<ActorIndex> actors_bound(const Predicate& predicate, const Binding& binding,
                                                     const FillerTest& test, OwnerRule owner) const;
  /// Does the filler belong to one of the classes, or is it one of the literal lemmas?
  [[nodiscard]] bool passes(const Predicate& predicate, const Argument& argument, const FillerTest& test) const;
  /// Does the predicate fulfil one condition of a unit?
  [[nodiscard]] bool fulfils(const Predicate& predicate, const Condition& condition) const;
  [[nodiscard]] bool embeds(const Predicate& predicate, const FillerTest& test) const;
  /// The bare state that a place lies in, where the report has that state as an actor.
  [[nodiscard]] std::vector<ActorIndex> state_at(WordIndex place) const;
  [[nodiscard]] bool word_passes(WordIndex word, const FillerTest& test) const;

  [[nodiscard]] const std::vector<Predicate>& predicates() const { return document_.clauses().predicates; }
  [[nodiscard]] const Tree& tree() const { return tree_; }
  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const FrameLexicon& lexicon() const { return lexicon_; }

 private:
  [[nodiscard]] bool lemma_passes(std::string_view lemma, const FillerTest& test) const;
  [[nodiscard]] std::vector<const Argument*> unmarked_indirect(const Predicate& predicate) const;
  [[nodiscard]] bool base_form_passes(WordIndex word, const FillerTest& test) const;
  [[nodiscard]] bool phrase_passes(WordIndex word, const FillerTest& test) const;
  [[nodiscard]] bool own_parts_pass(WordIndex word, const FillerTest& test, bool with_last) const;
  void add_actor_of_word(WordIndex word, std::vector<ActorIndex>& out) const;
  void add_state_of_place(WordIndex word, std::vector<ActorIndex>& out) const;
  void add_owner(WordIndex word, std::vector<ActorIndex>& out) const;
  void add_owner_in_phrase(WordIndex word, std::vector<ActorIndex>& out) const;
  [[nodiscard]] bool owns(WordIndex word) const;
  [[nodiscard]] std::vector<const Argument*> beside(const Predicate& predicate, std::string_view preposition) const;
  [[nodiscard]] bool is_or_specifies(WordIndex place, WordIndex word) const;
  bool add_counted(WordIndex word, std::vector<ActorIndex>& out) const;
  void add_first_person(WordIndex word, std::vector<ActorIndex>& out) const;

  const Document& document_;
  Tree tree_;
  const FrameLexicon& lexicon_;
};

}  // namespace depesche::events
