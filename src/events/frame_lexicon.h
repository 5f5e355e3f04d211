// The frames of knowledge/frames as the event stage uses them: conditions parsed, classes numbered, units found by
// part of speech and lemma without allocation. Built once at start-up from the compiled tables; immutable and safe to
// share between threads. Terms after FrameNet (Baker, Fillmore & Lowe 1998).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "knowledge/knowledge.h"

namespace depesche::events {

/// Hash and equality that let string_view look up std::string keys without a copy.
struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
template <typename V>
using TextMap = std::unordered_map<std::string, V, TextHash, std::equal_to<>>;

/// Where a role finds its filler: a grammatical function or a preposition.
struct Binding {
  std::optional<Function> function;  ///< nothing: any oblique with `preposition`
  std::string preposition;
};

/// What a filler must be: one of these classes, or one of these literal lemmas.
struct FillerTest {
  std::vector<std::string> classes;  ///< includes the built-in "actor", "territory", "person"
  std::vector<std::string> literals;
};

struct Condition {
  std::string slot;  ///< function, preposition, "any", "head", "particle", "reflexive"
  Binding binding;
  FillerTest test;
};

enum class Need : uint8_t { kActor, kRecipient, kBoth, kNothing };

/// One lexical unit with everything its frame says.
struct Unit {
  std::string frame;
  std::string event;   ///< "" when `reduce` decides
  std::string reduce;  ///< "announce", "promise", ... or ""
  std::vector<std::string> mode;
  std::vector<std::string> context;
  std::string cameo;
  std::string status;  ///< fixed status or ""
  bool reciprocal = false;
  Need need = Need::kActor;
  std::vector<Binding> actor;
  std::vector<Binding> recipient;
  std::vector<Binding> content;
  std::vector<Binding> needs_arg;
  std::vector<Condition> where;
  std::vector<Condition> forbidden;
  FillerTest where_actor;
  FillerTest where_recipient;
  FillerTest where_content;
  std::string lemma;
  std::string origin;  ///< "frames/aid.yaml:31"
};

/// What an embedded event counts as (CODEBOOK rule 9).
struct Reduction {
  std::string event;  ///< "none": the outer word is no event
  std::string cameo;
  std::vector<std::string> mode;
  bool keep_inner = false;
  std::string inner_status;
  std::string origin;
};

/// A row of rules/statuses.
struct StatusRule {
  std::string status;  ///< "none": the feature rules nothing
  std::string about;
};

class FrameLexicon {
 public:
  explicit FrameLexicon(const Knowledge& knowledge);

  /// Units of a lemma, in file order; empty when there are none.
  [[nodiscard]] std::span<const Unit> units(Language language, PredicateKind kind, std::string_view lemma) const;
  /// Does the lemma belong to that semantic class?
  [[nodiscard]] bool in_class(Language language, std::string_view lemma, std::string_view name) const;
  /// Base form of an inflected German noun by words/compound_parts ("soldaten" -> "soldat"), lower case; "" for none.
  [[nodiscard]] std::string_view base_form(std::string_view lower_case) const;
  [[nodiscard]] std::span<const std::string> contexts(Language language, std::string_view lemma) const;
  /// Row for (outer, inner), else (outer, "other") for a known or unknown clause; nullptr for none.
  [[nodiscard]] const Reduction* reduction(std::string_view outer, std::string_view inner) const;
  /// Row for exactly (outer, inner); inner may be narrowed ("RETREAT/release", "AID/072"). nullptr for none.
  [[nodiscard]] const Reduction* exact_reduction(std::string_view outer, std::string_view inner) const;
  /// "possible", "planned", ... that a verb or noun lays on what it embeds; "" for none.
  [[nodiscard]] std::string_view effect(Language language, std::string_view pos, std::string_view lemma) const;
  /// Do acts of this type go at somebody whom their object's phrase may name ("action against Iran")? Not so words
  /// about texts and acts of others: "condemned the attack on Israel" does not meet Israel.
  [[nodiscard]] bool has_aim(std::string_view event) const;
  /// The row of rules/statuses for a feature of a clause ("modal possible", "effect failed"); nullptr for none.
  [[nodiscard]] const StatusRule* status_rule(std::string_view feature) const;
  /// Quad class 1..4 of an event type, 0 for unknown.
  [[nodiscard]] int quad(std::string_view event) const;
  [[nodiscard]] std::optional<double> score(std::string_view event, std::string_view mode) const;
  [[nodiscard]] std::optional<double> goldstein(std::string_view cameo) const;

 private:
  void read_units(const Knowledge& knowledge);
  void read_words(const Knowledge& knowledge);
  void read_statuses(const Knowledge& knowledge);
  void read_reductions(const Knowledge& knowledge);
  void read_ontology(const Knowledge& knowledge);

  TextMap<std::vector<Unit>> units_[2][3];
  TextMap<std::vector<std::string>> classes_[2];
  TextMap<std::vector<std::string>> contexts_[2];
  TextMap<std::string> base_forms_;
  TextMap<std::string> effects_[2];
  TextMap<Reduction> reductions_;
  TextMap<StatusRule> status_rules_;
  TextMap<int> quads_;
  TextMap<double> scores_;
  TextMap<double> goldstein_;
};

}  // namespace depesche::events
