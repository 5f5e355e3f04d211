#include "ontology.h"

#include <array>
#include <memory>
#include <unordered_map>

#include "base/utf8.h"

namespace depesche::app {
namespace {

constexpr std::array<std::string_view, 3> kNamedTables{"actors/organisations", "actors/groups", "actors/parties"};

std::vector<std::string> column_of(const Knowledge& knowledge, std::string_view table, std::string_view column) {
  const Table rows = knowledge.table(table);
  std::vector<std::string> words;
  for (Row row = 0; row < rows.size(); ++row) {
    std::string word(rows.cell(row, column));
    if (!word.empty() && (words.empty() || words.back() != word)) words.push_back(std::move(word));
  }
  return words;
}

using Names = std::unordered_map<std::string, ledger::Party>;

void add(Names& names, std::string_view name, const ledger::Party& party) {
  if (!name.empty()) names.emplace(utf8::lower(name), party);
}

void add_states(const Knowledge& knowledge, Names& names) {
  const Table states = knowledge.table("actors/states");
  for (Row row = 0; row < states.size(); ++row) {
    const ledger::Party party{std::string(states.cell(row, "code")), "", ""};
    add(names, party.code, party);
    for (const char* column : {"name_de", "name_en"}) add(names, states.cell(row, column), party);
    for (const char* column :
         {"variants_de", "variants_en", "capital_de", "capital_en", "metonyms_de", "metonyms_en", "adj_de", "adj_en"}) {
      for (const std::string_view name : states.list(row, column)) add(names, name, party);
    }
  }
}

void add_organisations(const Knowledge& knowledge, Names& names) {
  for (const std::string_view table : kNamedTables) {
    const Table rows = knowledge.table(table);
    for (Row row = 0; row < rows.size(); ++row) {
      const ledger::Party party{std::string(rows.cell(row, "code")), std::string(rows.cell(row, "sector")),
                                std::string(rows.cell(row, "name_en"))};
      for (const char* column : {"name_de", "name_en"}) add(names, rows.cell(row, column), party);
      for (const char* column : {"variants_de", "variants_en"}) {
        for (const std::string_view name : rows.list(row, column)) add(names, name, party);
      }
    }
  }
}

}  // namespace

ledger::Ontology read_ontology(const Knowledge& knowledge) {
  ledger::Ontology ontology;
  const Table sectors = knowledge.table("ontology/sectors");
  for (Row row = 0; row < sectors.size(); ++row) {
    if (!sectors.cell(row, "organ").empty()) ontology.state_organs.emplace(sectors.cell(row, "sector"));
  }
  for (std::string& code : column_of(knowledge, "ontology/nonstate", "code")) ontology.no_state.insert(std::move(code));
  for (const std::string_view table : kNamedTables) {
    const Table rows = knowledge.table(table);
    for (Row row = 0; row < rows.size(); ++row) {
      const std::string common = utf8::lower(rows.cell(row, "name_en"));
      const std::string german = utf8::lower(rows.cell(row, "name_de"));
      if (german != common) ontology.names.emplace(german, common);
    }
  }
  return ontology;
}

ledger::Vocabulary read_vocabulary(const Knowledge& knowledge) {
  ledger::Vocabulary words{
      column_of(knowledge, "ontology/events", "event"), column_of(knowledge, "ontology/contexts", "context"),
      column_of(knowledge, "ontology/modes", "mode"), column_of(knowledge, "ontology/sectors", "sector"),
      column_of(knowledge, "actors/states", "code")};
  for (const char* column : {"name_de", "name_en"}) {
    for (std::string& name : column_of(knowledge, "actors/states", column)) words.parties.push_back(std::move(name));
  }
  return words;
}

ledger::PartyReader party_reader(const Knowledge& knowledge) {
  auto names = std::make_shared<Names>();
  for (const std::string& code : column_of(knowledge, "ontology/nonstate", "code")) add(*names, code, {code, "", ""});
  add_states(knowledge, *names);
  add_organisations(knowledge, *names);
  return [names](std::string_view name) -> std::optional<ledger::Party> {
    const auto found = names->find(utf8::lower(name));
    return found == names->end() ? std::nullopt : std::optional(found->second);
  };
}

}  // namespace depesche::app
