// Finds titles: English by phrases of lemmas, German also at the end of compounds ("Kremlsprecher", "US-Präsident").
#include <algorithm>

#include "actors/workspace.h"
#include "base/utf8.h"

namespace depesche::actors {
namespace {

constexpr size_t kShortestPart = 3;   ///< bytes of the first part of a compound
constexpr size_t kShortestTitle = 4;  ///< bytes of a title at the end of a compound

bool drop(std::string& word, std::string_view ending) {
  if (word.size() <= ending.size() + 2 || !word.ends_with(ending)) return false;
  word.resize(word.size() - ending.size());
  return true;
}

void add_base(std::vector<std::string>& out, std::string base) {
  if (!base.empty() && std::find(out.begin(), out.end(), base) == out.end()) out.push_back(std::move(base));
}

/// "Räte" -> "Rate": the umlaut of a plural taken back.
std::string without_umlaut(std::string_view word) {
  std::string out;
  for (size_t at = 0; at < word.size(); at += utf8::length(static_cast<unsigned char>(word[at]))) {
    const char32_t c = utf8::decode(word, at);
    utf8::append(out, c == 0xE4 ? U'a' : c == 0xF6 ? U'o' : c == 0xFC ? U'u' : c == 0xC4 ? U'A' : c == 0xD6 ? U'O' : c);
  }
  return out;
}

struct Split {
  const Title* title = nullptr;
  size_t at = 0;  ///< byte where the title begins
  bool feminine = false;
};

bool is_feminine(std::string_view form) {
  return form.ends_with("in") || form.ends_with("innen");
}

const Title* german_title(const Workspace& work, std::string_view form, std::string_view lemma) {
  for (const std::string& base : german_bases(form, lemma)) {
    if (const Title* title = work.lexicon.title(work.language, base)) return title;
  }
  return nullptr;
}

/// May `part` stand in front of a title? A known stem, title or name; anything before a long title.
bool plausible_part(const Workspace& work, std::string_view part, const Title& title) {
  // Nouns in -ung have prefixed sisters with meanings of their own (Führung, Entführung): only known parts.
  if (title.lemma.size() >= 6 && !title.lemma.ends_with("ung")) return true;
  for (const std::string_view link : {"", "s", "es", "n", "en", "er", "e"}) {
    if (!part.ends_with(link)) continue;
    const std::string stem(part.substr(0, part.size() - link.size()));
    if (stem.size() < kShortestPart) continue;
    if (work.lexicon.is_compound_stem(stem) || work.lexicon.title(work.language, utf8::capitalised(stem)) != nullptr ||
        !work.lexicon.exact(work.language, utf8::capitalised(stem)).empty()) {
      return true;
    }
  }
  return false;
}

/// Longest title at the end of a compound written as one word.
Split split_compound(const Workspace& work, std::string_view form) {
  const std::string lower = utf8::lower(form);
  for (size_t at = kShortestPart; at + kShortestTitle <= lower.size(); ++at) {
    if ((static_cast<unsigned char>(lower[at]) & 0xC0U) == 0x80U) continue;
    const std::string tail = utf8::capitalised(std::string_view(lower).substr(at));
    const Title* title = german_title(work, tail, tail);
    if (title != nullptr && !title->whole_word && plausible_part(work, std::string_view(lower).substr(0, at), *title)) {
      return {title, at, is_feminine(tail)};
    }
  }
  return {};
}

TitleMatch match_phrase(const Workspace& work, WordIndex w) {
  TitleMatch match;
  const std::string last_form = work.lower(w);
  const auto bases = work.german ? std::vector<std::string>{last_form} : english_bases(last_form, work.lemma(w));
  uint32_t most = 1;
  for (const std::string& base : bases) most = std::max(most, work.lexicon.title_words(work.language, base));
  for (uint32_t n = most; n >= 2; --n) {
    if (w + 1 < n || w + 1 - n < work.sentence_of(w).first) continue;
    const WordIndex first = w + 1 - n;
    std::string head;
    for (WordIndex i = first; i < w; ++i) head += (work.german ? std::string(work.tree.form(i)) : work.lower(i)) + ' ';
    const auto tails = work.german ? std::vector<std::string>{std::string(work.tree.form(w))} : bases;
    for (const std::string& tail : tails) {
      if (const Title* title = work.lexicon.title(work.language, head + tail)) {
        match.title = title;
        match.first = first;
        match.last = w + 1;
        match.head = work.top(first, w + 1);
        match.lemma = title->lemma;
        return match;
      }
    }
  }
  return match;
}

}  // namespace

std::vector<std::string> german_bases(std::string_view form, std::string_view lemma) {
  std::vector<std::string> out;
  add_base(out, std::string(form));
  add_base(out, utf8::capitalised(lemma));
  std::string word(form);
  if (std::string f = word; drop(f, "innen") || drop(f, "in")) {
    add_base(out, f);
    add_base(out, f + 'e');
  }
  for (const std::string_view ending : {"n", "s", "en", "es", "e", "er", "r", "m", "ern", "se", "ses", "sen"}) {
    if (std::string cut = word; drop(cut, ending)) {
      add_base(out, cut);
      if (std::string plain = without_umlaut(cut); plain != cut) add_base(out, plain);
    }
  }
  if (std::string plain = without_umlaut(word); plain != word) add_base(out, plain);
  return out;
}

std::vector<std::string> english_bases(std::string_view form, std::string_view lemma) {
  std::vector<std::string> out;
  std::string word(form);
  add_base(out, word);
  add_base(out, utf8::lower(lemma));
  if (std::string cut = word; drop(cut, "ies")) add_base(out, cut + 'y');
  if (std::string cut = word; drop(cut, "es")) add_base(out, cut);
  if (std::string cut = word; drop(cut, "s")) add_base(out, cut);
  if (std::string cut = word; drop(cut, "men")) add_base(out, cut + "man");
  return out;
}

namespace {

/// The institution in front of a spokesperson, chief, member: "Armee" in "Armeesprecher", "ministry" in "ministry
/// spokesman".
std::string body_in(const Workspace& work, const TitleMatch& match) {
  const std::string& lemma = match.lemma;
  if (!work.german) {
    const size_t blank = lemma.rfind(' ');
    if (blank == std::string::npos) return {};
    const Title* title = work.lexicon.title(work.language, std::string_view(lemma).substr(0, blank));
    return title != nullptr && title->kind == TitleKind::kInstitution ? title->lemma : "";
  }
  const size_t hyphen = lemma.rfind('-');
  const std::string word = lemma.substr(hyphen == std::string::npos ? 0 : hyphen + 1);
  for (size_t end = word.size() - std::min<size_t>(word.size(), kShortestTitle); end >= kShortestTitle; --end) {
    const Title* title = work.lexicon.title(work.language, utf8::capitalised(std::string_view(word).substr(0, end)));
    if (title != nullptr) return title->kind == TitleKind::kInstitution ? title->lemma : "";
  }
  return {};
}

TitleMatch find_title(const Workspace& work, WordIndex w) {
  TitleMatch match = match_phrase(work, w);
  if (match.title != nullptr) return match;
  match.first = match.head = w;
  match.last = w + 1;
  if (!work.german) {
    for (const std::string& base : english_bases(work.lower(w), work.lemma(w))) {
      if ((match.title = work.lexicon.title(work.language, base)) != nullptr) break;
    }
    if (match.title != nullptr) match.lemma = match.title->lemma;
    return match;
  }
  std::string_view form = work.tree.form(w);
  const size_t hyphen = form.rfind('-');
  if (hyphen != std::string_view::npos && hyphen + 1 < form.size()) {
    match.prefix = form.substr(0, hyphen);
    form = form.substr(hyphen + 1);
  } else if (work.chain_begin(w) < w) {
    const uint32_t begin = work.word(work.chain_begin(w)).span.begin;
    match.prefix = work.document.text({begin, work.word(w).span.begin - 1});
  }
  match.title = german_title(work, form, match.prefix.empty() ? work.lemma(w) : std::string_view());
  match.feminine = is_feminine(form);
  std::string front = match.prefix.empty() ? "" : match.prefix + '-';
  if (match.title == nullptr) {
    const Split split = split_compound(work, form);
    if (split.title == nullptr) return match;
    match.title = split.title;
    match.feminine = split.feminine;
    if (match.prefix.empty()) match.prefix = form.substr(0, split.at);
    match.lemma = front + std::string(form.substr(0, split.at)) + utf8::lower(split.title->lemma);
    return match;
  }
  match.lemma = front + match.title->lemma;
  return match;
}

}  // namespace

TitleMatch match_title(const Workspace& work, WordIndex w) {
  TitleMatch match = find_title(work, w);
  if (match.title != nullptr && match.title->kind == TitleKind::kOffice) match.body = body_in(work, match);
  return match;
}

}  // namespace depesche::actors
