// The stage as a whole: runs the passes and puts the layer together.
#include <algorithm>

#include "actors/actors.h"
#include "actors/workspace.h"

namespace depesche::actors {
namespace {

/// "X und seine Verbündeten", "the U.S. and its allies": one actor of its own beside X.
void find_allies(Workspace& work) {
  for (WordIndex w = 0; w < work.tree.size(); ++w) {
    if (!work.noun(w) || !work.is(w, WordClass::kAlly)) continue;
    ActorIndex of = kNoActor;
    for (const WordIndex c : work.tree.children(w)) {
      const Node& n = work.node(c);
      const bool own = n.feats.possessive || n.subtype == Subtype::kPoss;
      if (own && n.upos != Upos::kNoun && n.upos != Upos::kPropn) {
        of = work.node(w).deprel == Deprel::kConj && work.tree.head(w) != kNoWord ? work.actor_at(work.tree.head(w))
                                                                                  : work.actor_at(c);
      } else if ((n.deprel == Deprel::kNmod || n.deprel == Deprel::kAmod || n.deprel == Deprel::kCompound) &&
                 work.actor_at(c) != kNoActor && work.node(w).feats.number == Number::kPlur) {
        of = work.actor_at(c);
      }
    }
    const ActorIndex actor = work.allies_of(of);
    if (actor == kNoActor) continue;
    if (work.draft_of_head[w] != UINT32_MAX) {
      work.drafts[work.draft_of_head[w]].actor = actor;
      continue;
    }
    Draft draft;
    draft.actor = actor;
    draft.head = draft.first = w;
    draft.last = w + 1;
    draft.span = work.word(w).span;
    draft.form = MentionForm::kTitle;
    work.add(draft);
  }
}

void add_latent(const Workspace& work, ActorIndex state, std::vector<ActorIndex>& index, ActorLayer& layer) {
  index.resize(work.actors.size(), kNoActor);
  if (index[state] != kNoActor) return;
  index[state] = static_cast<ActorIndex>(layer.actors.size());
  layer.actors.push_back(work.actors[state]);
}

/// The states of towns and regions that are only places in the report stand at the end, without a mention: an
/// attack on a named town is one on its state.
void add_latent_states(Workspace& work, std::vector<ActorIndex>& index, ActorLayer& layer) {
  for (const Hit& hit : work.hits) {
    const Entity& e = work.lexicon.entity(hit.chosen.entity);
    if (e.kind != EntityKind::kPlace && e.kind != EntityKind::kState) continue;
    const ActorIndex state = work.state_actor(e.code);
    if (state == kNoActor) continue;
    add_latent(work, state, index, layer);
  }
  for (const Place* town : towns_of(work)) {
    if (const ActorIndex state = work.state_actor(town->code); state != kNoActor) add_latent(work, state, index, layer);
  }
}

ActorLayer build(Workspace& work) {
  ActorLayer layer;
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < work.drafts.size(); ++i) {
    if (work.drafts[i].actor != kNoActor) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const Draft& x = work.drafts[a];
    const Draft& y = work.drafts[b];
    return x.span.begin != y.span.begin ? x.span.begin < y.span.begin
           : x.span.end != y.span.end   ? x.span.end > y.span.end
           : x.head != y.head           ? x.head < y.head
                                        : a < b;  // several actors of one head keep their order
  });
  std::vector<ActorIndex> index(work.actors.size(), kNoActor);
  layer.mention_of_head.assign(work.tree.size(), UINT32_MAX);
  layer.mention_of_word.assign(work.tree.size(), UINT32_MAX);
  for (const uint32_t i : order) {
    const Draft& d = work.drafts[i];
    if (index[d.actor] == kNoActor) {
      index[d.actor] = static_cast<ActorIndex>(layer.actors.size());
      layer.actors.push_back(work.actors[d.actor]);
    }
    const auto m = static_cast<uint32_t>(layer.mentions.size());
    layer.mentions.push_back({index[d.actor], d.span, d.head, d.first, d.last, d.form});
    if (layer.mention_of_head[d.head] == UINT32_MAX) layer.mention_of_head[d.head] = m;
    // Outer mentions come first, so the innermost stays.
    for (WordIndex w = d.first; w < d.last; ++w) layer.mention_of_word[w] = m;
  }
  add_latent_states(work, index, layer);
  return layer;
}

}  // namespace

ActorLayer find_actors(const Document& document, const ActorLexicon& lexicon) {
  Workspace work(document, lexicon);
  find_names(work);
  find_half_names(work);
  const ContextState context(work);
  link_persons(work, context);
  mention_names(work, context);
  mention_halves(work);
  mention_towns(work);
  find_roles(work, context);
  find_groups(work);
  resolve_pronouns(work, context);
  find_allies(work);
  find_unnamed_sources(work);
  return build(work);
}

std::string print(const ActorLayer& layer, const Document& document) {
  std::string out;
  for (ActorIndex a = 0; a < layer.actors.size(); ++a) {
    const Actor& actor = layer.actors[a];
    out += actor.name + " [" + (actor.code.empty() ? "-" : actor.code);
    for (const std::string* field : {&actor.sector, &actor.office}) {
      if (!field->empty()) out += ' ' + *field;
    }
    out += "]:";
    const char* separator = " ";
    for (const Mention& m : layer.mentions) {
      if (m.actor != a) continue;
      out += separator + std::string(document.text(m.span)) + " (" + std::string(name(m.form)) + ')';
      separator = " | ";
    }
    out += '\n';
  }
  return out;
}

}  // namespace depesche::actors
