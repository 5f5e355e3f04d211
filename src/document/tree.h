// Read-only views of the dependency tree that all later stages share.
#pragma once

#include <span>
#include <string_view>

#include "document/document.h"

namespace depesche {

/// A cheap view over a document whose text and syntax layers are published.
class Tree {
 public:
  explicit Tree(const Document& document)
      : document_(&document), words_(&document.words()), syntax_(&document.syntax()) {}

  [[nodiscard]] WordIndex size() const { return static_cast<WordIndex>(syntax_->nodes.size()); }
  [[nodiscard]] const Node& node(WordIndex w) const { return syntax_->nodes[w]; }
  [[nodiscard]] const Word& word(WordIndex w) const { return words_->words[w]; }
  [[nodiscard]] std::string_view form(WordIndex w) const { return words_->words[w].form; }
  [[nodiscard]] std::string_view lemma(WordIndex w) const { return syntax_->nodes[w].lemma; }
  [[nodiscard]] WordIndex head(WordIndex w) const { return syntax_->nodes[w].head; }
  [[nodiscard]] std::span<const WordIndex> children(WordIndex w) const;
  /// First child with that relation, or kNoWord.
  [[nodiscard]] WordIndex child(WordIndex w, Deprel deprel) const;
  [[nodiscard]] WordIndex child(WordIndex w, Deprel deprel, Subtype subtype) const;
  /// Is `w` equal to or below `ancestor`?
  [[nodiscard]] bool below(WordIndex w, WordIndex ancestor) const;
  /// First and last word (inclusive) of the subtree of w.
  [[nodiscard]] std::pair<WordIndex, WordIndex> extent(WordIndex w) const;
  /// Text span of the subtree, without punctuation at its edges.
  [[nodiscard]] Span span(WordIndex w) const;
  [[nodiscard]] const Document& document() const { return *document_; }

 private:
  const Document* document_;
  const TextLayer* words_;
  const SyntaxLayer* syntax_;
};

}  // namespace depesche
