#include "morphology/compile/fsa.h"

#include <vector>

namespace depesche::morphology {
namespace {

constexpr std::string_view kMagic = "\\fsa\xC6";
constexpr uint32_t kNumbers = 0x100;  // flag: each state begins with a number
constexpr unsigned kTargetNext = 0x80;
constexpr unsigned kLast = 0x40;
constexpr unsigned kFinal = 0x20;
constexpr unsigned kLabelBits = 0x1F;
constexpr size_t kLongest = 1000;  // bytes of a string; loops end here

struct Arc {
  char label = 0;
  bool last = false, final = false, next = false;
  size_t target = 0;  // 0: nowhere
  size_t end = 0;     // of the arc
};

class Walker {
 public:
  Walker(std::span<const std::byte> labels, std::span<const std::byte> arcs, bool numbers,
         const std::function<void(std::string_view)>& take)
      : labels_(labels), arcs_(arcs), numbers_(numbers), take_(take) {}

  bool walk() {
    std::vector<Arc> first;
    return state(0, first) && !first.empty() && (first[0].target == 0 || visit(first[0].target));
  }

 private:
  bool number(size_t& at, size_t& out) const {
    out = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
      if (at >= arcs_.size()) return false;
      const auto byte = static_cast<unsigned>(arcs_[at++]);
      out |= static_cast<size_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return true;
    }
    return false;
  }

  // The arcs of the state at that offset.
  bool state(size_t at, std::vector<Arc>& out) const {
    size_t ignored = 0;
    if (numbers_ && !number(at, ignored)) return false;
    do {
      if (at + 2 > arcs_.size()) return false;
      const auto flags = static_cast<unsigned>(arcs_[at++]);
      Arc arc;
      const unsigned label = flags & kLabelBits;
      if (label >= labels_.size()) return false;
      arc.label = static_cast<char>(label == 0 ? arcs_[at++] : labels_[label]);
      arc.final = (flags & kFinal) != 0;
      arc.last = (flags & kLast) != 0;
      arc.next = (flags & kTargetNext) != 0;
      if (!arc.next && !number(at, arc.target)) return false;
      out.push_back(arc);
    } while (!out.back().last);
    for (Arc& arc : out) {
      if (arc.next) arc.target = at;
    }
    return true;
  }

  bool visit(size_t at) {
    std::vector<Arc> arcs;
    if (text_.size() >= kLongest || !state(at, arcs)) return false;
    for (const Arc& arc : arcs) {
      text_.push_back(arc.label);
      if (arc.final) take_(text_);
      if (arc.target != 0 && !visit(arc.target)) return false;
      text_.pop_back();
    }
    return true;
  }

  std::span<const std::byte> labels_, arcs_;
  bool numbers_;
  const std::function<void(std::string_view)>& take_;
  std::string text_;
};

}  // namespace

Status each_string(std::span<const std::byte> automaton, const std::string& name,
                   const std::function<void(std::string_view)>& take) {
  const Error bad{ErrorCode::kBadModel, name, "no dictionary in the format CFSA2", "install it again"};
  constexpr size_t kHead = kMagic.size() + 3;
  if (automaton.size() < kHead ||
      std::string_view(reinterpret_cast<const char*>(automaton.data()), kMagic.size()) != kMagic) {
    return bad;
  }
  const auto byte = [&](size_t i) { return static_cast<unsigned>(automaton[i]); };
  const unsigned flags = byte(kMagic.size()) << 8U | byte(kMagic.size() + 1);
  const size_t labels = byte(kMagic.size() + 2);
  if (automaton.size() < kHead + labels) return bad;
  Walker walker(automaton.subspan(kHead, labels), automaton.subspan(kHead + labels), (flags & kNumbers) != 0, take);
  if (!walker.walk()) return bad;
  return Done{};
}

bool read_entry(std::string_view text, char separator, Entry& out) {
  const size_t first = text.find(separator);
  if (first == std::string_view::npos || first == 0) return false;
  const size_t second = text.find(separator, first + 1);
  if (second == std::string_view::npos || second == first + 1) return false;
  out.form = text.substr(0, first);
  const std::string_view edit = text.substr(first + 1, second - first - 1);
  if (edit[0] < 'A') return false;
  out.cut = static_cast<size_t>(static_cast<unsigned char>(edit[0]) - 'A');
  out.add = edit.substr(1);
  out.tag = text.substr(second + 1);
  return out.cut <= out.form.size();
}

}  // namespace depesche::morphology
