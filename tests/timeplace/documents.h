// Documents for the tests of times and places.
#pragma once

#include <string>
#include <string_view>

#include "support/conllu_document.h"
#include "text/knowledge.h"
#include "timeplace/find_times_and_places.h"

namespace depesche::testing {

/// A flat sentence: words between blanks; "am=an+dem" is a multiword token, "Paris/B-LOC" has an entity tag
/// Every word is a proper noun, so no clause has a tense.
inline std::string flat(std::string_view text) {
  std::string out;
  int id = 0;
  std::istringstream words{std::string(text)};
  for (std::string word; words >> word;) {
    std::string entity = "_";
    if (const size_t slash = word.find("/B-"); slash != std::string::npos || word.find("/I-") != std::string::npos) {
      const size_t at = slash != std::string::npos ? slash : word.find("/I-");
      entity = "NER=" + word.substr(at + 1);
      word.resize(at);
    }
    const auto line = [&](const std::string& form) {
      ++id;
      out += std::to_string(id) + "\t" + form + "\t" + form + "\tPROPN\t_\t_\t" + (id == 1 ? "0" : "1") + "\t" +
             (id == 1 ? "root" : "dep") + "\t_\t" + entity + "\n";
    };
    if (const size_t equals = word.find('='); equals != std::string::npos) {
      const std::string surface = word.substr(0, equals);
      const std::string parts = word.substr(equals + 1);
      const size_t plus = parts.find('+');
      out += std::to_string(id + 1) + "-" + std::to_string(id + 2) + "\t" + surface + "\t_\t_\t_\t_\t_\t_\t_\t_\n";
      line(parts.substr(0, plus));
      line(parts.substr(plus + 1));
    } else {
      line(word);
    }
  }
  return out + "\n";
}

inline const TimePlaceLexicon& timeplace_lexicon() {
  static const Knowledge knowledge =
      compile_tables({"words/time.tsv", "actors/states.tsv", "places/places.tsv", "places/words.tsv"});
  static const TimePlaceLexicon lexicon(knowledge);
  return lexicon;
}

}  // namespace depesche::testing
