// A report as it came in, decoded but not yet analysed.
#pragma once

#include <optional>
#include <string>

#include "document/time_layer.h"

namespace depesche::io {

struct RawReport {
  std::string id;     ///< never empty; made from the file name (and line) where the input names none
  std::string text;   ///< UTF-8; all offsets of the coding refer to it
  std::string title;  ///< "" when there is none; a title line inside `text` stays there
  std::optional<Date> published;
  std::string language;  ///< BCP 47 as stated by the input, "" when it states none
  std::string agency;
  std::string origin;  ///< "news/a.jsonl:17", "news/b.txt", "stdin"
};

}  // namespace depesche::io
