// How other data sets write what our codes say: a view over knowledge/exports and knowledge/ontology. Immutable after
// it is made; holds views into the Knowledge, which must outlive it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "knowledge/knowledge.h"
#include "record/coded_report.h"
#include "store/rows.h"

namespace depesche::exports {

struct StateCodes {
  std::string_view name;     ///< English
  std::string_view name_de;  ///< German
  std::string_view fips;     ///< FIPS 10-4; "" where the standard has none
  std::string_view cow;      ///< number of the Correlates of War project, or ""
  std::string_view gdelt;    ///< CAMEO code of the state in GDELT
  std::string_view icews;    ///< name in ICEWS
};

struct SectorCodes {
  std::string_view cameo;  ///< role of CAMEO, or ""
  std::string_view icews;
};

struct NonstateCodes {
  std::string_view cameo;
  std::string_view gdelt_country;
  std::string_view gdelt_group;
  std::string_view gdelt_type;
  std::string_view icews;
};

struct CameoCode {
  std::string_view name;
  std::optional<double> goldstein;
};

struct RootCodes {
  std::string_view gdelt;    ///< quad class 1 to 4
  std::string_view phoenix;  ///< class 0 to 4
};

/// What stands in CAMEO for an event: the code at its finest, "030" where only the root is known.
struct CameoEvent {
  std::string code;
  std::string name;
  std::optional<double> goldstein;
  [[nodiscard]] std::string root() const { return code.substr(0, 2); }
  [[nodiscard]] std::string base() const { return code.substr(0, 3); }
};

class Codes {
 public:
  explicit Codes(const Knowledge& knowledge);

  /// nullptr for codes that are none of that kind.
  [[nodiscard]] const StateCodes* state(std::string_view code) const { return found(states_, code); }
  [[nodiscard]] const NonstateCodes* nonstate(std::string_view code) const { return found(nonstates_, code); }
  /// Empty fields for a sector that is not in the table.
  [[nodiscard]] SectorCodes sector(std::string_view code) const;
  [[nodiscard]] RootCodes root(std::string_view root) const;
  [[nodiscard]] std::string_view language(std::string_view code) const;    ///< "de" -> "German"
  [[nodiscard]] std::string_view quad_class(std::string_view type) const;  ///< "verbal cooperation"
  /// An event without a code gets the general one of its type's first root.
  [[nodiscard]] CameoEvent cameo(const store::EventRow& event) const;
  /// Is the place a whole state, not a place in it?
  [[nodiscard]] bool is_state(std::string_view place, std::string_view code) const;

 private:
  template <typename Value>
  using Map = std::unordered_map<std::string_view, Value>;
  template <typename Value>
  static const Value* found(const Map<Value>& map, std::string_view key) {
    const auto at = map.find(key);
    return at == map.end() ? nullptr : &at->second;
  }

  void read_states(const Knowledge& knowledge);
  void read_ontology(const Knowledge& knowledge);

  Map<StateCodes> states_;
  Map<NonstateCodes> nonstates_;
  Map<SectorCodes> sectors_;
  Map<RootCodes> roots_;
  Map<CameoCode> cameo_;
  Map<std::string_view> languages_;
  Map<std::string_view> quads_;       ///< by event type
  Map<std::string_view> type_roots_;  ///< first root of an event type
};

}  // namespace depesche::exports
