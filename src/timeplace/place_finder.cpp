#include "timeplace/place_finder.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/utf8.h"
#include "document/tree.h"

namespace depesche::timeplace {
namespace {

constexpr double kLarge = 50000;    ///< inhabitants of a town that needs no country around it
constexpr double kOfCountry = 6.0;  ///< a country named alone weighs as much as a million inhabitants

class PlaceFinder {
 public:
  PlaceFinder(const Document& document, const PlaceLexicon& lexicon, const std::vector<TimeExpression>& times)
      : document_(document),
        times_(times),
        lexicon_(lexicon),
        tree_(document),
        words_(document.words().words),
        language_(document.language()) {}

  std::vector<Place> run() {
    for (const Sentence& sentence : document_.words().sentences) {
      for (WordIndex w = sentence.first; w < sentence.last;) w = step(w, sentence.last);
    }
    for (const Place& place : places_) count(place);
    for (const size_t unknown : unknown_) {
      ask_gazetteer(places_[unknown]);
      count(places_[unknown]);
    }
    return std::move(places_);
  }

 private:
  struct Match {
    const PlaceFacts* facts = nullptr;
    WordIndex last = 0;
    bool part = false;
  };

  /// Tries to read a place at w; the word to go on with.
  WordIndex step(WordIndex w, WordIndex end) {
    const Match match = longest(w, end);
    if (match.facts != nullptr && is_place(w, match)) {
      add(w, match);
      return match.last;
    }
    const Node& node = tree_.node(w);
    if (match.facts == nullptr && node.entity == EntityType::kLoc && node.entity_begin) {
      WordIndex last = w + 1;
      while (last < end && tree_.node(last).entity == EntityType::kLoc && !tree_.node(last).entity_begin) ++last;
      for (WordIndex inner = w + 1; inner < last; ++inner) {
        if (longest(inner, end).facts != nullptr) return inner;  // "New Iran sanctions": go on at what is known
      }
      if (node.upos == Upos::kPropn && utf8::is_upper(utf8::decode(words_[w].form, 0)) && !in_time(w))
        add_unknown(w, last);
      return last;
    }
    return w + 1;
  }

  /// "New Year": the tagger took a time for a place.
  bool in_time(WordIndex w) const {
    return std::any_of(times_.begin(), times_.end(),
                       [&](const TimeExpression& t) { return t.first <= w && w < t.last; });
  }

  Match longest(WordIndex w, WordIndex end) const {
    Match best;
    const std::string& first = words_[w].form;
    // Headlines in capitals: "BRAZIL".
    if (first.size() > 3 && utf8::lower(first.substr(1)) != first.substr(1) &&
        !lexicon_.begins_name(language_, first)) {
      best.facts = lexicon_.find(language_, utf8::capitalised(utf8::lower(first)));
      best.last = w + 1;
      if (best.facts != nullptr) return best;
    }
    if (!lexicon_.begins_name(language_, first)) {
      if (tree_.node(w).upos != Upos::kPropn && tree_.node(w).entity != EntityType::kLoc) return best;
      best.facts = lexicon_.find_part(language_, first);
      best.part = true;
      best.last = w + 1;
      return best;
    }
    std::string form;
    const WordIndex limit = std::min(end, w + lexicon_.max_words());
    for (WordIndex i = w; i < limit; ++i) {
      const Word& word = words_[i];
      const bool fused = word.parts > 0 && word.span == word.surface;  // "am" in "Frankfurt am Main"
      if (fused && word.part > 1) continue;
      const bool inside_token = word.part > 1;  // the words of "Cox's" stand together
      if (i > w && !inside_token && words_[i - 1].space_after) form += ' ';
      form += fused ? std::string(document_.text(word.surface)) : word.form;
      if (fused) continue;
      if (const PlaceFacts* facts = lexicon_.find(language_, form)) best = {facts, i + 1, false};
    }
    return best;
  }

  bool is_place(WordIndex first, const Match& match) const {
    bool location = false;
    for (WordIndex w = first; w < match.last; ++w) {
      if (tree_.node(w).entity == EntityType::kPer) return false;
      location = location || tree_.node(w).entity == EntityType::kLoc;
    }
    if (inside_longer_organisation(first, match.last)) return false;
    if (compound_modifier(match.last) || (first > 0 && compound_head(first))) return false;
    if (!match.facts->guarded) return true;
    return location || (first > 0 && lexicon_.is_preposition(language_, utf8::lower(words_[first - 1].form)));
  }

  bool inside_longer_organisation(WordIndex first, WordIndex last) const {
    const Node& node = tree_.node(first);
    if (node.entity != EntityType::kOrg) return false;
    const bool left = !node.entity_begin;
    const bool right =
        last < words_.size() && tree_.node(last).entity == EntityType::kOrg && !tree_.node(last).entity_begin;
    return left || right;
  }

  bool hyphen_at(WordIndex w) const { return w < words_.size() && words_[w].form == "-"; }

  /// "Ukraine-Krieg": the place is the left part of a compound.
  bool compound_modifier(WordIndex last) const {
    return hyphen_at(last) && !words_[last - 1].space_after && !words_[last].space_after && last + 1 < words_.size() &&
           words_[last + 1].sentence == words_[last].sentence;
  }

  /// "al-Masri", "Daimler-Benz": the name is the right part; "Süd-Libanon" is a part of the place.
  bool compound_head(WordIndex first) const {
    if (!hyphen_at(first - 1) || words_[first - 1].space_after || first < 2 || words_[first - 2].space_after)
      return false;
    return !lexicon_.is_direction(language_, words_[first - 2].form) && tree_.node(first).entity != EntityType::kLoc;
  }

  void add(WordIndex first, const Match& match) {
    Place place = make(first, match.last);
    const PlaceFacts& facts = *match.facts;
    place.code = facts.code;
    if (match.part) {
      // "Ostukraine" lies in Ukraine, but not where Kyiv lies.
      place.name = words_[first].form;
    } else {
      place.name = language_ == Language::kGerman ? facts.name_de : facts.name_en;
      place.lat = facts.lat;
      place.lon = facts.lon;
      place.state = facts.state;
    }
    places_.push_back(std::move(place));
  }

  void add_unknown(WordIndex first, WordIndex last) {
    Place place = make(first, last);
    const std::string& lemma = tree_.node(first).lemma;
    place.name = last == first + 1 && !lemma.empty() && utf8::is_upper(utf8::decode(lemma, 0))
                     ? lemma
                     : std::string(document_.text(place.span));
    unknown_.push_back(places_.size());
    places_.push_back(std::move(place));
  }

  /// Of the towns of that name, one in a country that the report speaks of, else a large one.
  void ask_gazetteer(Place& place) const {
    std::vector<Town> towns = lexicon_.towns(document_.text(place.span));
    if (towns.empty()) towns = lexicon_.towns(place.name);
    if (towns.empty() && language_ == Language::kGerman && place.name.ends_with('s'))
      towns = lexicon_.towns(std::string_view(place.name).substr(0, place.name.size() - 1));
    const Town* best = nullptr;
    double most = 0;
    for (const Town& town : towns) {
      const double share = share_of(town.code);
      if (share == 0 && town.population < kLarge) continue;
      const double score = kOfCountry * share + std::log10(town.population + 1);
      if (best == nullptr || score > most) best = &town, most = score;
    }
    if (best == nullptr) return;
    place.code = best->code;
    place.lat = best->lat;
    place.lon = best->lon;
  }

  void count(const Place& place) {
    if (place.code.empty()) return;
    ++coded_;
    ++of_country_[place.code];
  }

  /// Share of a country among the places whose country is known.
  [[nodiscard]] double share_of(std::string_view code) const {
    const auto found = of_country_.find(code);
    return found == of_country_.end() ? 0 : static_cast<double>(found->second) / static_cast<double>(coded_);
  }

  Place make(WordIndex first, WordIndex last) const {
    Place place;
    place.first = first;
    place.last = last;
    place.span = {words_[first].span.begin, words_[last - 1].span.end};
    place.head = last - 1;
    for (WordIndex w = first; w < last; ++w) {
      const WordIndex head = tree_.head(w);
      if (head == kNoWord || head < first || head >= last) {
        place.head = w;
        break;
      }
    }
    return place;
  }

  const Document& document_;
  const std::vector<TimeExpression>& times_;
  const PlaceLexicon& lexicon_;
  Tree tree_;
  const std::vector<Word>& words_;
  Language language_;
  std::vector<Place> places_;
  std::map<std::string, size_t, std::less<>> of_country_;  ///< places with that code
  size_t coded_ = 0;                                       ///< all of them
  std::vector<size_t> unknown_;                            ///< indexes of places that only the entity tagger knows
};

}  // namespace

std::vector<Place> find_places(const Document& document, const PlaceLexicon& lexicon,
                               const std::vector<TimeExpression>& times) {
  return PlaceFinder(document, lexicon, times).run();
}

}  // namespace depesche::timeplace
