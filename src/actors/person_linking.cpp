// Persons: full names from the tables and the entity tagger, then single names linked to them. A single name that no
// full name explains is read as a known office holder of that day, or stays a person without code.
#include <algorithm>
#include <array>
#include <unordered_set>

#include "actors/workspace.h"
#include "base/utf8.h"

namespace depesche::actors {
namespace {

/// Offices whose holders are named without first name or title.
constexpr std::array<std::string_view, 8> kFamous = {
    "president",     "prime minister", "chancellor",       "king",
    "head of state", "supreme leader", "foreign minister", "secretary general"};

struct PersonSpan {
  WordIndex first;
  WordIndex last;
  uint32_t hit;  ///< index or UINT32_MAX
  bool full;     ///< more than one word
};

bool active(const Term& t, int day) {
  return t.from <= day && day <= t.to;
}

class PersonLinker {
 public:
  PersonLinker(Workspace& work, const ContextState& context) : work_(work), context_(context) {
    if (work.document.info().published) day_ = days_of(*work.document.info().published);
  }

  void run() {
    collect();
    for (const PersonSpan& p : spans_) {
      if (p.full) add(p, full_name(p));
    }
    for (const PersonSpan& p : spans_) {
      if (!p.full) add(p, single_name(p));
    }
    for (WordIndex w = 0; w < work_.tree.size(); ++w) untagged_surname(w);
  }

 private:
  void collect() {
    for (WordIndex w = 0; w < work_.tree.size(); ++w) {
      if (work_.node(w).entity == EntityType::kPer) tagged_forms_.emplace(work_.tree.form(w));
    }
    for (WordIndex w = 0; w < work_.tree.size();) {
      const WordIndex end = tagged_end(w);
      const uint32_t h = work_.hit_of_word[w];
      const bool known = h != UINT32_MAX && work_.hits[h].first == w && is_person(work_.hits[h]);
      if (end == w && !known) {
        ++w;
        continue;
      }
      WordIndex last = std::max(end, known ? work_.hits[h].last : w);
      const bool other = !known && h != UINT32_MAX &&
                         work_.lexicon.entity(work_.hits[h].chosen.entity).kind != EntityKind::kPerson &&
                         work_.hits[h].last >= last;
      if (!other) spans_.push_back({w, last, person_hit(w, last), words_in(w, last) > 1});
      w = last;
    }
  }

  /// The surname of somebody named in full before, which the tagger took for a common word: no article, no attribute.
  void untagged_surname(WordIndex w) {
    if (!work_.noun(w) || work_.draft_of_head[w] != UINT32_MAX || work_.hit_of_word[w] != UINT32_MAX) return;
    const std::string form(work_.tree.form(w));
    if (!tagged_forms_.contains(form) || !utf8::is_upper(utf8::decode(form, 0))) return;
    if (work_.chain_begin(w) < w || work_.chain_end(w) > w) return;
    for (const WordIndex c : work_.tree.children(w)) {
      const Deprel d = work_.node(c).deprel;
      if (d == Deprel::kDet || d == Deprel::kAmod || d == Deprel::kCompound || d == Deprel::kNummod) return;
    }
    const auto at = surnames_.find(utf8::lower(form));
    if (at != surnames_.end()) add({w, w + 1, UINT32_MAX, false}, at->second);
  }

  /// End of the chain of PER tags that begins at w, without titles, particles of possession and punctuation.
  WordIndex tagged_end(WordIndex w) const {
    const Node& n = work_.node(w);
    if (n.entity != EntityType::kPer || n.upos == Upos::kPunct) return w;
    WordIndex end = w + 1;
    while (end < work_.tree.size() && work_.node(end).entity == EntityType::kPer && !work_.node(end).entity_begin &&
           work_.word(end).sentence == work_.word(w).sentence) {
      ++end;
    }
    // The tagger sometimes stops before the family name.
    while (end < work_.tree.size() && work_.node(end).upos == Upos::kPropn && work_.node(end).deprel == Deprel::kFlat &&
           work_.node(end).head != kNoWord && work_.node(end).head >= w && work_.node(end).head < end) {
      ++end;
    }
    while (end > w + 1 && (work_.node(end - 1).upos == Upos::kPunct || work_.node(end - 1).upos == Upos::kPart)) --end;
    return end;
  }

  [[nodiscard]] size_t words_in(WordIndex first, WordIndex last) const {
    size_t n = 0;
    for (WordIndex w = first; w < last; ++w) {
      const Upos u = work_.node(w).upos;
      if (u != Upos::kPunct && u != Upos::kPart) ++n;
    }
    // "al-Assad", "Gaddafi-Sohn": a run joined by hyphens is one name.
    return n > 1 && work_.text(name_span(first, last)).find(' ') == std::string_view::npos ? 1 : n;
  }

  [[nodiscard]] Span name_span(WordIndex first, WordIndex last) const {
    return {work_.word(first).span.begin, work_.word(last - 1).span.end};
  }

  [[nodiscard]] bool is_person(const Hit& hit) const {
    return !hit.prefix && work_.lexicon.entity(hit.chosen.entity).kind == EntityKind::kPerson;
  }

  /// The person hit that explains most of the span.
  [[nodiscard]] uint32_t person_hit(WordIndex first, WordIndex last) const {
    uint32_t best = UINT32_MAX;
    for (WordIndex w = first; w < last; ++w) {
      const uint32_t h = work_.hit_of_word[w];
      if (h == UINT32_MAX || !is_person(work_.hits[h])) continue;
      if (best == UINT32_MAX || work_.hits[h].span.size() > work_.hits[best].span.size()) best = h;
    }
    return best;
  }

  [[nodiscard]] std::string name_text(const PersonSpan& p) const {
    std::string out;
    for (const char c : work_.text(name_span(p.first, p.last))) out += c == '\n' ? ' ' : c;
    return out;
  }

  [[nodiscard]] std::string last_name(const PersonSpan& p) const {
    const std::string name = name_text(p);
    const size_t blank = name.rfind(' ');
    return blank == std::string::npos ? name : name.substr(blank + 1);
  }

  /// The title that stands at the name: "Präsident" in "Präsident Bush", "president" in "Bush, the president".
  [[nodiscard]] const Title* title_at(const PersonSpan& p) const {
    const WordIndex head = work_.top(p.first, p.last);
    const Node& n = work_.node(head);
    if ((n.deprel == Deprel::kAppos || n.deprel == Deprel::kFlat) && n.head != kNoWord && work_.noun(n.head)) {
      if (const Title* t = match_title(work_, n.head).title) return t;
    }
    if (p.first > 0 && work_.noun(p.first - 1) && work_.word(p.first - 1).sentence == work_.word(p.first).sentence) {
      if (const Title* t = match_title(work_, p.first - 1).title) return t;
    }
    return nullptr;
  }

  /// How well the known person fits date, title and report; 0: not at all.
  [[nodiscard]] double fit(const Entity& e, const Title* title) const {
    double score = 0.1 + std::min(2.0, context_.weight(e.code) / 2.0);
    for (const Term& t : e.terms) {
      const bool now = day_ && active(t, *day_);
      const bool past = day_ && t.to < *day_;
      const bool named = title != nullptr &&
                         (t.office == title->office ||
                          std::find(title->holders.begin(), title->holders.end(), t.office) != title->holders.end());
      const bool famous = std::find(kFamous.begin(), kFamous.end(), t.office) != kFamous.end();
      double value = (now ? 3.0 : past ? 1.0 : 0.0) + (famous ? 1.0 : 0.0);
      if (named) value += now ? 6.0 : 2.0;
      score = std::max(score, value + std::min(2.0, context_.weight(e.code) / 2.0));
    }
    return score;
  }

  [[nodiscard]] EntityIndex best_entity(const PersonSpan& p, double least) const {
    if (p.hit == UINT32_MAX) return kNoEntity;
    const Title* title = title_at(p);
    EntityIndex best = kNoEntity;
    double most = least;
    for (const Candidate& c : work_.hits[p.hit].others) {
      const Entity& e = work_.lexicon.entity(c.entity);
      if (e.kind != EntityKind::kPerson) continue;
      const double score = fit(e, title);
      if (score >= most) most = score + 0.001, best = c.entity;
    }
    return best;
  }

  /// The lexicon knows the name in full, or all that stands there is a family name of several words ("von der Leyen").
  [[nodiscard]] bool whole_name(const PersonSpan& p) const {
    if (p.hit == UINT32_MAX) return false;
    const Hit& hit = work_.hits[p.hit];
    if (work_.text(hit.span).find(' ') == std::string_view::npos) return false;
    return hit.chosen.kind == FormKind::kName || hit.span == name_span(p.first, p.last);
  }

  ActorIndex full_name(const PersonSpan& p) {
    ActorIndex actor = kNoActor;
    if (whole_name(p)) {
      const EntityIndex entity = best_entity(p, 0);
      if (entity != kNoEntity) actor = work_.entity_actor(entity);
    }
    if (actor == kNoActor) actor = recall(name_text(p));
    if (actor == kNoActor) actor = unknown(name_text(p));
    remember(last_name(p), actor);
    return actor;
  }

  ActorIndex single_name(const PersonSpan& p) {
    const std::string name = last_name(p);
    if (const ActorIndex known = recall(name); known != kNoActor) return known;
    const bool tagged = work_.node(p.first).entity == EntityType::kPer;
    // Without the tagger's word a surname must be an office holder of that day who is named like this in the news.
    const EntityIndex entity = best_entity(p, tagged ? 3.0 : 4.0);
    ActorIndex actor = kNoActor;
    if (entity != kNoEntity)
      actor = work_.entity_actor(entity);
    else if (tagged && work_.noun(work_.top(p.first, p.last)))
      actor = unknown(name);
    if (actor != kNoActor) remember(name, actor);
    return actor;
  }

  ActorIndex unknown(std::string name) {
    if (work_.german && name.size() > 3 && name.ends_with('s') && has_bare_form(name)) name.pop_back();
    Actor actor;
    actor.name = name;
    actor.person = true;
    actor.source = "entity tagger";
    ActorFacts fact;
    fact.kind = TitleKind::kOffice;
    return work_.actor_of_key("name:" + name, actor, fact);
  }

  /// Is the name without its genitive -s in the report as well?
  [[nodiscard]] bool has_bare_form(const std::string& name) const {
    const size_t blank = name.rfind(' ');
    const std::string last = name.substr(blank == std::string::npos ? 0 : blank + 1,
                                         name.size() - 1 - (blank == std::string::npos ? 0 : blank + 1));
    return tagged_forms_.contains(last);
  }

  void remember(const std::string& surname, ActorIndex actor) {
    surnames_[utf8::lower(surname)] = actor;
    const std::string& whole = work_.actors[actor].name;
    const size_t blank = whole.rfind(' ');
    const std::string last = blank == std::string::npos ? whole : whole.substr(blank + 1);
    if (last != surname) surnames_[utf8::lower(last)] = actor;
    // "Suu Kyi" after "Aung San Suu Kyi": every end of two words or more is a short form too.
    for (size_t at = whole.find(' '); at != blank && at != std::string::npos; at = whole.find(' ', at + 1))
      surnames_[utf8::lower(whole.substr(at + 1))] = actor;
    // Chinese, Korean, Vietnamese names begin with the family name.
    const size_t front = whole.find(' ');
    if (front != std::string::npos) first_names_[utf8::lower(whole.substr(0, front))] = actor;
  }

  [[nodiscard]] ActorIndex recall(const std::string& name) const {
    std::string key = utf8::lower(name);
    std::vector<std::string> forms = {key};
    if (work_.german) {
      // Genitives: "Putins" of Putin, and Putin of a "Putins" seen first.
      if (key.ends_with('s') || key.ends_with('\'')) forms.push_back(key.substr(0, key.size() - 1));
      forms.push_back(key + 's');
    }
    for (const auto* names : {&surnames_, &first_names_}) {
      for (const std::string& form : forms) {
        const auto at = names->find(form);
        if (at != names->end()) return at->second;
      }
    }
    return kNoActor;
  }

  void add(const PersonSpan& p, ActorIndex actor) {
    if (actor == kNoActor) return;
    Draft draft;
    draft.actor = actor;
    draft.first = p.first;
    draft.last = p.last;
    draft.head = work_.top(p.first, p.last);
    draft.span = name_span(p.first, p.last);
    // German trees tell the gender of most first names.
    Gender& gender = work_.facts[actor].gender;
    if (gender == Gender::kNone && work_.german && p.full) gender = work_.node(draft.head).feats.gender;
    if (gender == Gender::kNeut) gender = Gender::kNone;
    if (gender == Gender::kNone || p.full) told_gender(p, gender);
    if (work_.add(draft)) {
      for (WordIndex w = p.first; w < p.last; ++w) {
        if (work_.hit_of_word[w] != UINT32_MAX) work_.hits[work_.hit_of_word[w]].used = true;
      }
    }
  }

  /// "Mrs.", "Frau", a first name: the gender they tell.
  void told_gender(const PersonSpan& p, Gender& gender) const {
    const WordIndex begin = p.first > work_.sentence_of(p.first).first ? p.first - 1 : p.first;
    for (WordIndex w = begin; w < p.last && w <= p.first; ++w) {
      if (w == p.first && !p.full) break;
      std::string word = work_.lower(w);
      if (word.ends_with('.')) word.pop_back();
      const std::string_view plain = work_.german ? std::string_view(work_.tree.form(w)) : std::string_view(word);
      if (work_.lexicon.is(work_.language, plain, WordClass::kFeminine)) gender = Gender::kFem;
      if (work_.lexicon.is(work_.language, plain, WordClass::kMasculine)) gender = Gender::kMasc;
    }
  }

  Workspace& work_;
  const ContextState& context_;
  std::optional<int> day_;
  std::vector<PersonSpan> spans_;
  std::unordered_map<std::string, ActorIndex> surnames_;  ///< lower case; the person named last
  std::unordered_map<std::string, ActorIndex> first_names_;
  std::unordered_set<std::string> tagged_forms_;  ///< words under a person's tag
};

int rank_of(const Term& t) {
  for (size_t i = 0; i < kFamous.size(); ++i) {
    if (kFamous[i] == t.office) return static_cast<int>(kFamous.size() - i);
  }
  return 0;
}

}  // namespace

Actor person_as_of(const Entity& e, std::optional<Date> published, Language language) {
  Actor actor;
  actor.name = e.name(language);
  actor.code = e.code;
  actor.wikidata = e.wikidata;
  actor.source = e.origin;
  actor.person = true;
  const Term* now = nullptr;
  const Term* past = nullptr;
  for (const Term& t : e.terms) {
    if (!published) continue;
    const int day = days_of(*published);
    if (active(t, day) &&
        (now == nullptr || rank_of(t) > rank_of(*now) || (rank_of(t) == rank_of(*now) && t.from > now->from)))
      now = &t;
    if (t.to < day && (past == nullptr || t.to > past->to)) past = &t;
  }
  // "Quartet envoy Tony Blair" is still the former prime minister.
  if (now != nullptr && past != nullptr && rank_of(*now) == 0 && rank_of(*past) > 0 && now->code != past->code)
    now = nullptr;
  if (now != nullptr) {
    actor.sector = now->sector;
    actor.office = now->office;
    if (!now->code.empty()) actor.code = now->code;
  } else if (past != nullptr) {
    actor.sector = past->sector == "REB" || past->sector == "UAF" ? past->sector : "ELI";
    actor.office = "former " + past->office;
  }
  return actor;
}

void link_persons(Workspace& work, const ContextState& context) {
  PersonLinker(work, context).run();
}

}  // namespace depesche::actors
