#include "statements/draft.h"

#include <algorithm>

namespace depesche::statements {

Span trim_content(Span span, std::string_view text) {
  const auto edge = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == ',' || c == ';' || c == ':'; };
  while (span.begin < span.end && edge(text[span.begin])) ++span.begin;
  while (span.end > span.begin && (edge(text[span.end - 1]) || text[span.end - 1] == '.')) --span.end;
  return span;
}

void cover(const Document& document, const std::vector<Span>& spans, std::vector<bool>& covered) {
  const auto& words = document.words().words;
  for (const Span s : spans) {
    auto w = std::lower_bound(words.begin(), words.end(), s.begin, [](const Word& word, uint32_t at) { return word.span.begin < at; });
    for (; w != words.end() && w->span.begin < s.end; ++w) covered[static_cast<size_t>(w - words.begin())] = true;
  }
}

void Workspace::add(Draft draft) {
  cover(document, draft.statement.content, covered);
  drafts.push_back(std::move(draft));
}

}  // namespace depesche::statements
