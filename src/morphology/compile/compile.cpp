#include "morphology/compile/compile.h"

#include <unordered_set>

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

/// Hands over what the program has a use for, and counts what cannot be read.
Status each_reading(std::span<const std::byte> dictionary, const std::string& name, size_t& strange,
                    const std::function<void(const Entry&, const TagMeaning&)>& take) {
  return each_string(dictionary, name, [&](std::string_view text) {
    Entry entry;
    if (!read_entry(text, kSeparator, entry)) {
      ++strange;
      return;
    }
    const auto meaning = meaning_of(entry.tag);
    if (meaning && wanted(entry, *meaning)) take(entry, *meaning);
  });
}

/// The package gives forms like "Schüsse" now a lemma in the spelling of 1996, now in that of before: the newer stands
/// for both.
class Spelling {
 public:
  void learn(std::string_view form) {
    if (form.ends_with("ss")) modern_.emplace(form);
  }
  /// The lemma of the entry is rewritten through `add` when there is a modern spelling.
  void mend(Entry& entry) {
    if (entry.form.find("ß") != std::string_view::npos) return;
    lemma_.assign(entry.form.substr(0, entry.form.size() - entry.cut)).append(entry.add);
    if (!lemma_.ends_with("ß")) return;
    lemma_.replace(lemma_.size() - 2, 2, "ss");
    if (!modern_.contains(lemma_)) return;
    entry.cut = entry.form.size();
    entry.add = lemma_;
  }

 private:
  std::unordered_set<std::string> modern_;
  std::string lemma_;
};

}  // namespace

Result<std::vector<std::byte>> compile_lexicon(std::span<const std::byte> dictionary, const std::string& name) {
  LexiconWriter writer;
  Spelling spelling;
  size_t strange = 0;
  Status read = each_reading(dictionary, name, strange,
                             [&](const Entry& entry, const TagMeaning&) { spelling.learn(entry.form); });
  if (read) {
    read = each_reading(dictionary, name, strange, [&](Entry entry, const TagMeaning& meaning) {
      spelling.mend(entry);
      writer.add(entry.form, meaning.kind, entry.cut, entry.add, meaning.cells);
    });
  }
  if (!read) return read.error();
  if (writer.forms() == 0 || strange > 0) {
    return Error{ErrorCode::kBadModel, name, std::to_string(strange) + " entries that cannot be read",
                 "install it again"};
  }
  return writer.bytes();
}

}  // namespace depesche::morphology
