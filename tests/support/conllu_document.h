// Builds a Document from CoNLL-U, so that stages can be tested on hand-made trees.
//
//   # newpar            the sentence opens a paragraph (the first one always does)
//   # headline = yes    Sentence::headline
//   1  Russlands  Russland  PROPN  _  Case=Gen  2  nmod  _  NER=B-LOC|SpaceAfter=No
//
// Columns may be separated by a tab or by any run of blanks. Sentences are separated by blank lines; in the text
// they are joined by a blank, paragraphs by an empty line. Throws std::invalid_argument on faulty trees: a test
// with a broken tree must fail loudly.
#pragma once

#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"

namespace depesche::testing {

namespace conllu {

struct Line {
  std::vector<std::string> cells;
  [[nodiscard]] const std::string& at(size_t i) const {
    static const std::string empty = "_";
    return i < cells.size() ? cells[i] : empty;
  }
  /// Value of KEY=value in MISC, "" when absent.
  [[nodiscard]] std::string misc(std::string_view key) const {
    std::istringstream items(at(9));
    for (std::string item; std::getline(items, item, '|');) {
      if (item.size() > key.size() && item.compare(0, key.size(), key) == 0 && item[key.size()] == '=') {
        return item.substr(key.size() + 1);
      }
    }
    return {};
  }
  [[nodiscard]] bool is_range() const { return at(0).find('-') != std::string::npos; }
  [[nodiscard]] bool is_empty_node() const { return at(0).find('.') != std::string::npos; }
  [[nodiscard]] bool space_after() const { return misc("SpaceAfter") != "No"; }
};

inline Line split(const std::string& text) {
  Line line;
  if (text.find('\t') != std::string::npos) {
    std::istringstream cells(text);
    for (std::string cell; std::getline(cells, cell, '\t');) line.cells.push_back(cell);
  } else {
    std::istringstream cells(text);
    for (std::string cell; cells >> cell;) line.cells.push_back(cell);
  }
  return line;
}

/// Collects text and layers while the lines go by.
class Builder {
 public:
  void comment(const std::string& line) {
    if (line.find("newpar") != std::string::npos) new_paragraph_ = true;
    if (line.find("headline") != std::string::npos && line.find("yes") != std::string::npos) headline_ = true;
  }

  void add(const Line& line) {
    if (line.is_empty_node()) return;
    if (!open_) begin_sentence();
    if (line.is_range()) {
      const size_t dash = line.at(0).find('-');
      const auto first = static_cast<size_t>(std::stoul(line.at(0).substr(0, dash)));
      range_left_ = static_cast<size_t>(std::stoul(line.at(0).substr(dash + 1))) - first + 1;
      range_size_ = range_left_;
      range_space_ = line.space_after();
      range_text_ = line.at(1);
      range_span_ = append(range_text_);
      range_offset_ = 0;
      return;
    }
    add_word(line);
  }

  void end_sentence() {
    if (!open_) return;
    open_ = false;
    Sentence& sentence = words_.sentences.back();
    sentence.last = static_cast<WordIndex>(words_.words.size());
    sentence.span.end = words_.words.back().surface.end;
    words_.paragraphs.back().end = sentence.span.end;
    for (WordIndex w = sentence.first; w < sentence.last; ++w) {
      const long head = heads_[w];
      if (head < 0 || static_cast<WordIndex>(head) > sentence.last - sentence.first) {
        throw std::invalid_argument("head out of range at word " + words_.words[w].form);
      }
      syntax_.nodes[w].head = head == 0 ? kNoWord : sentence.first + static_cast<WordIndex>(head) - 1;
    }
  }

  Document finish(ReportInfo info) {
    end_sentence();
    syntax_.index_children();
    Document document(std::move(info), text_);
    document.publish(std::move(words_));
    document.publish(std::move(syntax_));
    return document;
  }

 private:
  void begin_sentence() {
    open_ = true;
    const bool first = words_.sentences.empty();
    if (!first) text_ += new_paragraph_ ? "\n\n" : (text_.ends_with(' ') ? "" : " ");
    if (first || new_paragraph_) {
      const auto at = static_cast<uint32_t>(text_.size());
      words_.paragraphs.push_back({at, at});
    }
    Sentence sentence;
    sentence.span.begin = static_cast<uint32_t>(text_.size());
    sentence.first = static_cast<WordIndex>(words_.words.size());
    sentence.paragraph = static_cast<uint32_t>(words_.paragraphs.size() - 1);
    sentence.headline = headline_;
    words_.sentences.push_back(sentence);
    new_paragraph_ = headline_ = false;
    pending_space_ = false;
  }

  Span append(std::string_view piece) {
    if (pending_space_) text_ += ' ';
    pending_space_ = false;
    const auto at = static_cast<uint32_t>(text_.size());
    text_ += piece;
    return {at, static_cast<uint32_t>(text_.size())};
  }

  void add_word(const Line& line) {
    Word word;
    word.form = line.at(1);
    word.sentence = static_cast<uint32_t>(words_.sentences.size() - 1);
    if (range_left_ > 0) {
      word.surface = range_span_;
      word.part = static_cast<uint8_t>(range_size_ - range_left_ + 1);
      word.parts = static_cast<uint8_t>(range_size_);
      word.span = own_part(word.form);
      word.space_after = range_left_ == 1 && range_space_;
      if (--range_left_ == 0) pending_space_ = range_space_;
    } else {
      word.span = append(word.form);
      word.surface = word.span;
      word.space_after = line.space_after();
      pending_space_ = word.space_after;
    }
    words_.words.push_back(std::move(word));
    syntax_.nodes.push_back(node_of(line));
    heads_.push_back(std::stol(line.at(6)));
  }

  /// "do" in "don't" has letters of its own, "dem" in "im" has not.
  Span own_part(const std::string& form) {
    if (range_text_.compare(range_offset_, form.size(), form) == 0) {
      const auto begin = range_span_.begin + static_cast<uint32_t>(range_offset_);
      range_offset_ += form.size();
      return {begin, begin + static_cast<uint32_t>(form.size())};
    }
    return range_span_;
  }

  static Node node_of(const Line& line) {
    Node node;
    node.lemma = line.at(2) == "_" ? line.at(1) : line.at(2);
    node.upos = upos_of(line.at(3));
    node.feats_raw = line.at(5);
    node.feats = features_of(node.feats_raw);
    node.deprel_raw = line.at(7);
    node.deprel = deprel_of(node.deprel_raw);
    node.subtype = subtype_of(node.deprel_raw);
    const std::string entity = line.misc("NER");
    if (entity.size() > 2) {
      node.entity = entity_type_of(std::string_view(entity).substr(2));
      node.entity_begin = entity[0] == 'B';
    }
    return node;
  }

  std::string text_;
  TextLayer words_;
  SyntaxLayer syntax_;
  std::vector<long> heads_;
  bool open_ = false;
  bool new_paragraph_ = false;
  bool headline_ = false;
  bool pending_space_ = false;
  size_t range_left_ = 0;
  size_t range_size_ = 0;
  bool range_space_ = true;
  std::string range_text_;
  Span range_span_;
  size_t range_offset_ = 0;
};

}  // namespace conllu

/// A document with text and syntax layers (children indexed) from CoNLL-U.
inline Document document_from_conllu(std::string_view text, Language language,
                                     std::optional<Date> published = std::nullopt) {
  conllu::Builder builder;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    const size_t start = line.find_first_not_of(" \t\r");
    if (start == std::string::npos) {
      builder.end_sentence();
    } else if (line[start] == '#') {
      builder.comment(line);
    } else {
      builder.add(conllu::split(line.substr(start)));
    }
  }
  ReportInfo info;
  info.id = "test";
  info.language = language;
  info.published = published;
  return builder.finish(std::move(info));
}

}  // namespace depesche::testing
