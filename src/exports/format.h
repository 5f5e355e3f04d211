// The text formats of other data sets, each a table of columns: name, what fills it, and the function that does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exports/codes.h"
#include "exports/event_view.h"

namespace depesche::exports {

/// What the columns of a row read.
struct RowView {
  const EventView& view;
  const Codes& codes;
  Dyad dyad;          ///< empty in formats with a row an event
  int64_t id = 0;     ///< dyad_id() of the event that the row stands for
  std::string added;  ///< day on which that event came into the data: of mentions, not the mention's own
};

struct Column {
  std::string name;
  std::string about;                              ///< what fills it, for docs/formats.md
  std::string (*fill)(const RowView&) = nullptr;  ///< nullptr: always empty
};

struct Format {
  std::string name;  ///< as --to has it
  std::string about;
  std::vector<Column> columns = {};  ///< none: JSON, see plover.h
  bool header = false;               ///< does the format open with the names of its columns?
  bool dyads = false;                ///< a row a source and target, else a row an event
  bool mentions = false;             ///< a row a report that tells of the event
  bool dated = false;                ///< has no room for events without a day
  bool happened = false;             ///< cannot say that an event did not happen
  std::string_view nothing = {};     ///< what stands in an empty cell
};

[[nodiscard]] Format phoenix_format();
[[nodiscard]] Format gdelt1_format();
[[nodiscard]] Format gdelt2_format();
[[nodiscard]] Format gdelt2_mentions_format();
[[nodiscard]] Format icews_format();
[[nodiscard]] Format polecat_format();
[[nodiscard]] Format plover_format();

/// All of them, in the order of docs/formats.md.
[[nodiscard]] const std::vector<Format>& formats();
/// nullptr for a name that is none.
[[nodiscard]] const Format* format_named(std::string_view name);

/// The row as a line with its line end, cells split by tabs.
[[nodiscard]] std::string line_of(const Format& format, const RowView& row);
[[nodiscard]] std::string header_of(const Format& format);

}  // namespace depesche::exports
