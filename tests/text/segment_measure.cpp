// Token and sentence F1 of the segmentation against treebanks in ../shared/data/ud. The treebanks hold single
// sentences, so runs of five are joined by a blank into one paragraph.
// segment_measure FILE.conllu de|en [n_errors]     (plain CoNLL-U; gunzip it first)
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "knowledge.h"
#include "text/segment.h"

namespace {

struct Gold {
  std::string text;
  std::vector<std::pair<uint32_t, uint32_t>> tokens;  // surfaces, byte offsets in text
  std::vector<std::string> words;
};

std::vector<Gold> read(const std::string& path) {
  std::vector<Gold> sentences(1);
  std::ifstream in(path);
  uint32_t at = 0;
  int skip_to = 0;
  for (std::string line; std::getline(in, line);) {
    Gold& gold = sentences.back();
    if (line.empty()) {
      sentences.emplace_back();
      at = 0;
      skip_to = 0;
      continue;
    }
    if (line.starts_with("# text = ")) gold.text = line.substr(9);
    if (line[0] == '#') continue;
    const std::string id = line.substr(0, line.find('\t'));
    std::string form = line.substr(id.size() + 1);
    form.resize(form.find('\t'));
    if (id.find('.') != std::string::npos) continue;
    const size_t dash = id.find('-');
    if (dash == std::string::npos) gold.words.push_back(form);
    if (dash == std::string::npos && std::atoi(id.c_str()) <= skip_to) continue;
    if (dash != std::string::npos) skip_to = std::atoi(id.c_str() + dash + 1);
    const size_t found = gold.text.find(form, at);
    if (found == std::string::npos) continue;
    at = static_cast<uint32_t>(found + form.size());
    gold.tokens.emplace_back(static_cast<uint32_t>(found), at);
  }
  if (sentences.back().text.empty()) sentences.pop_back();
  return sentences;
}

double f1(size_t hit, size_t gold, size_t system) {
  return 200.0 * static_cast<double>(hit) / static_cast<double>(gold + system);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fputs("usage: segment_measure FILE.conllu de|en [shown errors]\n", stderr);
    return 2;
  }
  const auto knowledge = depesche::testing::compile_tables(
      {"words/abbreviations.tsv", "words/agencies.tsv", "words/tokens.tsv", "words/languages.tsv", "words/time.tsv"});
  const auto lexicon = depesche::text::TextLexicon::from(knowledge);
  const auto language = *depesche::language_of(arguments[2]);
  int shown = count > 3 ? std::atoi(arguments[3]) : 0;
  const std::vector<Gold> gold = read(arguments[1]);
  size_t token_hit = 0, token_gold = 0, token_system = 0, sentence_hit = 0, sentence_system = 0, word_same = 0;
  for (size_t first = 0; first < gold.size(); first += 5) {
    std::string text;
    std::set<std::pair<uint32_t, uint32_t>> tokens;
    std::set<std::pair<uint32_t, uint32_t>> sentences;
    std::vector<std::string> words;
    for (size_t s = first; s < std::min(first + 5, gold.size()); ++s) {
      const auto base = static_cast<uint32_t>(text.size());
      for (const auto& [b, e] : gold[s].tokens) tokens.emplace(base + b, base + e);
      for (const auto& word : gold[s].words) words.push_back(word);
      sentences.emplace(base, base + static_cast<uint32_t>(gold[s].text.size()));
      text += gold[s].text + " ";
    }
    const auto layer = depesche::text::segment(text, language, "", lexicon);
    std::set<std::pair<uint32_t, uint32_t>> mine;
    for (const auto& word : layer.words) mine.emplace(word.surface.begin, word.surface.end);
    token_gold += tokens.size();
    token_system += mine.size();
    for (const auto& token : mine) {
      const bool hit = tokens.contains(token);
      token_hit += hit ? 1 : 0;
      if (!hit && shown-- > 0) {
        const size_t from = token.first < 25 ? 0 : token.first - 25;
        std::printf("TOKEN [%s] in ..%s\n", text.substr(token.first, token.second - token.first).c_str(),
                    text.substr(from, 60).c_str());
      }
    }
    for (const auto& sentence : layer.sentences) {
      ++sentence_system;
      const bool hit = sentences.contains({sentence.span.begin, sentence.span.end});
      sentence_hit += hit ? 1 : 0;
      if (!hit && shown-- > 0)
        std::printf("SENT [%s]\n", text.substr(sentence.span.begin, sentence.span.size()).c_str());
    }
    if (words.size() == layer.words.size()) {
      for (size_t i = 0; i < words.size(); ++i) word_same += words[i] == layer.words[i].form ? 1 : 0;
    }
  }
  std::printf("tokens F1 %.2f, sentences F1 %.2f, words with the gold form in equal runs %zu\n",
              f1(token_hit, token_gold, token_system), f1(sentence_hit, gold.size(), sentence_system), word_same);
}
