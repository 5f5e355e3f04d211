// What a cue says: the clauses, phrases and pieces of quotations that are its content (CODEBOOK section 4).
#pragma once

#include "statements/draft.h"

namespace depesche::statements {

/// Content of an indirect or mixed statement, text spans in order; empty when the cue embeds nothing. Looked for in
/// turn: clauses among the arguments; the clause into which the cue is inserted; the main clause of "wie X mitteilte";
/// what stands before "das teilte X mit"; a phrase with a quoted piece.
class ContentFinder {
 public:
  explicit ContentFinder(const Workspace& work) : work_(work), text_(work.document.text()) {}

  [[nodiscard]] std::vector<Span> content(PredicateIndex cue, const SpeechCue& entry) const;

 private:
  [[nodiscard]] bool complement(const SpeechCue& entry, const Predicate& cue, PredicateIndex inner,
                                const Argument& a) const;
  [[nodiscard]] bool finite(const Predicate& p) const;
  [[nodiscard]] bool cue_goes_on(const Predicate& cue, PredicateIndex cue_index, const Predicate& next,
                                 Span content) const;
  [[nodiscard]] Span own_clause(const Predicate& cue) const;
  [[nodiscard]] Span without_marker(Span clause, const Predicate& inner) const;
  [[nodiscard]] std::vector<Span> cut(Span clause, Span hole) const;
  [[nodiscard]] std::vector<Span> embedded(PredicateIndex cue, const SpeechCue& entry) const;
  [[nodiscard]] bool only_a_name(const Quote& quote) const;
  void take_adverbial(const Predicate& cue, PredicateIndex p, std::vector<Span>& out) const;
  void take_rest(const Predicate& cue, std::vector<Span>& out) const;
  [[nodiscard]] Span without_other_saying(Span content, PredicateIndex cue) const;
  [[nodiscard]] std::vector<Span> around(PredicateIndex cue) const;
  [[nodiscard]] std::vector<Span> main_clause(PredicateIndex cue, const SpeechCue& entry) const;
  [[nodiscard]] std::vector<Span> said_before(PredicateIndex cue, const SpeechCue& entry) const;
  [[nodiscard]] std::vector<Span> quoted_phrase(PredicateIndex cue, const SpeechCue& entry) const;
  [[nodiscard]] std::vector<Span> merged(std::vector<Span> spans) const;
  [[nodiscard]] bool linked(uint32_t from, uint32_t to) const;

  const Workspace& work_;
  std::string_view text_;
};

}  // namespace depesche::statements
