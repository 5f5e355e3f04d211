// Splits German compounds: "Waffenlieferung" -> "Waffen" + "Lieferung". A dynamic programme over the parts that
// full-form lexicon and tables know, with linking elements; fewest parts first (Koehn and Knight 2003 weigh parts by
// frequency; here the tables of the knowledge are what is frequent in news).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "morphology/lexicon.h"

namespace depesche::morphology {

struct CompoundPart {
  size_t begin = 0, end = 0;  ///< bytes of the word, with the link behind the part or its hyphen
  std::string lemma;          ///< lower case: "waffe"; as it stands for an unknown first part
};

/// Filled once, then read-only and safe to share between threads.
class Splitter {
 public:
  /// Without a lexicon only stems are known. The lexicon must outlive it.
  explicit Splitter(const Lexicon* lexicon = nullptr) : lexicon_(lexicon) {}

  /// A frequent part, lower case, and its lemma ("waffen", "waffe").
  void add_stem(std::string_view stem, std::string_view lemma) { stems_.emplace(stem, lemma); }
  /// A word that is never the last ("schaft") or never the first part of a compound ("vor"); a lemma that only looks
  /// like one ("verbrechen").
  void add_no_head(std::string_view part) { no_heads_.emplace(part); }
  void add_no_first(std::string_view part) { no_firsts_.emplace(part); }
  void add_whole(std::string_view lemma) { wholes_.emplace(lemma); }
  /// Lemma of a stem; nullptr when the tables do not know it.
  [[nodiscard]] const std::string* stem(std::string_view stem) const;

  /// The immediate parts of a word, two or more: "Bundestags" + "wahlkampf". Empty when it is no compound.
  [[nodiscard]] std::vector<CompoundPart> split(std::string_view word) const;

  /// Lemmas of the parts, each as long as the tables know it and as short as it can be otherwise: what frames and
  /// classes are looked up with. Empty when the word is no compound or a stem of the tables itself.
  [[nodiscard]] std::vector<std::string> parts(std::string_view word) const;

 private:
  struct Found {
    int cost = 0;
    std::string lemma;
  };

  [[nodiscard]] std::optional<Found> head(std::string_view part) const;
  [[nodiscard]] std::optional<Found> front(std::string_view part) const;
  [[nodiscard]] std::optional<Found> noun_front(std::string_view part) const;
  [[nodiscard]] std::optional<Found> linked_front(std::string_view part) const;
  [[nodiscard]] std::optional<Found> other_front(std::string_view part) const;
  /// Lemma of a noun of the lexicon, lower case.
  enum class Nouns { kPlain, kFromAdjectives, kFromInfinitives };
  [[nodiscard]] std::optional<std::string> noun(std::string_view part, Nouns which) const;
  [[nodiscard]] bool whole(std::string_view word) const;
  [[nodiscard]] bool has(std::string_view form, Kind kind, uint32_t cells) const;
  [[nodiscard]] int extra_limit(std::string_view word) const;
  [[nodiscard]] std::vector<CompoundPart> split_letters(std::string_view word, size_t offset) const;
  void flatten(std::string_view word, int depth, std::vector<std::string>& out) const;

  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  const Lexicon* lexicon_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> stems_;
  std::unordered_set<std::string, Hash, std::equal_to<>> no_heads_, no_firsts_, wholes_;
};

}  // namespace depesche::morphology
