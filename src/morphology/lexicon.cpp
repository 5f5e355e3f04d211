#include "morphology/lexicon.h"

#include <algorithm>
#include <bit>

namespace depesche::morphology {
namespace {

static_assert(std::endian::native == std::endian::little, "the compiled lexicon is used in place");

Error bad(const std::string& path, const std::string& what) {
  return {ErrorCode::kBadModel, path, what, "build again"};
}

/// Takes `count` elements off the front of `bytes`; false when there are fewer.
template <typename T>
bool take(std::span<const std::byte>& bytes, size_t count, std::span<const T>& out) {
  if (count > bytes.size() / sizeof(T)) return false;
  out = {reinterpret_cast<const T*>(bytes.data()), count};
  bytes = bytes.subspan(count * sizeof(T));
  return true;
}

bool consistent(const file::View& view) {
  if (view.lists.front() != 0 || view.lists.back() != view.readings.size()) return false;
  if (!std::is_sorted(view.lists.begin(), view.lists.end())) return false;
  const size_t lists = view.lists.size() - 1;
  bool empty_slot = false;
  for (const file::Slot& s : view.slots) {
    empty_slot |= s.print == 0;  // probing ends at one
    if (s.print != 0 && s.list >= lists) return false;
  }
  for (const file::Reading& r : view.readings) {
    if ((r.kind_and_edit & 0xFFU) >= kKinds || (r.kind_and_edit >> 8U) >= view.edits.size()) return false;
  }
  for (const file::Edit& e : view.edits) {
    if (e.text > view.text.size() || e.size > view.text.size() - e.text) return false;
  }
  return empty_slot;
}

}  // namespace

std::string Reading::lemma(std::string_view form) const {
  std::string out(form.substr(0, form.size() - std::min<size_t>(cut, form.size())));
  return out.append(add);
}

Reading Readings::Iterator::operator*() const {
  const file::Edit& edit = view_->edits[at_->kind_and_edit >> 8U];
  return {static_cast<Kind>(at_->kind_and_edit & 0xFFU), at_->cells, edit.cut,
          view_->text.substr(edit.text, edit.size)};
}

Result<Lexicon> Lexicon::open(const std::string& path) {
  auto mapped = MappedFile::open(path);
  if (!mapped) return mapped.error();
  Lexicon lexicon(std::move(mapped).value());
  if (const Status read = lexicon.attach(path); !read) return read.error();
  return lexicon;
}

Status Lexicon::attach(const std::string& path) {
  std::span<const std::byte> bytes = file_.bytes();
  std::span<const file::Header> header;
  if (!take(bytes, 1, header) || header[0].magic != file::kMagic) return bad(path, "no lexicon of this program");
  view_.header = header.data();
  const file::Header& h = header[0];
  if (h.version != file::kVersion) return bad(path, "a lexicon of another version of this program");
  if (h.size != file_.bytes().size()) return bad(path, "the lexicon is cut off");
  if (h.fingerprint != file::fingerprint(bytes)) return bad(path, "the lexicon is damaged");
  std::span<const char> text;
  const bool whole =
      h.slots > 0 && take(bytes, h.slots, view_.slots) && take(bytes, static_cast<size_t>(h.lists) + 1, view_.lists) &&
      take(bytes, h.readings, view_.readings) && take(bytes, h.edits, view_.edits) && take(bytes, h.text, text);
  view_.text = {text.data(), text.size()};
  if (!whole || !consistent(view_)) return bad(path, "the lexicon is damaged");
  return Done{};
}

Readings Lexicon::find(std::string_view form) const {
  const uint64_t hash = file::hash(form);
  const uint32_t print = file::print(hash);
  const auto slots = static_cast<uint32_t>(view_.slots.size());
  for (uint32_t at = file::first_slot(hash, slots); view_.slots[at].print != 0; at = at + 1 == slots ? 0 : at + 1) {
    if (view_.slots[at].print != print) continue;
    const uint32_t list = view_.slots[at].list;
    return {view_.readings.subspan(view_.lists[list], view_.lists[list + 1] - view_.lists[list]), &view_};
  }
  return {};
}

std::optional<uint32_t> Lexicon::cells(std::string_view form, Kind kind) const {
  std::optional<uint32_t> out;
  for (const Reading r : find(form)) {
    if (r.kind == kind) out = out.value_or(0) | r.cells;
  }
  return out;
}

}  // namespace depesche::morphology
