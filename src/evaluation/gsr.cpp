#include "evaluation/gsr.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace depesche::evaluation {
namespace {

using nlohmann::json;
using Codes = std::set<std::string>;
using Names = std::pair<std::string_view, std::string_view>;

// PLOVER 0.5 -> 2.0
constexpr std::array<Names, 4> kOldTypes = {
    {{"DEMAND", "REQUEST"}, {"DISAPPROVE", "ACCUSE"}, {"INVESTIGATE", "ACCUSE"}, {"FIGHT", "ASSAULT"}}};
// two codes that are not ISO, and one code for all international organisations
constexpr std::array<Names, 4> kOldCodes = {{{"JAP", "JPN"}, {"ITL", "ITA"}, {"UNO", "IGO"}, {"EUR", "IGO"}}};

template <size_t N>
std::string renamed(const std::string& name, const std::array<Names, N>& table) {
  for (const auto& [old, now] : table) {
    if (old == name) return std::string(now);
  }
  return name;
}

std::string three(const std::string& code) {
  return renamed(code.substr(0, 3), kOldCodes);
}

Codes side(const json& doc, const char* key) {
  Codes out;
  if (!doc.contains(key) || !doc.at(key).is_array()) return out;
  for (const json& actor : doc.at(key)) {
    if (!actor.is_object()) continue;
    const std::string code = actor.value("code", "");
    if (!code.empty()) out.insert(three(code));
  }
  return out;
}

std::string date_of(const json& doc) {
  if (!doc.contains("date")) return "2000-01-01";
  const std::string date = doc.at("date").is_string() ? doc.at("date").get<std::string>() : doc.at("date").dump();
  if (date.find('-') != std::string::npos || date.size() < 8) return date;
  return date.substr(0, 4) + "-" + date.substr(4, 2) + "-" + date.substr(6, 2);
}

std::string stripped(std::string text) {
  const size_t from = text.find_first_not_of("{} ");
  if (from == std::string::npos) return {};
  return text.substr(from, text.find_last_not_of("{} ") + 1 - from);
}

Codes codes_of(const std::vector<std::string>& ids, const CodedReport& report) {
  Codes out;
  for (const std::string& id : ids) {
    const RecordActor* a = report.actor(id);
    if (a != nullptr) out.insert(three(a->code.empty() ? "?" + a->name : a->code));
  }
  return out;
}

bool meet(const Codes& one, const Codes& two) {
  return std::any_of(one.begin(), one.end(), [&](const std::string& code) { return two.contains(code); });
}

bool dyad_holds(const GsrSentence& gold, const Codes& actor, const Codes& recipient) {
  const bool reciprocal = recipient.empty() && actor.size() > 1;
  return (gold.source.empty() || meet(gold.source, actor)) &&
         (gold.target.empty() || meet(gold.target, reciprocal ? actor : recipient));
}

std::string list(const Codes& codes) {
  std::string out;
  for (const std::string& c : codes) out += (out.empty() ? "" : " ") + c;
  return "[" + out + "]";
}

}  // namespace

Result<std::vector<GsrSentence>> read_gsr(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::error_code unreadable;
  if (!in || std::filesystem::is_directory(path, unreadable))
    return Error{ErrorCode::kFileNotFound, path, "cannot be opened", "name a file of PLOVER gold-standard records"};
  std::vector<GsrSentence> out;
  std::string line;
  for (size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      const json doc = json::parse(line);
      GsrSentence s;
      s.id = doc.at("id").get<std::string>();
      s.published = date_of(doc);
      s.text = stripped(doc.at("text").get<std::string>());
      s.event = renamed(doc.at("event").get<std::string>(), kOldTypes);
      s.source = side(doc, "source");
      s.target = side(doc, "target");
      out.push_back(std::move(s));
    } catch (const json::exception& e) {
      return Error{ErrorCode::kBadJson, path + ":" + std::to_string(number), e.what(),
                   "give one object a line with id, text and event"};
    }
  }
  if (out.empty()) return Error{ErrorCode::kFileEmpty, path, "there is no record in it", "give one object a line"};
  return out;
}

void GsrScores::add(const GsrSentence& gold, const CodedReport* report, std::vector<std::string>* errors) {
  std::set<std::string> types;
  bool right = false;
  bool dyad = false;
  std::string got;
  if (report != nullptr) {
    for (const RecordEvent& e : report->events) {
      types.insert(e.event);
      const Codes actor = codes_of(e.actor, *report);
      const Codes recipient = codes_of(e.recipient, *report);
      got += " " + e.event + " " + list(actor) + "->" + list(recipient);
      if (e.event != gold.event) continue;
      right = true;
      dyad |= dyad_holds(gold, actor, recipient);
    }
  }
  silent_ += types.empty() ? 1 : 0;
  types.erase(gold.event);
  const auto count = [&](Tally& t, bool hit) {
    (hit ? t.right : t.missed) += 1;
    t.invented += types.size() + (right && !hit ? 1 : 0);
  };
  count(levels_[0].tally, right);
  count(levels_[1].tally, dyad);
  if (errors != nullptr && !dyad)
    errors->push_back("  " + gold.id + " gold " + gold.event + " " + list(gold.source) + "->" + list(gold.target) +
                      " | got" + (got.empty() ? " nothing" : got) + " | " + gold.text);
}

}  // namespace depesche::evaluation
