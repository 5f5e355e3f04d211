#include "knowledge/compile/yaml_reader.h"

#include <algorithm>
#include <set>

namespace depesche::kb {

std::optional<YAML::Node> YamlReader::load(const std::string& text) {
  try {
    return YAML::Load(text);
  } catch (const YAML::Exception& exception) {
    const auto& mark = exception.mark;
    const bool known = !mark.is_null();
    faults_->error(
        {shown_, known ? static_cast<uint32_t>(mark.line + 1) : 1, known ? static_cast<uint32_t>(mark.column + 1) : 1},
        "no valid YAML: " + exception.msg);
    return std::nullopt;
  }
}

Place YamlReader::place(const YAML::Node& node) const {
  if (!node.IsDefined() || node.Mark().is_null()) return {shown_, 0, 0};
  return {shown_, static_cast<uint32_t>(node.Mark().line + 1), static_cast<uint32_t>(node.Mark().column + 1)};
}

bool YamlReader::known_keys(const YAML::Node& node, std::initializer_list<std::string_view> keys) {
  if (!node.IsMap()) {
    error(node, "expected a map with the keys of the format");
    return false;
  }
  std::set<std::string> seen;
  for (const auto& entry : node) {
    const std::string key = scalar(entry.first);
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      error(entry.first, "unknown key '" + key + "'" + suggestion(key, keys));
    } else if (!seen.insert(key).second) {
      error(entry.first, "key '" + key + "' stands here twice");
    }
  }
  return true;
}

std::string YamlReader::scalar(const YAML::Node& node) {
  if (!node.IsDefined() || node.IsNull()) return {};
  if (!node.IsScalar()) {
    error(node, "expected one value, not a list or a map");
    return {};
  }
  return node.Scalar();
}

bool YamlReader::yes(const YAML::Node& node) {
  if (!node.IsDefined()) return false;
  const std::string value = scalar(node);
  if (value == "yes" || value == "true") return true;
  if (value != "no" && value != "false") error(node, "expected yes or no, not '" + value + "'");
  return false;
}

std::vector<YAML::Node> YamlReader::items(const YAML::Node& node) {
  std::vector<YAML::Node> out;
  if (!node.IsDefined() || node.IsNull()) return out;
  if (node.IsSequence()) {
    for (const auto& item : node) out.push_back(item);
  } else {
    out.push_back(node);
  }
  return out;
}

}  // namespace depesche::kb
