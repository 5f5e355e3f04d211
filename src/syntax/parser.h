// Tags, lemmas, trees and entities of sentences: the public face of src/syntax.
//
//   Result<Model> model = Model::open("models/de.dsm");
//   Parser parser(*model);                       // one a thread; the model is shared
//   document.publish(parser.parse(document));    // after the text layer
//
// Arcs: biaffine attention (Dozat and Manning 2017) and Chu-Liu/Edmonds with one root. Labels: a
// perceptron over word and head (Kiperwasser and Goldberg 2016). Same model and text: same result,
// whatever the batch size or number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "morphology/lexicon.h"
#include "syntax/encoder.h"
#include "syntax/model.h"
#include "syntax/tree_decoder.h"

namespace depesche::syntax {

/// Longer sentences are cut into pieces of at most this many words; the roots of later pieces hang
/// on the first piece's root as parataxis. Keeps scores, O(words^2), below 1 MB a sentence.
inline constexpr size_t kMaxSentenceWords = 400;
/// Words in one pass through the network.
inline constexpr size_t kDefaultBatchWords = 768;

/// Class numbers of one word (see Model::classes) and its head.
struct WordAnalysis {
  uint32_t head = 0;  ///< 1-based word of the sentence, 0 for its root
  uint16_t upos = 0;
  uint16_t feats = 0;
  uint16_t deprel = 0;
  uint8_t entity = 0;
  std::string lemma;
};

/// Not thread-safe (owns scratch memory); make one a thread. Model and lexicon must outlive it. With a lexicon (German)
/// lemmas are those that it knows for form, part of speech and features, and the model's choice where it knows several.
class Parser {
 public:
  explicit Parser(const Model& model, size_t batch_words = kDefaultBatchWords,
                  const morphology::Lexicon* lexicon = nullptr);

  /// Precondition: the document's text layer is published; its language should be the model's.
  [[nodiscard]] SyntaxLayer parse(const Document& document);

  /// One list a sentence, in the given order; empty sentences give empty lists.
  [[nodiscard]] std::vector<std::vector<WordAnalysis>> analyse(std::span<const SentenceForms> sentences);

  [[nodiscard]] const Model& model() const { return model_; }

 private:
  struct Piece;  // a sentence or a part of one
  void run_batch(std::span<const Piece> pieces);
  void arcs(std::span<const Piece> pieces);
  void labels(std::span<const Piece> pieces);
  void tags(std::span<const Piece> pieces);
  [[nodiscard]] std::string lemma_of(std::string_view form, const WordAnalysis& word, float* scores) const;
  [[nodiscard]] std::string guessed_lemma(std::string_view form, std::string_view upos, float* scores) const;
  [[nodiscard]] Node node_of(const WordAnalysis& word, WordIndex first) const;

  const Model& model_;
  size_t batch_words_;
  const morphology::Lexicon* lexicon_;
  Encoder encoder_;
  TreeDecoder tree_decoder_;
  std::vector<float> encoded_;   ///< [words, 2 * hidden]
  std::vector<float> wide_;      ///< [words, wide columns], the slices of model.h
  std::vector<float> query_;     ///< [words, kArcSize]
  std::vector<float> packed_;    ///< heads of one sentence
  std::vector<float> heads_in_;  ///< [heads, kArcSize], root first
  std::vector<float> label_in_;  ///< [words, kLabelSize]
  std::vector<float> scores_, feats_scores_, rule_scores_, ner_scores_;
  std::vector<uint32_t> tree_;
  std::vector<uint8_t> back_, entity_tags_;
};

}  // namespace depesche::syntax
