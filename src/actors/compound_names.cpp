// Names that share a part with their neighbour ("North and South Korea", "Nord- und Südkorea"), and the halves of
// divided states alone ("the North").
#include <algorithm>
#include <utility>

#include "actors/workspace.h"
#include "base/utf8.h"

namespace depesche::actors {
namespace {

constexpr size_t kLongestDirection = 8;  ///< bytes of "southern"
constexpr WordIndex kReach = 4;          ///< words between a half and the name it borrows from

class HalfNames {
 public:
  explicit HalfNames(Workspace& work) : work_(work) {}

  void run() {
    collect_divided();
    for (WordIndex w = 0; w < work_.tree.size(); ++w) {
      if (work_.hit_of_word[w] != UINT32_MAX) continue;
      const std::string half = direction_of(work_.lower(w), false);
      if (half.empty()) continue;
      if (const Joined joined = borrowed(w); joined.reading.entity != kNoEntity) {
        mention(w, joined.reading, joined.beside);
      } else if (acts_alone(w)) {
        mention(w, counterpart(half), kNoWord);
      }
    }
  }

 private:
  struct Joined {
    Candidate reading;
    WordIndex beside = kNoWord;  ///< head of the name that the half borrows from, where the tree does not join them
  };

  /// The direction that a word is ("south", "Nord") or, with `inside`, begins with ("südkorea"); "" when none.
  [[nodiscard]] std::string direction_of(const std::string& word, bool inside) const {
    std::string longest;
    for (size_t n = 3; n <= std::min(word.size(), kLongestDirection); ++n) {
      const std::string_view front = std::string_view(word).substr(0, n);
      if (work_.lexicon.is(work_.language, front, WordClass::kDirection)) longest = front;
    }
    // "Norden", "Süden": the noun of the direction.
    const bool whole = longest == word || (work_.german && word == longest + "en");
    return inside || whole ? longest : "";
  }

  /// What the direction stands before in a name: " korea", "korea"; "" when the name has no direction.
  [[nodiscard]] std::string rest_of(std::string_view name) const {
    const std::string lower = utf8::lower(name);
    const std::string half = direction_of(lower, true);
    return half.empty() ? "" : lower.substr(half.size());
  }

  [[nodiscard]] Candidate named(const std::string& half, const std::string& rest, FormKind kind) const {
    if (rest.empty()) return {};
    for (const Candidate& c : work_.lexicon.exact(work_.language, half + rest)) {
      const EntityKind e = work_.lexicon.entity(c.entity).kind;
      if ((e == EntityKind::kState || e == EntityKind::kPlace) && c.kind == kind) return c;
    }
    return {};
  }

  /// Divided states in the report: the names behind their directions.
  void collect_divided() {
    for (const Hit& hit : work_.hits) {
      if (work_.lexicon.entity(hit.chosen.entity).kind != EntityKind::kState) continue;
      std::string rest = rest_of(work_.lexicon.entity(hit.chosen.entity).name(work_.language));
      if (!rest.empty() && std::find(rests_.begin(), rests_.end(), rest) == rests_.end())
        rests_.push_back(std::move(rest));
    }
  }

  [[nodiscard]] Candidate counterpart(const std::string& half) const {
    for (const std::string& rest : rests_) {
      if (const Candidate c = named(half, rest, FormKind::kName); c.entity != kNoEntity) return c;
    }
    return {};
  }

  /// "North and South Korea": the name behind the conjunction lends its second half.
  [[nodiscard]] Joined borrowed(WordIndex w) const {
    const WordIndex last = std::min(work_.sentence_of(w).last, w + 1 + kReach);
    bool joined = false;
    for (WordIndex next = w + 1; next < last; ++next) {
      joined = joined || work_.node(next).upos == Upos::kCconj;
      const uint32_t h = work_.hit_of_word[next];
      if (h == UINT32_MAX) continue;
      if (!joined) return {};
      const Hit& hit = work_.hits[h];
      const std::string half = direction_of(work_.lower(w), false);
      const Candidate c = named(half, rest_of(work_.text(hit.span)), hit.chosen.kind);
      const bool tied = work_.tree.head(hit.head) == w || work_.tree.head(w) == hit.head;
      const bool conjunct = tied && work_.node(hit.head).deprel == Deprel::kConj;
      return {c, conjunct ? kNoWord : hit.head};
    }
    return {};
  }

  /// "the North" as somebody who acts or is acted on; not a region ("the north of the country", "im Norden").
  [[nodiscard]] bool acts_alone(WordIndex w) const {
    const Node& n = work_.node(w);
    if (rests_.empty() || !work_.noun(w) || !utf8::is_upper(utf8::decode(work_.tree.form(w), 0))) return false;
    if (work_.tree.child(w, Deprel::kDet) == kNoWord || work_.tree.child(w, Deprel::kNmod) != kNoWord) return false;
    const WordIndex preposition = work_.preposition(w);
    if (preposition != kNoWord && work_.is(preposition, WordClass::kLocation)) return false;
    return n.deprel == Deprel::kNsubj || n.deprel == Deprel::kObj || n.deprel == Deprel::kIobj ||
           n.deprel == Deprel::kObl || n.deprel == Deprel::kConj || n.deprel == Deprel::kNmod;
  }

  void mention(WordIndex w, const Candidate& reading, WordIndex beside) {
    if (reading.entity == kNoEntity || work_.lexicon.entity(reading.entity).kind != EntityKind::kState) return;
    work_.halves.push_back({reading.entity, w, beside, reading.kind});
  }

  Workspace& work_;
  std::vector<std::string> rests_;
};

}  // namespace

void find_half_names(Workspace& work) {
  HalfNames(work).run();
}

void mention_halves(Workspace& work) {
  for (const HalfName& half : work.halves) {
    Draft draft;
    draft.actor = work.state_actor(half.state);
    draft.first = half.word;
    draft.last = half.word + 1;
    draft.span = work.word(half.word).span;
    draft.head = half.beside == kNoWord ? half.word : half.beside;
    draft.form = half.kind == FormKind::kAdjective ? MentionForm::kDemonym : MentionForm::kName;
    if (half.beside == kNoWord || work.draft_of_head[draft.head] == UINT32_MAX) {
      draft.head = half.word;
      work.add(draft);
    } else {
      work.add_beside(draft);
    }
  }
}

}  // namespace depesche::actors
