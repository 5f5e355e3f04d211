// Who says something without being known: "ein Anwohner sagte, …", "laut einer Studie", "Expertenmeinung zufolge",
// "heißt es in dem Papier". CODEBOOK section 2: the name is the head noun, there is no code. A noun is a source only
// where the text says what it says; "der Bericht kritisiert X" alone makes none.
#include <algorithm>

#include "actors/workspace.h"
#include "base/utf8.h"

namespace depesche::actors {
namespace {

constexpr int kModifiers = 4;  // words that may stand between "nach" and "Expertenmeinung"

class UnnamedSources {
 public:
  explicit UnnamedSources(Workspace& work) : work_(work) {}

  void run() {
    for (WordIndex w = 0; w < work_.tree.size(); ++w) {
      if (work_.draft_of_head[w] == UINT32_MAX && !work_.outside_report(work_.word(w).span) && nominal(w) &&
          is_source(w))
        add(w);
    }
  }

 private:
  /// A noun, a nominalised adjective ("der 81-Jährige") or a counted one ("einer der Männer").
  [[nodiscard]] bool nominal(WordIndex w) const {
    const Node& n = work_.node(w);
    if (work_.noun(w) || n.upos == Upos::kX) return true;
    return (n.upos == Upos::kAdj || n.upos == Upos::kNum) && n.deprel == Deprel::kNsubj;
  }

  [[nodiscard]] bool is_source(WordIndex w) const {
    const Node& n = work_.node(w);
    if (n.head == kNoWord || names_somebody(w)) return false;
    if (n.deprel == Deprel::kNsubj && n.subtype != Subtype::kPass) return says(n.head);
    if (n.deprel == Deprel::kObl && n.subtype == Subtype::kAgent) return says(n.head);
    return behind_preposition(w) || compound_report(w) || told_in(w) || behind_comma(w);
  }

  /// "Außenministerin Müller": where the phrase holds a mention the actor is known.
  [[nodiscard]] bool names_somebody(WordIndex w) const {
    const auto children = work_.tree.children(w);
    return std::any_of(children.begin(), children.end(), [&](WordIndex c) {
      const Deprel d = work_.node(c).deprel;
      return (d == Deprel::kFlat || d == Deprel::kAppos) && work_.draft_of_head[c] != UINT32_MAX;
    });
  }

  /// A verb of saying together with what is said.
  [[nodiscard]] bool says(WordIndex verb) const {
    return speech_verb(verb) && (work_.node(verb).deprel == Deprel::kParataxis || embeds(verb) || tells_how(verb));
  }

  [[nodiscard]] bool speech_verb(WordIndex verb) const {
    if (work_.node(verb).upos != Upos::kVerb && work_.node(verb).upos != Upos::kAux) return false;
    const std::string_view lemma = work_.lemma(verb);
    if (work_.lexicon.is_speech_word(work_.language, lemma)) return true;
    const WordIndex particle = work_.tree.child(verb, Deprel::kCompound, Subtype::kPrt);
    return particle != kNoWord && work_.lexicon.is_speech_word(work_.language, work_.lower(particle).append(lemma));
  }

  [[nodiscard]] bool embeds(WordIndex verb) const {
    const auto children = work_.tree.children(verb);
    return std::any_of(children.begin(), children.end(), [&](WordIndex c) {
      const Node& n = work_.node(c);
      if (n.deprel == Deprel::kCcomp || n.deprel == Deprel::kParataxis) return true;
      if (n.deprel == Deprel::kXcomp) return n.upos == Upos::kVerb;
      return n.deprel == Deprel::kPunct && c > verb && work_.tree.form(c) == ":";
    });
  }

  /// "Wie X berichtet, …".
  [[nodiscard]] bool tells_how(WordIndex verb) const {
    if (work_.node(verb).deprel != Deprel::kAdvcl) return false;
    const auto children = work_.tree.children(verb);
    return std::any_of(children.begin(), children.end(), [&](WordIndex c) {
      return work_.lexicon.source_word(work_.language, work_.lower(c), SourceWord::kClause);
    });
  }

  /// "laut der Studie", "dem Papier zufolge".
  [[nodiscard]] bool behind_preposition(WordIndex w) const {
    const WordIndex preposition = work_.preposition(w);
    return preposition != kNoWord &&
           work_.lexicon.source_word(work_.language, work_.lower(preposition), SourceWord::kPreposition);
  }

  /// "…, so die Stimme auf dem Band."
  [[nodiscard]] bool behind_comma(WordIndex w) const {
    const WordIndex first = work_.tree.extent(w).first;
    for (WordIndex i = first; i <= w && i < first + 2; ++i) {
      const WordIndex so = i == first && !is_so(i) ? i - 1 : i;
      if (so == 0 || so >= w || !is_so(so) || work_.node(so - 1).upos != Upos::kPunct) continue;
      return work_.word(so).sentence == work_.word(w).sentence;
    }
    return false;
  }
  [[nodiscard]] bool is_so(WordIndex w) const {
    return w < work_.tree.size() && work_.lexicon.source_word(work_.language, work_.lower(w), SourceWord::kBehindComma);
  }

  /// "nach Expertenmeinung": the first part of the compound tells whose report it is.
  [[nodiscard]] bool compound_report(WordIndex w) const {
    const WordIndex preposition = work_.preposition(w);
    if (!work_.german || preposition == kNoWord || preposition + kModifiers < w) return false;
    return work_.lexicon.source_compound(work_.lower(preposition), work_.lower(w));
  }

  /// "heißt es in dem Papier": the table says which prepositions name the speaker.
  [[nodiscard]] bool told_in(WordIndex w) const {
    const Node& n = work_.node(w);
    const WordIndex preposition = work_.preposition(w);
    return n.deprel == Deprel::kObl && preposition != kNoWord &&
           work_.lexicon.speaks_behind(work_.language, work_.lemma(n.head), work_.lemma(preposition)) && says(n.head);
  }

  void add(WordIndex w) {
    Draft draft;
    draft.head = draft.first = w;
    draft.last = w + 1;
    while (draft.last < work_.tree.size() && work_.node(draft.last).head == w &&
           work_.node(draft.last).deprel == Deprel::kFlat)
      ++draft.last;
    draft.span = {work_.word(w).span.begin, work_.word(draft.last - 1).span.end};
    draft.form = MentionForm::kTitle;
    Actor actor;
    actor.name = draft.last == w + 1 && work_.node(w).upos == Upos::kNoun ? std::string(work_.lemma(w))
                                                                          : std::string(work_.text(draft.span));
    actor.plural = work_.node(w).feats.number == Number::kPlur;
    actor.source = "source of a statement";
    ActorFacts facts;
    facts.kind = TitleKind::kSource;
    draft.actor = work_.actor_of_key("source:" + actor.name, actor, facts);
    work_.add(draft);
  }

  Workspace& work_;
};

}  // namespace

void find_unnamed_sources(Workspace& work) {
  UnnamedSources(work).run();
}

}  // namespace depesche::actors
