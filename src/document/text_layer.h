// Layer 1: sentences and syntactic words. Published by src/text, read by every later stage.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"

namespace depesche {

/// Index of a word in TextLayer::words, counted over the whole document.
using WordIndex = uint32_t;
inline constexpr WordIndex kNoWord = UINT32_MAX;

/// One syntactic word in the sense of Universal Dependencies. The words of a multiword token
/// ("im" = in + dem, "don't" = do + n't) share `surface`; `span` is the word's own part of the
/// surface where it has one (do|n't) and the whole surface where it has not (im).
struct Word {
  Span span;
  Span surface;
  std::string form;       ///< as the parser sees it: "dem" for the second word of "im"
  uint32_t sentence = 0;  ///< index in TextLayer::sentences
  uint8_t part = 0;       ///< 0: alone; 1..parts: position inside its multiword token
  uint8_t parts = 0;      ///< number of words in the multiword token, 0 when alone
  bool space_after = true;
};

struct Sentence {
  Span span;            ///< without surrounding white space
  WordIndex first = 0;  ///< words [first, last)
  WordIndex last = 0;
  uint32_t paragraph = 0;
  bool headline = false;  ///< title line: no final stop, first line(s) of the report
};

struct TextLayer {
  std::vector<Word> words;
  std::vector<Sentence> sentences;
  std::vector<Span> paragraphs;
  Span dateline;       ///< "BERLIN (dpa) - " at the head, empty when there is none
  Span sign_off;       ///< "(AFP)" at the end, empty when there is none
  std::string agency;  ///< agency named in dateline or sign-off, "" when there is none
};

}  // namespace depesche
