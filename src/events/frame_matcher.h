// Finds the best lexical unit for each predicate and fills its roles.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "events/fillers.h"
#include "events/trace.h"

namespace depesche::events {

struct Match {
  const Unit* unit = nullptr;
  const Reduction* reduction = nullptr;   ///< set when the unit reduces an embedded event
  PredicateIndex content = kNoPredicate;  ///< the embedded predicate
  bool own_intent = false;                ///< reduced by its own modality: "will sich mit X treffen" is AGREE
  bool uttered = false;                   ///< a speech act by being said, whatever the modality of its clause
  std::string intended_event;             ///< own_intent: the type of the act itself
  std::string event;
  std::string cameo;
  std::vector<std::string> mode;
  std::vector<ActorIndex> actor;
  std::vector<ActorIndex> recipient;
  bool supplied = false;  ///< the actor is told elsewhere in the report (rule 3)
  int weight = 0;         ///< specificity: more tested conditions win
};

/// Matches the predicates of one document. Types of embedded events are computed once and kept.
/// One does not act upon oneself: drops the recipients that are actors as well.
void drop_selves(Match& match);

class FrameMatcher {
 public:
  FrameMatcher(const Fillers& fillers, Trace* trace) : fillers_(fillers), trace_(trace) {}

  /// The best match with its roles filled, actors possibly missing; nothing when no unit fits.
  [[nodiscard]] std::optional<Match> match(PredicateIndex p) const;
  /// "Iran must release the prisoners, Germany said": what a speaker says another must do is asked of him, beside the
  /// act itself. Both are named, else nothing.
  [[nodiscard]] std::optional<Match> duty(PredicateIndex p) const;
  /// Does the unit of the match have what it needs (CODEBOOK: "No actor, no event")?
  [[nodiscard]] static bool complete(const Match& match);

 private:
  [[nodiscard]] std::vector<const Unit*> candidates(const Predicate& predicate) const;
  void add_phrases(WordIndex head, const std::function<void(std::string_view)>& add) const;
  /// The first test of the unit that fails; all pointers null when it fits.
  struct Failure {
    const Binding* missing = nullptr;
    const Condition* unfulfilled = nullptr;
    const Condition* forbidden = nullptr;
    explicit operator bool() const { return missing != nullptr || unfulfilled != nullptr || forbidden != nullptr; }
  };
  [[nodiscard]] Failure failure(const Predicate& predicate, const Unit& unit) const;
  [[nodiscard]] std::string text(const Failure& failure, const Predicate& predicate) const;
  void note(PredicateIndex p, const Unit& unit, TrialEnd end, std::string reason, const Match* match = nullptr) const;
  [[nodiscard]] Match fill(PredicateIndex p, const Unit& unit) const;
  void drop_own_state(Match& match) const;
  void fill_roles(const Predicate& predicate, Match& match) const;
  void fill_reciprocal(const Predicate& predicate, Match& match) const;
  void inherit_recipient(Match& match) const;
  void reduce_own_intent(PredicateIndex p, Match& match) const;
  [[nodiscard]] static bool judged_by_speaker(const Unit& unit);
  [[nodiscard]] bool bound_by_duty(const Predicate& predicate) const;
  [[nodiscard]] bool of_speakers_side(const Predicate& predicate, const Match& match) const;
  void inherit_actor(PredicateIndex p, Match& match) const;
  [[nodiscard]] std::vector<ActorIndex> role(const Predicate& predicate, const std::vector<Binding>& bindings,
                                             const FillerTest& test, OwnerRule owner) const;
  [[nodiscard]] std::vector<ActorIndex> owners_in_phrase(const Predicate& predicate, const Binding& binding,
                                                         const FillerTest& test, OwnerRule owner) const;
  [[nodiscard]] std::vector<ActorIndex> acting_body(const Predicate& predicate) const;
  void add_aim(const Predicate& predicate, Match& match) const;
  [[nodiscard]] std::vector<ActorIndex> aim(const Predicate& predicate) const;
  [[nodiscard]] PredicateIndex content_of(const Predicate& predicate, const Unit& unit, bool& any, int depth) const;
  /// What an embedded predicate would be coded as, before its roles are filled.
  struct Inner {
    std::string event;
    std::string cameo;
    std::vector<std::string> mode;
    const Unit* unit = nullptr;
  };
  [[nodiscard]] Inner inner_of(PredicateIndex p, int depth) const;
  [[nodiscard]] const Reduction* reduction_of(const std::string& outer, const Inner& inner, bool negated) const;
  bool reduce(const Predicate& predicate, Match& match, int depth) const;

  const Fillers& fillers_;
  Trace* trace_;
};

}  // namespace depesche::events
