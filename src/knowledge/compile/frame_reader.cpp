// YAML -> Frame. Shapes only; meaning is checked in frame_checker.cpp.
#include "base/utf8.h"
#include "knowledge/compile/frames.h"
#include "knowledge/compile/yaml_reader.h"

namespace depesche::kb {
namespace {

constexpr std::array<std::string_view, 2> kLanguages = {"de", "en"};

class FrameReader {
 public:
  FrameReader(const OpenFile& file, Faults& faults) : file_(file), yaml_(file.shown, faults) {}

  std::vector<Frame> read() {
    std::vector<Frame> frames;
    const auto root = yaml_.load(file_.text);
    if (!root || root->IsNull()) return frames;
    if (!root->IsSequence()) {
      yaml_.error(*root, "expected a list of frames");
      return frames;
    }
    for (const auto& node : *root) {
      if (auto frame = read_frame(node)) frames.push_back(std::move(*frame));
    }
    return frames;
  }

 private:
  std::optional<Frame> read_frame(const YAML::Node& node) {
    if (!yaml_.known_keys(node, {"frame", "about", "event", "reduce", "mode", "context", "cameo", "roles", "where",
                                 "not", "where_actor", "where_recipient", "where_content", "reciprocal", "status",
                                 "needs", "needs_arg", "units", "examples"})) {
      return std::nullopt;
    }
    Frame frame;
    frame.name = yaml_.scalar(node["frame"]);
    frame.file = &file_;
    frame.place = yaml_.place(node);
    if (frame.name.empty()) {
      yaml_.error(node, "a frame needs a name");
      return std::nullopt;
    }
    read_settings(node, frame.settings);
    if (const auto roles = node["roles"]; roles && yaml_.known_keys(roles, {"verb", "noun", "adjective"})) {
      for (const auto& entry : roles) {
        const auto pos = yaml_.scalar(entry.first);
        if (yaml_.known_keys(entry.second, {"actor", "recipient", "content"})) {
          read_roles(entry.second, frame.roles[pos]);
        }
      }
    }
    each_language(node["units"], [&](const std::string& language, const YAML::Node& units) {
      std::set<std::string> seen;
      for (const auto& entry : units) {
        const std::string key = yaml_.scalar(entry.first);
        if (!seen.insert(key).second)
          yaml_.error(entry.first, "unit '" + key + "' stands here twice: give it a list of maps");
        read_unit(language, entry.first, entry.second, frame);
      }
    });
    each_language(node["examples"], [&](const std::string& language, const YAML::Node& examples) {
      for (const auto& entry : examples) {
        frame.examples.push_back(
            {language, yaml_.scalar(entry.first), written(entry.second), yaml_.place(entry.first)});
      }
    });
    return frame;
  }

  template <typename Use>
  void each_language(const YAML::Node& node, Use use) {
    if (!node || node.IsNull() || !yaml_.known_keys(node, {kLanguages[0], kLanguages[1]})) return;
    for (const auto& entry : node) {
      if (entry.second.IsNull()) continue;
      if (!entry.second.IsMap()) {
        yaml_.error(entry.second, "expected a map");
      } else {
        use(yaml_.scalar(entry.first), entry.second);
      }
    }
  }

  /// A unit is a map of overrides, nothing, or a list of such maps: alternatives.
  void read_unit(const std::string& language, const YAML::Node& key, const YAML::Node& value, Frame& frame) {
    Unit unit{language, "", yaml_.scalar(key), {}, yaml_.place(key)};
    unit.pos = part_of_speech(language, unit.lemma, key);
    if (unit.lemma.empty() || unit.lemma != trimmed(unit.lemma)) {
      return yaml_.error(key, "a unit needs a lemma without blanks at its edges");
    }
    if (!value.IsSequence()) return read_alternative(value, std::move(unit), frame);
    for (const auto& alternative : value) {
      Unit one = unit;
      one.place = yaml_.place(alternative);
      read_alternative(alternative, std::move(one), frame);
    }
  }

  void read_alternative(const YAML::Node& value, Unit unit, Frame& frame) {
    if (!value.IsNull()) {
      if (!yaml_.known_keys(value, {"event", "reduce", "mode", "context", "cameo", "roles", "actor", "recipient",
                                    "content", "where", "not", "where_actor", "where_recipient", "where_content",
                                    "reciprocal", "status", "needs", "needs_arg", "about"})) {
        return;
      }
      read_settings(value, unit.settings);
      read_roles(value, unit.settings.roles);
      if (const auto roles = value["roles"]; roles && yaml_.known_keys(roles, {"actor", "recipient", "content"})) {
        read_roles(roles, unit.settings.roles);
      }
    }
    frame.units.push_back(std::move(unit));
  }

  /// Takes "/n", "/v", "/a" off the lemma; else German capitals are nouns, all others verbs.
  std::string part_of_speech(const std::string& language, std::string& lemma, const YAML::Node& key) {
    if (const size_t slash = lemma.rfind('/'); slash != std::string::npos) {
      const std::string mark = lemma.substr(slash + 1);
      lemma.resize(slash);
      if (mark == "n") return "noun";
      if (mark == "v") return "verb";
      if (mark == "a") return "adjective";
      yaml_.error(key, "unknown part of speech '/" + mark + "': use /n, /v or /a");
    }
    const bool capital = !lemma.empty() && utf8::is_upper(utf8::decode(lemma, 0));
    return language == "de" && capital ? "noun" : "verb";
  }

  void read_settings(const YAML::Node& node, Settings& out) {
    text(node["event"], out.event);
    text(node["reduce"], out.reduce);
    text(node["cameo"], out.cameo);
    text(node["status"], out.status);
    text(node["needs"], out.needs);
    text(node["reciprocal"], out.reciprocal);
    if (out.reciprocal) out.reciprocal->value = yaml_.yes(node["reciprocal"]) ? "yes" : "";
    list(node["mode"], out.mode);
    list(node["context"], out.context);
    list(node["needs_arg"], out.needs_arg);
    for (size_t role = 0; role < kRoles; ++role) {
      list(node["where_" + std::string(kRoleNames[role])], out.where_roles[role]);
    }
    conditions(node["where"], out.where);
    conditions(node["not"], out.forbidden);
  }

  void read_roles(const YAML::Node& node, std::array<std::optional<WrittenList>, kRoles>& out) {
    for (size_t role = 0; role < kRoles; ++role) list(node[std::string(kRoleNames[role])], out[role]);
  }

  void conditions(const YAML::Node& node, std::optional<std::vector<Condition>>& out) {
    if (!node) return;
    out.emplace();
    if (node.IsNull()) return;
    if (!node.IsMap()) return yaml_.error(node, "expected a map of functions and classes");
    std::set<std::string> seen;
    for (const auto& entry : node) {
      Condition condition{written(entry.first), {}};
      for (const YAML::Node& item : yaml_.items(entry.second)) condition.values.push_back(written(item));
      if (!seen.insert(condition.slot.value).second) {
        yaml_.error(entry.first, "key '" + condition.slot.value + "' stands here twice");
      }
      if (condition.values.empty()) yaml_.error(entry.first, "'" + condition.slot.value + "' has no classes");
      out->push_back(std::move(condition));
    }
  }

  WrittenText written(const YAML::Node& node) { return {yaml_.scalar(node), yaml_.place(node)}; }
  void text(const YAML::Node& node, std::optional<WrittenText>& out) {
    if (node) out = written(node);
  }
  void list(const YAML::Node& node, std::optional<WrittenList>& out) {
    if (!node) return;
    out.emplace();
    for (const YAML::Node& item : yaml_.items(node)) out->push_back(written(item));
  }

  const OpenFile& file_;
  YamlReader yaml_;
};

}  // namespace

std::vector<Frame> read_frames(const OpenFile& file, Faults& faults) {
  return FrameReader(file, faults).read();
}

}  // namespace depesche::kb
