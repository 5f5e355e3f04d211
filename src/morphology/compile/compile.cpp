#include "morphology/compile/compile.h"

#include "base/utf8.h"
#include "morphology/compile/fsa.h"
#include "morphology/compile/lexicon_writer.h"
#include "morphology/compile/tags.h"

namespace depesche::morphology {
namespace {

constexpr char kSeparator = '_';
constexpr uint32_t kParticiple = kPastParticiple | kPresentParticiple;
constexpr uint32_t kGraded = kComparative | kSuperlative;

bool wanted(const Entry& entry, const TagMeaning& meaning) {
  const bool capital = utf8::is_upper(utf8::decode(entry.form, 0));
  // verbs and adjectives at the start of a sentence are looked up in lower case
  if (capital && (meaning.kind == Kind::kVerb)) return false;
  return meaning.kind != Kind::kAdjective || (meaning.cells & kParticiple) == 0 || (meaning.cells & kGraded) == 0;
}

}  // namespace

Result<std::vector<std::byte>> compile_lexicon(std::span<const std::byte> dictionary, const std::string& name) {
  LexiconWriter writer;
  size_t strange = 0;
  const Status read = each_string(dictionary, name, [&](std::string_view text) {
    Entry entry;
    if (!read_entry(text, kSeparator, entry)) {
      ++strange;
      return;
    }
    const auto meaning = meaning_of(entry.tag);
    if (meaning && wanted(entry, *meaning)) writer.add(entry.form, meaning->kind, entry.cut, entry.add, meaning->cells);
  });
  if (!read) return read.error();
  if (writer.forms() == 0 || strange > 0) {
    return Error{ErrorCode::kBadModel, name, std::to_string(strange) + " entries that cannot be read", "install it again"};
  }
  return writer.bytes();
}

}  // namespace depesche::morphology
