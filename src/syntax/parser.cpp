#include "syntax/parser.h"

#include <algorithm>
#include <numeric>

#include "morphology/lemmas.h"

namespace depesche::syntax {
namespace {

uint16_t argmax(const float* scores, size_t count) {
  return static_cast<uint16_t>(std::max_element(scores, scores + count) - scores);
}

void score(const Kernels& kernels, const Linear& layer, const float* in, size_t stride, size_t rows,
           std::vector<float>& out) {
  out.resize(rows * layer.columns);
  layer.run(kernels, in, stride, rows, out.data(), layer.columns);
}

// Roots of pieces after the first become parataxis of the first root.
void join(std::vector<WordAnalysis>& sentence, uint16_t parataxis) {
  uint32_t root = 0;
  for (uint32_t i = 0; i < sentence.size(); ++i) {
    if (sentence[i].head != 0) continue;
    if (root == 0) {
      root = i + 1;
    } else {
      sentence[i].head = root;
      sentence[i].deprel = parataxis;
    }
  }
}

}  // namespace

struct Parser::Piece {
  SentenceForms forms;
  std::vector<WordAnalysis>* sentence = nullptr;
  uint32_t offset = 0;  ///< words of the sentence before this piece
};

Parser::Parser(const Model& model, size_t batch_words, const morphology::Lexicon* lexicon)
    : model_(model), batch_words_(std::max<size_t>(batch_words, 1)), lexicon_(lexicon), encoder_(model) {}

std::vector<std::vector<WordAnalysis>> Parser::analyse(std::span<const SentenceForms> sentences) {
  std::vector<std::vector<WordAnalysis>> out(sentences.size());
  std::vector<Piece> pieces;
  for (size_t s = 0; s < sentences.size(); ++s) {
    out[s].resize(sentences[s].size());
    for (size_t at = 0; at < sentences[s].size(); at += kMaxSentenceWords) {
      const size_t size = std::min(kMaxSentenceWords, sentences[s].size() - at);
      pieces.push_back({sentences[s].subspan(at, size), &out[s], static_cast<uint32_t>(at)});
    }
  }
  // Like lengths go together: fewer, fuller steps of the LSTM.
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Piece& a, const Piece& b) { return a.forms.size() > b.forms.size(); });
  for (size_t first = 0, last = 0; first < pieces.size(); first = last) {
    size_t words = 0;
    do {
      words += pieces[last++].forms.size();
    } while (last < pieces.size() && words + pieces[last].forms.size() <= batch_words_);
    run_batch(std::span(pieces).subspan(first, last - first));
  }
  const auto& names = model_.classes().deprel_names;
  const auto parataxis = std::find(names.begin(), names.end(), "parataxis");
  for (auto& sentence : out) {
    if (sentence.size() > kMaxSentenceWords && parataxis != names.end()) {
      join(sentence, static_cast<uint16_t>(parataxis - names.begin()));
    }
  }
  return out;
}

void Parser::run_batch(std::span<const Piece> pieces) {
  std::vector<SentenceForms> sentences;
  for (const Piece& piece : pieces) sentences.push_back(piece.forms);
  encoder_.run(sentences, encoded_);
  const Weights& w = model_.weights();
  const size_t width = 2 * w.hidden;
  const size_t words = encoded_.size() / width;
  score(*w.kernels, w.wide, encoded_.data(), width, words, wide_);
  for (size_t i = 0; i < words; ++i) {
    float* row = wide_.data() + i * w.wide.columns;
    w.kernels->relu(row, kLabelAt);
    w.kernels->relu(row + kTagAt, kWideSize - kTagAt);
  }
  arcs(pieces);
  labels(pieces);
  tags(pieces);
}

void Parser::arcs(std::span<const Piece> pieces) {
  const Weights& w = model_.weights();
  const size_t stride = w.wide.columns;
  score(*w.kernels, w.arc, wide_.data(), stride, wide_.size() / stride, query_);
  size_t start = 0;
  for (const Piece& piece : pieces) {
    const size_t n = piece.forms.size();
    heads_in_.assign(w.root_arc.begin(), w.root_arc.end());
    for (size_t i = 0; i < n; ++i) {
      const float* head = wide_.data() + (start + i) * stride + kArcSize;
      heads_in_.insert(heads_in_.end(), head, head + kArcSize);
    }
    const size_t columns = padded(n + 1, w.kernels->panel);
    packed_.resize(columns * kArcSize);
    pack(heads_in_.data(), kArcSize, n + 1, kArcSize, w.kernels->panel, packed_.data());
    scores_.assign(n * columns, 0.0F);
    w.kernels->multiply(query_.data() + start * w.arc.columns, w.arc.columns, n, kArcSize, packed_.data(), columns,
                        nullptr, scores_.data(), columns);
    tree_.resize(n);
    tree_decoder_.decode(scores_.data(), columns, n, tree_.data());
    for (size_t i = 0; i < n; ++i) {
      (*piece.sentence)[piece.offset + i].head = tree_[i] == 0 ? 0 : tree_[i] + piece.offset;
    }
    start += n;
  }
}

void Parser::labels(std::span<const Piece> pieces) {
  const Weights& w = model_.weights();
  const size_t stride = w.wide.columns;
  const size_t words = wide_.size() / stride;
  label_in_.resize(words * kLabelSize);
  size_t start = 0;
  for (const Piece& piece : pieces) {
    for (size_t i = 0; i < piece.forms.size(); ++i) {
      const uint32_t head = (*piece.sentence)[piece.offset + i].head;
      const float* below = wide_.data() + (start + i) * stride + kLabelAt;
      const float* above = head == 0
                               ? w.root_label.data()
                               : wide_.data() + (start + head - piece.offset - 1) * stride + kLabelAt + kLabelSize;
      float* in = label_in_.data() + (start + i) * kLabelSize;
      for (size_t k = 0; k < kLabelSize; ++k) in[k] = below[k] + above[k];
    }
    start += piece.forms.size();
  }
  w.kernels->relu(label_in_.data(), label_in_.size());
  score(*w.kernels, w.label, label_in_.data(), kLabelSize, words, scores_);
  const float* row = scores_.data();
  for (const Piece& piece : pieces) {
    for (size_t i = 0; i < piece.forms.size(); ++i, row += w.label.columns) {
      (*piece.sentence)[piece.offset + i].deprel = argmax(row, w.label.outputs);
    }
  }
}

void Parser::tags(std::span<const Piece> pieces) {
  const Weights& w = model_.weights();
  const size_t stride = w.wide.columns;
  const size_t words = wide_.size() / stride;
  score(*w.kernels, w.upos, wide_.data() + kTagAt, stride, words, scores_);
  score(*w.kernels, w.feats, wide_.data() + kTagAt, stride, words, feats_scores_);
  score(*w.kernels, w.rule, wide_.data() + kLemmaAt, stride, words, rule_scores_);
  score(*w.kernels, w.ner, wide_.data() + kNerAt, stride, words, ner_scores_);
  size_t start = 0;
  for (const Piece& piece : pieces) {
    const size_t n = piece.forms.size();
    entity_tags_.resize(n);
    model_.entity_decoder().decode(ner_scores_.data() + start * w.ner.columns, w.ner.columns, n, back_,
                                   entity_tags_.data());
    for (size_t i = 0; i < n; ++i) {
      WordAnalysis& word = (*piece.sentence)[piece.offset + i];
      word.upos = argmax(scores_.data() + (start + i) * w.upos.columns, w.upos.outputs);
      word.feats = argmax(feats_scores_.data() + (start + i) * w.feats.columns, w.feats.outputs);
      word.entity = entity_tags_[i];
      word.lemma = lemma_of(piece.forms[i], word, rule_scores_.data() + (start + i) * w.rule.columns);
    }
    start += n;
  }
}

// Exceptions first, then the lexicon, then the rules; overwrites scores it tried.
std::string Parser::lemma_of(std::string_view form, const WordAnalysis& word, float* scores) const {
  const Classes& classes = model_.classes();
  const std::string_view upos = classes.upos_names[word.upos];
  const auto exception = classes.exceptions.find(form, upos);
  if (lexicon_ == nullptr) return exception ? std::string(*exception) : guessed_lemma(form, upos, scores);
  morphology::Lemmas known = morphology::lemmas(*lexicon_, form, classes.upos[word.upos], classes.feats[word.feats]);
  if (known.all.size() == 1) return std::move(known.all.front());
  std::string guess = exception ? std::string(*exception) : guessed_lemma(form, upos, scores);
  // The features may be wrong: an exception is believed against them ("hat verziehen"), a rule is not.
  const size_t believed = exception || known.fitting == 0 ? known.all.size() : known.fitting;
  const auto end = known.all.begin() + static_cast<std::ptrdiff_t>(believed);
  if (known.all.empty() || std::find(known.all.begin(), end, guess) != end) return guess;
  return std::move(known.all.front());
}

// The best of the eight likeliest rules that fits.
std::string Parser::guessed_lemma(std::string_view form, std::string_view upos, float* scores) const {
  constexpr int kTries = 8;
  const Classes& classes = model_.classes();
  if (upos == "VERB") {
    if (auto verb = classes.exceptions.find_prefixed(form)) return std::move(*verb);
  }
  for (int i = 0; i < kTries; ++i) {
    const uint16_t best = argmax(scores, classes.rules.size());
    if (auto lemma = apply(classes.rules[best], form)) return std::move(*lemma);
    scores[best] = -1e30F;
  }
  return std::string(form);
}

SyntaxLayer Parser::parse(const Document& document) {
  const TextLayer& text = document.words();
  std::vector<std::string_view> forms;
  forms.reserve(text.words.size());
  for (const Word& word : text.words) forms.emplace_back(word.form);
  std::vector<SentenceForms> sentences;
  for (const Sentence& s : text.sentences) sentences.push_back(std::span(forms).subspan(s.first, s.last - s.first));
  const std::vector<std::vector<WordAnalysis>> analyses = analyse(sentences);
  SyntaxLayer layer;
  layer.nodes.resize(text.words.size());
  for (size_t s = 0; s < analyses.size(); ++s) {
    const WordIndex first = text.sentences[s].first;
    for (size_t i = 0; i < analyses[s].size(); ++i) layer.nodes[first + i] = node_of(analyses[s][i], first);
  }
  layer.index_children();
  return layer;
}

Node Parser::node_of(const WordAnalysis& word, WordIndex first) const {
  const Classes& classes = model_.classes();
  Node node;
  node.upos = classes.upos[word.upos];
  node.deprel = classes.deprels[word.deprel];
  node.subtype = classes.subtypes[word.deprel];
  node.entity = classes.entities[word.entity];
  node.entity_begin = classes.entity_begins[word.entity];
  node.head = word.head == 0 ? kNoWord : first + word.head - 1;
  node.feats = classes.feats[word.feats];
  node.lemma = word.lemma;
  node.feats_raw = classes.feats_names[word.feats];
  node.deprel_raw = classes.deprel_names[word.deprel];
  return node;
}

}  // namespace depesche::syntax
