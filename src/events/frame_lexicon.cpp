#include "events/frame_lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace depesche::events {
namespace {

constexpr std::array<std::pair<std::string_view, Function>, 9> kFunctions = {{
    {"subject", Function::kSubject},
    {"object", Function::kObject},
    {"indirect", Function::kIndirect},
    {"clause", Function::kClause},
    {"genitive", Function::kGenitive},
    {"compound", Function::kCompound},
    {"adjective", Function::kAdjective},
    {"possessive", Function::kPossessive},
    {"oblique", Function::kOblique},
}};

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const size_t end = text.find(separator);
    if (end != 0) out.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

std::vector<std::string> lists(std::string_view cell) {
  return split(cell, '|');
}

Binding binding_of(std::string_view name) {
  for (const auto& [key, function] : kFunctions) {
    if (key == name) return {function, ""};
  }
  return {std::nullopt, std::string(name)};
}

std::vector<Binding> bindings(std::string_view cell) {
  std::vector<Binding> out;
  for (const std::string& name : lists(cell)) out.push_back(binding_of(name));
  return out;
}

FillerTest test_of(std::string_view list) {
  FillerTest test;
  for (std::string& value : split(list, ',')) {
    if (value.size() >= 2 && value.front() == '\'') {
      test.literals.push_back(value.substr(1, value.size() - 2));
    } else {
      test.classes.push_back(std::move(value));
    }
  }
  return test;
}

/// "object=weapon,money;mit='Recht'"
std::vector<Condition> conditions(std::string_view cell) {
  std::vector<Condition> out;
  for (const std::string& part : split(cell, ';')) {
    const size_t equals = part.find('=');
    if (equals == std::string::npos) continue;
    Condition c;
    c.slot = part.substr(0, equals);
    c.binding = binding_of(c.slot);
    c.test = test_of(std::string_view(part).substr(equals + 1));
    out.push_back(std::move(c));
  }
  return out;
}

Need need_of(std::string_view name) {
  if (name == "recipient") return Need::kRecipient;
  if (name == "both") return Need::kBoth;
  if (name == "none" || name == "nothing") return Need::kNothing;
  return Need::kActor;
}

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

size_t pos_index(std::string_view pos) {
  return pos == "verb" ? 0 : pos == "noun" ? 1 : 2;
}
size_t index(Language language) {
  return language == Language::kGerman ? 0 : 1;
}

/// Calls f(0), f(1) or both for "de", "en", "any".
template <typename F>
void for_languages(std::string_view language, F f) {
  if (language != "en") f(0);
  if (language != "de") f(1);
}

}  // namespace

FrameLexicon::FrameLexicon(const Knowledge& knowledge) {
  read_units(knowledge);
  read_words(knowledge);
  read_reductions(knowledge);
  read_statuses(knowledge);
  read_ontology(knowledge);
}

void FrameLexicon::read_units(const Knowledge& knowledge) {
  const Table table = knowledge.table("units");
  for (Row row = 0; row < table.size(); ++row) {
    const auto cell = [&](std::string_view name) { return table.cell(row, name); };
    Unit unit;
    unit.frame = cell("frame");
    unit.event = cell("event");
    unit.reduce = cell("reduce");
    unit.mode = lists(cell("mode"));
    unit.context = lists(cell("context"));
    unit.cameo = cell("cameo");
    unit.status = cell("status");
    unit.reciprocal = cell("reciprocal") == "yes";
    unit.need = need_of(cell("needs"));
    unit.actor = bindings(cell("actor"));
    unit.recipient = bindings(cell("recipient"));
    unit.content = bindings(cell("content"));
    unit.needs_arg = bindings(cell("needs_arg"));
    unit.where = conditions(cell("where"));
    unit.forbidden = conditions(cell("not"));
    unit.where_actor = test_of(cell("where_actor"));
    unit.where_recipient = test_of(cell("where_recipient"));
    unit.where_content = test_of(cell("where_content"));
    unit.lemma = cell("lemma");
    unit.origin = table.origin(row).text();
    const size_t pos = pos_index(cell("pos"));
    for_languages(cell("language"), [&](size_t l) { units_[l][pos][unit.lemma].push_back(unit); });
  }
}

void FrameLexicon::read_words(const Knowledge& knowledge) {
  const Table classes = knowledge.table("words/classes");
  for (Row row = 0; row < classes.size(); ++row) {
    for_languages(classes.cell(row, "language"), [&](size_t l) {
      classes_[l][std::string(classes.cell(row, "lemma"))].emplace_back(classes.cell(row, "class"));
    });
  }
  const Table contexts = knowledge.table("words/contexts");
  for (Row row = 0; row < contexts.size(); ++row) {
    for_languages(contexts.cell(row, "language"), [&](size_t l) {
      auto& list = contexts_[l][std::string(contexts.cell(row, "lemma"))];
      for (const std::string_view c : contexts.list(row, "context")) list.emplace_back(c);
    });
  }
  const Table stems = knowledge.table("words/compound_parts");
  for (Row row = 0; row < stems.size(); ++row) {
    base_forms_.emplace(stems.cell(row, "stem"), stems.cell(row, "lemma"));
  }
  const Table modality = knowledge.table("cues/modality");
  for (Row row = 0; row < modality.size(); ++row) {
    std::string key = std::string(modality.cell(row, "pos")) + "\t" + std::string(modality.cell(row, "lemma"));
    for_languages(modality.cell(row, "language"), [&](size_t l) { effects_[l][key] = modality.cell(row, "effect"); });
  }
}

void FrameLexicon::read_reductions(const Knowledge& knowledge) {
  const Table table = knowledge.table("rules/reductions");
  for (Row row = 0; row < table.size(); ++row) {
    Reduction r;
    r.event = table.cell(row, "event");
    r.cameo = table.cell(row, "cameo");
    r.mode = lists(table.cell(row, "mode"));
    r.keep_inner = table.cell(row, "keep_inner") == "yes";
    r.inner_status = table.cell(row, "inner_status");
    r.origin = table.origin(row).text();
    reductions_[std::string(table.cell(row, "outer")) + "\t" + std::string(table.cell(row, "inner"))] = std::move(r);
  }
}

void FrameLexicon::read_statuses(const Knowledge& knowledge) {
  const Table table = knowledge.table("rules/statuses");
  for (Row row = 0; row < table.size(); ++row) {
    status_rules_[std::string(table.cell(row, "feature"))] = {std::string(table.cell(row, "status")),
                                                              std::string(table.cell(row, "about"))};
  }
}

const StatusRule* FrameLexicon::status_rule(std::string_view feature) const {
  const auto found = status_rules_.find(feature);
  return found == status_rules_.end() ? nullptr : &found->second;
}

void FrameLexicon::read_ontology(const Knowledge& knowledge) {
  const Table events = knowledge.table("ontology/events");
  for (Row row = 0; row < events.size(); ++row) {
    quads_[std::string(events.cell(row, "event"))] = static_cast<int>(number(events.cell(row, "quad")).value_or(0));
  }
  const Table modes = knowledge.table("ontology/modes");
  for (Row row = 0; row < modes.size(); ++row) {
    if (const auto score = number(modes.cell(row, "score"))) {
      scores_[std::string(modes.cell(row, "event")) + "\t" + std::string(modes.cell(row, "mode"))] = *score;
    }
  }
  const Table cameo = knowledge.table("ontology/cameo");
  for (Row row = 0; row < cameo.size(); ++row) {
    if (const auto value = number(cameo.cell(row, "goldstein")))
      goldstein_[std::string(cameo.cell(row, "code"))] = *value;
  }
}

std::span<const Unit> FrameLexicon::units(Language language, PredicateKind kind, std::string_view lemma) const {
  const auto& map = units_[index(language)][static_cast<size_t>(kind)];
  const auto found = map.find(lemma);
  return found == map.end() ? std::span<const Unit>() : std::span<const Unit>(found->second);
}

bool FrameLexicon::in_class(Language language, std::string_view lemma, std::string_view name) const {
  const auto& map = classes_[index(language)];
  const auto found = map.find(lemma);
  return found != map.end() && std::find(found->second.begin(), found->second.end(), name) != found->second.end();
}

std::string_view FrameLexicon::base_form(std::string_view lower_case) const {
  const auto found = base_forms_.find(lower_case);
  return found == base_forms_.end() ? std::string_view() : std::string_view(found->second);
}

std::span<const std::string> FrameLexicon::contexts(Language language, std::string_view lemma) const {
  const auto& map = contexts_[index(language)];
  const auto found = map.find(lemma);
  return found == map.end() ? std::span<const std::string>() : std::span<const std::string>(found->second);
}

const Reduction* FrameLexicon::exact_reduction(std::string_view outer, std::string_view inner) const {
  std::string key;
  key.reserve(outer.size() + inner.size() + 1);
  key.append(outer).append("\t").append(inner);
  const auto found = reductions_.find(key);
  return found == reductions_.end() ? nullptr : &found->second;
}

const Reduction* FrameLexicon::reduction(std::string_view outer, std::string_view inner) const {
  const Reduction* row = exact_reduction(outer, inner);
  return row == nullptr && inner != "none" ? exact_reduction(outer, "other") : row;
}

std::string_view FrameLexicon::effect(Language language, std::string_view pos, std::string_view lemma) const {
  std::string key;
  key.append(pos).append("\t").append(lemma);
  const auto found = effects_[index(language)].find(key);
  return found == effects_[index(language)].end() ? std::string_view() : std::string_view(found->second);
}

bool FrameLexicon::has_aim(std::string_view event) const {
  const int kind = quad(event);
  if (kind == 2 || kind == 4) return true;
  return event == "AGREE" || event == "THREATEN" || event == "CONCEDE" || event == "REJECT";
}

int FrameLexicon::quad(std::string_view event) const {
  const auto found = quads_.find(event);
  return found == quads_.end() ? 0 : found->second;
}

std::optional<double> FrameLexicon::score(std::string_view event, std::string_view mode) const {
  std::string key;
  key.append(event).append("\t").append(mode);
  const auto found = scores_.find(key);
  if (found != scores_.end()) return found->second;
  return mode.empty() ? std::nullopt : score(event, "");
}

std::optional<double> FrameLexicon::goldstein(std::string_view cameo) const {
  while (!cameo.empty()) {  // 0334 without a value of its own has that of 033
    const auto found = goldstein_.find(cameo);
    if (found != goldstein_.end()) return found->second;
    cameo.remove_suffix(1);
  }
  return std::nullopt;
}

}  // namespace depesche::events
