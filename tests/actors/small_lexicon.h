// A lexicon of a few entities, so that tests do not depend on the tables.
#pragma once

#include <string>
#include <utility>

#include "actors/actors.h"
#include "document/tree.h"
#include "support/conllu_document.h"

namespace depesche::actors {

inline EntityIndex add_state(ActorLexicon& lexicon, const std::string& code, const std::string& de,
                             const std::string& en) {
  Entity e;
  e.key = "state:" + code;
  e.kind = EntityKind::kState;
  e.name_de = de;
  e.name_en = en;
  e.code = code;
  const EntityIndex index = lexicon.add_entity(std::move(e));
  lexicon.add_form(Language::kGerman, de, FormKind::kName, index);
  lexicon.add_form(Language::kGerman, de + "s", FormKind::kName, index);
  lexicon.add_form(Language::kEnglish, en, FormKind::kName, index);
  return index;
}

inline void add_title(ActorLexicon& lexicon, Language language, const std::string& lemma, TitleKind kind,
                      TitleScope scope, const std::string& office, const std::string& sector,
                      std::vector<std::string> holders = {}) {
  Title t;
  t.lemma = lemma;
  t.kind = kind;
  t.scope = scope;
  t.office = office;
  t.sector = sector;
  t.holders = std::move(holders);
  lexicon.add_title(language, std::move(t));
}

inline ActorLexicon small_lexicon() {
  ActorLexicon lexicon;
  const Language de = Language::kGerman;
  const Language en = Language::kEnglish;
  const EntityIndex rus = add_state(lexicon, "RUS", "Russland", "Russia");
  lexicon.add_form(de, "russische", FormKind::kAdjective, rus);
  lexicon.add_form(de, "Moskau", FormKind::kCapital, rus);
  lexicon.add_form(en, "Russian", FormKind::kAdjective, rus);
  lexicon.add_form(en, "Moscow", FormKind::kCapital, rus);
  const EntityIndex usa = add_state(lexicon, "USA", "Amerika", "United States");
  lexicon.add_form(de, "US", FormKind::kAbbreviation, usa);
  lexicon.add_form(en, "U.S.", FormKind::kAbbreviation, usa);
  add_state(lexicon, "KEN", "Kenia", "Kenya");
  for (const auto& [key, name, from, to] : {std::tuple{"old", "Anton Alt", "2000-01-01", "2008-05-06"},
                                            std::tuple{"new", "Nina Neu", "2008-05-07", "2020-12-31"}}) {
    Entity e;
    e.key = std::string("person:") + key;
    e.kind = EntityKind::kPerson;
    e.name_de = e.name_en = name;
    e.code = "RUS";
    const EntityIndex index = lexicon.add_entity(std::move(e));
    const std::string full = name;
    for (const Language language : {de, en}) {
      lexicon.add_form(language, full, FormKind::kName, index);
      lexicon.add_form(language, full.substr(full.find(' ') + 1), FormKind::kSurname, index);
    }
    Term term;
    term.office = "president";
    term.body = "RUS";
    term.sector = "GOV";
    term.from = day_of(from, false);
    term.to = day_of(to, true);
    lexicon.add_term(std::string("person:") + key, term);
  }
  add_title(lexicon, de, "Präsident", TitleKind::kOffice, TitleScope::kState, "president", "GOV", {"president"});
  add_title(lexicon, en, "president", TitleKind::kOffice, TitleScope::kState, "president", "GOV", {"president"});
  add_title(lexicon, de, "Regierung", TitleKind::kInstitution, TitleScope::kState, "", "GOV");
  add_title(lexicon, de, "Sprecher", TitleKind::kOffice, TitleScope::kOrganisation, "spokesperson", "");
  add_title(lexicon, de, "Polizei", TitleKind::kInstitution, TitleScope::kState, "", "COP");
  add_title(lexicon, en, "foreign minister", TitleKind::kOffice, TitleScope::kState, "foreign minister", "GOV");
  add_title(lexicon, en, "police", TitleKind::kInstitution, TitleScope::kState, "", "COP");
  add_title(lexicon, de, "Beobachter", TitleKind::kSource, TitleScope::kAny, "", "");
  lexicon.add_word(de, "in", WordClass::kLocation);
  lexicon.add_word(de, "von", WordClass::kAgentMarker);
  lexicon.add_word(de, "von", WordClass::kOwner);
  lexicon.add_word(de, "der", WordClass::kArticle);
  lexicon.add_word(de, "die", WordClass::kArticle);
  lexicon.add_word(en, "the", WordClass::kArticle);
  lexicon.add_word(de, "Verbündeten", WordClass::kAlly);
  lexicon.add_word(de, "alt", WordClass::kFormer);
  lexicon.add_word(en, "anti", WordClass::kNotName);
  lexicon.add_speech_word(de, "fordern");
  return lexicon;
}

/// The actor of the mention headed by the nth word (from 0) with that form; an actor named "" when there is none.
inline Actor actor_at(const Document& document, const ActorLayer& layer, std::string_view form, size_t nth = 0) {
  for (WordIndex w = 0; w < document.words().words.size(); ++w) {
    if (document.words().words[w].form != form || nth-- != 0) continue;
    const ActorIndex a = layer.actor_at_head(w);
    return a == kNoActor ? Actor{} : layer.actors[a];
  }
  return {};
}

}  // namespace depesche::actors
