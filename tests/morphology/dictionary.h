// Makes small dictionaries in the format of german-pos-dict, for tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace depesche::test {

/// A CFSA2 automaton of the given strings: a plain trie, every address in four bytes.
class Dictionary {
 public:
  explicit Dictionary(const std::vector<std::string>& strings) {
    for (const std::string& text : strings) {
      Node* node = &root_;
      for (size_t i = 0; i < text.size(); ++i) {
        auto& slot = node->arcs[static_cast<unsigned char>(text[i])];
        if (!slot) slot = std::make_unique<Node>();
        if (i + 1 == text.size()) slot->final = true;
        node = slot.get();
      }
    }
  }

  [[nodiscard]] std::vector<std::byte> bytes() {
    std::vector<Node*> order;
    size_t at = kArcSize;  // behind the arc that leads to the root
    place(root_, order, at);
    std::string out = {'\\', 'f', 's', 'a', '\xC6', 0, 0, 1, 0};
    arc(out, '^', false, true, &root_);
    for (Node* node : order) {
      size_t left = node->arcs.size();
      for (const auto& [label, next] : node->arcs) {
        arc(out, static_cast<char>(label), next->final, --left == 0, next->arcs.empty() ? nullptr : next.get());
      }
    }
    const auto* data = reinterpret_cast<const std::byte*>(out.data());
    return {data, data + out.size()};
  }

 private:
  struct Node {
    std::map<unsigned char, std::unique_ptr<Node>> arcs;
    bool final = false;
    size_t at = 0;
  };
  static constexpr size_t kArcSize = 6;  // flags, label, address

  static void place(Node& node, std::vector<Node*>& order, size_t& at) {
    if (node.arcs.empty()) return;
    node.at = at;
    at += node.arcs.size() * kArcSize;
    order.push_back(&node);
    for (auto& [label, next] : node.arcs) place(*next, order, at);
  }

  static void arc(std::string& out, char label, bool final, bool last, const Node* target) {
    out += static_cast<char>((final ? 0x20 : 0) | (last ? 0x40 : 0));
    out += label;
    size_t address = target == nullptr ? 0 : target->at;
    for (int i = 0; i < 4; ++i, address >>= 7U) out += static_cast<char>((address & 0x7FU) | (i < 3 ? 0x80U : 0U));
  }

  Node root_;
};

}  // namespace depesche::test
