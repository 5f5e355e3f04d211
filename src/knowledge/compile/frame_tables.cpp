// Frames -> tables of the image: what a unit says, what its frame says, the defaults, in this order.
#include <algorithm>

#include "knowledge/compile/frames.h"

namespace depesche::kb {
namespace {

template <typename T>
void inherit(std::optional<T>& own, const std::optional<T>& from) {
  if (!own) own = from;
}

std::string text(const std::optional<WrittenText>& written) {
  return written ? written->value : std::string();
}

std::string joined(const std::optional<WrittenList>& list, char separator) {
  std::string out;
  if (!list) return out;
  for (const WrittenText& item : *list) {
    if (!out.empty()) out += separator;
    out += item.value;
  }
  return out;
}

/// "object=weapon,money;mit='Recht'"
std::string serialised(const std::optional<std::vector<Condition>>& conditions) {
  std::string out;
  if (!conditions) return out;
  for (const Condition& condition : *conditions) {
    if (!out.empty()) out += ';';
    out += condition.slot.value + '=' + joined(condition.values, ',');
  }
  return out;
}

WrittenList defaults_for(const std::string& name, const FrameVocabulary& vocabulary) {
  WrittenList out;
  const auto entry = vocabulary.defaults.find(name);
  if (entry == vocabulary.defaults.end()) return out;
  for (const std::string_view function : entry->second) out.push_back({std::string(function), {}});
  return out;
}

/// `where: {recipient: [actor]}` means the same as `where_recipient: [actor]`.
void move_role_conditions(Settings& settings) {
  if (!settings.where) return;
  for (size_t role = 0; role < kRoles; ++role) {
    const auto at = std::find_if(settings.where->begin(), settings.where->end(),
                                 [&](const Condition& c) { return c.slot.value == kRoleNames[role]; });
    if (at == settings.where->end()) continue;
    settings.where_roles[role] = at->values;
    settings.where->erase(at);
  }
}

OutputTable units_table(const std::vector<Frame>& frames, const FrameVocabulary& vocabulary) {
  OutputTable table{"units",
                    {"language",  "pos",     "lemma",      "frame",  "event",       "reduce",          "mode",
                     "context",   "cameo",   "reciprocal", "status", "needs",       "needs_arg",       "actor",
                     "recipient", "content", "where",      "not",    "where_actor", "where_recipient", "where_content"},
                    {0, 1, 2},
                    {}};
  for (const Frame& frame : frames) {
    for (const Unit& unit : frame.units) {
      if (frame.faulty || unit.faulty) continue;
      const Settings s = settings_of(frame, unit, vocabulary);
      table.rows.push_back({{unit.language,
                             unit.pos,
                             unit.lemma,
                             frame.name,
                             text(s.event),
                             text(s.reduce),
                             joined(s.mode, '|'),
                             joined(s.context, '|'),
                             text(s.cameo),
                             text(s.reciprocal),
                             text(s.status),
                             text(s.needs),
                             joined(s.needs_arg, '|'),
                             joined(s.roles[kActorRole], '|'),
                             joined(s.roles[kRecipientRole], '|'),
                             joined(s.roles[kContentRole], '|'),
                             serialised(s.where),
                             serialised(s.forbidden),
                             joined(s.where_roles[kActorRole], ','),
                             joined(s.where_roles[kRecipientRole], ','),
                             joined(s.where_roles[kContentRole], ',')},
                            frame.file->path,
                            unit.place.line});
    }
  }
  return table;
}

}  // namespace

FrameVocabulary::FrameVocabulary(const SourceTables& tables, const Schema& schema) : ontology(tables) {
  if (const auto table = tables.find("ontology/functions"); table != tables.end()) {
    const TableSchema& columns = *table->second.schema;
    const size_t function = columns.column("function"), kind = columns.column("kind"),
                 roles = columns.column("default");
    for (const SourceRow& row : table->second.rows) {
      const std::string_view name = row.cells[function].text;
      (row.cells[kind].text == "condition" ? conditions : functions).insert(name);
      if (row.cells[roles].text.empty()) continue;
      for (const std::string_view role : split(row.cells[roles].text, '|')) defaults[role].push_back(name);
    }
  }
  if (const auto table = tables.find("words/classes"); table != tables.end()) {
    const TableSchema& columns = *table->second.schema;
    const size_t column = columns.column("class"), language = columns.column("language");
    for (const SourceRow& row : table->second.rows) {
      classes.insert(row.cells[column].text);
      words_of.emplace(row.cells[language].text, row.cells[column].text);
    }
  }
  for (const std::string_view built_in : {"actor", "territory", "person"}) {
    classes.insert(built_in);
    words_of.emplace("any", built_in);
  }
  if (const auto table = schema.find("rules/reductions"); table != schema.end()) {
    const size_t outer = table->second.column("outer");
    if (outer < table->second.columns.size()) {
      for (const std::string& value : table->second.columns[outer].values) reductions.push_back(value);
    }
  }
}

Settings settings_of(const Frame& frame, const Unit& unit, const FrameVocabulary& vocabulary) {
  Settings out = unit.settings;
  const Settings& base = frame.settings;
  if (!out.event && !out.reduce) {  // the two exclude each other
    out.event = base.event;
    out.reduce = base.reduce;
  }
  inherit(out.cameo, base.cameo);
  inherit(out.status, base.status);
  inherit(out.needs, base.needs);
  inherit(out.reciprocal, base.reciprocal);
  inherit(out.mode, base.mode);
  inherit(out.context, base.context);
  inherit(out.needs_arg, base.needs_arg);
  inherit(out.where, base.where);
  inherit(out.forbidden, base.forbidden);
  const auto roles = frame.roles.find(unit.pos);
  for (size_t role = 0; role < kRoles; ++role) {
    inherit(out.where_roles[role], base.where_roles[role]);
    if (roles != frame.roles.end()) inherit(out.roles[role], roles->second[role]);
  }
  if (!out.roles[kActorRole]) {
    const bool reciprocal = out.reciprocal && out.reciprocal->value == "yes";
    out.roles[kActorRole] = defaults_for(reciprocal ? "reciprocal" : unit.pos + "_actor", vocabulary);
  }
  move_role_conditions(out);
  return out;
}

void write_frames(const std::vector<Frame>& frames, const FrameVocabulary& vocabulary,
                  std::vector<OutputTable>& tables) {
  OutputTable names{
      "frames", {"frame", "event", "reduce", "mode", "context", "cameo", "reciprocal", "status", "needs"}, {0}, {}};
  OutputTable examples{"examples", {"frame", "event", "language", "sentence", "expected"}, {0}, {}};
  for (const Frame& frame : frames) {
    if (frame.faulty) continue;
    const Settings& s = frame.settings;
    names.rows.push_back({{frame.name, text(s.event), text(s.reduce), joined(s.mode, '|'), joined(s.context, '|'),
                           text(s.cameo), text(s.reciprocal), text(s.status), text(s.needs)},
                          frame.file->path,
                          frame.place.line});
    for (const Example& example : frame.examples) {
      examples.rows.push_back({{frame.name, text(s.event), example.language, example.sentence, example.expected.value},
                               frame.file->path,
                               example.place.line});
    }
  }
  tables.push_back(units_table(frames, vocabulary));
  tables.push_back(std::move(names));
  tables.push_back(std::move(examples));
}

}  // namespace depesche::kb
