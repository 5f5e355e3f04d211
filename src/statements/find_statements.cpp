#include "statements/find_statements.h"

#include <algorithm>
#include <iterator>

#include "statements/direct.h"
#include "statements/indirect.h"
#include "statements/reported_runs.h"
#include "statements/source_phrases.h"

namespace depesche::statements {
namespace {

uint32_t length(const std::vector<Span>& spans) {
  uint32_t n = 0;
  for (const Span s : spans) n += s.size();
  return n;
}

bool same_content(const Statement& a, const Statement& b) {
  uint32_t common = 0;
  for (const Span x : a.content) {
    for (const Span y : b.content) {
      if (x.overlaps(y)) common += std::min(x.end, y.end) - std::max(x.begin, y.begin);
    }
  }
  return 10 * common >= 9 * std::max(length(a.content), length(b.content));
}

/// Drafts are in text order: a double stands among the last few.
constexpr std::ptrdiff_t kLookBack = 8;

/// Two cues over the same content are one act of saying; the one with a speaker, then the first, stays.
std::vector<Statement> without_doubles(std::vector<Draft> drafts) {
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return a.statement.content.front() < b.statement.content.front();
  });
  std::vector<Statement> out;
  for (Draft& draft : drafts) {
    Statement& s = draft.statement;
    const auto recent = out.end() - std::min(kLookBack, std::ssize(out));
    const auto twin = std::find_if(recent, out.end(), [&](const Statement& o) { return same_content(o, s); });
    if (twin == out.end()) {
      out.push_back(std::move(s));
    } else if (twin->speaker.empty() && !s.speaker.empty()) {
      *twin = std::move(s);
    }
  }
  return out;
}

std::vector<StatementIndex> innermost(const Document& document, const std::vector<Statement>& statements) {
  const auto& words = document.words().words;
  std::vector<StatementIndex> out(words.size(), kNoStatement);
  for (StatementIndex i = 0; i < statements.size(); ++i) {
    for (const Span s : statements[i].content) {
      auto w = std::lower_bound(words.begin(), words.end(), s.begin,
                                [](const Word& word, uint32_t at) { return word.span.begin < at; });
      for (; w != words.end() && w->span.begin < s.end; ++w) {
        StatementIndex& slot = out[static_cast<size_t>(w - words.begin())];
        if (slot == kNoStatement || length(statements[i].content) < length(statements[slot].content)) slot = i;
      }
    }
  }
  return out;
}

}  // namespace

StatementLayer find_statements(const Document& document, const SpeechLexicon& lexicon) {
  Workspace work(document, lexicon);
  find_direct(work);
  find_indirect(work);
  find_source_phrases(work);
  find_direct_without_cue(work);
  std::stable_sort(work.drafts.begin(), work.drafts.end(), [](const Draft& a, const Draft& b) {
    return a.statement.content.front() < b.statement.content.front();
  });
  find_reported_runs(work);
  StatementLayer layer;
  layer.statements = without_doubles(std::move(work.drafts));
  std::stable_sort(layer.statements.begin(), layer.statements.end(),
                   [](const Statement& a, const Statement& b) { return a.content.front() < b.content.front(); });
  layer.statement_of_word = innermost(document, layer.statements);
  return layer;
}

}  // namespace depesche::statements
