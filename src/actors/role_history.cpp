// Short forms look back: "der Präsident", "the group", "ein Ministeriumssprecher".
#include <algorithm>

#include "actors/roles.h"
#include "base/utf8.h"

namespace depesche::actors {
namespace {

constexpr WordIndex kMemory = 1500;  ///< words looked back for a short form
constexpr uint32_t kNear = 2;        ///< sentences looked back for a spokesperson's organisation

bool fights(std::string_view sector) {
  return sector == "REB" || sector == "UAF" || sector == "PRM";
}

/// Bodies of these sectors are taken up by the kind of body: "die Partei", "the militant group", "die Gewerkschaft".
bool alike_sector(std::string_view one, std::string_view other) {
  if (fights(one) || fights(other)) return fights(one) && fights(other);
  return one == other && (one == "PTY" || one == "LAB" || one == "REL" || one == "JRN" || one == "BUS" || one == "NGO");
}

/// Is the lemma a word of the name: "church" of "Church of Scientology"?
bool has_word(std::string_view name, std::string_view lemma) {
  const std::string text = ' ' + utf8::lower(name) + ' ';
  return text.find(' ' + utf8::lower(lemma) + ' ') != std::string::npos;
}

bool can_mean(const Actor& a, const ActorFacts& fact, const Role& role) {
  const Title& t = *role.match.title;
  if (a.plural != role.plural && t.kind != TitleKind::kInstitution) return false;
  const bool office =
      t.kind == TitleKind::kOffice && !a.office.empty() &&
      (a.office == t.office || std::find(t.holders.begin(), t.holders.end(), a.office) != t.holders.end());
  const bool same_title = fact.title == t.lemma || fact.title == role.match.lemma;
  const bool ends_alike =
      !fact.title.empty() && role.match.prefix.empty() && utf8::lower(fact.title).ends_with(utf8::lower(t.lemma));
  // "die Miliz" after "Hisbollah", "the Church" after "Church of Scientology"
  const bool body = t.kind == TitleKind::kGroup || t.kind == TitleKind::kInstitution || t.kind == TitleKind::kAgent;
  const bool alike = body && fact.organisation && fact.entity != kNoEntity &&
                     ((alike_sector(a.sector, t.sector) && t.kind != TitleKind::kAgent) || has_word(a.name, t.lemma));
  const bool group = t.kind == TitleKind::kGroup && t.scope == TitleScope::kAny && fact.organisation;
  return office || same_title || ends_alike || group || alike;
}

/// Is the organisation one of that kind: "Ministerium" for "Außenministerium", "israelisches Außenministerium"?
bool names_body(const Actor& a, const ActorFacts& fact, const std::string& body) {
  const std::string kind = utf8::lower(body);
  return utf8::lower(fact.title).ends_with(kind) || utf8::lower(a.name).ends_with(kind);
}

}  // namespace

ActorIndex earlier_bearer(const Workspace& work, const Role& role) {
  const WordIndex first = role.match.first;
  for (WordIndex w = first; w-- > 0 && w + kMemory > first;) {
    const ActorIndex actor = work.actor_at(w);
    if (actor != kNoActor && can_mean(work.actors[actor], work.facts[actor], role)) return actor;
  }
  return kNoActor;
}

std::string state_of_title(const Title& title, const ContextState& context) {
  std::string best;
  double most = -1;
  for (const std::string& state : title.states) {
    if (context.weight(state) > most) most = context.weight(state), best = state;
  }
  return best;
}

std::string last_acting_state(const Workspace& work, const Role& role) {
  const uint32_t sentence = work.word(role.match.head).sentence;
  // "Ein Regierungssprecher in Berlin": the place beside the role tells more.
  for (const WordIndex c : work.tree.children(role.match.head)) {
    if (work.hit_of_word[c] != UINT32_MAX) return {};
  }
  for (WordIndex w = role.match.first; w-- > 0;) {
    if (work.word(w).sentence + 1 < sentence) break;
    const ActorIndex actor = work.actor_at(w);
    if (actor == kNoActor || !acts(work, w)) continue;
    const Actor& a = work.actors[actor];
    const bool governs = a.sector == "GOV" || (a.sector.empty() && work.facts[actor].state);
    if (governs && work.lexicon.find_entity("state:" + a.code) != kNoEntity) return a.code;
  }
  return {};
}

std::string near_organisation(const Workspace& work, Role& role) {
  const uint32_t sentence = work.word(role.match.head).sentence;
  for (WordIndex w = role.match.first; w-- > 0;) {
    if (work.word(w).sentence + kNear < sentence) break;
    const ActorIndex actor = work.actor_at(w);
    if (actor == kNoActor) continue;
    const Actor& a = work.actors[actor];
    const ActorFacts& fact = work.facts[actor];
    if (!fact.organisation && fact.kind != TitleKind::kInstitution) continue;
    if (a.person || fact.state || fact.place || a.sector == "JRN") continue;
    if (!role.match.body.empty() && !names_body(a, fact, role.match.body)) continue;
    role.owner.sector = a.sector;
    role.owner.organisation = true;
    return a.code;
  }
  return {};
}

}  // namespace depesche::actors
