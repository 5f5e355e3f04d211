// Pronouns and "das Land": resolved by agreement in number, gender and personhood, by recency and subjecthood, within
// this sentence and the two before (a salience ranking in the manner of Lappin and Leass 1994). What stays unclear
// stays out.
#include <algorithm>

#include "actors/roles.h"
#include "base/utf8.h"

namespace depesche::actors {
namespace {

constexpr uint32_t kWindow = 2;  ///< sentences looked back
constexpr double kSubject = 2.0;
constexpr double kObject = 0.8;
constexpr double kPerSentence = 1.6;  ///< lost with each sentence of distance
constexpr double kPerson = 0.4;
constexpr double kPersonForHe = 1.2;  ///< "er" is seldom a state or a body
constexpr double kOfContext = 2.0;    ///< "das Land" is first the one that the report is about
constexpr double kEnough = 0.2;
constexpr size_t kMostCandidates = 40;

/// What the pronoun demands.
struct Demand {
  bool person = false;  ///< must be a person
  bool thing = false;   ///< must not be a person
  bool plural = false;
  Gender gender = Gender::kNone;
  bool state = false;  ///< must be a state
  bool possessive = false;
  bool nearest = false;  ///< "dieser", "deren": the last one named, not the subject
  bool ours = false;     ///< "unser Land": the speaker's
};

class Resolver {
 public:
  Resolver(Workspace& work, const ContextState& context) : work_(work), context_(context) {}

  void run() {
    for (WordIndex w = 0; w < work_.tree.size(); ++w) {
      Demand demand;
      if (names_both(w) && mention_both(w)) continue;
      if (work_.draft_of_head[w] != UINT32_MAX) {
        if (work_.actor_at(w) != kNoActor) history_.push_back(work_.draft_of_head[w]);
        continue;
      }
      if (!wants(w, demand)) continue;
      std::vector<ActorIndex> joined;
      const ActorIndex actor = demand.ours      ? state_of(possessor(work_, possessive_of(w)))
                               : demand.nearest ? last_named(w, demand)
                                                : best(w, demand, joined);
      if (actor == kNoActor) continue;
      learn_gender(actor, demand);
      Draft draft;
      draft.actor = actor;
      draft.head = draft.first = w;
      draft.last = w + 1;
      draft.span = work_.word(w).span;
      draft.form = demand.state ? MentionForm::kTitle : MentionForm::kPronoun;
      if (!work_.add(draft)) continue;
      history_.push_back(static_cast<uint32_t>(work_.drafts.size() - 1));
      for (const ActorIndex other : joined) {
        draft.actor = other;
        work_.add_beside(draft);
      }
    }
  }

 private:
  /// What is said of "she" holds for her names later on.
  void learn_gender(ActorIndex actor, const Demand& demand) {
    ActorFacts& fact = work_.facts[actor];
    if (work_.actors[actor].person && fact.gender == Gender::kNone && !demand.possessive && !demand.plural &&
        demand.gender != Gender::kNeut)
      fact.gender = demand.gender;
  }

  [[nodiscard]] ActorIndex state_of(ActorIndex actor) {
    return actor == kNoActor ? kNoActor : work_.state_actor(work_.actors[actor].code);
  }

  [[nodiscard]] WordIndex possessive_of(WordIndex w) const {
    for (const WordIndex c : work_.tree.children(w)) {
      if (work_.node(c).feats.possessive || work_.node(c).subtype == Subtype::kPoss) return c;
    }
    return kNoWord;
  }

  /// "die beiden", "the two" as a phrase of its own.
  [[nodiscard]] bool bare_both(WordIndex w) const {
    const Node& n = work_.node(w);
    if (!work_.is(w, WordClass::kBoth) || n.deprel == Deprel::kDet || n.deprel == Deprel::kNummod ||
        n.deprel == Deprel::kAmod || work_.tree.child(w, Deprel::kNmod) != kNoWord)
      return false;
    const bool argument = n.deprel == Deprel::kNsubj || n.deprel == Deprel::kObj || n.deprel == Deprel::kIobj ||
                          n.deprel == Deprel::kObl || n.deprel == Deprel::kNmod;
    const WordIndex det = work_.tree.child(w, Deprel::kDet);
    return argument && (det != kNoWord ? work_.is(det, WordClass::kArticle) : n.upos != Upos::kNum);
  }

  /// "beide Staaten", "the two sides": without an owner or a restriction of its own.
  [[nodiscard]] bool names_both(WordIndex w) const {
    if (bare_both(w)) return true;
    if (work_.node(w).upos != Upos::kNoun || !work_.is(w, WordClass::kPairNoun)) return false;
    bool both = false;
    for (const WordIndex c : work_.tree.children(w)) {
      const Node& n = work_.node(c);
      if (n.deprel == Deprel::kNmod || n.deprel == Deprel::kAcl || n.deprel == Deprel::kFlat) return false;
      if (work_.hit_of_word[c] != UINT32_MAX) return false;
      const bool counts = n.deprel == Deprel::kDet || n.deprel == Deprel::kAmod || n.deprel == Deprel::kNummod;
      both = both || (counts && work_.is(c, WordClass::kBoth));
    }
    return both;
  }

  /// The two different states named last before w, or the states of the two actors named last; false when fewer than
  /// two are near.
  bool mention_both(WordIndex w) {
    const bool states = work_.is(w, WordClass::kStateNoun);
    std::vector<ActorIndex> pair;
    if (!states) pair = last_persons(w);
    std::vector<std::string> codes;
    for (size_t i = history_.size(); i-- > 0 && pair.size() < 2;) {
      const Draft& d = work_.drafts[history_[i]];
      if (d.first >= w || d.actor == kNoActor) continue;
      if (work_.word(w).sentence - work_.word(d.head).sentence > kWindow) break;
      const std::string code = work_.actors[d.actor].code;
      if (code.empty() || work_.actors[d.actor].sector == "JRN") continue;
      if (std::find(codes.begin(), codes.end(), code) != codes.end()) continue;
      const ActorIndex state = work_.state_actor(code);
      if (states && state == kNoActor) continue;
      codes.push_back(code);
      pair.push_back(states ? state : d.actor);
    }
    if (pair.size() < 2) return false;
    Draft draft;
    draft.head = draft.first = w;
    draft.last = w + 1;
    draft.span = work_.word(w).span;
    draft.form = MentionForm::kTitle;
    draft.actor = pair.back();
    if (work_.draft_of_head[w] != UINT32_MAX) {
      work_.drafts[work_.draft_of_head[w]].actor = draft.actor;
      draft = work_.drafts[work_.draft_of_head[w]];
    } else if (!work_.add(draft)) {
      return false;
    }
    draft.actor = pair.front();
    work_.add_beside(draft);
    return true;
  }

  /// Two persons for "die beiden", "both leaders": those named last; empty where the noun or the report has others.
  [[nodiscard]] std::vector<ActorIndex> last_persons(WordIndex w) const {
    std::vector<ActorIndex> pair;
    if (!bare_both(w) && match_title(work_, w).title == nullptr) return pair;
    for (size_t i = history_.size(); i-- > 0 && pair.size() < 2;) {
      const Draft& d = work_.drafts[history_[i]];
      if (d.actor == kNoActor || !work_.actors[d.actor].person) continue;
      if (work_.word(w).sentence - work_.word(d.head).sentence > kWindow) break;
      if (std::find(pair.begin(), pair.end(), d.actor) == pair.end()) pair.push_back(d.actor);
    }
    if (pair.size() < 2) pair.clear();
    return pair;
  }

  /// "Die Rebellen griffen die Armee an. Diese schlug zurück": the last one that agrees.
  [[nodiscard]] ActorIndex last_named(WordIndex w, const Demand& demand) const {
    for (size_t i = history_.size(); i-- > 0;) {
      const Draft& d = work_.drafts[history_[i]];
      if (d.last > w) continue;
      if (work_.word(w).sentence - work_.word(d.head).sentence > 1) break;
      if (agrees(d, demand) && work_.node(d.head).deprel != Deprel::kAmod) return d.actor;
    }
    return kNoActor;
  }

  [[nodiscard]] bool wants(WordIndex w, Demand& demand) const {
    const Node& n = work_.node(w);
    if (n.deprel == Deprel::kExpl || n.deprel == Deprel::kFixed) return false;
    if (n.upos == Upos::kNoun && work_.is(w, WordClass::kStateNoun) && n.feats.number != Number::kPlur) {
      for (const WordIndex c : work_.tree.children(w)) {
        const Deprel d = work_.node(c).deprel;
        if (d == Deprel::kNmod || d == Deprel::kAcl || d == Deprel::kAmod) return false;
      }
      const WordIndex det = work_.tree.child(w, Deprel::kDet);
      demand.state = true;
      const WordIndex owner = possessive_of(w);
      demand.ours = owner != kNoWord && work_.node(owner).feats.person == Person::k1;
      if (demand.ours) return true;
      return det != kNoWord && work_.is(det, WordClass::kArticle);
    }
    const Features& f = n.feats;
    if ((n.upos != Upos::kPron && n.upos != Upos::kDet) || f.reflexive) return false;
    const bool personal = f.pron_type == PronType::kPrs;
    if (f.gender == Gender::kNeut && f.number != Number::kPlur && n.deprel == Deprel::kNsubj &&
        announces_clause(n.head))
      return false;
    const bool demonstrative = work_.german && n.deprel != Deprel::kDet && !n.feats_raw.ends_with("Dem,Rel") &&
                               (f.pron_type == PronType::kDem || work_.is(w, WordClass::kDemonstrative));
    if (work_.german && f.gram_case == GramCase::kGen && f.pron_type != PronType::kPrs && n.deprel == Deprel::kNmod &&
        n.feats_raw.ends_with("Dem,Rel"))
      return wants_relative_owner(w, demand);
    demand.nearest = demonstrative;
    if (!personal && !demonstrative) return false;
    if (f.person == Person::k1 || f.person == Person::k2) return false;
    if (f.possessive || n.subtype == Subtype::kPoss) return wants_possessive(w, demand);
    demand.plural = f.number == Number::kPlur;
    demand.gender = f.gender;
    if (!work_.german) {
      demand.person = !demand.plural && (f.gender == Gender::kMasc || f.gender == Gender::kFem);
      demand.thing = !demand.plural && f.gender == Gender::kNeut;
    }
    return !demonstrative || (n.deprel == Deprel::kNsubj && f.number != Number::kNone);
  }

  /// "die Opposition, deren Anhänger", "Bomben gingen auf deren Konto"
  [[nodiscard]] bool wants_relative_owner(WordIndex w, Demand& demand) const {
    const std::string form = work_.lower(w);
    demand.nearest = demand.possessive = true;
    demand.gender = form == "dessen" ? Gender::kMasc : Gender::kFem;
    return form == "dessen" || form == "deren";
  }

  /// "Es hieß, ...", "It was unclear whether ...": the pronoun stands for the clause.
  [[nodiscard]] bool announces_clause(WordIndex verb) const {
    if (verb == kNoWord || work_.node(verb).upos != Upos::kVerb) return true;
    size_t subjects = 0;
    for (const WordIndex c : work_.tree.children(verb)) {
      const Deprel d = work_.node(c).deprel;
      if (d == Deprel::kCsubj) return true;
      subjects += d == Deprel::kNsubj ? 1 : 0;
    }
    if (subjects > 1) return true;  // "Es droht ein Krieg"
    // "hieß es": the verb comes first and the saying stands before it.
    return work_.node(verb).deprel == Deprel::kParataxis || work_.tree.child(verb, Deprel::kParataxis) != kNoWord;
  }

  /// The owner's gender is in the stem, not in the features of a German possessive: sein-, ihr-.
  [[nodiscard]] bool wants_possessive(WordIndex w, Demand& demand) const {
    const Features& f = work_.node(w).feats;
    demand.possessive = true;
    if (work_.german) {
      const std::string form = work_.lower(w);
      const std::string_view lemma = work_.lemma(w);
      demand.gender = form.starts_with('s') || lemma == "sein" ? Gender::kMasc : Gender::kFem;
      return form.starts_with('s') || form.starts_with('i');
    }
    demand.plural = f.number == Number::kPlur;
    demand.gender = f.gender;
    demand.person = f.gender == Gender::kMasc || f.gender == Gender::kFem;
    demand.thing = f.gender == Gender::kNeut;
    return f.gender != Gender::kNone || demand.plural;
  }

  [[nodiscard]] ActorIndex best(WordIndex w, const Demand& demand, std::vector<ActorIndex>& joined) const {
    const uint32_t sentence = work_.word(w).sentence;
    ActorIndex found = kNoActor;
    double most = kEnough;
    size_t seen = 0;
    const std::vector<ActorIndex> rivals = same_clause(w);
    for (size_t i = history_.size(); i-- > 0 && seen < kMostCandidates;) {
      const Draft& d = work_.drafts[history_[i]];
      if (d.first >= w) continue;
      const uint32_t distance = sentence - work_.word(d.head).sentence;
      if (distance > kWindow) break;
      ++seen;
      const bool group = demand.plural && !demand.state && work_.node(d.head).deprel == Deprel::kNsubj;
      std::vector<ActorIndex> others = group ? joined_to(d) : std::vector<ActorIndex>();
      if (d.last > w || (others.empty() && !agrees(d, demand))) continue;
      if (std::find(rivals.begin(), rivals.end(), d.actor) != rivals.end()) continue;
      const double score = salience(d, w, distance, demand) - 0.02 * static_cast<double>(seen);
      if (score > most) most = score, found = d.actor, joined = std::move(others);
    }
    return found;
  }

  /// Actors joined to a mention by "and": "Indien und Pakistan ... Sie".
  [[nodiscard]] std::vector<ActorIndex> joined_to(const Draft& d) const {
    std::vector<ActorIndex> out;
    for (const WordIndex c : work_.tree.children(d.head)) {
      if (work_.node(c).deprel != Deprel::kConj || work_.actor_at(c) == kNoActor) continue;
      if (work_.actor_at(c) != d.actor) out.push_back(work_.actor_at(c));
    }
    return out;
  }

  [[nodiscard]] Gender gender_of(const Draft& d) const {
    const ActorFacts& fact = work_.facts[d.actor];
    const Actor& a = work_.actors[d.actor];
    if (a.person) return fact.gender;
    if (!work_.german) return Gender::kNeut;
    const Gender g = work_.node(d.head).feats.gender;
    // Names of states are neuter unless they carry an article.
    if (fact.state) return has_article(d.head) ? g : Gender::kNeut;
    return g;
  }

  [[nodiscard]] bool has_article(WordIndex w) const {
    for (const WordIndex c : work_.tree.children(w)) {
      if (c < w && work_.node(c).upos == Upos::kDet && work_.is(c, WordClass::kArticle)) return true;
    }
    return false;
  }

  [[nodiscard]] bool agrees(const Draft& d, const Demand& demand) const {
    const Actor& a = work_.actors[d.actor];
    const ActorFacts& fact = work_.facts[d.actor];
    if (demand.state) return fact.state;
    if (d.form == MentionForm::kDemonym && work_.node(d.head).upos == Upos::kAdj) return false;
    if (demand.person && !a.person && !(fact.kind == TitleKind::kOffice || !fact.title.empty())) return false;
    if (demand.person && (fact.state || fact.organisation || fact.place)) return false;
    if (a.person && (demand.thing || demand.gender == Gender::kNeut)) return false;
    if (!work_.german) return english_number(a, fact, demand) && (a.person ? fits(fact.gender, demand.gender) : true);
    const bool plural = a.plural || work_.node(d.head).feats.number == Number::kPlur;
    // "ihr" is also "their".
    if (demand.possessive && demand.gender == Gender::kFem && plural) return true;
    if (demand.possessive && demand.gender == Gender::kMasc && !plural && gender_of(d) != Gender::kFem) return true;
    if (plural != demand.plural) return false;
    return demand.plural || fits(gender_of(d), demand.gender);
  }

  static bool english_number(const Actor& a, const ActorFacts& fact, const Demand& demand) {
    if (!demand.plural) return !a.plural;
    return a.plural || fact.organisation;
  }

  static bool fits(Gender have, Gender want) { return have == Gender::kNone || want == Gender::kNone || have == want; }

  /// Subject and object of one verb are not the same actor: "Putin traf ihn".
  [[nodiscard]] std::vector<ActorIndex> same_clause(WordIndex w) const {
    const Node& n = work_.node(w);
    std::vector<ActorIndex> out;
    if (n.feats.possessive || n.subtype == Subtype::kPoss || n.head == kNoWord) return out;
    for (const WordIndex c : work_.tree.children(n.head)) {
      const Deprel d = work_.node(c).deprel;
      const bool core = d == Deprel::kNsubj || d == Deprel::kObj || d == Deprel::kIobj;
      if (c != w && core && work_.actor_at(c) != kNoActor) out.push_back(work_.actor_at(c));
    }
    return out;
  }

  [[nodiscard]] double salience(const Draft& d, WordIndex w, uint32_t distance, const Demand& demand) const {
    const Node& n = work_.node(d.head);
    double score = 3.0 - kPerSentence * distance;
    if (demand.state) score += kOfContext * context_.share(work_.actors[d.actor].code);
    if (n.deprel == Deprel::kNsubj)
      score += kSubject;
    else if (n.deprel == Deprel::kObj || n.deprel == Deprel::kIobj)
      score += kObject;
    else if (n.deprel == Deprel::kNmod || n.deprel == Deprel::kCompound || n.deprel == Deprel::kAmod)
      score -= 0.6;
    if (work_.actors[d.actor].person && !demand.thing) score += demand.gender == Gender::kMasc ? kPersonForHe : kPerson;
    if (d.form == MentionForm::kPronoun) score += 0.5;
    // A possessive belongs first to the subject of its own clause.
    if (demand.possessive && n.deprel == Deprel::kNsubj && n.head != kNoWord && work_.tree.below(w, n.head) &&
        distance == 0)
      score += 1.2;
    if (work_.node(w).deprel == Deprel::kNsubj && n.deprel == Deprel::kNsubj) score += 0.4;
    return score;
  }

  Workspace& work_;
  const ContextState& context_;
  std::vector<uint32_t> history_;  ///< drafts before the word at hand, by their heads
};

}  // namespace

void resolve_pronouns(Workspace& work, const ContextState& context) {
  Resolver(work, context).run();
}

}  // namespace depesche::actors
