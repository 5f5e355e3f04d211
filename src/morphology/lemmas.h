// Lemmas of German words from the full-form lexicon, behind what a tagger has found out about the word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/syntax_layer.h"
#include "morphology/lexicon.h"

namespace depesche::morphology {

struct Lemmas {
  std::vector<std::string> all;  ///< without doubles; those whose cells fit the features stand in front
  size_t fitting = 0;            ///< how many these are
};

/// Lemmas that the form can have as that part of speech; none when the lexicon knows nothing. Beyond full forms it
/// knows compounds by their last part
/// ("Arbeiterunruhen"), verbs behind particles ("wiederaufgebaut"), infinitives around "zu", adjectives of towns
/// ("Dubliner") and the spellings with ß of before 1996 and ss of Switzerland.
[[nodiscard]] Lemmas lemmas(const Lexicon& lexicon, std::string_view form, Upos upos, const Features& features);

}  // namespace depesche::morphology
