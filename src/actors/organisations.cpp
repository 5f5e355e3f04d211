// Organisations that only the entity tagger knows, typed by a title in their name or beside it.
#include "actors/roles.h"

namespace depesche::actors {
namespace {

class OrganisationFinder {
 public:
  OrganisationFinder(Workspace& work, const ContextState& context) : work_(work), context_(context) {}

  void tagged_organisation(WordIndex w) {
    const Node& n = work_.node(w);
    if (n.entity != EntityType::kOrg || !n.entity_begin) return;
    WordIndex end = w + 1;
    while (end < work_.tree.size() && work_.node(end).entity == EntityType::kOrg && !work_.node(end).entity_begin)
      ++end;
    while (end > w + 1 && work_.node(end - 1).upos == Upos::kPunct) --end;
    const WordIndex head = work_.top(w, end);
    if (work_.draft_of_head[head] != UINT32_MAX || work_.chain_end(end - 1) > end - 1) return;
    Actor a;
    ActorFacts fact;
    fact.kind = TitleKind::kInstitution;
    fact.organisation = true;
    a.name = work_.text({work_.word(w).span.begin, work_.word(end - 1).span.end});
    a.source = "entity tagger";
    for (WordIndex i = w; i < end; ++i) {
      const uint32_t h = work_.hit_of_word[i];
      if (h == UINT32_MAX) continue;
      if (work_.hits[h].first == w && work_.hits[h].last >= end && !work_.hits[h].prefix) return;  // known in full
      if (a.code.empty()) a.code = work_.lexicon.entity(work_.hits[h].chosen.entity).code;
    }
    const Title* title = organisation_title(w, end, head);
    if (title != nullptr) {
      a.sector = title->sector;
      fact.title = title->lemma;
      if (a.code.empty()) a.code = title->code;
      if (a.code.empty() && title->scope == TitleScope::kState) a.code = context_.code_at(work_.word(w).sentence);
    }
    Draft draft;
    draft.actor = work_.actor_of_key("name:" + a.name, a, fact);
    draft.first = w;
    draft.last = end;
    draft.head = head;
    draft.span = {work_.word(w).span.begin, work_.word(end - 1).span.end};
    work_.add(draft);
  }

  /// The kind of organisation: a title inside the name, or the noun that the name stands beside.
  [[nodiscard]] const Title* organisation_title(WordIndex first, WordIndex last, WordIndex head) const {
    for (WordIndex i = last; i-- > first;) {
      if (!work_.noun(i)) continue;
      const TitleMatch m = match_title(work_, i);
      if (m.title != nullptr && m.title->kind != TitleKind::kOffice) return m.title;
    }
    const Node& n = work_.node(head);
    if ((n.deprel == Deprel::kAppos || n.deprel == Deprel::kFlat || n.deprel == Deprel::kNmod) && n.head != kNoWord &&
        work_.preposition(head) == kNoWord) {
      const TitleMatch m = match_title(work_, n.head);
      if (m.title != nullptr && m.title->kind != TitleKind::kOffice) return m.title;
    }
    return nullptr;
  }

 private:
  Workspace& work_;
  const ContextState& context_;
};

}  // namespace

void mention_tagged_organisations(Workspace& work, const ContextState& context) {
  OrganisationFinder finder(work, context);
  for (WordIndex w = 0; w < work.tree.size(); ++w) finder.tagged_organisation(w);
}

}  // namespace depesche::actors
