#include "timeplace/time_sentence.h"

#include <charconv>

#include "base/utf8.h"

namespace depesche::timeplace {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Value of the digits at the head; the rest of the form goes to `rest`.
std::optional<int> leading_number(std::string_view form, std::string_view& rest) {
  size_t n = 0;
  while (n < form.size() && is_digit(form[n])) ++n;
  if (n == 0 || n > 6) return std::nullopt;
  int value = 0;
  std::from_chars(form.data(), form.data() + n, value);
  rest = form.substr(n);
  return value;
}

}  // namespace

TimeSentence::TimeSentence(const Document& document, const Sentence& sentence, const TimeWords& words)
    : document_(document),
      first_(sentence.first),
      last_(sentence.last),
      hits_(last_ - first_),
      numeric_(last_ - first_) {
  const Language language = document.language();
  const auto& all = document.words().words;
  for (WordIndex w = first_; w < last_; ++w) {
    const std::string& form = all[w].form;
    numeric_[w - first_] =
        !form.empty() && (is_digit(form[0]) || (form[0] == '\'' && form.size() > 1 && is_digit(form[1])));
    if (const auto* entries = words.find(language, form)) {
      for (const TimeWord& entry : *entries) {
        if (entry.length == 1) hits_[w - first_].push_back(&entry);
      }
    }
    const uint32_t longest = words.phrase_length(language, form);
    std::string phrase = form;
    for (uint32_t n = 2; n <= longest && w + n <= last_; ++n) {
      phrase += ' ' + all[w + n - 1].form;
      const auto* entries = words.find(language, phrase);
      if (entries == nullptr) continue;
      for (const TimeWord& entry : *entries) hits_[w - first_].push_back(&entry);
    }
  }
}

const TimeWord* TimeSentence::hit(WordIndex w, TimeKind kind) const {
  if (!inside(w)) return nullptr;
  const TimeWord* best = nullptr;
  for (const TimeWord* entry : hits_[w - first_]) {
    if (entry->kind == kind && (best == nullptr || entry->length > best->length)) best = entry;
  }
  return best;
}

std::string_view TimeSentence::form(WordIndex w) const {
  return inside(w) ? std::string_view(word(w).form) : std::string_view();
}

std::optional<int> TimeSentence::number(WordIndex w) const {
  std::string_view rest;
  const auto value = leading_number(form(w), rest);
  return value && rest.empty() ? value : std::nullopt;
}

std::optional<int> TimeSentence::year(WordIndex w) const {
  const auto value = number(w);
  return value && form(w).size() == 4 && *value >= 1000 && *value <= 2100 ? value : std::nullopt;
}

std::optional<int> TimeSentence::day(WordIndex w, bool plain) const {
  std::string_view rest;
  auto value = leading_number(form(w), rest);
  const bool ordinal = rest == "." || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  if (value && !ordinal && !(plain && rest.empty())) return std::nullopt;
  if (!value) {
    const TimeWord* word = hit(w, TimeKind::kOrdinal);
    if (word == nullptr) return std::nullopt;
    value = leading_number(word->value, rest);
  }
  return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
}

bool TimeSentence::left_part_of_compound(WordIndex w) const {
  if (!inside(w + 2) || form(w + 1) != "-" || word(w).space_after || word(w + 1).space_after) return false;
  return utf8::is_letter(utf8::decode(form(w + 2), 0));
}

}  // namespace depesche::timeplace
