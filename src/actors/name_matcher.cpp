// Known names in the text: the longest form of the table at each word, read as the best of its candidates.
#include <algorithm>

#include "actors/workspace.h"
#include "base/utf8.h"

namespace depesche::actors {
namespace {

bool mostly_capitals(std::string_view text) {
  size_t upper = 0;
  size_t letters = 0;
  for (size_t at = 0; at < text.size(); at += utf8::length(static_cast<unsigned char>(text[at]))) {
    const char32_t c = utf8::decode(text, at);
    if (!utf8::is_letter(c)) continue;
    ++letters;
    if (utf8::is_upper(c)) ++upper;
  }
  return letters >= 6 && upper * 10 >= letters * 8;
}

bool in_force(const Entity& e, std::optional<Date> published) {
  if (!published) return true;
  const int day = days_of(*published);
  return e.from <= day && day <= e.to;
}

class NameFinder {
 public:
  explicit NameFinder(Workspace& work) : work_(work) {}

  void run() {
    for (const Sentence& s : work_.document.words().sentences) {
      any_case_ = mostly_capitals(work_.text(s.span));
      next_byte_ = s.span.begin;
      for (WordIndex w = s.first; w < s.last; ++w) at_word(s, w);
    }
  }

 private:
  void at_word(const Sentence& sentence, WordIndex w) {
    const Span span = work_.word(w).span;
    if (span.begin < next_byte_ || work_.word(w).part > 1) return;
    if (try_at(sentence, span.begin)) return;
    // "US-Präsident", "Anti-US-Demo" kept as one word: try behind each hyphen.
    const std::string_view form = work_.text(span);
    for (size_t at = form.find('-'); at != std::string_view::npos && at + 1 < form.size();
         at = form.find('-', at + 1)) {
      const auto begin = span.begin + static_cast<uint32_t>(at) + 1;
      if (begin >= next_byte_) try_at(sentence, begin);
    }
  }

  bool try_at(const Sentence& sentence, uint32_t begin) {
    const std::string_view text = work_.document.text();
    if (after_blocked_prefix(begin)) return false;
    size_t end = 0;
    const auto candidates = work_.lexicon.longest(work_.language, text, begin, any_case_, end);
    if (candidates.empty() || end > sentence.span.end) return false;
    Hit hit;
    hit.span = {begin, static_cast<uint32_t>(end)};
    hit.first = work_.word_at(begin);
    const WordIndex last = work_.word_at(static_cast<uint32_t>(end) - 1);
    if (hit.first == kNoWord || last == kNoWord) return false;
    hit.last = last + 1;
    hit.head = work_.top(hit.first, hit.last);
    // A hyphen and more letters follow: the name is the first part of a compound.
    hit.prefix = end + 1 < text.size() && text[end] == '-' && utf8::is_letter(utf8::decode(text, end + 1));
    if (!choose(hit, candidates)) return false;
    next_byte_ = hit.span.end;
    const auto index = static_cast<uint32_t>(work_.hits.size());
    for (WordIndex w = hit.first; w < hit.last; ++w) {
      if (work_.hit_of_word[w] == UINT32_MAX) work_.hit_of_word[w] = index;
    }
    work_.hits.push_back(std::move(hit));
    return true;
  }

  /// "Anti-Putin-Demo", "non-EU": the name is not who acts.
  bool after_blocked_prefix(uint32_t begin) const {
    const std::string_view text = work_.document.text();
    if (begin < 3 || text[begin - 1] != '-') return false;
    size_t from = begin - 1;
    while (from > 0 && utf8::is_letter(static_cast<unsigned char>(text[from - 1]))) --from;
    const std::string before = utf8::lower(text.substr(from, begin - 1 - from));
    return work_.lexicon.is(work_.language, before, WordClass::kNotName);
  }

  bool choose(Hit& hit, const std::vector<Candidate>& candidates) const {
    int best = -1;
    for (const Candidate& c : candidates) {
      const int rank = rank_of(hit, c);
      if (rank < 0) continue;
      hit.others.push_back(c);
      if (rank > best) {
        best = rank;
        hit.chosen = c;
      }
    }
    return best >= 0;
  }

  /// Higher is better; negative: the text cannot mean it.
  int rank_of(const Hit& hit, const Candidate& c) const {
    const Entity& e = work_.lexicon.entity(c.entity);
    const std::string_view written = work_.text(hit.span);
    const Node& head = work_.node(hit.head);
    const bool exact = written == c.form || any_case_;
    const bool person_tag = head.entity == EntityType::kPer;
    const int bonus = (exact ? 10 : 0) + (in_force(e, work_.document.info().published) ? 4 : 0);
    const bool person = c.kind == FormKind::kSurname || (e.kind == EntityKind::kPerson && c.kind == FormKind::kName);
    if (!person && person_tag && hit.last - hit.first == 1 && e.kind != EntityKind::kState) return -1;
    switch (c.kind) {
      case FormKind::kName:
        if (e.kind == EntityKind::kState) return 100 + bonus;
        if (e.kind == EntityKind::kPlace) return inside_person(hit) || inside_longer_name(hit) ? -1 : 20 + bonus;
        if (e.kind == EntityKind::kPerson)
          return written.find(' ') == std::string_view::npos ? (person_tag ? 95 : 40) + bonus : 92 + bonus;
        // "Tageszeitung": a kind of medium, unless the name has more words.
        if (const Title* title = work_.lexicon.title(work_.language, written);
            title != nullptr && title->kind == TitleKind::kAgent)
          return -1;
        if (!exact && written.find(' ') == std::string_view::npos) return -1;
        return 90 + bonus;
      case FormKind::kAbbreviation: return exact ? 96 + bonus : -1;
      case FormKind::kAdjective: return 80 + bonus + (head.upos == Upos::kAdj ? 5 : 0);
      case FormKind::kDemonym:
        return 78 + bonus +
               (work_.noun(hit.head) && head.deprel != Deprel::kAmod && head.deprel != Deprel::kCompound ? 8 : 0);
      case FormKind::kCapital: return inside_person(hit) || inside_longer_name(hit) ? -1 : 60 + bonus;
      case FormKind::kMetonym: return inside_person(hit) ? -1 : 55 + bonus;
      case FormKind::kSurname:
        if (work_.german && !person_tag && head.upos == Upos::kNoun && has_attribute(hit.head)) return -1;
        return work_.noun(hit.head) || head.upos == Upos::kX ? (person_tag ? 97 : 10) + bonus : -1;
    }
    return -1;
  }

  /// "das Schiff", "ein neuer Koch": a common noun, not somebody's surname.
  [[nodiscard]] bool has_attribute(WordIndex w) const {
    for (const WordIndex c : work_.tree.children(w)) {
      const Deprel d = work_.node(c).deprel;
      if (d == Deprel::kDet || d == Deprel::kAmod || d == Deprel::kNummod) return true;
    }
    return false;
  }

  bool inside_person(const Hit& hit) const {
    // A capital alone under a person's tag: the tagger errs more often than newspapers drop first names.
    const bool goes_on = hit.last < work_.tree.size() && work_.node(hit.last).entity == EntityType::kPer &&
                         !work_.node(hit.last).entity_begin;
    if (hit.last - hit.first == 1 && work_.node(hit.first).entity_begin && !goes_on) return false;
    for (WordIndex w = hit.first; w < hit.last; ++w) {
      if (work_.node(w).entity == EntityType::kPer) return true;
    }
    return false;
  }

  /// "Nassau" in "Nassau County": the tagger sees a longer name.
  [[nodiscard]] bool inside_longer_name(const Hit& hit) const {
    const auto continues = [&](WordIndex w) {
      return w > 0 && w < work_.tree.size() && work_.word(w).sentence == work_.word(w - 1).sentence &&
             work_.node(w).entity != EntityType::kNone && work_.node(w - 1).entity == work_.node(w).entity &&
             !work_.node(w).entity_begin;
    };
    return continues(hit.first) || (continues(hit.last) && work_.noun(hit.last));
  }

  Workspace& work_;
  bool any_case_ = false;
  uint32_t next_byte_ = 0;
};

}  // namespace

void find_names(Workspace& work) {
  NameFinder(work).run();
}

}  // namespace depesche::actors
