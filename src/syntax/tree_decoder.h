// The best dependency tree with exactly one root: Chu-Liu/Edmonds on dense scores.
//
// Chu and Liu 1965, Edmonds 1967. Most sentences need no contraction: the best heads already form a
// tree. For the others every root arc loses the same large sum first, so that the best tree has as
// few root arcs as it can, one; that keeps the search exact. A contraction costs O(n^2).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace depesche::syntax {

/// Owns its scratch memory (12 bytes a pair of words, used only where contractions are needed);
/// one a thread. Sentences have at most 65,534 words; the parser cuts them far below.
class TreeDecoder {
 public:
  /// scores: row d - 1 (stride floats apart) holds the finite scores of the heads 0 (root) to `words`
  /// of word d. heads[d - 1] receives the head of word d. Precondition: words >= 1.
  void decode(const float* scores, size_t stride, size_t words, uint32_t* heads);

 private:
  struct Arc {
    uint16_t dependent = 0;
    uint16_t head = 0;
  };
  /// One contracted cycle.
  struct Contraction {
    uint32_t representative = 0;
    std::vector<uint32_t> members;
    std::vector<Arc> arcs;        ///< the arc into each member that the cycle consists of
    std::vector<uint16_t> owner;  ///< for each word the node that it was part of before
  };

  bool greedy(const float* scores, size_t stride, size_t words, uint32_t* heads);
  void fill(const float* scores, size_t stride, size_t words);
  void choose_best();
  bool find_cycle(std::vector<uint32_t>& cycle);
  void contract(const std::vector<uint32_t>& cycle);
  void expand(uint32_t* heads);

  double& score(size_t dependent, size_t head) { return scores_[dependent * nodes_ + head]; }
  Arc& arc(size_t dependent, size_t head) { return arcs_[dependent * nodes_ + head]; }

  size_t nodes_ = 0;              ///< words and the root, node 0
  std::vector<double> scores_;    ///< between active nodes
  std::vector<Arc> arcs_;         ///< the original arc behind each score
  std::vector<uint32_t> active_;  ///< nodes not yet contracted away, rising
  std::vector<uint32_t> best_;    ///< best head of an active node
  std::vector<uint32_t> mark_;
  std::vector<uint16_t> owner_;
  std::vector<Contraction> contractions_;
};

}  // namespace depesche::syntax
