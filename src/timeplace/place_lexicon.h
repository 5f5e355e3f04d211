// Names of places in both languages, from actors/states (states and capitals) and places/places.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "document/document.h"
#include "knowledge/knowledge.h"

namespace depesche::timeplace {

/// Can look up string_views without building a string.
struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
template <typename T>
using StringMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;
using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

/// What the gazetteer knows of a place.
struct PlaceFacts {
  std::string name_de;
  std::string name_en;
  std::string code;  ///< "" for seas and the like
  std::optional<double> lat;
  std::optional<double> lon;
  bool state = false;
  bool guarded = false;  ///< also a common word or surname: needs a sign that a place is meant
};

/// A town of the gazetteer: less sure than our own rows, so only asked for what the entity tagger takes for a place.
struct Town {
  std::string_view code;
  double lat = 0;
  double lon = 0;
  double population = 0;
};

/// Immutable after building; safe to share between threads.
class PlaceLexicon {
 public:
  explicit PlaceLexicon(const Knowledge& knowledge, Table cities = {});

  /// The place of that name, in the form as it is written in running text (German genitive included); null if unknown.
  [[nodiscard]] const PlaceFacts* find(Language language, std::string_view form) const;
  /// Towns of exactly that name in the gazetteer, in any country.
  [[nodiscard]] std::vector<Town> towns(std::string_view name) const;
  /// Does a name begin with this word?
  [[nodiscard]] bool begins_name(Language language, std::string_view word) const;
  /// "Ostukraine" -> facts of Ukraine; null when the word is no direction with a known region or state behind it.
  [[nodiscard]] const PlaceFacts* find_part(Language language, std::string_view form) const;
  /// Word that may stand before a place: "in", "aus", "near".
  [[nodiscard]] bool is_preposition(Language language, std::string_view word) const;
  /// Word that makes a part of a place: "Nord", "Süd".
  [[nodiscard]] bool is_direction(Language language, std::string_view word) const;
  /// Most words in a name.
  [[nodiscard]] uint32_t max_words() const { return max_words_; }

 private:
  struct Names {
    StringMap<uint32_t> places;  ///< index in facts_
    StringSet first_words;
    StringSet prepositions;
    std::vector<std::string> directions;  ///< longest first
  };
  void add(Language language, std::string_view name, uint32_t index);
  void add_states(const Knowledge& knowledge);
  void add_places(const Knowledge& knowledge);

  Names names_[2];
  std::vector<PlaceFacts> facts_;
  Table cities_;
  uint32_t max_words_ = 1;
};

}  // namespace depesche::timeplace
