// to_conllu(): an analysed document as CoNLL-U.
#include <algorithm>

#include "base/utf8.h"
#include "syntax/conllu.h"

namespace depesche::syntax {
namespace {

std::string or_empty(std::string text) {
  return text.empty() ? "_" : text;
}

// White space inside (line breaks of the report) would break the format: every text goes through one_line().
ConlluWord to_word(const Word& word, const Node& node, WordIndex first) {
  ConlluWord out;
  out.form = or_empty(utf8::one_line(word.form));
  out.lemma = or_empty(utf8::one_line(node.lemma));
  out.upos = name(node.upos);
  out.xpos = "_";
  out.feats = or_empty(node.feats_raw);
  out.head = node.head == kNoWord ? 0 : node.head - first + 1;
  out.deprel = node.deprel_raw.empty() ? std::string(name(node.deprel)) : node.deprel_raw;
  out.deps = "_";
  if (node.entity != EntityType::kNone)
    out.misc = (node.entity_begin ? "NER=B-" : "NER=I-") + std::string(name(node.entity));
  if (!word.space_after && word.parts == 0) out.misc += out.misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
  out.misc = or_empty(out.misc);
  return out;
}

ConlluExtra to_range(const Document& document, const Word& word, uint32_t at) {
  const std::string columns = "\t_\t_\t_\t_\t_\t_\t_\t";
  ConlluExtra range{at, "", at, at + word.parts};
  range.line = std::to_string(at + 1) + "-" + std::to_string(at + word.parts) + "\t" +
               utf8::one_line(document.text(word.surface)) + columns + (word.space_after ? "_" : "SpaceAfter=No");
  return range;
}

}  // namespace

std::vector<ConlluSentence> to_conllu(const Document& document) {
  const TextLayer& text = document.words();
  const SyntaxLayer& syntax = document.syntax();
  std::vector<ConlluSentence> out;
  for (const Sentence& sentence : text.sentences) {
    if (sentence.first == sentence.last) continue;
    ConlluSentence& made = out.emplace_back();
    const std::string id = document.info().id.empty() ? "report" : utf8::one_line(document.info().id);
    made.comments = {"# sent_id = " + id + "-" + std::to_string(out.size()),
                     "# text = " + utf8::one_line(document.text(sentence.span))};
    for (WordIndex w = sentence.first; w < sentence.last; ++w) {
      const Word& word = text.words[w];
      if (word.parts > 1 && word.part == 1) made.extras.push_back(to_range(document, word, w - sentence.first));
      made.words.push_back(to_word(word, syntax.nodes[w], sentence.first));
    }
  }
  return out;
}

}  // namespace depesche::syntax
