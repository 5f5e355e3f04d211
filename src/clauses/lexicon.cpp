#include "clauses/lexicon.h"

#include <array>

#include "base/utf8.h"

namespace depesche::clauses {
namespace {

template <typename Enum, size_t N>
std::optional<Enum> value_of(const std::array<std::pair<std::string_view, Enum>, N>& names, std::string_view name) {
  for (const auto& [key, result] : names) {
    if (key == name) return result;
  }
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, ClauseRelation>, 9> kRelations = {
    {{"condition", ClauseRelation::kCondition},
     {"until", ClauseRelation::kUntil},
     {"temporal", ClauseRelation::kTemporal},
     {"cause", ClauseRelation::kCause},
     {"concession", ClauseRelation::kConcession},
     {"purpose", ClauseRelation::kPurpose},
     {"manner", ClauseRelation::kManner},
     {"complement", ClauseRelation::kComplement},
     {"question", ClauseRelation::kQuestion}}};

constexpr std::array<std::pair<std::string_view, Effect>, 10> kEffects = {{{"possible", Effect::kPossible},
                                                                           {"necessary", Effect::kNecessary},
                                                                           {"intended", Effect::kIntended},
                                                                           {"future", Effect::kFuture},
                                                                           {"hearsay", Effect::kHearsay},
                                                                           {"negated", Effect::kNegated},
                                                                           {"failed", Effect::kFailed},
                                                                           {"not_excluded", Effect::kNotExcluded},
                                                                           {"past_background", Effect::kPastBackground},
                                                                           {"approximate", Effect::kApproximate}}};

constexpr std::array<std::pair<std::string_view, WordClass>, 6> kClasses = {{{"verb", WordClass::kVerb},
                                                                             {"aux", WordClass::kAux},
                                                                             {"adverb", WordClass::kAdverb},
                                                                             {"determiner", WordClass::kDeterminer},
                                                                             {"noun", WordClass::kNoun},
                                                                             {"adjective", WordClass::kAdjective}}};

constexpr std::array<std::pair<std::string_view, Control>, 3> kControls = {
    {{"subject", Control::kSubject}, {"object", Control::kObject}, {"indirect", Control::kIndirect}}};

constexpr std::array<std::pair<std::string_view, LightEffect>, 7> kLightEffects = {
    {{"plain", LightEffect::kPlain},
     {"passive", LightEffect::kPassive},
     {"begin", LightEffect::kBegin},
     {"end", LightEffect::kEnd},
     {"possible", LightEffect::kPossible},
     {"negated", LightEffect::kNegated},
     {"planned", LightEffect::kPlanned}}};

constexpr std::array<std::pair<std::string_view, Closed>, 21> kClosed = {
    {{"perfect", Closed::kPerfect},
     {"be", Closed::kBe},
     {"become", Closed::kBecome},
     {"get_passive", Closed::kGetPassive},
     {"causative", Closed::kCausative},
     {"agent", Closed::kAgent},
     {"infinitive", Closed::kInfinitive},
     {"correlate", Closed::kCorrelate},
     {"fused", Closed::kFused},
     {"first_person", Closed::kFirstPerson},
     {"be_perfect", Closed::kBePerfect},
     {"particle", Closed::kParticle},
     {"going", Closed::kGoing},
     {"relative", Closed::kRelative},
     {"reflexive", Closed::kReflexive},
     {"strong_participle", Closed::kStrongParticiple},
     {"inseparable", Closed::kInseparable},
     {"receive", Closed::kReceive},
     {"comparison", Closed::kComparison},
     {"adjective", Closed::kAdjective},
     {"origin", Closed::kOrigin}}};

struct TableColumns {
  std::string_view table;
  std::vector<std::string_view> columns;
};

}  // namespace

ClauseLexicon::ClauseLexicon(const Knowledge& knowledge, const morphology::Lexicon* german_words)
    : splitter_(german_words) {
  const std::vector<TableColumns> tables = {
      {"cues/conditions", {"language", "lemma", "relation"}},
      {"cues/modality", {"language", "lemma", "pos", "effect"}},
      {"words/control", {"language", "lemma", "control"}},
      {"words/light_verbs", {"language", "verb", "noun", "link", "effect"}},
      {"words/compound_parts", {"stem", "lemma"}},
      {"words/compound_blocks", {"part", "place"}},
      {"words/function_words", {"language", "word", "class", "value"}},
      {"units", {"language", "pos", "lemma"}},
      {"cues/speech", {"language", "lemma", "pos"}},
      {"words/classes", {"language", "lemma"}},
  };
  for (const TableColumns& wanted : tables) {
    const Table table = knowledge.table(wanted.table);
    if (table.size() == 0) continue;
    std::vector<uint32_t> columns;
    for (const std::string_view column : wanted.columns) columns.push_back(table.column(column));
    std::vector<std::string_view> cells(columns.size());
    for (Row row = 0; row < table.size(); ++row) {
      for (size_t i = 0; i < columns.size(); ++i) cells[i] = table.cell(row, columns[i]);
      add(wanted.table, cells);
    }
  }
}

void ClauseLexicon::add(std::string_view table, const std::vector<std::string_view>& cells) {
  const auto cell = [&](size_t i) { return i < cells.size() ? cells[i] : std::string_view(); };
  const std::string first(cell(0));
  if (table == "words/compound_parts") {
    splitter_.add_stem(first, cell(1));
    learn(sets_[0], WordClass::kNoun, utf8::capitalised(cell(1)));
    return;
  }
  if (table == "words/compound_blocks") {
    if (cell(1) == "head") splitter_.add_no_head(first);
    if (cell(1) == "first") splitter_.add_no_first(first);
    if (cell(1) == "whole") splitter_.add_whole(first);
    return;
  }
  const std::string key(cell(1));
  for (Sets* sets : {&sets_[0], &sets_[1]}) {
    if (first != "any" && first != (sets == sets_ ? "de" : "en")) continue;
    if (table == "cues/conditions") {
      if (const auto relation = value_of(kRelations, cell(2))) sets->subordinators.emplace(key, *relation);
    } else if (table == "cues/modality") {
      const auto word_class = value_of(kClasses, cell(2));
      const auto effect = value_of(kEffects, cell(3));
      if (word_class && effect) sets->effects[key].emplace_back(*word_class, *effect);
      if (word_class && key.find(' ') == std::string::npos) learn(*sets, *word_class, key);
    } else if (table == "words/control") {
      if (const auto control = value_of(kControls, cell(2))) sets->control.emplace(key, *control);
      const bool noun = sets == sets_ && utf8::lower(key) != key;
      if (!noun && key.find(' ') == std::string::npos) learn(*sets, WordClass::kVerb, key);
    } else if (table == "words/light_verbs") {
      const auto effect = value_of(kLightEffects, cell(4));
      sets->light_verbs[key].push_back(
          {std::string(cell(2)), std::string(cell(3)), effect.value_or(LightEffect::kPlain)});
      learn(*sets, WordClass::kVerb, key);
      learn(*sets, WordClass::kNoun, cell(2));
      sets->events.emplace(std::string(cell(2)), true);
    } else if (table == "words/function_words") {
      if (const auto closed = value_of(kClosed, cell(2))) sets->closed[key].emplace_back(*closed, std::string(cell(3)));
    } else if (table == "units") {
      const auto word_class = value_of(kClasses, key);
      if (word_class) learn(*sets, *word_class, cell(2));
      if (word_class == WordClass::kNoun) sets->events.emplace(std::string(cell(2)), true);
    } else if (table == "cues/speech") {
      const auto word_class = value_of(kClasses, cell(2));
      if (word_class) learn(*sets, *word_class, key);
      if (word_class == WordClass::kVerb) sets->speech.emplace(key, true);
    } else if (table == "words/classes") {
      const bool verb = sets == sets_ && utf8::lower(key) == key;
      learn(*sets, verb ? WordClass::kAdjective : WordClass::kNoun, key);
    }
  }
}

void ClauseLexicon::learn(Sets& sets, WordClass word_class, std::string_view lemma) {
  if (lemma.size() < 3 || lemma == "*") return;
  const size_t i = word_class == WordClass::kVerb ? 0 : word_class == WordClass::kNoun ? 1 : 2;
  sets.known[i].emplace(std::string(lemma), true);
}

bool ClauseLexicon::knows(Language language, WordClass word_class, std::string_view lemma) const {
  const size_t i = word_class == WordClass::kVerb ? 0 : word_class == WordClass::kNoun ? 1 : 2;
  return find(sets(language).known[i], lemma) != nullptr;
}

std::optional<ClauseRelation> ClauseLexicon::subordinator(Language language, std::string_view lemma) const {
  const ClauseRelation* relation = find(sets(language).subordinators, lemma);
  return relation == nullptr ? std::nullopt : std::optional(*relation);
}

std::optional<Effect> ClauseLexicon::effect(Language language, std::string_view lemma, WordClass word_class) const {
  if (const auto* entries = find(sets(language).effects, lemma)) {
    for (const auto& [of, effect] : *entries) {
      if (of == word_class) return effect;
    }
  }
  return std::nullopt;
}

std::optional<Control> ClauseLexicon::control(Language language, std::string_view lemma) const {
  const Control* control = find(sets(language).control, lemma);
  return control == nullptr ? std::nullopt : std::optional(*control);
}

const std::vector<LightVerb>& ClauseLexicon::light_verbs(Language language, std::string_view verb) const {
  static const std::vector<LightVerb> kNone;
  const auto* rows = find(sets(language).light_verbs, verb);
  return rows == nullptr ? kNone : *rows;
}

const std::string* ClauseLexicon::value(Language language, std::string_view word, Closed closed) const {
  if (const auto* entries = find(sets(language).closed, word)) {
    for (const auto& [of, value] : *entries) {
      if (of == closed) return &value;
    }
  }
  return nullptr;
}

}  // namespace depesche::clauses
