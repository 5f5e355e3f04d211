// yaml-cpp with places: every access that finds the wrong shape is a fault, none throws.
#pragma once

#include <yaml-cpp/yaml.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/compile/faults.h"

namespace depesche::kb {

class YamlReader {
 public:
  /// Both outlive the reader.
  YamlReader(const std::string& shown, Faults& faults) : shown_(&shown), faults_(&faults) {}

  /// Nothing (and a fault) when `text` is no YAML.
  std::optional<YAML::Node> load(const std::string& text);

  [[nodiscard]] Place place(const YAML::Node& node) const;
  void error(const YAML::Node& node, std::string message) { faults_->error(place(node), std::move(message)); }
  void warning(const YAML::Node& node, std::string message) { faults_->warning(place(node), std::move(message)); }

  /// False (and a fault) when `node` is no map; a fault for each key that is not listed or comes twice.
  bool known_keys(const YAML::Node& node, std::initializer_list<std::string_view> keys);
  /// The scalar, "" for a missing node; a fault for lists and maps.
  std::string scalar(const YAML::Node& node);
  /// "yes" or "true"; a fault for anything but a yes or a no.
  bool yes(const YAML::Node& node);
  /// A scalar or a list of scalars; empty for a missing node.
  std::vector<YAML::Node> items(const YAML::Node& node);

 private:
  const std::string* shown_;
  Faults* faults_;
};

}  // namespace depesche::kb
