#include "ledger/party.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche::ledger {
namespace {

bool named_only(const Party& party, const Ontology& ontology) {
  return party.code.empty() || ontology.no_state.contains(party.code);
}

bool acts_as_state(const Party& party, const Ontology& ontology) {
  return party.sector.empty() || ontology.state_organs.contains(party.sector);
}

std::string common_name(const Party& party, const Ontology& ontology) {
  std::string lower = utf8::lower(party.name);
  const auto found = ontology.names.find(lower);
  return found == ontology.names.end() ? lower : found->second;
}

bool same_name(const Party& a, const Party& b, const Ontology& ontology) {
  return a.name.empty() || b.name.empty() || common_name(a, ontology) == common_name(b, ontology);
}

}  // namespace

std::string shown(const Party& party, const Ontology& ontology) {
  if (party.code.empty()) return party.name;
  std::string text = party.code;
  if (!party.sector.empty()) text += " " + party.sector;
  if (named_only(party, ontology) && !party.name.empty()) text += " (" + party.name + ")";
  return text;
}

std::string identity(const Party& party, const Ontology& ontology) {
  if (named_only(party, ontology)) return party.code + ":" + common_name(party, ontology);
  return acts_as_state(party, ontology) ? party.code : party.code + ":" + party.sector;
}

Party canonical(const Party& party, const Ontology& ontology) {
  if (named_only(party, ontology)) return {party.code, "", common_name(party, ontology)};
  return {party.code, acts_as_state(party, ontology) ? "" : party.sector, ""};
}

bool contains(const Party& whole, const Party& part, const Ontology& ontology) {
  if (whole.code != part.code) return false;
  if (named_only(whole, ontology)) return same_name(whole, part, ontology);
  if (whole.sector == part.sector) return true;
  return whole.sector.empty() && acts_as_state(part, ontology);
}

bool touches(const Party& whole, const Party& part, const Ontology& ontology) {
  if (whole.code == part.code && whole.sector.empty() && !named_only(whole, ontology)) return true;
  return contains(whole, part, ontology);
}

std::vector<std::string> identities(const std::vector<Party>& parties, const Ontology& ontology) {
  std::vector<std::string> keys;
  keys.reserve(parties.size());
  for (const Party& party : parties) keys.push_back(identity(party, ontology));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<Party> parties_of(const CodedReport& report, const std::vector<std::string>& ids) {
  std::vector<Party> parties;
  for (const std::string& id : ids) {
    if (const RecordActor* actor = report.actor(id)) parties.push_back({actor->code, actor->sector, actor->name});
  }
  return parties;
}

}  // namespace depesche::ledger
