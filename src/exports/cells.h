// What cells of several formats share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exports/format.h"

namespace depesche::exports {

enum class End { kSource, kTarget };

template <End kEnd>
const RecordActor* actor_at(const RowView& row) {
  return kEnd == End::kSource ? row.dyad.source : row.dyad.target;
}

/// Readers of these formats disagree on quoting: tabs, line ends and other control characters become one blank, a
/// double quote becomes a single one.
[[nodiscard]] std::string plain_cell(std::string_view text);

[[nodiscard]] std::string joined(const std::vector<std::string>& list, std::string_view between);

[[nodiscard]] std::string upper(std::string_view text);  ///< in capitals

[[nodiscard]] std::string shortest(std::optional<double> value);     ///< 46.25 as "46.25"
[[nodiscard]] std::string one_decimal(std::optional<double> value);  ///< 7 as "7.0"

/// "2024-10-17" as "20241017".
[[nodiscard]] std::string compact(std::string_view day);
[[nodiscard]] std::string report_day(const EventView& view);  ///< of publication, else of the event

/// Sector and other sectors, each once.
[[nodiscard]] std::vector<std::string> sectors_of(const RecordActor& actor);
/// Roles of CAMEO for them, each once.
[[nodiscard]] std::vector<std::string> cameo_roles(const RecordActor& actor, const Codes& codes);
/// Code of the state (with `state` of the data set) or of the non-state actor, "" for neither.
[[nodiscard]] std::string cameo_entity(const RecordActor& actor, const Codes& codes, bool gdelt);

[[nodiscard]] size_t sentence_number(const EventView& view);  ///< from 1

/// The place where it is a town, region and so on, not a whole state.
[[nodiscard]] std::string town(const RowView& row);

}  // namespace depesche::exports
