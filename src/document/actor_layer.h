// Layer 3: the actors of the report with all their mentions. Published by src/actors.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/text_layer.h"

namespace depesche {

using ActorIndex = uint32_t;  ///< index in ActorLayer::actors
inline constexpr ActorIndex kNoActor = UINT32_MAX;

enum class MentionForm : uint8_t { kName, kTitle, kPronoun, kMetonym, kDemonym };

/// The name in the record: "name", "title", "pronoun", "metonym", "demonym".
[[nodiscard]] constexpr std::string_view name(MentionForm form) {
  constexpr std::string_view kNames[] = {"name", "title", "pronoun", "metonym", "demonym"};
  return kNames[static_cast<size_t>(form)];
}

struct Mention {
  ActorIndex actor = kNoActor;
  Span span;
  WordIndex head = kNoWord;   ///< syntactic head word of the mention
  WordIndex first = kNoWord;  ///< words [first, last) of the mention
  WordIndex last = kNoWord;
  MentionForm form = MentionForm::kName;
};

struct Actor {
  std::string name;    ///< canonical, in the report's language
  std::string code;    ///< CODEBOOK section 2; "" when the codebook gives none
  std::string sector;  ///< "" for a bare state
  std::vector<std::string> other_sectors;
  std::string office;  ///< English office class: "president", "foreign minister", ...
  std::string wikidata;
  std::string source;  ///< knowledge row "actors/states.tsv:12", or the rule that typed it
  bool person = false;
  bool plural = false;  ///< "Demonstranten", "allies of USA"
  bool coded() const { return !code.empty(); }
};

struct ActorLayer {
  std::vector<Actor> actors;      ///< in order of first mention
  std::vector<Mention> mentions;  ///< in text order
  /// Compound actors ("die USA und ihre Verbündeten") are several mentions; the mention whose head
  /// is word w, for every word of the document: index in `mentions` or UINT32_MAX. A word that names
  /// several actors at once ("beide Staaten") heads several mentions in sequence; this is the first.
  std::vector<uint32_t> mention_of_head;
  /// Mention that covers word w anywhere (innermost), or UINT32_MAX: for adjectives, compounds.
  std::vector<uint32_t> mention_of_word;
  /// A word whose compound head was split ("Kremlsprecher", "US-Regierung") maps by head as usual.

  /// Actor of the mention headed by w; kNoActor when there is none.
  [[nodiscard]] ActorIndex actor_at_head(WordIndex w) const;
  /// All actors of the mentions headed by w, in the order of the mentions; empty when there is none.
  [[nodiscard]] std::vector<ActorIndex> actors_at_head(WordIndex w) const;
  /// Actor of the innermost mention that covers w; kNoActor when there is none.
  [[nodiscard]] ActorIndex actor_at_word(WordIndex w) const;
};

}  // namespace depesche
