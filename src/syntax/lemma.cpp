#include "syntax/lemma.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "syntax/model_file.h"

namespace depesche::syntax {
namespace {

// "2+en" -> (2, "en").
bool read_edit(std::string_view text, size_t& cut, std::string& add) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), cut);
  if (error != std::errc() || end == text.data() + text.size() || *end != '+') return false;
  add = text.substr(static_cast<size_t>(end - text.data()) + 1);
  return true;
}

std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> out;
  while (true) {
    const size_t slash = text.find('/');
    out.emplace_back(text.substr(0, slash));
    if (slash == std::string_view::npos) return out;
    text.remove_prefix(slash + 1);
  }
}

// Takes what stands behind the first tab off `text`.
std::string_view after_tab(std::string_view& text) {
  const size_t tab = text.find('\t');
  if (tab == std::string_view::npos) return {};
  const std::string_view rest = text.substr(tab + 1);
  text = text.substr(0, tab);
  return rest;
}

bool allowed(const std::vector<std::string>& seen, std::string_view piece) {
  return seen.empty() || std::find(seen.begin(), seen.end(), piece) != seen.end();
}

// Byte offset of code point `n` from the front; text.size() when there are fewer.
size_t skip(std::string_view text, size_t n) {
  size_t at = 0;
  for (; n > 0 && at < text.size(); --n) at += utf8::length(static_cast<unsigned char>(text[at]));
  return std::min(at, text.size());
}

std::string in_case(LemmaRule::Case letters, std::string_view form) {
  switch (letters) {
    case LemmaRule::Case::kLower: return utf8::lower(form);
    case LemmaRule::Case::kCapitalised: return utf8::capitalised(utf8::lower(form));
    case LemmaRule::Case::kKeep: break;
  }
  return std::string(form);
}

// Takes the infix out where it first stands behind two letters and in front of two; false if nowhere.
bool remove_infix(std::string& base, std::string_view infix) {
  const size_t at = base.find(infix, skip(base, 2));
  if (at == std::string::npos || utf8::count(std::string_view(base).substr(at + infix.size())) < 2) return false;
  base.erase(at, infix.size());
  return true;
}

}  // namespace

std::optional<LemmaRule> read_rule(std::string_view text) {
  LemmaRule rule;
  std::string_view fronts = after_tab(text);
  const std::string_view ends = after_tab(fronts);
  if (!fronts.empty()) rule.fronts = pieces(fronts);
  if (!ends.empty()) rule.ends = pieces(ends);
  if (text.starts_with('=')) {
    rule.whole = true;
    rule.add_end = text.substr(1);
    return rule;
  }
  const size_t infix_at = text.find('|');
  const size_t head_at = infix_at == std::string_view::npos ? infix_at : text.find('|', infix_at + 1);
  const size_t tail_at = head_at == std::string_view::npos ? head_at : text.find('|', head_at + 1);
  if (infix_at != 1 || tail_at == std::string_view::npos) return std::nullopt;
  switch (text[0]) {
    case 'k': rule.letters = LemmaRule::Case::kKeep; break;
    case 'l': rule.letters = LemmaRule::Case::kLower; break;
    case 'c': rule.letters = LemmaRule::Case::kCapitalised; break;
    default: return std::nullopt;
  }
  rule.infix = text.substr(infix_at + 1, head_at - infix_at - 1);
  if (!read_edit(text.substr(head_at + 1, tail_at - head_at - 1), rule.cut, rule.add) ||
      !read_edit(text.substr(tail_at + 1), rule.cut_end, rule.add_end)) {
    return std::nullopt;
  }
  return rule;
}

std::optional<std::string> apply(const LemmaRule& rule, std::string_view form) {
  if (rule.whole) return rule.add_end;
  std::string base = in_case(rule.letters, form);
  if (!rule.infix.empty() && !remove_infix(base, rule.infix)) return std::nullopt;
  const size_t letters = utf8::count(base);
  if (rule.cut > letters || rule.cut_end > letters - rule.cut) return std::nullopt;
  const size_t first = skip(base, rule.cut);
  const size_t last = skip(base, letters - rule.cut_end);
  if (!allowed(rule.fronts, std::string_view(base).substr(0, first))) return std::nullopt;
  if (!allowed(rule.ends, std::string_view(base).substr(last))) return std::nullopt;
  std::string lemma = rule.add + base.substr(first, last - first) + rule.add_end;
  if (lemma.empty()) return std::nullopt;
  return lemma;
}

std::optional<std::string_view> LemmaExceptions::find(std::string_view form, std::string_view upos) const {
  const uint64_t key = fnv1a(upos, fnv1a(std::string_view("\0", 1), fnv1a(form)));
  const auto found = std::lower_bound(keys.begin(), keys.end(), key);
  if (found == keys.end() || *found != key) return std::nullopt;
  const auto i = static_cast<size_t>(found - keys.begin());
  return text.substr(offsets[i], offsets[i + 1] - offsets[i]);
}

std::optional<std::string> LemmaExceptions::find_prefixed(std::string_view form) const {
  if (prefixes.empty()) return std::nullopt;
  const std::string low = utf8::lower(form);
  for (const std::string_view prefix : prefixes) {
    if (prefix.empty() || !low.starts_with(prefix)) continue;
    const auto verb = find(std::string_view(low).substr(prefix.size()), "VERB");
    if (verb) return std::string(prefix) + std::string(*verb);
  }
  return std::nullopt;
}

}  // namespace depesche::syntax
