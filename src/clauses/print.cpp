#include <array>

#include "clauses/clauses.h"

namespace depesche::clauses {
namespace {

constexpr std::array<std::string_view, 3> kKinds = {"verb", "noun", "adjective"};
constexpr std::array<std::string_view, 6> kModalities = {"", "possible", "necessary", "intended", "future", "hearsay"};
constexpr std::array<std::string_view, 5> kMoods = {"", "reported", "irreal", "imperative", "question"};
constexpr std::array<std::string_view, 5> kTenses = {"", "present", "past", "pluperfect", "future-tense"};
constexpr std::array<std::string_view, 15> kRelations = {
    "main",       "complement", "infinitive-clause", "indirect-question", "relative", "condition",  "until",
    "temporal",   "cause",      "concession",        "purpose",           "manner",   "participle", "nominal",
    "coordinated"};
constexpr std::array<std::string_view, 9> kFunctions = {"subject",  "object",   "indirect",  "oblique",   "clause",
                                                        "genitive", "compound", "adjective", "possessive"};

std::string_view relation_name(ClauseRelation relation) {
  const auto i = static_cast<size_t>(relation);
  return i < kRelations.size() ? kRelations[i] : std::string_view("parenthesis");
}

void append_flags(std::string& out, const Predicate& p) {
  const auto flag = [&](bool on, std::string_view name) {
    if (on) out.append(" ").append(name);
  };
  const auto named = [&](std::string_view name) { flag(!name.empty(), name); };
  named(kModalities[static_cast<size_t>(p.modality)]);
  named(kMoods[static_cast<size_t>(p.mood)]);
  named(kTenses[static_cast<size_t>(p.tense)]);
  flag(p.passive, "passive");
  flag(p.state_passive, "state-passive");
  flag(p.negated, "negated");
  flag(p.not_excluded, "not-excluded");
  flag(p.reflexive, "reflexive");
  flag(p.infinitive, "infinitive");
  flag(p.attributive, "attributive");
  flag(p.past_background, "background");
  if (!p.marker.empty()) out.append(" marker=").append(p.marker);
  if (!p.light_verb.empty()) out.append(" light=").append(p.light_verb);
}

void append_argument(std::string& out, const Argument& a, const ClauseLayer& layer, const Document& document) {
  out.append(" ");
  if (a.function == Function::kClause) {
    if (!a.preposition.empty()) out.append(a.preposition).append("->");
    out.append("clause(").append(a.clause == kNoPredicate ? "?" : layer.predicates[a.clause].lemma).append(")");
  } else {
    out.append(a.function == Function::kOblique ? a.preposition
                                                : std::string(kFunctions[static_cast<size_t>(a.function)]))
        .append("=");
    out.append(a.head == kNoWord ? "?" : document.words().words[a.head].form);
  }
  if (a.shared) out.append("~");
}

}  // namespace

std::string print(const ClauseLayer& layer, PredicateIndex index, const Document& document) {
  const Predicate& p = layer.predicates[index];
  std::string out = p.lemma;
  out.append(" [").append(kKinds[static_cast<size_t>(p.kind)]).append(" ").append(relation_name(p.relation));
  append_flags(out, p);
  out.append("]:");
  for (const Argument& a : p.arguments) append_argument(out, a, layer, document);
  return out;
}

std::string print(const ClauseLayer& layer, const Document& document) {
  std::string out;
  for (PredicateIndex p = 0; p < layer.predicates.size(); ++p) out.append(print(layer, p, document)).append("\n");
  return out;
}

}  // namespace depesche::clauses
