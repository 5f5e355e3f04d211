// Recognises source phrases in the text and names their source.
#pragma once

#include "statements/draft.h"

namespace depesche::statements {

struct FoundSource {
  const SourcePhrase* phrase = nullptr;
  WordIndex first = kNoWord;  ///< words [first, last) from the first fixed word to the last
  WordIndex last = kNoWord;
  WordIndex head = kNoWord;  ///< head noun of the whole phrase
  Span span;                 ///< the whole phrase with its source
};

class SourceMatcher {
 public:
  explicit SourceMatcher(const Workspace& work) : work_(work) {}

  /// Phrase that begins at the word; `phrase` is null when there is none. Nouns of two-word phrases also match behind
  /// modifiers and as heads of compounds: "nach Angaben" finds "nach israelischen Armeeangaben".
  [[nodiscard]] FoundSource match(WordIndex w) const;
  void name_source(const FoundSource& found, std::vector<ActorIndex>& speaker) const;
  /// The same by the tree alone, without looking around.
  void name_owner(const FoundSource& found, std::vector<ActorIndex>& speaker) const;
  /// Relative clause that begins with the word, or kNoPredicate.
  [[nodiscard]] PredicateIndex relative_at(WordIndex w) const;

 private:
  [[nodiscard]] WordIndex end_of(const SourcePhrase& phrase, WordIndex w) const;
  [[nodiscard]] bool fits(const SourcePhrase& phrase, WordIndex first) const;
  [[nodiscard]] bool behind_comma(WordIndex w) const;
  [[nodiscard]] WordIndex noun_behind(WordIndex w) const;
  [[nodiscard]] Span with_marks(Span span) const;
  void complete(FoundSource& found) const;
  void add_dependents(WordIndex noun, const FoundSource& found, std::vector<ActorIndex>& speaker) const;
  void add_nearby(const FoundSource& found, std::vector<ActorIndex>& speaker) const;
  [[nodiscard]] bool same_sentence(WordIndex a, WordIndex b) const {
    return a < work_.tree.size() && b < work_.tree.size() && work_.tree.word(a).sentence == work_.tree.word(b).sentence;
  }

  const Workspace& work_;
};

}  // namespace depesche::statements
