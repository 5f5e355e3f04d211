#include "ledger/entry.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace depesche::ledger {
namespace {

constexpr std::array<std::string_view, 3> kPartNames{"action", "condition", "consequence"};

std::string joined(std::vector<std::string> parts) {
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ",") + part;
  return text;
}

std::string key_of(const std::vector<Party>& parties, const Ontology& ontology) {
  return joined(identities(parties, ontology));
}

std::string key_of(const std::optional<Template>& wanted, const Ontology& ontology) {
  if (!wanted) return "-";
  return wanted->event + "(" + key_of(wanted->actors, ontology) + ">" + key_of(wanted->recipients, ontology) + ";" +
         joined(wanted->contexts) + ")";
}

/// Letters and digits in lower case, one blank between words.
std::string words_of(const std::optional<CommitmentPart>& part) {
  if (!part) return {};
  const std::string lower = utf8::lower(part->text);
  std::string out;
  for (size_t i = 0; i < lower.size();) {
    const size_t length = utf8::length(static_cast<unsigned char>(lower[i]));
    const bool digit = lower[i] >= '0' && lower[i] <= '9';
    if (digit || utf8::is_letter(utf8::decode(lower, i))) {
      out.append(lower, i, length);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    i += length;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::optional<Template> canonical(std::optional<Template> wanted, const Ontology& ontology) {
  if (!wanted) return wanted;
  for (auto* side : {&wanted->actors, &wanted->recipients}) {
    for (Party& party : *side) party = canonical(party, ontology);
    std::sort(side->begin(), side->end());
    side->erase(std::unique(side->begin(), side->end()), side->end());
  }
  std::sort(wanted->contexts.begin(), wanted->contexts.end());
  return wanted;
}

}  // namespace

std::string merge_key(const CommitmentFact& commitment, const Ontology& ontology) {
  const std::optional<Template> action = action_pattern(commitment);
  const std::optional<Template> condition = condition_pattern(commitment);
  const std::optional<Template> consequence = consequence_pattern(commitment);
  std::string key = commitment.kind + "|" + key_of(commitment.holders, ontology) + "|" +
                    key_of(commitment.toward, ontology) + "|" + commitment.polarity + "|" + key_of(action, ontology) +
                    "|" + key_of(condition, ontology) + "|" + key_of(consequence, ontology) + "|" +
                    (commitment.condition ? "if" : "");
  if (!action && !condition && !consequence)
    key += "|" + words_of(commitment.action) + "|" + words_of(commitment.condition) + "|" +
           words_of(commitment.consequence);
  return key;
}

std::string_view name(Part part) {
  return kPartNames[static_cast<size_t>(part)];
}

std::optional<Part> part_of(std::string_view name) {
  for (size_t i = 0; i < kPartNames.size(); ++i) {
    if (kPartNames[i] == name) return static_cast<Part>(i);
  }
  return std::nullopt;
}

Terms terms_of(const CommitmentFact& commitment, const Ontology& ontology) {
  return {commitment.kind,
          commitment.polarity,
          canonical(action_pattern(commitment), ontology),
          canonical(condition_pattern(commitment), ontology),
          canonical(consequence_pattern(commitment), ontology),
          commitment.condition.has_value()};
}

std::optional<Input> effect_of(const Terms& terms, Part part) {
  switch (part) {
    case Part::kCondition: return Input::kConditionTrue;
    case Part::kConsequence: return terms.kind == "threat" ? std::optional(Input::kFulfil) : std::nullopt;
    case Part::kAction: break;
  }
  if (terms.kind == "demand") return terms.polarity == "will_not" ? std::nullopt : std::optional(Input::kFulfil);
  if (terms.polarity == "will_not") return Input::kViolate;
  return terms.kind == "pledge" ? std::optional(Input::kFulfil) : std::nullopt;
}

const Template* effective_template(const Terms& terms, Part part) {
  if (!effect_of(terms, part)) return nullptr;
  const std::optional<Template>& pattern = part == Part::kAction      ? terms.action
                                           : part == Part::kCondition ? terms.condition
                                                                      : terms.consequence;
  return pattern ? &*pattern : nullptr;
}

}  // namespace depesche::ledger
