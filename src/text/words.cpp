#include "text/words.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "text/chars.h"

namespace depesche::text {
namespace {

std::string compose(const std::string& form) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0) return form;
  const icu::UnicodeString composed = nfc->normalize(icu::UnicodeString::fromUTF8(form), status);
  if (U_FAILURE(status) != 0) return form;
  std::string out;
  composed.toUTF8String(out);
  return out;
}

/// The part with the case of the surface: "Im" -> "In", "dem".
std::string cased(std::string_view part, bool first, std::string_view surface) {
  return first && utf8::is_upper(peek(surface, 0)) ? utf8::capitalised(part) : std::string(part);
}

bool all_capitals(std::string_view surface) {
  return surface.size() > 1 && utf8::is_upper(peek(surface, 0)) && utf8::lower(surface.substr(1)) != surface.substr(1);
}

Word plain(const Token& token, uint32_t sentence, bool space_after) {
  Word word;
  word.span = token.span;
  word.surface = token.span;
  word.sentence = sentence;
  word.space_after = space_after;
  return word;
}

void append_parts(std::string_view surface, const Token& token, const std::vector<std::string>& parts, Word word,
                  std::vector<Word>& out) {
  size_t length = 0;
  for (const std::string& part : parts) length += part.size();
  const bool spelled = length == surface.size();  // "cannot" = can + not: each part has its own letters
  uint32_t at = token.span.begin;
  for (size_t k = 0; k < parts.size(); ++k) {
    const auto size = static_cast<uint32_t>(parts[k].size());
    if (spelled) word.span = {at, at + size};
    at += size;
    word.form =
        spelled ? form_of(surface.substr(word.span.begin - token.span.begin, size)) : cased(parts[k], k == 0, surface);
    word.part = static_cast<uint8_t>(k + 1);
    word.parts = static_cast<uint8_t>(parts.size());
    out.push_back(word);
  }
}

}  // namespace

std::string form_of(std::string_view surface) {
  std::string out;
  out.reserve(surface.size());
  bool combining = false;
  for (uint32_t i = 0; i < surface.size();) {
    const Char here = read(surface, i);
    const bool alone = here.next == surface.size() && i == 0;
    if (is_apostrophe(here.c) && !alone) {
      out += '\'';
    } else if (is_space(here.c)) {
      out += ' ';
    } else if (!is_invisible(here.c)) {
      out.append(surface.substr(i, here.next - i));
      combining = combining || is_combining(here.c);
    }
    i = here.next;
  }
  if (out.empty()) out = std::string(surface);
  return combining ? compose(out) : out;
}

void append_words(std::string_view text, const Token& token, const LanguageWords& words, uint32_t sentence,
                  bool space_after, std::vector<Word>& out) {
  const std::string_view surface = text.substr(token.span.begin, token.span.size());
  Word word = plain(token, sentence, space_after);
  if (token.clitic > 0 && token.clitic < surface.size()) {
    const uint32_t border = token.span.end - token.clitic;
    word.parts = 2;
    word.part = 1;
    word.span = {token.span.begin, border};
    word.form = form_of(text.substr(word.span.begin, word.span.size()));
    out.push_back(word);
    word.part = 2;
    word.span = {border, token.span.end};
    word.form = form_of(text.substr(border, token.clitic));
    if (token.clitic == 3 && word.form == "\u2019") word.form = "'";
    out.push_back(std::move(word));
    return;
  }
  if (token.kind == TokenKind::kWord && !all_capitals(surface)) {
    if (const auto it = words.contractions.find(word_key(surface)); it != words.contractions.end()) {
      append_parts(surface, token, it->second, std::move(word), out);
      return;
    }
  }
  word.form = form_of(surface);
  out.push_back(std::move(word));
}

}  // namespace depesche::text
