#include "text/tokens.h"

#include <algorithm>

#include "text/chars.h"
#include "text/dots.h"

namespace depesche::text {
namespace {

constexpr uint32_t kMaxWordBytes = 1000;  ///< a run of letters longer than this is no word: it is cut

bool ends_chunk_mark(char32_t c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || is_closing_bracket(c) || is_quote(c) ||
         c == 0x2026;
}

class Scanner {
 public:
  Scanner(std::string_view text, Span paragraph, const LanguageWords& words)
      : text_(text.substr(0, paragraph.end)), words_(words), at_(paragraph.begin), end_(paragraph.end) {}

  std::vector<Token> run() {
    while (at_ < end_) {
      const Char here = read(text_, at_);
      if (is_space(here.c)) {
        space_ = true;
        at_ = here.next;
      } else {
        scan_one(here);
      }
    }
    return std::move(tokens_);
  }

 private:
  void scan_one(Char here) {
    if (const uint32_t end = address_end(); end > at_) return emit(end, TokenKind::kWord);
    const char32_t following = peek(text_, here.next);
    const bool tag = (here.c == '#' || here.c == '@') && is_alnum(following) && blank_before();
    const bool year = is_apostrophe(here.c) && is_digit(following) && blank_before();  // '80s
    if (is_alnum(here.c) || tag || year) return scan_word(tag || year ? here.next : at_);
    if (here.c == '.' || here.c == '!' || here.c == '?' || here.c == 0x2026) return scan_stop(here);
    if (is_dash(here.c)) return emit(run_end([](char32_t c) { return is_dash(c); }), TokenKind::kDash);
    if ((here.c == '`' || here.c == '\'') && following == here.c) {
      return emit(here.next + 1, here.c == '`' ? TokenKind::kOpen : TokenKind::kClose);
    }
    if (is_quote(here.c) || here.c == '`') return scan_quote(here);
    if (is_opening_bracket(here.c)) return emit(here.next, TokenKind::kOpen);
    if (is_closing_bracket(here.c)) return emit(here.next, TokenKind::kClose);
    if (here.c == '=' || here.c == '*' || here.c == '_' || here.c == '~') {
      return emit(run_end([&](char32_t c) { return c == here.c; }), TokenKind::kOther);
    }
    emit(here.next, TokenKind::kOther);
  }

  void emit(uint32_t end, TokenKind kind) {
    tokens_.push_back({{at_, end}, kind, space_});
    space_ = false;
    at_ = end;
  }

  template <typename F>
  uint32_t run_end(F belongs) const {
    uint32_t i = at_;
    while (i < end_ && belongs(peek(text_, i))) i = read(text_, i).next;
    return i;
  }

  bool blank_before() const {
    const char32_t c = before(text_, at_);
    return tokens_.empty() || c == 0 || is_space(c) || is_opening_bracket(c) || is_dash(c) || c == '/' ||
           (tokens_.back().span.end == at_ && tokens_.back().kind == TokenKind::kOpen);
  }

  /// End of a URL or e-mail address that starts here, else at_. Only looked for at the start of a chunk.
  uint32_t address_end() const {
    if (!tokens_.empty() && tokens_.back().span.end == at_ && tokens_.back().kind != TokenKind::kOpen) return at_;
    const std::string_view rest = text_.substr(at_, 2048);
    size_t size = 0;
    while (size < rest.size() && static_cast<unsigned char>(rest[size]) > 0x20) ++size;
    const std::string_view chunk = rest.substr(0, size);
    const size_t mark = chunk.find("://");
    const bool url = (mark != std::string_view::npos && mark > 1 && mark < 8) || chunk.starts_with("www.");
    const size_t at_sign = chunk.find('@');
    const bool mail = at_sign != std::string_view::npos && at_sign > 0 && chunk.find('.', at_sign) < chunk.size() - 1 &&
                      static_cast<unsigned char>(chunk[0]) < 0x80 && is_alnum(static_cast<unsigned char>(chunk[0]));
    if (!url && !mail) return at_;
    uint32_t end = at_ + static_cast<uint32_t>(size);
    for (;;) {
      const char32_t last = before(text_, end);
      if (end <= at_ + 1 || !ends_chunk_mark(last)) return end;
      std::string one;
      utf8::append(one, last);
      end -= static_cast<uint32_t>(one.size());
    }
  }

  void scan_stop(Char here) {
    if (here.c == '.') return emit(run_end([](char32_t c) { return c == '.'; }), TokenKind::kStop);
    if (here.c == 0x2026) return emit(here.next, TokenKind::kStop);
    emit(run_end([](char32_t c) { return c == '!' || c == '?'; }), TokenKind::kStop);
  }

  void scan_quote(Char here) {
    const char32_t following = peek(text_, here.next);
    const bool left_blank = blank_before();
    const bool right_blank = following == 0 || is_space(following);
    bool opens = left_blank && !right_blank;
    if (here.c == 0x201E || here.c == 0x201A) opens = true;                 // „ ‚
    if (left_blank && right_blank && here.c == '"') opens = !double_open_;  // free-standing marks alternate
    if (here.c == '"') double_open_ = opens;
    if (is_single(here.c)) single_open_ = opens;
    emit(here.next, opens ? TokenKind::kOpen : TokenKind::kClose);
  }

  static bool is_single(char32_t c) { return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201A; }

  /// Length in letters or digits of the piece that ends at `at`.
  uint32_t piece_before(uint32_t at, uint32_t begin) const {
    uint32_t n = 0;
    while (at > begin && is_alnum(before(text_, at))) {
      do --at;
      while ((static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80);
      ++n;
    }
    return n;
  }
  uint32_t piece_after(uint32_t at) const {
    uint32_t n = 0;
    while (at < end_ && n < 8 && is_alnum(peek(text_, at))) {
      at = read(text_, at).next;
      ++n;
    }
    return n;
  }

  /// Does the word that began at `begin` go on over the mark at `at`?
  bool joins(uint32_t begin, uint32_t at, Char mark) const {
    const char32_t left = before(text_, at);
    const char32_t right = peek(text_, mark.next);
    if (!is_alnum(right) || !is_alnum(left)) return false;
    const bool digits = is_digit(left) && is_digit(right);
    switch (mark.c) {
      case ',':
      case ':': return digits;
      case '.':
        if (digits) return true;
        if (is_digit(left) || is_digit(right)) return false;
        return piece_before(at, begin) <= 2 || !utf8::is_upper(right) || piece_after(mark.next) <= 1;
      case '/':
        return digits ||
               (piece_before(at, begin) <= 2 && piece_after(mark.next) <= 1 && !is_digit(left) && !is_digit(right));
      case '&': return !is_digit(left) && !is_digit(right);
      case '-': return hyphen_joins(begin, at, mark.next);
      default: return is_apostrophe(mark.c) && !is_digit(right);
    }
  }

  bool hyphen_joins(uint32_t begin, uint32_t at, uint32_t next) const {
    const std::string_view left = text_.substr(begin, at - begin);
    const bool number = std::all_of(left.begin(), left.end(),
                                    [](char c) { return is_digit(static_cast<unsigned char>(c)) || c == '-'; });
    if (number && is_digit(peek(text_, next))) return phone_or_date(left, next);
    return !words_.split_hyphens_always && words_.prefixes.contains(word_key(left));
  }

  /// "2024-06-21", "713-853-3989", "853-3989": no ranges.
  bool phone_or_date(std::string_view left, uint32_t next) const {
    const uint32_t right = piece_after(next);
    if (left.find('-') != std::string_view::npos) return true;
    if (left.size() == 4 && right == 2 && peek(text_, next + 2) == '-') return true;
    return left.size() == 3 && (right == 4 || (right == 3 && peek(text_, next + 3) == '-'));
  }

  void scan_word(uint32_t from) {
    const uint32_t begin = at_;
    uint32_t i = from;
    bool letters = from != at_;
    while (i < end_ && i - begin < kMaxWordBytes) {
      const Char here = read(text_, i);
      if (is_alnum(here.c) || is_invisible(here.c) || is_combining(here.c) || here.c == '_') {
        letters = letters || !is_digit(here.c);
      } else if (!joins(begin, i, here)) {
        break;
      } else if (is_apostrophe(here.c)) {
        letters = true;
      }
      i = here.next;
    }
    if (i == begin) i = read(text_, i).next;
    const uint32_t stem_end = i;
    if (i < end_) i = trailing_apostrophe(begin, i);
    const auto extra = static_cast<uint8_t>(words_.clitics.empty() ? 0 : i - stem_end);
    emit(i, letters ? TokenKind::kWord : TokenKind::kNumber);
    tokens_.back().clitic = extra > 0 ? extra : clitic_of(tokens_.back());
  }

  /// "workers' rights", "Hans' Haus": an apostrophe after an s-sound that closes no quotation belongs to the word.
  uint32_t trailing_apostrophe(uint32_t begin, uint32_t end) const {
    const Char mark = read(text_, end);
    if (!is_apostrophe(mark.c) || single_open_ || is_alnum(peek(text_, mark.next)) || peek(text_, mark.next) == mark.c)
      return end;
    const char32_t last = before(text_, end);
    const bool sibilant = last == 's' || last == 'x' || last == 'z' || last == 0xDF || last == 'S';
    return sibilant && end - begin > 1 ? mark.next : end;
  }

  uint8_t clitic_of(const Token& token) const {
    if (words_.clitics.empty()) return 0;
    const std::string_view surface = text_.substr(token.span.begin, token.span.size());
    if (surface.find('\'') == std::string_view::npos && surface.find("\u2019") == std::string_view::npos) return 0;
    const std::string key = word_key(surface);
    for (const std::string& clitic : words_.clitics) {
      if (key.size() <= clitic.size() || !key.ends_with(clitic)) continue;
      // The same number of letters at the end of the surface, whose apostrophe may take three bytes.
      uint32_t i = token.span.end;
      for (size_t n = utf8::count(clitic); n > 0; --n) {
        do --i;
        while ((static_cast<unsigned char>(text_[i]) & 0xC0) == 0x80);
      }
      return static_cast<uint8_t>(token.span.end - i);
    }
    return 0;
  }

  std::string_view text_;
  const LanguageWords& words_;
  uint32_t at_;
  uint32_t end_;
  bool space_ = false;
  bool double_open_ = false;
  bool single_open_ = false;
  std::vector<Token> tokens_;
};

}  // namespace

std::string word_key(std::string_view surface) {
  std::string out;
  out.reserve(surface.size());
  for (uint32_t i = 0; i < surface.size();) {
    const Char here = read(surface, i);
    if (is_apostrophe(here.c)) {
      out += '\'';
    } else if (!is_invisible(here.c)) {
      out.append(surface.substr(i, here.next - i));
    }
    i = here.next;
  }
  return utf8::lower(out);
}

std::vector<Token> tokenise(std::string_view text, Span paragraph, const LanguageWords& words) {
  std::vector<Token> tokens = Scanner(text, paragraph, words).run();
  return join_dots(text, std::move(tokens), words);
}

}  // namespace depesche::text
