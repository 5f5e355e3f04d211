// Organisations that only the entity tagger knows, typed by a title in their name or beside it.
#include "actors/roles.h"
#include "base/utf8.h"

namespace depesche::actors {
namespace {

constexpr size_t kShortest = 2;  ///< bytes of an abbreviation
constexpr size_t kLongest = 10;
constexpr int kSteps = 4;  ///< up the tree from the word before the brackets

bool is_abbreviation(std::string_view form) {
  if (form.size() < kShortest || form.size() > kLongest) return false;
  size_t upper = 0;
  for (size_t at = 0; at < form.size(); at += utf8::length(static_cast<unsigned char>(form[at]))) {
    const char32_t c = utf8::decode(form, at);
    if (utf8::is_letter(c) && !utf8::is_upper(c)) return false;
    upper += utf8::is_upper(c) ? 1 : 0;
  }
  return upper >= kShortest;
}

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
    const Span span{work_.word(w).span.begin, work_.word(end - 1).span.end};
    if (const auto known = aliases_.find(std::string(work_.text(span))); known != aliases_.end()) {
      add(known->second, w, end, head);
      return;
    }
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
    add(work_.actor_of_key("name:" + a.name, a, fact), w, end, head);
  }

  /// "Bewegung für Wandel (BFW)": the letters in brackets are another name of what stands before them.
  void abbreviation(WordIndex w) {
    const std::string form(work_.tree.form(w));
    if (!is_abbreviation(form)) return;
    if (const auto known = aliases_.find(form); known != aliases_.end()) {
      add(known->second, w, w + 1, w);
      return;
    }
    const Sentence& sentence = work_.sentence_of(w);
    if (w < sentence.first + 2 || w + 1 >= sentence.last || work_.hit_of_word[w] != UINT32_MAX) return;
    if (work_.tree.form(w - 1) != "(" || work_.tree.form(w + 1) != ")") return;
    WordIndex named = w - 2;
    for (int step = 0; step < kSteps && named != kNoWord && named >= sentence.first; ++step) {
      const ActorIndex actor = work_.actor_at(named);
      if (actor != kNoActor && !work_.actors[actor].person && !work_.facts[actor].state &&
          utf8::capitalised(work_.tree.form(named)).front() == form.front()) {
        aliases_.emplace(form, actor);
        add(actor, w, w + 1, w);
        return;
      }
      named = work_.tree.head(named);
    }
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
  void add(ActorIndex actor, WordIndex first, WordIndex last, WordIndex head) {
    Draft draft;
    draft.actor = actor;
    draft.first = first;
    draft.last = last;
    draft.head = head;
    draft.span = {work_.word(first).span.begin, work_.word(last - 1).span.end};
    work_.add(draft);
  }

  Workspace& work_;
  const ContextState& context_;
  std::unordered_map<std::string, ActorIndex> aliases_;  ///< by the abbreviation that the report introduced
};

}  // namespace

void mention_tagged_organisations(Workspace& work, const ContextState& context) {
  OrganisationFinder finder(work, context);
  for (WordIndex w = 0; w < work.tree.size(); ++w) {
    finder.abbreviation(w);
    finder.tagged_organisation(w);
  }
}

}  // namespace depesche::actors
