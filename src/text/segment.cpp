#include "text/segment.h"

#include <algorithm>

#include "text/chars.h"
#include "text/dots.h"
#include "text/layout.h"
#include "text/tokens.h"
#include "text/words.h"

namespace depesche::text {
namespace {

constexpr size_t kNoAbbreviation = 6;  ///< letters

/// Finds where sentences end among the tokens of one paragraph.
class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens, const LanguageWords& words)
      : text_(text), tokens_(tokens), words_(words) {}

  /// Index after the last token of the sentence that begins at `first`.
  size_t end_of(size_t first) const {
    for (size_t i = first; i < tokens_.size(); ++i) {
      if (const size_t end = boundary_after(i); end > 0) return end;
    }
    return tokens_.size();
  }

 private:
  /// Index after the sentence if it ends with token i and the closing marks that follow it, else 0.
  size_t boundary_after(size_t i) const {
    const Token& token = tokens_[i];
    const bool stop = token.kind == TokenKind::kStop;
    if (!stop && !(token.dotted && token.may_end_sentence)) return 0;
    size_t next = i + 1;
    bool closed_quote = false;
    while (next < tokens_.size() && tokens_[next].kind == TokenKind::kClose && !tokens_[next].space_before) {
      closed_quote = closed_quote || is_quote(peek(text_, tokens_[next].span.begin));
      ++next;
    }
    next = after_references(next);
    if (next >= tokens_.size()) return tokens_.size();
    const bool quoted_question = stop && closed_quote && peek(text_, token.span.begin) != '.';
    if (quoted_question && speaker_follows(next)) return 0;
    if (opens_after(token, next, next > i + 1)) return next;
    return next == i + 1 && careless(i) ? next : 0;
  }

  /// "… in Italy. [22] His poems": numbers of references belong to the sentence in front of them.
  size_t after_references(size_t next) const {
    const auto mark = [&](size_t i, char c) {
      return i < tokens_.size() && tokens_[i].span.size() == 1 && text_[tokens_[i].span.begin] == c;
    };
    while (mark(next, '[') && mark(next + 2, ']') && tokens_[next + 1].kind == TokenKind::kNumber) next += 3;
    return next;
  }

  /// "…is available. it is not frequent": a lower-case word opens a sentence when the one in front of the full stop is
  /// too long to be an abbreviation.
  bool careless(size_t i) const {
    if (i == 0 || i + 1 >= tokens_.size() || !tokens_[i + 1].space_before || tokens_[i].space_before) return false;
    if (tokens_[i].span.size() != 1 || text_[tokens_[i].span.begin] != '.') return false;
    const Token& word = tokens_[i - 1];
    if (word.kind != TokenKind::kWord || tokens_[i + 1].kind != TokenKind::kWord) return false;
    const std::string_view form = text_.substr(word.span.begin, word.span.size());
    return form.find('.') == std::string_view::npos && utf8::count(form) >= kNoAbbreviation &&
           !utf8::is_upper(peek(text_, word.span.begin));
  }

  bool opens_after(const Token& stop, size_t next, bool closed) const {
    size_t at = next;
    while (at < tokens_.size() && (tokens_[at].kind == TokenKind::kOpen || tokens_[at].kind == TokenKind::kDash)) ++at;
    if (at >= tokens_.size()) return true;
    const Token& head = tokens_[at];
    if (stop.dotted) return opens_sentence(text_, head, words_) && (at > next || head.space_before || closed);
    const char32_t c = peek(text_, head.span.begin);
    if (is_digit(c)) return head.space_before || at > next || closed;
    if (head.kind == TokenKind::kWord) return utf8::is_upper(c) || c > 0x24F || c == '#' || c == '@';
    return false;
  }

  /// “Why?” Trump asked.
  bool speaker_follows(size_t next) const {
    for (size_t i = next; i < tokens_.size() && i < next + 5; ++i) {
      const std::string_view form = text_.substr(tokens_[i].span.begin, tokens_[i].span.size());
      if (words_.inquits.contains(word_key(form))) return i > next;
      if (tokens_[i].kind != TokenKind::kWord) return false;
    }
    return false;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const LanguageWords& words_;
};

/// Where a sentence of too many tokens is cut: after the last comma or semicolon of its second half, else at the limit.
size_t cut(std::string_view text, const std::vector<Token>& tokens, size_t first, size_t end, size_t limit) {
  if (end - first <= limit) return end;
  for (size_t i = first + limit; i > first + limit / 2; --i) {
    const char c = text[tokens[i - 1].span.begin];
    if (c == ',' || c == ';') return i;
  }
  return first + limit;
}

class Segmenter {
 public:
  Segmenter(std::string_view text, const LanguageWords& words, const SegmentOptions& options)
      : text_(text), words_(words), limit_(std::max<size_t>(options.max_sentence_words, 8)) {}

  void add(Span part, uint32_t paragraph, bool headline, bool whole) {
    const std::vector<Token> tokens = tokenise(text_, part, words_);
    const Splitter splitter(text_, tokens, words_);
    for (size_t first = 0; first < tokens.size();) {
      size_t end = whole ? tokens.size() : splitter.end_of(first);
      end = cut(text_, tokens, first, end, limit_);
      add_sentence(tokens, first, end, paragraph, headline);
      first = end;
    }
  }

  TextLayer layer;

 private:
  void add_sentence(const std::vector<Token>& tokens, size_t first, size_t end, uint32_t paragraph, bool headline) {
    Sentence sentence;
    sentence.span = {tokens[first].span.begin, tokens[end - 1].span.end};
    sentence.first = static_cast<WordIndex>(layer.words.size());
    sentence.paragraph = paragraph;
    sentence.headline = headline;
    const auto index = static_cast<uint32_t>(layer.sentences.size());
    for (size_t i = first; i < end; ++i) {
      const bool space_after = i + 1 >= tokens.size() || tokens[i + 1].space_before;
      append_words(text_, tokens[i], words_, index, space_after, layer.words);
    }
    sentence.last = static_cast<WordIndex>(layer.words.size());
    layer.sentences.push_back(sentence);
  }

  std::string_view text_;
  const LanguageWords& words_;
  size_t limit_;
};

}  // namespace

TextLayer segment(std::string_view text, Language language, std::string_view title, const TextLexicon& lexicon,
                  const SegmentOptions& options) {
  Layout layout = lay_out(text, title, lexicon, options.agency);
  Segmenter segmenter(text, lexicon.words(language), options);
  for (uint32_t p = 0; p < layout.paragraphs.size(); ++p) {
    Span body = layout.paragraphs[p];
    const bool headline = p < layout.headlines;
    if (!layout.dateline.empty() && body.contains(layout.dateline)) {
      segmenter.add(layout.dateline, p, false, true);
      body.begin = layout.dateline.end;
    }
    const bool signs_off = !layout.sign_off.empty() && body.contains(layout.sign_off);
    if (signs_off) body.end = layout.sign_off.begin;
    segmenter.add(body, p, headline, false);
    if (signs_off) segmenter.add(layout.sign_off, p, false, true);
  }
  segmenter.layer.paragraphs = std::move(layout.paragraphs);
  segmenter.layer.dateline = layout.dateline;
  segmenter.layer.sign_off = layout.sign_off;
  segmenter.layer.agency = std::move(layout.agency);
  return std::move(segmenter.layer);
}

TextLayer segment(const Document& document, const TextLexicon& lexicon, const SegmentOptions& options) {
  SegmentOptions own = options;
  if (own.agency.empty()) own.agency = document.info().agency;
  return segment(document.text(), document.language(), document.info().title, lexicon, own);
}

}  // namespace depesche::text
