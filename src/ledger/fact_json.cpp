#include "ledger/fact_json.h"

#include <nlohmann/json.hpp>

namespace depesche::ledger {
namespace {

using Json = nlohmann::ordered_json;

Json sides(const std::vector<Party>& parties) {
  Json out = Json::array();
  for (const Party& one : parties) out.push_back({one.code, one.sector, one.name});
  return out;
}

std::vector<Party> sides(const Json& json) {
  std::vector<Party> parties;
  for (const Json& one : json) parties.push_back({one.at(0), one.at(1), one.at(2)});
  return parties;
}

void put(Json& out, const char* key, const std::optional<CommitmentPart>& part) {
  if (!part) return;
  Json one{{"text", part->text}};
  if (part->pattern) {
    one["template"] = {{"event", part->pattern->event},
                       {"actor", sides(part->pattern->actors)},
                       {"recipient", sides(part->pattern->recipients)},
                       {"context", part->pattern->contexts}};
  }
  out[key] = std::move(one);
}

std::optional<CommitmentPart> part(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) return std::nullopt;
  CommitmentPart out{found->at("text"), std::nullopt};
  if (const auto pattern = found->find("template"); pattern != found->end()) {
    out.pattern = Template{pattern->at("event"), sides(pattern->at("actor")), sides(pattern->at("recipient")),
                           pattern->at("context").get<std::vector<std::string>>()};
  }
  return out;
}

}  // namespace

std::string to_json(const CommitmentFact& commitment) {
  Json out{{"id", commitment.local_id},           {"kind", commitment.kind},
           {"polarity", commitment.polarity},     {"state", commitment.state},
           {"holder", sides(commitment.holders)}, {"toward", sides(commitment.toward)}};
  put(out, "action", commitment.action);
  put(out, "condition", commitment.condition);
  put(out, "consequence", commitment.consequence);
  out["day"] = commitment.day;
  out["until"] = commitment.until;
  out["evidence"] = commitment.evidence;
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<CommitmentFact> commitment_from_json(std::string_view json) {
  try {
    const Json in = Json::parse(json);
    CommitmentFact out;
    out.local_id = in.at("id");
    out.kind = in.at("kind");
    out.polarity = in.at("polarity");
    out.state = in.at("state");
    out.holders = sides(in.at("holder"));
    out.toward = sides(in.at("toward"));
    out.action = part(in, "action");
    out.condition = part(in, "condition");
    out.consequence = part(in, "consequence");
    out.day = in.at("day");
    out.until = in.at("until");
    out.evidence = in.at("evidence");
    return out;
  } catch (const Json::exception& fault) {
    return Error{ErrorCode::kBadJson, "commitment", fault.what(), "the database is damaged: ingest the reports anew"};
  }
}

}  // namespace depesche::ledger
