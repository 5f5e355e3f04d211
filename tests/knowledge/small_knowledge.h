// A small knowledge directory in memory, complete enough to compile without a fault.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "knowledge/compile/compile.h"

namespace depesche::kb {

inline constexpr const char* kSmallSchema = R"(
- {table: ontology/events, key: [event], unique: yes, columns: [{name: event, required: yes}]}
- {table: ontology/modes, key: [event, mode], unique: yes, columns: [{name: event, type: event, required: yes}, {name: mode}]}
- {table: ontology/contexts, key: [context], unique: yes, columns: [{name: context, required: yes}]}
- {table: ontology/cameo, key: [code], unique: yes, columns: [{name: code}, {name: event, type: event, list: yes}]}
- {table: ontology/sectors, key: [sector], unique: yes, columns: [{name: sector, required: yes}]}
- {table: ontology/nonstate, key: [code], unique: yes, columns: [{name: code, required: yes}]}
- table: ontology/functions
  key: [language, function]
  unique: yes
  columns:
    - {name: function, required: yes}
    - {name: language, type: language}
    - {name: kind, type: enum, values: [core, preposition, condition]}
    - {name: default, list: yes}
- table: actors/states
  key: [code]
  unique: yes
  columns:
    - {name: code, type: code, required: yes}
    - {name: kind, type: enum, values: [un, disputed]}
    - {name: name_de}
    - {name: name_en}
    - {name: adj_de, list: yes}
    - {name: demonym_de, list: yes}
    - {name: demonym_en, list: yes}
    - {name: capital_de, list: yes}
    - {name: metonyms_de, list: yes}
- table: actors/persons
  key: [key]
  unique: yes
  columns: [{name: key, required: yes}, {name: name_de}, {name: name_en}, {name: variants, list: yes}, {name: surname_de}, {name: surname_en}, {name: state, type: code}]
- table: actors/terms
  key: [person]
  columns: [{name: person, type: ref, table: actors/persons, required: yes}, {name: office}, {name: sector, type: sector}, {name: from, type: date}, {name: to, type: date}]
- table: actors/organisations
  key: [key]
  unique: yes
  columns: [{name: key, required: yes}, {name: kind}, {name: name_de}, {name: name_en}, {name: code, type: code}]
- {table: words/classes, key: [language, lemma], columns: [{name: language, type: language, required: yes}, {name: lemma, required: yes}, {name: class, required: yes}]}
- table: words/mixed
  key: [word]
  columns: [{name: word, required: yes}, {name: number, type: number}, {name: flag, type: flag}, {name: event, type: event}, {name: mode, type: mode, list: yes}, {name: context, type: context}, {name: cameo, type: cameo}]
- table: rules/reductions
  key: [outer]
  columns: [{name: outer, type: enum, values: [announce, promise]}]
)";

inline SourceDirectory small_knowledge() {
  return {"base",
          {{"tables.yaml", kSmallSchema},
           {"ontology/events.tsv", "event\nAID\nASSAULT\n"},
           {"ontology/modes.tsv", "event\tmode\nAID\t\nASSAULT\t\nASSAULT\tdrone\nASSAULT\tbeat\n"},
           {"ontology/contexts.tsv", "context\nmilitary\neconomic\n"},
           {"ontology/cameo.tsv", "code\tevent\n010\t\n072\tAID\n190\tASSAULT\n"},
           {"ontology/sectors.tsv", "sector\nGOV\nMIL\n"},
           {"ontology/nonstate.tsv", "code\nIGO\n"},
           {"ontology/functions.tsv",
            "function\tlanguage\tkind\tdefault\nsubject\tany\tcore\tverb_actor|noun_actor|reciprocal\n"
            "object\tany\tcore\treciprocal\nindirect\tany\tcore\t\ngenitive\tany\tcore\tnoun_actor\n"
            "an\tde\tpreposition\t\nto\ten\tpreposition\t\nreflexive\tany\tcondition\t\n"},
           {"actors/states.tsv",
            "code\tkind\tname_de\tname_en\tadj_de\tdemonym_de\tdemonym_en\tcapital_de\tmetonyms_de\n"
            "RUS\tun\tRussland\tRussia\trussisch\tRusse|Russin\tRussian\tMoskau\tKreml\n"
            "DEU\tun\tDeutschland\tGermany\tdeutsch\tDeutsche\tGerman\tBerlin\t\n"},
           {"actors/persons.tsv",
            "key\tname_de\tname_en\tsurname_de\tsurname_en\tstate\nputin\tWladimir Putin\tVladimir "
            "Putin\tPutin\tPutin\tRUS\n"},
           {"actors/terms.tsv",
            "person\toffice\tsector\tfrom\tto\nputin\tpresident\tGOV\t2000-05-07\t2008-05\n"
            "putin\tpresident\tGOV\t2012-05-07\t\n"},
           {"words/classes.tsv", "language\tlemma\tclass\nde\tWaffe\tweapon\nen\tweapon\tweapon\n"},
           {"frames/aid.yaml", R"(- frame: give-arms
  event: AID
  context: [military]
  cameo: "072"
  roles: {verb: {recipient: [indirect, an, to]}}
  where: {object: [weapon]}
  units:
    de: {liefern: {}, Lieferung: {where: {}}}
    en: {supply: {}}
  examples:
    de: {"Deutschland liefert Waffen an Russland.": "AID DEU > RUS"}
    en: {"Germany supplies bread.": none}
)"}}};
}

/// The small knowledge with one file replaced or added.
inline SourceDirectory small_with(const std::string& path, const std::string& text) {
  SourceDirectory directory = small_knowledge();
  const auto at = std::find_if(directory.files.begin(), directory.files.end(),
                               [&](const SourceFile& file) { return file.path == path; });
  if (at != directory.files.end()) {
    at->text = text;
  } else {
    directory.files.push_back({path, text});
  }
  return directory;
}

inline std::vector<std::string> faults_of(SourceDirectory directory) {
  std::vector<SourceDirectory> stack;
  stack.push_back(std::move(directory));
  std::vector<std::string> lines;
  for (const Fault& fault : compile_sources(std::move(stack)).faults) lines.push_back(fault.text());
  return lines;
}

/// Faults of the small knowledge with one file replaced or added.
inline std::vector<std::string> faults_with(const std::string& path, const std::string& text) {
  return faults_of(small_with(path, text));
}

}  // namespace depesche::kb
