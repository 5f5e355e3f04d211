#include "text/dots.h"

#include <algorithm>

#include "text/chars.h"

namespace depesche::text {
namespace {

std::string_view surface(std::string_view text, const Token& token) {
  return text.substr(token.span.begin, token.span.size());
}

bool roman(std::string_view s) {
  return !s.empty() && s.size() <= 6 && s.find_first_not_of("IVXL") == std::string_view::npos;
}

/// "U.S", "z.B", "H.W": pieces of one or two letters between dots.
bool dotted_letters(std::string_view s) {
  if (s.find('.') == std::string_view::npos) return false;
  uint32_t letters = 0;
  for (uint32_t i = 0; i < s.size();) {
    const Char here = read(s, i);
    if (here.c == '.') {
      letters = 0;
    } else if (!utf8::is_letter(here.c) || ++letters > 2) {
      return false;
    }
    i = here.next;
  }
  return true;
}

bool single_letter(std::string_view s) {
  return utf8::is_letter(utf8::decode(s, 0)) && read(s, 0).next == s.size();
}

struct Verdict {
  bool join = false;
  bool may_end = false;
};

class Judge {
 public:
  Judge(std::string_view text, const LanguageWords& words) : text_(text), words_(words) {}

  /// `previous` and `next` may be null.
  Verdict of(const Token* previous, const Token& word, const Token* next) const {
    const std::string_view form = surface(text_, word);
    if (const Abbreviation kind = words_.abbreviation(std::string(form) + "."); kind != Abbreviation::kNone) {
      if (const Verdict verdict = listed(kind, next); verdict.join) return verdict;
    }
    if (word.kind == TokenKind::kNumber) return {words_.ordinal_dots && ordinal(form, next), false};
    if (dotted_letters(form)) return {true, true};
    if (next == nullptr) return {};
    if (words_.ordinal_dots && roman(form) && previous != nullptr && utf8::is_upper(peek(text_, previous->span.begin)))
      return {true, true};
    if (single_letter(form)) return initial(form, previous);
    return {};
  }

 private:
  Verdict listed(Abbreviation kind, const Token* next) const {
    if (kind == Abbreviation::kNumber) return {next != nullptr && is_digit(peek(text_, next->span.begin)), false};
    return {true, kind == Abbreviation::kFinal || next == nullptr};
  }

  /// German "21. Juni", "2. Bundesliga", "am 2., 3. und 4. Mai".
  bool ordinal(std::string_view form, const Token* next) const {
    if (form.size() > 3 || next == nullptr || form.find_first_not_of("0123456789") != std::string_view::npos)
      return false;
    if (next->kind == TokenKind::kDash || next->kind == TokenKind::kNumber) return true;
    if (next->kind == TokenKind::kOther) return peek(text_, next->span.begin) == ',';
    if (next->kind != TokenKind::kWord) return false;
    if (!utf8::is_upper(peek(text_, next->span.begin))) return true;
    if (words_.months.contains(word_key(surface(text_, *next)))) return true;
    return !opens_sentence(text_, *next, words_);
  }

  /// "George W. Bush"; an English "I" that is a pronoun stands after a word that is no name.
  Verdict initial(std::string_view form, const Token* previous) const {
    const bool after_name =
        previous != nullptr && (previous->dotted || utf8::is_upper(peek(text_, previous->span.begin)));
    if (form == "I" && !after_name) return {};
    return {true, true};
  }

  std::string_view text_;
  const LanguageWords& words_;
};

bool is_single_dot(std::string_view text, const Token& token) {
  return token.kind == TokenKind::kStop && token.span.size() == 1 && text[token.span.begin] == '.';
}

}  // namespace

bool opens_sentence(std::string_view text, const Token& token, const LanguageWords& words) {
  if (token.kind != TokenKind::kWord || !utf8::is_upper(peek(text, token.span.begin))) return false;
  std::string_view form = surface(text, token);
  form.remove_suffix(std::min<size_t>(token.clitic, form.size()));
  return words.openers.contains(word_key(form));
}

std::vector<Token> join_dots(std::string_view text, std::vector<Token> tokens, const LanguageWords& words) {
  const Judge judge(text, words);
  std::vector<Token> out;
  out.reserve(tokens.size());
  for (size_t i = 0; i < tokens.size(); ++i) {
    const bool after_word = !out.empty() && !tokens[i].space_before && !out.back().dotted &&
                            (out.back().kind == TokenKind::kWord || out.back().kind == TokenKind::kNumber);
    if (!is_single_dot(text, tokens[i]) || !after_word) {
      out.push_back(tokens[i]);
      continue;
    }
    const Token* previous = out.size() >= 2 ? &out[out.size() - 2] : nullptr;
    const Token* next = i + 1 < tokens.size() ? &tokens[i + 1] : nullptr;
    const Verdict verdict = judge.of(previous, out.back(), next);
    if (!verdict.join) {
      out.push_back(tokens[i]);
      continue;
    }
    out.back().span.end = tokens[i].span.end;
    out.back().clitic = 0;
    out.back().dotted = true;
    out.back().may_end_sentence = verdict.may_end;
  }
  return out;
}

}  // namespace depesche::text
