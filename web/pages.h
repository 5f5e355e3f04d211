// The files of the desk's pages (web/), compiled into the program; none where they could not be built.
#pragma once

#include <span>
#include <string_view>

namespace depesche::desk {

struct PageFile {
  std::string_view path;  ///< as browsers ask for it: "/index.html", "/assets/index-5qLwWtyy.css"
  std::string_view type;  ///< Content-Type
  bool immutable;         ///< its name holds a hash of its content: may be kept for ever
  std::string_view bytes;
  std::string_view gzip;  ///< the same bytes, compressed
};

/// In order of path; lives as long as the program.
[[nodiscard]] std::span<const PageFile> page_files();

}  // namespace depesche::desk
