#include "io/html_tree.h"

#include <gumbo.h>

#include <cstdlib>

namespace depesche::io {

struct alignas(std::max_align_t) HtmlTree::Block {
  Block* previous;
  Block* next;
  size_t size;
};

HtmlTree::HtmlTree(std::string_view utf8, size_t max_memory) : left_(max_memory) {
  parse(utf8);
}

HtmlTree::~HtmlTree() {
  while (blocks_ != nullptr) {
    Block* next = blocks_->next;
    std::free(blocks_);
    blocks_ = next;
  }
}

void* HtmlTree::allocate(void* self, size_t size) {
  auto& tree = *static_cast<HtmlTree*>(self);
  const size_t whole = size + sizeof(Block);
  auto* block = whole < size || whole > tree.left_ ? nullptr : static_cast<Block*>(std::malloc(whole));
  // The parser is C and does not look at what it gets: leaving it is the only way. Its frames own nothing but blocks of
  // the list, which the destructor frees.
  if (block == nullptr) std::longjmp(tree.give_up_, 1);
  tree.left_ -= whole;
  *block = {nullptr, tree.blocks_, whole};
  if (tree.blocks_ != nullptr) tree.blocks_->previous = block;
  tree.blocks_ = block;
  return block + 1;
}

void HtmlTree::release(void* self, void* pointer) {
  if (pointer == nullptr) return;
  auto& tree = *static_cast<HtmlTree*>(self);
  Block* block = static_cast<Block*>(pointer) - 1;
  if (block->previous != nullptr) block->previous->next = block->next;
  if (block->next != nullptr) block->next->previous = block->previous;
  if (tree.blocks_ == block) tree.blocks_ = block->next;
  tree.left_ += block->size;
  std::free(block);
}

void HtmlTree::parse(std::string_view utf8) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &HtmlTree::allocate;
  options.deallocator = &HtmlTree::release;
  options.userdata = this;
  options.max_errors = 0;
  if (setjmp(give_up_) != 0) return;  // document_ stays null
  document_ = gumbo_parse_with_options(&options, utf8.data(), utf8.size())->document;
}

}  // namespace depesche::io
