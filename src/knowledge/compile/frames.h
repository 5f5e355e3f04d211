// Frames as written in frames/*.yaml: read, checked, and flattened into the tables `frames`, `units` and
// `examples` of the image. The format is described in knowledge/README.md.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "knowledge/compile/image_writer.h"
#include "knowledge/compile/ontology.h"
#include "knowledge/compile/rows.h"

namespace depesche::kb {

enum Role : size_t { kActorRole, kRecipientRole, kContentRole, kRoles };
inline constexpr std::array<std::string_view, kRoles> kRoleNames = {"actor", "recipient", "content"};

/// A value with the place where it was written.
template <typename T>
struct Written {
  T value;
  Place place;
};
using WrittenText = Written<std::string>;
using WrittenList = std::vector<WrittenText>;

/// One condition: a function, preposition or slot, and what its filler must be.
struct Condition {
  WrittenText slot;
  WrittenList values;
};

/// What a frame or a unit may say; units override what their frame says, field by field.
struct Settings {
  std::optional<WrittenText> event, reduce, cameo, status, needs, reciprocal;
  std::optional<WrittenList> mode, context, needs_arg;
  std::array<std::optional<WrittenList>, kRoles> roles;  ///< of units
  std::optional<std::vector<Condition>> where, forbidden;
  std::array<std::optional<WrittenList>, kRoles> where_roles;
};

struct Unit {
  std::string language;
  std::string pos;  ///< "verb", "noun", "adjective"
  std::string lemma;
  Settings settings;
  Place place;
  bool faulty = false;  ///< left out of the image
};

struct Example {
  std::string language;
  std::string sentence;
  WrittenText expected;
  Place place;
};

struct Frame {
  std::string name;
  const OpenFile* file = nullptr;
  Place place;
  Settings settings;
  /// By part of speech.
  std::map<std::string, std::array<std::optional<WrittenList>, kRoles>, std::less<>> roles;
  std::vector<Unit> units;
  std::vector<Example> examples;
  bool faulty = false;  ///< left out of the image with all its units
};

/// Reads one file; what has the wrong shape is a fault and left out.
std::vector<Frame> read_frames(const OpenFile& file, Faults& faults);

/// What frames may name.
struct FrameVocabulary {
  FrameVocabulary(const SourceTables& tables, const Schema& schema);
  Ontology ontology;
  std::set<std::string_view> functions;   ///< for roles and conditions
  std::set<std::string_view> conditions;  ///< slots for conditions only
  std::set<std::string_view> classes;
  std::set<std::pair<std::string_view, std::string_view>> words_of;  ///< (language, class) that has a word
  std::vector<std::string_view> reductions;
  std::map<std::string_view, std::vector<std::string_view>> defaults;  ///< "verb_actor" -> functions
};

/// Fills in what the frame says and the defaults: the settings that hold for the unit.
Settings settings_of(const Frame& frame, const Unit& unit, const FrameVocabulary& vocabulary);

/// Checks the frames in themselves and against each other; marks faulty frames and units.
void check_frames(std::vector<Frame>& frames, const FrameVocabulary& vocabulary, Faults& faults);

/// Appends the tables `frames`, `units` and `examples`.
void write_frames(const std::vector<Frame>& frames, const FrameVocabulary& vocabulary,
                  std::vector<OutputTable>& tables);

}  // namespace depesche::kb
