#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/utf8.h"
#include "evaluation/scores.h"

namespace depesche::evaluation {
namespace {

using nlohmann::json;

Error bad(const std::string& where, const std::string& what) {
  // the library opens its messages with "[json.exception.out_of_range.403] "
  const size_t bracket = what.starts_with('[') ? what.find("] ") : std::string::npos;
  return {ErrorCode::kBadJson, where, bracket == std::string::npos ? what : what.substr(bracket + 2),
          "see the form of samples/*.gold.json"};
}

/// Reads one gold report. JSON errors are thrown by the library and caught in read_gold.
class GoldReader {
 public:
  GoldReader(const json& doc, std::string where) : doc_(doc), where_(std::move(where)) {}

  Result<GoldReport> run(const std::string& directory) {
    gold_.id = doc_.value("id", "");
    gold_.language = doc_.value("language", "");
    gold_.published = doc_.value("published", "");
    gold_.title = doc_.value("title", "");
    gold_.agency = doc_.value("agency", "");
    if (doc_.contains("text")) {
      gold_.text = doc_.at("text").get<std::string>();
    } else {
      const std::string path = directory + "/" + doc_.at("text_file").get<std::string>();
      std::ifstream in(path, std::ios::binary);
      std::error_code unreadable;
      if (!in || !std::filesystem::is_regular_file(path, unreadable)) {
        return Error{ErrorCode::kFileNotFound, path, "the text of the gold report is missing",
                     "put it beside the gold file"};
      }
      gold_.text.assign(std::istreambuf_iterator<char>(in), {});
    }
    for (const json& a : doc_.at("actors")) {
      actors_[a.at("key").get<std::string>()] =
          a.contains("code") ? a.at("code").get<std::string>() : "?" + a.value("name", "");
    }
    for (const json& e : doc_.at("events")) gold_.items.events.push_back(event(e));
    for (const json& s : doc_.at("statements")) gold_.items.statements.push_back(statement(s));
    for (const json& c : doc_.at("commitments")) gold_.items.commitments.push_back(commitment(c));
    if (!missing_.empty()) return bad(where_, "gold piece not in the text: '" + missing_ + "'");
    return std::move(gold_);
  }

 private:
  std::vector<std::string> codes(const json& item, const char* key) const {
    std::vector<std::string> out;
    if (!item.contains(key)) return out;
    for (const json& id : item.at(key)) {
      const auto found = actors_.find(id.get<std::string>());
      if (found != actors_.end()) out.push_back(found->second);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  /// "abc#2" names the second occurrence of "abc". Code points.
  Span locate(std::string piece) {
    size_t nth = 1;
    const size_t hash = piece.rfind('#');
    if (hash != std::string::npos) {
      size_t number = 0;
      const char* end = piece.data() + piece.size();
      const auto read = std::from_chars(piece.data() + hash + 1, end, number);
      if (read.ec == std::errc() && read.ptr == end) {
        nth = number;
        piece.resize(hash);
      }
    }
    size_t at = std::string::npos;
    for (size_t i = 0; i < nth; ++i) {
      at = gold_.text.find(piece, i == 0 ? 0 : at + 1);
      if (at == std::string::npos) break;
    }
    if (at == std::string::npos) {
      if (missing_.empty()) missing_ = piece;
      return {};
    }
    const auto begin = static_cast<uint32_t>(utf8::count(std::string_view(gold_.text).substr(0, at)));
    return {begin, begin + static_cast<uint32_t>(utf8::count(piece))};
  }

  static std::string list(const std::vector<std::string>& codes) {
    std::string out;
    for (const std::string& c : codes) out += (out.empty() ? "" : " ") + c;
    return out;
  }

  Item event(const json& e) {
    const std::string piece = e.at("evidence").get<std::string>();
    Item item{e.at("event").get<std::string>(),
              e.value("status", ""),
              e.value("cameo", "").substr(0, 2),
              codes(e, "actor"),
              codes(e, "recipient"),
              {locate(piece)},
              e.value("optional", false),
              {}};
    item.show =
        item.type + ":" + item.status + " [" + list(item.actor) + "]->[" + list(item.recipient) + "] «" + piece + "»";
    return item;
  }

  Item statement(const json& s) {
    Item item{"", "", "", codes(s, "speaker"), {}, {}, s.value("optional", false), {}};
    std::string first;
    for (const json& c : s.at("content")) {
      const auto piece = c.get<std::string>();
      if (first.empty()) first = piece;
      item.where.push_back(locate(piece));
    }
    item.show = "[" + list(item.actor) + "] «" + first + "»";
    return item;
  }

  Item commitment(const json& c) {
    Item item{c.at("kind").get<std::string>(), "", "", codes(c, "holder"), {}, {}, c.value("optional", false), {}};
    std::string first;
    for (const char* part : {"action", "condition", "consequence"}) {
      if (!c.contains(part)) continue;
      const std::string piece = c.at(part).at("text").get<std::string>();
      if (first.empty()) first = piece;
      item.where.push_back(locate(piece));
    }
    item.show = item.type + " [" + list(item.actor) + "] «" + first + "»";
    return item;
  }

  const json& doc_;
  std::string where_;
  GoldReport gold_;
  std::map<std::string, std::string> actors_;
  std::string missing_;
};

Result<GoldReport> read_one(const std::string& text, const std::string& where, const std::string& directory) {
  try {
    const json doc = json::parse(text);
    return GoldReader(doc, where).run(directory);
  } catch (const json::exception& e) {
    return bad(where, e.what());
  }
}

}  // namespace

Result<std::vector<GoldReport>> read_gold(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::error_code unreadable;
  if (!in || std::filesystem::is_directory(path, unreadable))
    return Error{ErrorCode::kFileNotFound, path, "cannot be opened", "name a *.gold.json or *.gold.jsonl file"};
  const std::string directory = std::filesystem::path(path).parent_path().string();
  std::vector<GoldReport> out;
  if (path.ends_with(".json")) {
    std::stringstream all;
    all << in.rdbuf();
    auto one = read_one(all.str(), path, directory.empty() ? "." : directory);
    if (!one) return one.error();
    out.push_back(std::move(one).value());
    return out;
  }
  std::string line;
  for (size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto one = read_one(line, path + ":" + std::to_string(number), directory.empty() ? "." : directory);
    if (!one) return one.error();
    out.push_back(std::move(one).value());
  }
  if (out.empty()) return Error{ErrorCode::kFileEmpty, path, "there is no gold report in it", "give one object a line"};
  return out;
}

}  // namespace depesche::evaluation
