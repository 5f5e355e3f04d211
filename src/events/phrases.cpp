#include "events/phrases.h"

#include <algorithm>

namespace depesche::events {
namespace {

constexpr int kMaxDepth = 3;  // "a suspension of deliveries of arms to ...": deeper is noise

const FillerTest kBody{{"body", "text_word", "weapon", "vehicle"}, {}};
const FillerTest kText{{"text_word"}, {}};

/// The preposition of a noun phrase, or "".
std::string_view preposition(const Tree& tree, WordIndex w) {
  for (const WordIndex c : tree.children(w)) {
    if (tree.node(c).deprel == Deprel::kCase && tree.node(c).upos == Upos::kAdp) return tree.lemma(c);
  }
  return {};
}

bool nominal(const Tree& tree, WordIndex w) {
  const Deprel d = tree.node(w).deprel;
  return d == Deprel::kNmod || d == Deprel::kObl;
}

void add_with_conjuncts(const Fillers& fillers, WordIndex w, std::vector<ActorIndex>& out) {
  add_actors_named(fillers.document(), fillers.tree(), w, out);
  for (const WordIndex c : fillers.tree().children(w)) {
    if (fillers.tree().node(c).deprel == Deprel::kConj) add_actors_named(fillers.document(), fillers.tree(), c, out);
  }
}

void add_words_actor(const Fillers& fillers, WordIndex w, std::vector<ActorIndex>& out) {
  add_unique(out, fillers.document().actors().actor_at_word(w));
  for (const WordIndex c : fillers.tree().children(w)) {
    if (fillers.tree().node(c).deprel == Deprel::kConj) add_unique(out, fillers.document().actors().actor_at_word(c));
  }
}

void target_below(const Fillers& fillers, WordIndex head, int depth, std::vector<ActorIndex>& out) {
  if (depth > kMaxDepth) return;
  const Tree& tree = fillers.tree();
  const Language language = fillers.document().language();
  for (const WordIndex c : tree.children(head)) {
    if (!nominal(tree, c) || !out.empty()) continue;
    const std::string_view link = preposition(tree, c);
    if (fillers.lexicon().in_class(language, link, "link_aim")) {
      add_with_conjuncts(fillers, c, out);
    } else if (link.empty() || fillers.lexicon().in_class(language, link, "link_part")) {
      target_below(fillers, c, depth + 1, out);
    }
  }
}

}  // namespace

std::vector<ActorIndex> owners(const Fillers& fillers, WordIndex head, bool with_genitive) {
  std::vector<ActorIndex> out;
  if (head == kNoWord) return out;
  const Tree& tree = fillers.tree();
  const Language language = fillers.document().language();
  for (const WordIndex c : tree.children(head)) {
    const Node& n = tree.node(c);
    if (n.deprel == Deprel::kAmod || n.subtype == Subtype::kPoss) {
      const size_t before = out.size();
      if (n.subtype == Subtype::kPoss) add_with_conjuncts(fillers, c, out);
      if (out.size() == before) add_words_actor(fillers, c, out);
    } else if (with_genitive && nominal(tree, c)) {
      const std::string_view link = preposition(tree, c);
      const bool owns =
          link.empty() ? language == Language::kGerman : fillers.lexicon().in_class(language, link, "link_owner");
      if (owns) add_with_conjuncts(fillers, c, out);
    }
  }
  return out;
}

std::vector<ActorIndex> bodies_actors(const Fillers& fillers, WordIndex head) {
  if (head == kNoWord || !fillers.word_passes(head, kBody)) return {};
  std::vector<ActorIndex> out = owners(fillers, head, true);
  if (!out.empty()) return out;
  for (const WordIndex c : fillers.tree().children(head)) {
    const Deprel d = fillers.tree().node(c).deprel;
    if (d == Deprel::kCompound || d == Deprel::kFlat || d == Deprel::kNmod) add_words_actor(fillers, c, out);
  }
  return out;
}

std::vector<ActorIndex> targets(const Fillers& fillers, WordIndex head) {
  std::vector<ActorIndex> out;
  if (head != kNoWord) target_below(fillers, head, 0, out);
  return out;
}

std::vector<ActorIndex> authors(const Fillers& fillers, WordIndex head) {
  if (head == kNoWord || !fillers.word_passes(head, kText)) return {};
  static const Binding kSubject = {Function::kSubject, ""};
  for (const Predicate& p : fillers.predicates()) {
    if (p.kind != PredicateKind::kVerb) continue;
    const bool object = std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
      return a.head == head && !a.shared && a.function == Function::kObject;
    });
    if (object) return fillers.actors_bound(p, kSubject, {}, OwnerRule::kNone);
  }
  return {};
}

}  // namespace depesche::events
