#include "io/foreign.h"

#include <algorithm>
#include <array>

namespace depesche::io {
namespace {

struct Kind {
  std::string_view name;
  std::string_view endings;  ///< between blanks
  std::string_view head;     ///< first bytes; "" for none
  std::string_view cure;
};

constexpr std::string_view kSaveText = "save it as plain text (.txt)";
constexpr std::array<Kind, 6> kKinds = {{
    {"PDF", " pdf ", "%PDF-", kSaveText},
    {"rich text", " rtf ", "{\\rtf", kSaveText},
    {"an office document", " doc docx odt pages epub ", "", kSaveText},
    {"a table", " csv tsv xls xlsx ods ", "", "make one JSON object a line of it, with the field text (.jsonl)"},
    {"XML", " xml ", "<?xml", "make one JSON object a line of it, with the field text (.jsonl)"},
    {"an archive", " zip tar tgz 7z bz2 xz rar ", "", "unpack it and name the files (.gz and .zst are read)"},
}};

}  // namespace

std::optional<Error> foreign_format(std::string_view name, std::string_view head, const std::string& where) {
  const size_t dot = name.rfind('.');
  std::string ending;
  if (dot != std::string_view::npos && name.find('/', dot) == std::string_view::npos)
    ending = " " + std::string(name.substr(dot + 1)) + " ";
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  for (const Kind& kind : kKinds) {
    const bool named = ending.size() > 2 && kind.endings.find(ending) != std::string_view::npos;
    if (named || (!kind.head.empty() && head.starts_with(kind.head)))
      return Error{ErrorCode::kFileUnreadable, where, "this is " + std::string(kind.name) + ", which is not read",
                   std::string(kind.cure)};
  }
  return std::nullopt;
}

}  // namespace depesche::io
