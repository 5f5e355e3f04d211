#include "exports/codes.h"

#include <charconv>

namespace depesche::exports {
namespace {

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && !text.empty() ? std::optional(value) : std::nullopt;
}

std::string_view either(std::string_view first, std::string_view second) {
  return first.empty() ? second : first;
}

}  // namespace

Codes::Codes(const Knowledge& knowledge) {
  read_states(knowledge);
  read_ontology(knowledge);
  const Table sectors = knowledge.table("exports/sectors");
  for (Row row = 0; row < sectors.size(); ++row)
    sectors_[sectors.cell(row, "sector")] = {sectors.cell(row, "cameo"), sectors.cell(row, "icews")};
  const Table nonstates = knowledge.table("exports/nonstate");
  for (Row row = 0; row < nonstates.size(); ++row) {
    nonstates_[nonstates.cell(row, "code")] = {nonstates.cell(row, "cameo"), nonstates.cell(row, "gdelt_country"),
                                               nonstates.cell(row, "gdelt_group"), nonstates.cell(row, "gdelt_type"),
                                               nonstates.cell(row, "icews")};
  }
  const Table roots = knowledge.table("exports/roots");
  for (Row row = 0; row < roots.size(); ++row)
    roots_[roots.cell(row, "root")] = {roots.cell(row, "gdelt"), roots.cell(row, "phoenix")};
  const Table languages = knowledge.table("words/languages");
  for (Row row = 0; row < languages.size(); ++row)
    languages_[languages.cell(row, "code")] = languages.cell(row, "name");
}

void Codes::read_states(const Knowledge& knowledge) {
  const Table states = knowledge.table("actors/states");
  for (Row row = 0; row < states.size(); ++row) {
    const std::string_view code = states.cell(row, "code");
    states_[code] = {states.cell(row, "name_en"), states.cell(row, "name_de"), {}, {}, code,
                     states.cell(row, "name_en")};
  }
  const Table foreign = knowledge.table("exports/states");
  for (Row row = 0; row < foreign.size(); ++row) {
    StateCodes& state = states_[foreign.cell(row, "code")];
    state.fips = foreign.cell(row, "fips");
    state.cow = foreign.cell(row, "cow");
    state.gdelt = either(foreign.cell(row, "gdelt"), state.gdelt);
    state.icews = either(foreign.cell(row, "icews"), state.icews);
  }
}

void Codes::read_ontology(const Knowledge& knowledge) {
  const Table events = knowledge.table("ontology/events");
  for (Row row = 0; row < events.size(); ++row) {
    const std::string_view type = events.cell(row, "event");
    quads_[type] = events.cell(row, "quad_class");
    const auto roots = events.list(row, "roots");
    if (!roots.empty()) type_roots_[type] = roots.front();
  }
  const Table cameo = knowledge.table("ontology/cameo");
  for (Row row = 0; row < cameo.size(); ++row)
    cameo_[cameo.cell(row, "code")] = {cameo.cell(row, "name"), number(cameo.cell(row, "goldstein"))};
}

SectorCodes Codes::sector(std::string_view code) const {
  const SectorCodes* known = found(sectors_, code);
  return known == nullptr ? SectorCodes{} : *known;
}

RootCodes Codes::root(std::string_view root) const {
  const RootCodes* known = found(roots_, root);
  return known == nullptr ? RootCodes{} : *known;
}

std::string_view Codes::language(std::string_view code) const {
  const std::string_view* known = found(languages_, code);
  return known == nullptr ? code : *known;
}

std::string_view Codes::quad_class(std::string_view type) const {
  const std::string_view* known = found(quads_, type);
  return known == nullptr ? std::string_view() : *known;
}

CameoEvent Codes::cameo(const store::EventRow& event) const {
  std::string code = event.cameo;
  if (code.empty()) {
    const std::string_view* root = found(type_roots_, event.type);
    if (root != nullptr) code = *root;
  }
  if (code.size() == 2) code += "0";
  CameoEvent out{code, {}, event.goldstein};
  if (const CameoCode* known = found(cameo_, code)) {
    out.name = known->name;
    if (!out.goldstein) out.goldstein = known->goldstein;
  }
  return out;
}

bool Codes::is_state(std::string_view place, std::string_view code) const {
  const StateCodes* known = state(code);
  return known != nullptr && (place == known->name || place == known->name_de);
}

}  // namespace depesche::exports
