#include "morphology/compile/lexicon_writer.h"

#include <cstring>

namespace depesche::morphology {
namespace {

constexpr size_t kSlotsOfHundred = 85;  // forms a hundred slots
constexpr size_t kMaxEdits = 1U << 24U;
constexpr size_t kMaxEditSize = UINT16_MAX;

template <typename T>
void append(std::vector<std::byte>& out, const std::vector<T>& part) {
  const auto* data = reinterpret_cast<const std::byte*>(part.data());
  out.insert(out.end(), data, data + part.size() * sizeof(T));
}

/// Numbers equal lists and equal edits once.
struct Layout {
  std::vector<uint32_t> lists{0};
  std::vector<file::Reading> readings;
  std::vector<file::Edit> edits;
  std::string text;
  std::map<std::pair<size_t, std::string>, uint32_t> edit_numbers;
  std::map<std::vector<std::pair<uint32_t, uint32_t>>, uint32_t> list_numbers;

  uint32_t edit(size_t cut, const std::string& add) {
    const auto [at, made] = edit_numbers.try_emplace({cut, add}, static_cast<uint32_t>(edits.size()));
    if (made) {
      edits.push_back(
          {static_cast<uint32_t>(text.size()), static_cast<uint16_t>(cut), static_cast<uint16_t>(add.size())});
      text += add;
    }
    return at->second;
  }

  uint32_t list(const std::vector<std::pair<uint32_t, uint32_t>>& content) {
    const auto [at, made] = list_numbers.try_emplace(content, static_cast<uint32_t>(lists.size() - 1));
    if (made) {
      for (const auto& [cells, kind_and_edit] : content) readings.push_back({cells, kind_and_edit});
      lists.push_back(static_cast<uint32_t>(readings.size()));
    }
    return at->second;
  }
};

}  // namespace

void LexiconWriter::add(std::string_view form, Kind kind, size_t cut, std::string_view add, uint32_t cells) {
  // Take off and add no more than what differs, so that equal edits look equal.
  while (cut > 0 && !add.empty() && form[form.size() - cut] == add.front()) {
    --cut;
    add.remove_prefix(1);
  }
  auto at = forms_.find(form);
  if (at == forms_.end()) at = forms_.emplace(std::string(form), std::map<Key, uint32_t>()).first;
  at->second[{kind, cut, std::string(add)}] |= cells;
}

Result<std::vector<std::byte>> LexiconWriter::bytes() const {
  Layout layout;
  std::vector<file::Slot> slots(forms_.size() * 100 / kSlotsOfHundred + 1);
  for (const auto& [form, readings] : forms_) {
    std::vector<std::pair<uint32_t, uint32_t>> content;
    for (const auto& [key, cells] : readings) {
      if (key.cut > kMaxEditSize || key.add.size() > kMaxEditSize)
        return Error{ErrorCode::kTooLarge, form, "a lemma that is too long", ""};
      content.emplace_back(cells, static_cast<uint32_t>(key.kind) | layout.edit(key.cut, key.add) << 8U);
    }
    const uint64_t hash = file::hash(form);
    const auto count = static_cast<uint32_t>(slots.size());
    uint32_t at = file::first_slot(hash, count);
    while (slots[at].print != 0) at = at + 1 == count ? 0 : at + 1;
    slots[at] = {file::print(hash), layout.list(content)};
  }
  if (layout.edits.size() >= kMaxEdits) return Error{ErrorCode::kTooLarge, "lexicon", "too many ways to a lemma", ""};
  while (layout.text.size() % 4 != 0) layout.text += '\0';

  std::vector<std::byte> parts;
  append(parts, slots);
  append(parts, layout.lists);
  append(parts, layout.readings);
  append(parts, layout.edits);
  append(parts, std::vector<char>(layout.text.begin(), layout.text.end()));
  file::Header header{};
  header.magic = file::kMagic;
  header.version = file::kVersion;
  header.slots = static_cast<uint32_t>(slots.size());
  header.fingerprint = file::fingerprint(parts);
  header.size = sizeof(header) + parts.size();
  header.forms = static_cast<uint32_t>(forms_.size());
  header.lists = static_cast<uint32_t>(layout.lists.size() - 1);
  header.readings = static_cast<uint32_t>(layout.readings.size());
  header.edits = static_cast<uint32_t>(layout.edits.size());
  header.text = static_cast<uint32_t>(layout.text.size());
  std::vector<std::byte> out(sizeof(header));
  std::memcpy(out.data(), &header, sizeof(header));
  out.insert(out.end(), parts.begin(), parts.end());
  return out;
}

}  // namespace depesche::morphology
