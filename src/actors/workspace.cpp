#include "actors/workspace.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche::actors {

Workspace::Workspace(const Document& document_in, const ActorLexicon& lexicon_in)
    : document(document_in),
      tree(document_in),
      lexicon(lexicon_in),
      language(document_in.language()),
      german(document_in.language() == Language::kGerman) {
  hit_of_word.assign(tree.size(), UINT32_MAX);
  draft_of_head.assign(tree.size(), UINT32_MAX);
}

std::string Workspace::lower(WordIndex w) const {
  return utf8::lower(tree.form(w));
}

std::string_view Workspace::lemma(WordIndex w) const {
  const std::string_view lemma = tree.lemma(w);
  return lemma.empty() || lemma == "_" ? tree.form(w) : lemma;
}

bool Workspace::is(WordIndex w, WordClass word_class) const {
  return lexicon.is(language, lower(w), word_class) || lexicon.is(language, tree.form(w), word_class) ||
         lexicon.is(language, lemma(w), word_class);
}

bool Workspace::is_stem(WordIndex w, WordClass word_class) const {
  if (is(w, word_class)) return true;
  if (!german) return false;
  const std::string form = lower(w);
  for (const std::string_view ending : {"en", "er", "es", "em", "e"}) {
    if (form.ends_with(ending) &&
        lexicon.is(language, std::string_view(form).substr(0, form.size() - ending.size()), word_class)) {
      return true;
    }
  }
  return false;
}

WordIndex Workspace::top(WordIndex first, WordIndex last) const {
  for (WordIndex w = first; w < last; ++w) {
    const WordIndex h = tree.head(w);
    if (node(w).upos != Upos::kPunct && (h == kNoWord || h < first || h >= last)) return w;
  }
  return last - 1;
}

WordIndex Workspace::word_at(uint32_t byte) const {
  const auto& words = document.words().words;
  auto at =
      std::upper_bound(words.begin(), words.end(), byte, [](uint32_t b, const Word& w) { return b < w.span.begin; });
  while (at != words.begin()) {
    --at;
    if (at->span.contains(byte)) return static_cast<WordIndex>(at - words.begin());
    if (at->surface.end <= byte) break;
  }
  return kNoWord;
}

WordIndex Workspace::chain_begin(WordIndex w) const {
  const std::string_view text = document.text();
  while (w > 0) {
    const Word& here = word(w);
    if (here.span.begin < 2 || here.sentence != word(w - 1).sentence) break;
    const bool after_hyphen = text[here.span.begin - 1] == '-' && text[here.span.begin - 2] != ' ';
    const bool is_hyphen = tree.form(w) == "-" && text[here.span.begin - 1] != ' ';
    if (!after_hyphen && !is_hyphen) break;
    if (word(w - 1).span.end != here.span.begin) break;
    --w;
  }
  return w;
}

WordIndex Workspace::chain_end(WordIndex w) const {
  const std::string_view text = document.text();
  while (w + 1 < tree.size()) {
    const Word& here = word(w);
    const Word& next = word(w + 1);
    if (here.sentence != next.sentence || next.span.begin != here.span.end) break;
    const bool before_hyphen = tree.form(w + 1) == "-" && next.span.end < text.size() && text[next.span.end] != ' ' &&
                               w + 2 < tree.size() && word(w + 2).span.begin == next.span.end &&
                               node(w + 2).upos != Upos::kPunct;
    const bool is_hyphen = tree.form(w) == "-" && node(w + 1).upos != Upos::kPunct;
    if (!before_hyphen && !is_hyphen) break;
    ++w;
  }
  return w;
}

ActorIndex Workspace::actor_of_key(const std::string& key, const Actor& actor, const ActorFacts& fact) {
  const auto [at, is_new] = keys_.try_emplace(key, static_cast<ActorIndex>(actors.size()));
  if (is_new) {
    actors.push_back(actor);
    facts.push_back(fact);
  }
  return at->second;
}

ActorIndex Workspace::state_actor(EntityIndex state) {
  const Entity& e = lexicon.entity(state);
  Actor actor;
  actor.name = e.name(language);
  actor.code = e.code;
  actor.wikidata = e.wikidata;
  actor.source = e.origin;
  ActorFacts fact;
  fact.entity = state;
  fact.state = true;
  return actor_of_key(e.key, actor, fact);
}

ActorIndex Workspace::state_actor(std::string_view code) {
  const EntityIndex state = lexicon.find_entity(std::string("state:").append(code));
  return state == kNoEntity ? kNoActor : state_actor(state);
}

ActorIndex Workspace::entity_actor(EntityIndex index) {
  const Entity& e = lexicon.entity(index);
  if (e.kind == EntityKind::kState) return state_actor(index);
  ActorFacts fact;
  fact.entity = index;
  if (e.kind == EntityKind::kPerson) {
    fact.kind = TitleKind::kOffice;
    return actor_of_key(e.key, person_as_of(e, document.info().published, language), fact);
  }
  Actor actor;
  actor.name = e.name(language);
  actor.code = e.code;
  actor.sector = e.sector;
  actor.other_sectors = e.other_sectors;
  actor.wikidata = e.wikidata;
  actor.source = e.origin;
  fact.kind = TitleKind::kInstitution;
  fact.organisation = true;
  if (e.kind == EntityKind::kPlace) {
    actor.sector = "GOV";
    fact.place = true;
    fact.organisation = false;
  }
  return actor_of_key(e.key, actor, fact);
}

ActorIndex Workspace::allies_of(ActorIndex actor) {
  if (actor == kNoActor || actors[actor].code.empty()) return kNoActor;
  Actor allies;
  allies.name = "allies of " + actors[actor].code;
  allies.plural = true;
  allies.source = "allies";
  return actor_of_key(allies.name, allies, {});
}

bool Workspace::outside_report(Span span) const {
  const TextLayer& layer = document.words();
  if (layer.dateline.contains(span) || layer.sign_off.contains(span)) return true;
  // "... . (ABC)": alone in brackets at the very end.
  const std::string_view all = document.text();
  if (span.begin < 2 || all[span.begin - 1] != '(' || span.end >= all.size() || all[span.end] != ')') return false;
  return all.find_first_not_of(" \n.", span.end + 1) == std::string_view::npos &&
         std::string_view(" \n").find(all[span.begin - 2]) != std::string_view::npos && span.begin > 3 &&
         std::string_view(".!?").find(all[span.begin - 3]) != std::string_view::npos;
}

void Workspace::add_beside(Draft draft) {
  if (draft.actor == kNoActor || draft_of_head[draft.head] == UINT32_MAX) return;
  if (drafts[draft_of_head[draft.head]].actor == draft.actor) return;
  // Others of the head were added just before.
  for (size_t i = drafts.size(); i-- > 0 && drafts[i].head == draft.head;) {
    if (drafts[i].actor == draft.actor) return;
  }
  drafts.push_back(draft);
}

bool Workspace::add(Draft draft) {
  if (draft.actor == kNoActor || draft.head == kNoWord || draft_of_head[draft.head] != UINT32_MAX) return false;
  if (outside_report(draft.span)) return false;
  draft_of_head[draft.head] = static_cast<uint32_t>(drafts.size());
  drafts.push_back(draft);
  return true;
}

}  // namespace depesche::actors
