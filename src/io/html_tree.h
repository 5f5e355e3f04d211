// Owns the tree of one parsed page. gumbo frees its tree recursively and does not bound its memory; here every block it
// allocates is kept in a list, which bounds the sum and is freed in a loop.
#pragma once

#include <csetjmp>
#include <cstddef>
#include <string_view>

struct GumboInternalNode;
struct GumboInternalOutput;

namespace depesche::io {

class HtmlTree {
 public:
  /// Parses at once. `utf8` must outlive the tree.
  HtmlTree(std::string_view utf8, size_t max_memory);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  /// Null when the page needs more memory than allowed.
  [[nodiscard]] const GumboInternalNode* document() const { return document_; }

 private:
  struct Block;
  static void* allocate(void* self, size_t size);
  static void release(void* self, void* pointer);
  void parse(std::string_view utf8);

  Block* blocks_ = nullptr;
  size_t left_;
  std::jmp_buf give_up_;
  const GumboInternalNode* document_ = nullptr;
};

}  // namespace depesche::io
