// Fills the lexicon from the tables of the knowledge image. Values were checked by `kb check`.
#include <array>
#include <utility>

#include "actors/lexicon.h"

namespace depesche::actors {
namespace {

std::vector<std::string> strings(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

EntityKind entity_kind(std::string_view key) {
  if (key.starts_with("state:")) return EntityKind::kState;
  if (key.starts_with("person:")) return EntityKind::kPerson;
  if (key.starts_with("group:")) return EntityKind::kGroup;
  if (key.starts_with("party:")) return EntityKind::kParty;
  return EntityKind::kOrganisation;
}

TitleKind title_kind(std::string_view name) {
  if (name == "office") return TitleKind::kOffice;
  if (name == "institution") return TitleKind::kInstitution;
  if (name == "group") return TitleKind::kGroup;
  if (name == "source") return TitleKind::kSource;
  return TitleKind::kAgent;
}

TitleScope title_scope(std::string_view name) {
  if (name == "state") return TitleScope::kState;
  if (name == "local") return TitleScope::kLocal;
  if (name == "organisation") return TitleScope::kOrganisation;
  return TitleScope::kAny;
}

WordClass word_class(std::string_view name) {
  constexpr std::array<std::string_view, 25> kNames = {
      "owner",      "location",    "former",       "future",       "ally",      "state_noun", "led",
      "article",    "role_marker", "agent_marker", "place_prefix", "not_name",  "both",       "pair_noun",
      "quantifier", "stateless",   "quantity",     "coalition",    "direction", "backed",     "leadership",
      "against",    "feminine",    "masculine",    "demonstrative"};
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<WordClass>(i);
  }
  return WordClass::kNotName;
}

Language language_of_cell(std::string_view cell) {
  return cell == "de" ? Language::kGerman : Language::kEnglish;
}

}  // namespace

FormKind form_kind(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, FormKind>, 6> kKinds = {{{"adjective", FormKind::kAdjective},
                                                                            {"demonym", FormKind::kDemonym},
                                                                            {"capital", FormKind::kCapital},
                                                                            {"metonym", FormKind::kMetonym},
                                                                            {"abbreviation", FormKind::kAbbreviation},
                                                                            {"surname", FormKind::kSurname}}};
  for (const auto& [text, kind] : kKinds) {
    if (text == name) return kind;
  }
  return FormKind::kName;
}

ActorLexicon::ActorLexicon(const Knowledge& knowledge) {
  read_entities(knowledge);
  read_terms(knowledge);
  read_places(knowledge);
  read_titles(knowledge);
}

void ActorLexicon::read_entities(const Knowledge& knowledge) {
  entity_rows_ = knowledge.table("entities");
  const Table& t = entity_rows_;
  const uint32_t key = t.column("key");
  const uint32_t kind = t.column("kind");
  const uint32_t name_de = t.column("name_de");
  const uint32_t name_en = t.column("name_en");
  const uint32_t code = t.column("code");
  const uint32_t sector = t.column("sector");
  const uint32_t others = t.column("other_sectors");
  const uint32_t wikidata = t.column("wikidata");
  const uint32_t from = t.column("from");
  const uint32_t to = t.column("to");
  entities_.resize(t.size());
  for (Row r = 0; r < t.size(); ++r) {
    Entity& e = entities_[r];
    e.key = t.cell(r, key);
    e.kind = entity_kind(e.key);
    e.subkind = t.cell(r, kind);
    e.name_de = t.cell(r, name_de);
    e.name_en = t.cell(r, name_en);
    e.code = t.cell(r, code);
    e.sector = t.cell(r, sector);
    if (!t.cell(r, others).empty()) e.other_sectors = strings(t.list(r, "other_sectors"));
    e.wikidata = t.cell(r, wikidata);
    e.from = day_of(t.cell(r, from), false);
    e.to = day_of(t.cell(r, to), true);
    e.origin = t.origin(r).text();
  }
  names_ = knowledge.table("names");
  if (names_.size() == 0) return;
  columns_[0] = names_.column("form");
  columns_[1] = names_.column("kind");
  columns_[2] = names_.column("entity");
}

void ActorLexicon::read_terms(const Knowledge& knowledge) {
  const Table terms = knowledge.table("actors/terms");
  if (terms.size() == 0) return;
  const uint32_t person = terms.column("person");
  const uint32_t office = terms.column("office");
  const uint32_t body = terms.column("body");
  const uint32_t sector = terms.column("sector");
  const uint32_t from = terms.column("from");
  const uint32_t to = terms.column("to");
  // Rows stand by person, and few bodies have many terms: each is looked up once.
  std::string_view last;
  EntityIndex holder = kNoEntity;
  std::unordered_map<std::string_view, std::string> code_of_body;
  for (Row r = 0; r < terms.size(); ++r) {
    if (terms.cell(r, person) != last) {
      last = terms.cell(r, person);
      holder = find_entity(std::string("person:").append(last));
    }
    if (holder == kNoEntity) continue;
    const std::string_view key = terms.cell(r, body);
    const auto [code, fresh] = code_of_body.try_emplace(key);
    if (fresh) code->second = code_of(key);
    Term term;
    term.office = terms.cell(r, office);
    term.body = key;
    term.code = code->second;
    term.sector = terms.cell(r, sector);
    term.from = day_of(terms.cell(r, from), false);
    term.to = day_of(terms.cell(r, to), true);
    add_holder(holder, std::move(term));
  }
}

void ActorLexicon::read_places(const Knowledge& knowledge) {
  const Table places = knowledge.table("places/places");
  for (Row r = 0; r < places.size(); ++r) {
    Entity e;
    e.key = std::string("place:").append(places.cell(r, "key"));
    e.kind = EntityKind::kPlace;
    e.subkind = places.cell(r, "kind");
    e.name_de = places.cell(r, "name_de");
    e.name_en = places.cell(r, "name_en");
    e.code = places.cell(r, "state");
    e.origin = places.origin(r).text();
    const std::string name_de = e.name_de;
    const std::string name_en = e.name_en;
    const EntityIndex index = add_entity(std::move(e));
    // A place enters with its base forms and the German genitive; timeplace knows the rest.
    const auto add_german = [&](std::string_view form) {
      add_form(Language::kGerman, form, FormKind::kName, index);
      if (!form.ends_with('s')) add_form(Language::kGerman, std::string(form) + 's', FormKind::kName, index);
    };
    add_german(name_de);
    for (const std::string_view v : places.list(r, "variants_de")) add_german(v);
    add_form(Language::kEnglish, name_en, FormKind::kName, index);
    for (const std::string_view v : places.list(r, "variants_en"))
      add_form(Language::kEnglish, v, FormKind::kName, index);
  }
}

void ActorLexicon::read_titles(const Knowledge& knowledge) {
  const Table titles = knowledge.table("actors/titles");
  for (Row r = 0; r < titles.size(); ++r) {
    Title t;
    t.lemma = titles.cell(r, "lemma");
    t.kind = title_kind(titles.cell(r, "kind"));
    t.scope = title_scope(titles.cell(r, "scope"));
    t.office = titles.cell(r, "office");
    t.sector = titles.cell(r, "sector");
    for (const std::string_view code : titles.list(r, "code")) {
      if (find_entity(std::string("state:").append(code)) != kNoEntity)
        t.states.emplace_back(code);
      else
        t.code = code;
    }
    t.whole_word = titles.cell(r, "note") == "whole word";
    t.holders = strings(titles.list(r, "holders"));
    t.origin = titles.origin(r).text();
    add_title(language_of_cell(titles.cell(r, "language")), std::move(t));
  }
  const Table words = knowledge.table("actors/words");
  for (Row r = 0; r < words.size(); ++r) {
    add_word(language_of_cell(words.cell(r, "language")), words.cell(r, "word"), word_class(words.cell(r, "class")));
  }
  const Table speech = knowledge.table("cues/speech");
  for (Row r = 0; r < speech.size(); ++r) {
    const Language language = language_of_cell(speech.cell(r, "language"));
    add_speech_word(language, speech.cell(r, "lemma"));
    add_speakers(language, speech.cell(r, "lemma"), speech.list(r, "speaker"));
  }
  const Table sources = knowledge.table("cues/sources");
  for (Row r = 0; r < sources.size(); ++r) {
    add_source_phrase(language_of_cell(sources.cell(r, "language")), sources.cell(r, "phrase"),
                      sources.cell(r, "kind"));
  }
  const Table stems = knowledge.table("words/compound_parts");
  for (Row r = 0; r < stems.size(); ++r) stems_.emplace(stems.cell(r, "stem"));
}

}  // namespace depesche::actors
