#include "statements/quotes.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"

namespace depesche::statements {
namespace {

constexpr uint32_t kMinClauseWords = 3;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

class QuoteScanner {
 public:
  QuoteScanner(const Document& document, const std::vector<QuoteMarks>& marks)
      : document_(document), text_(document.text()), marks_(marks) {}

  std::vector<Quote> run() {
    for (const Span paragraph : document_.words().paragraphs) scan(paragraph);
    if (open_ != nullptr) close(last_end_, last_end_);
    return std::move(quotes_);
  }

 private:
  /// A mark that opens and closes alike opens only after a space, a bracket or the start of a paragraph.
  [[nodiscard]] bool can_open(uint32_t at, const QuoteMarks& marks, Span paragraph) const {
    const uint32_t after = at + static_cast<uint32_t>(marks.open.size());
    if (after >= paragraph.end || is_space(text_[after])) return false;
    if (at == paragraph.begin) return true;
    const char before = text_[at - 1];
    const bool free = is_space(before) || before == '(' || before == '[' || before == '-' || before == '/';
    const bool alike = std::any_of(marks_.begin(), marks_.end(),
                                   [&](const QuoteMarks& m) { return m.open == marks.open && m.close == m.open; });
    if (alike || marks.level == 2) return free;
    return true;
  }

  [[nodiscard]] bool can_close(uint32_t at, const QuoteMarks& marks, Span paragraph) const {
    if (marks.open != marks.close && marks.level == 1) return true;
    const uint32_t after = at + static_cast<uint32_t>(marks.close.size());
    if (at > 0 && is_space(text_[at - 1])) return false;
    return after >= paragraph.end || !std::isalnum(static_cast<unsigned char>(text_[after]));
  }

  void scan(Span paragraph) {
    for (uint32_t at = paragraph.begin; at < paragraph.end;) {
      const uint32_t step = try_mark(at, paragraph);
      at += step != 0 ? step : utf8::length(static_cast<unsigned char>(text_[at]));
    }
    last_end_ = paragraph.end;
    if (open_ != nullptr && !continues_next(paragraph)) close(paragraph.end, paragraph.end);
  }

  /// Does the paragraph after this one begin with the mark that is open?
  [[nodiscard]] bool continues_next(Span paragraph) const {
    const auto& all = document_.words().paragraphs;
    const auto next = std::find_if(all.begin(), all.end(), [&](Span p) { return p.begin >= paragraph.end; });
    return next != all.end() && text_.substr(next->begin).starts_with(open_->open);
  }

  uint32_t try_mark(uint32_t at, Span paragraph) {
    const std::string_view rest = text_.substr(at, paragraph.end - at);
    if (open_ != nullptr) {
      for (const QuoteMarks& m : marks_) {  // „…“ and „…” share their opening mark
        if (m.open != open_->open || !rest.starts_with(m.close) || at < inner_begin_) continue;
        if (!can_close(at, m, paragraph)) continue;
        close(at, at + static_cast<uint32_t>(m.close.size()));
        return static_cast<uint32_t>(m.close.size());
      }
      return 0;
    }
    for (const QuoteMarks& m : marks_) {
      if (!rest.starts_with(m.open) || !can_open(at, m, paragraph)) continue;
      open_ = &m;
      outer_begin_ = at;
      inner_begin_ = at + static_cast<uint32_t>(m.open.size());
      return static_cast<uint32_t>(m.open.size());
    }
    return 0;
  }

  void close(uint32_t inner_end, uint32_t outer_end) {
    Quote q;
    q.inner = {inner_begin_, std::max(inner_begin_, inner_end)};
    q.outer = {outer_begin_, std::max(outer_begin_, outer_end)};
    if (!q.inner.empty()) quotes_.push_back(q);
    open_ = nullptr;
  }

  const Document& document_;
  std::string_view text_;
  const std::vector<QuoteMarks>& marks_;
  std::vector<Quote> quotes_;
  const QuoteMarks* open_ = nullptr;
  uint32_t outer_begin_ = 0;
  uint32_t inner_begin_ = 0;
  uint32_t last_end_ = 0;
};

bool says_something(const Quote& q, const Document& document, const Tree& tree) {
  uint32_t words = 0;
  bool finite = false;
  for (WordIndex w = q.first; w < q.last; ++w) {
    const Node& node = tree.node(w);
    if (node.upos == Upos::kPunct) continue;
    ++words;
    const bool verbal = node.upos == Upos::kVerb || node.upos == Upos::kAux;
    finite |= verbal && node.feats.verb_form != VerbForm::kInf && node.feats.verb_form != VerbForm::kPart &&
              node.feats.verb_form != VerbForm::kGer;
  }
  const char end = document.text()[q.inner.end - 1];
  const bool stop = end == '.' || end == '!' || end == '?' || end == ',';
  return words >= kMinClauseWords && (finite || (stop && words > kMinClauseWords));
}

}  // namespace

std::vector<Quote> find_quotes(const Document& document, const Tree& tree, const SpeechLexicon& lexicon) {
  std::vector<Quote> quotes = QuoteScanner(document, lexicon.quotes(document.language())).run();
  const auto& words = document.words().words;
  for (Quote& q : quotes) {
    const auto first = std::lower_bound(words.begin(), words.end(), q.inner.begin,
                                        [](const Word& w, uint32_t at) { return w.span.begin < at; });
    const auto last =
        std::lower_bound(first, words.end(), q.inner.end, [](const Word& w, uint32_t at) { return w.span.begin < at; });
    q.first = static_cast<WordIndex>(first - words.begin());
    q.last = static_cast<WordIndex>(last - words.begin());
    q.clause = q.first < q.last && says_something(q, document, tree);
  }
  std::erase_if(quotes, [](const Quote& q) { return q.first >= q.last; });
  return quotes;
}

std::vector<size_t> quote_of_word(const Document& document, const std::vector<Quote>& quotes) {
  std::vector<size_t> out(document.words().words.size(), SIZE_MAX);
  for (size_t i = 0; i < quotes.size(); ++i) {
    for (WordIndex w = quotes[i].first; w < quotes[i].last; ++w) out[w] = i;
  }
  return out;
}

}  // namespace depesche::statements
