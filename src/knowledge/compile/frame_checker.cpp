// Frames against the ontology, the classes, the codebook's table of CAMEO roots, and each other.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/utf8.h"
#include "knowledge/compile/frames.h"

namespace depesche::kb {
namespace {

using Names = std::vector<std::string_view>;

class FrameChecker {
 public:
  FrameChecker(const FrameVocabulary& vocabulary, Faults& faults) : words_(vocabulary), faults_(faults) {}

  void check(Frame& frame) {
    const size_t errors = faults_.errors();
    const Frame*& first = frames_[frame.name];
    if (first != nullptr) {
      faults_.error(frame.place, "frame '" + frame.name + "' stands already at " + at(first->place));
    } else {
      first = &frame;
    }
    check_settings(frame.settings);
    for (const auto& [pos, roles] : frame.roles) {
      for (const auto& role : roles) check_functions(role);
    }
    if (frame.units.empty()) faults_.error(frame.place, "frame '" + frame.name + "' has no units");
    frame.faulty = faults_.errors() > errors;
    for (Unit& unit : frame.units) {
      const size_t before = faults_.errors();
      check_unit(frame, unit);
      unit.faulty = faults_.errors() > before;
    }
    check_examples(frame);
  }

 private:
  void member(const WrittenText& text, const char* what, const Names& names) {
    if (std::find(names.begin(), names.end(), text.value) != names.end()) return;
    faults_.error(text.place, std::string("unknown ") + what + " '" + text.value + "'" + suggestion(text.value, names));
  }

  /// Each value for itself; how values fit together is checked for units, where all of them are known.
  void check_settings(const Settings& s) {
    if (s.event) member(*s.event, "event type", words_.ontology.events());
    if (s.reduce) member(*s.reduce, "reduction", words_.reductions);
    if (s.event && s.reduce) faults_.error(s.reduce->place, "a frame has an event or a reduction, not both");
    if (s.cameo) member(*s.cameo, "CAMEO code", words_.ontology.cameo_codes());
    if (s.status) member(*s.status, "status", {"happened", "planned", "possible", "conditional", "negated"});
    if (s.needs) member(*s.needs, "need", {"actor", "recipient", "both", "nothing"});
    if (s.mode) {
      for (const WrittenText& mode : *s.mode) member(mode, "mode", words_.ontology.modes());
    }
    if (s.context) {
      for (const WrittenText& context : *s.context) member(context, "context", words_.ontology.contexts());
    }
    check_functions(s.needs_arg);
    for (const auto& role : s.roles) check_functions(role);
    for (const auto& role : s.where_roles) {
      if (role) check_classes(*role);
    }
    if (s.where) check_conditions(*s.where);
    if (s.forbidden) check_conditions(*s.forbidden);
    check_role_slots(s);
  }

  /// Roles are tested by where_actor and so on; `where: {actor: ...}` is another spelling of it.
  void check_role_slots(const Settings& s) {
    for (size_t role = 0; role < kRoles; ++role) {
      const auto names_role = [&](const Condition& c) { return c.slot.value == kRoleNames[role]; };
      if (s.where && s.where_roles[role] && std::any_of(s.where->begin(), s.where->end(), names_role)) {
        faults_.error(s.where_roles[role]->front().place, "the filler of a role is tested twice: here and in where");
      }
      if (!s.forbidden) continue;
      for (const Condition& condition : *s.forbidden) {
        if (names_role(condition)) faults_.error(condition.slot.place, "not cannot test a role: name a function");
      }
    }
  }

  void check_functions(const std::optional<WrittenList>& list) {
    if (!list) return;
    for (const WrittenText& function : *list) {
      if (words_.functions.contains(function.value)) continue;
      faults_.error(function.place, "unknown function or preposition '" + function.value + "'" +
                                        suggestion(function.value, {words_.functions.begin(), words_.functions.end()}));
    }
  }

  void check_conditions(const std::vector<Condition>& conditions) {
    for (const Condition& condition : conditions) {
      const std::string& slot = condition.slot.value;
      const bool role = std::find(kRoleNames.begin(), kRoleNames.end(), slot) != kRoleNames.end();
      if (!role && !words_.functions.contains(slot) && !words_.conditions.contains(slot)) {
        Names names(words_.functions.begin(), words_.functions.end());
        names.insert(names.end(), words_.conditions.begin(), words_.conditions.end());
        names.insert(names.end(), kRoleNames.begin(), kRoleNames.end());
        faults_.error(condition.slot.place, "unknown function or preposition '" + slot + "'" + suggestion(slot, names));
      }
      if (slot == "reflexive") {
        for (const WrittenText& value : condition.values) member(value, "value", {"yes"});
      } else {
        check_classes(condition.values);
      }
    }
  }

  void check_classes(const WrittenList& values) {
    for (const WrittenText& value : values) {
      const std::string& text = value.value;
      if (text.size() > 2 && text.front() == '\'' && text.back() == '\'') {
        if (text.find_first_of(",;=|") != std::string::npos) {
          faults_.error(value.place, "a literal lemma cannot hold , ; = or |");
        }
      } else if (!words_.classes.contains(text)) {
        faults_.error(value.place, fmt::format("unknown class '{0}'{1}; a literal lemma is written \"'{0}'\"", text,
                                               suggestion(text, {words_.classes.begin(), words_.classes.end()})));
      }
    }
  }

  void check_unit(const Frame& frame, const Unit& unit) {
    check_settings(unit.settings);
    const Settings s = settings_of(frame, unit, words_);
    if (!s.event && !s.reduce)
      faults_.error(unit.place, "neither the unit nor its frame names an event or a reduction");
    if (s.event && words_.ontology.is_event(s.event->value)) check_event(s, unit);
    if (s.roles[kActorRole]->empty()) {
      faults_.error(unit.place, "no function for the actor: give roles: {" + unit.pos + ": {actor: ...}}");
    }
    if (unit.language == "de" && unit.pos == "verb" && !unit.lemma.ends_with('n')) {
      faults_.warning(unit.place, "'" + unit.lemma + "' is no German infinitive; nouns begin with a capital");
    }
    check_words(unit, s);
    check_rival(frame, unit, s);
  }

  /// A condition whose classes have words in the other language only can never hold.
  void check_words(const Unit& unit, const Settings& s) {
    if (!s.where) return;
    for (const Condition& condition : *s.where) {
      if (condition.slot.value == "reflexive" || condition.values.empty()) continue;
      const bool possible =
          std::any_of(condition.values.begin(), condition.values.end(), [&](const WrittenText& value) {
            return value.value.starts_with('\'') || !words_.classes.contains(value.value) ||
                   words_.words_of.contains({"any", value.value}) ||
                   words_.words_of.contains({unit.language, value.value});
          });
      if (!possible) {
        faults_.warning(unit.place, "'" + unit.lemma + "' can never match: no word of the classes for '" +
                                        condition.slot.value + "' in language '" + unit.language + "'");
      }
    }
  }

  void check_event(const Settings& s, const Unit& unit) {
    const std::string& event = s.event->value;
    if (s.mode) {
      for (const WrittenText& mode : *s.mode) {
        if (!words_.ontology.is_mode(event, mode.value)) {
          faults_.error(mode.place, "'" + mode.value + "' is no mode of " + event +
                                        suggestion(mode.value, words_.ontology.modes_of(event)));
        }
      }
    }
    if (!s.cameo) return faults_.error(unit.place, "neither the unit nor its frame names a CAMEO code");
    const auto* events = words_.ontology.events_of_cameo(s.cameo->value);
    if (events != nullptr && !events->contains(event)) {
      std::string allowed;
      for (const std::string_view name : *events) allowed += (allowed.empty() ? "" : " or ") + std::string(name);
      const Place& place = unit.settings.event && !unit.settings.cameo ? unit.settings.event->place : s.cameo->place;
      faults_.error(place, "CAMEO " + s.cameo->value + " does not belong to " + event + ", but to " +
                               (allowed.empty() ? "no event type" : allowed));
    }
  }

  /// Two units that match alike: only the first in file order could ever be chosen.
  void check_rival(const Frame& frame, const Unit& unit, const Settings& s) {
    std::string identity = unit.language + '\t' + unit.pos + '\t' + unit.lemma;
    const auto add = [&](const std::optional<std::vector<Condition>>& conditions) {
      identity += '\t';
      if (!conditions) return;
      for (const Condition& c : *conditions) {
        identity += c.slot.value + '=';
        for (const WrittenText& value : c.values) identity += value.value + ',';
      }
    };
    add(s.where);
    add(s.forbidden);
    const auto add_list = [&](const std::optional<WrittenList>& list) {
      identity += '\t';
      if (!list) return;
      for (const WrittenText& value : *list) identity += value.value + ',';
    };
    for (const auto& role : s.where_roles) add_list(role);
    for (const auto& role : s.roles) add_list(role);
    add_list(s.needs_arg);
    const auto [entry, fresh] = units_.emplace(std::move(identity), Rival{&frame, &unit});
    if (fresh) return;
    const std::string same = "unit '" + unit.lemma + "' with the same conditions stands already at " +
                             at(entry->second.unit->place) + " (frame " + entry->second.frame->name + ")";
    if (entry->second.frame == &frame) {
      faults_.error(unit.place, same);
    } else {
      faults_.warning(unit.place, same + "; the first one wins");
    }
  }

  void check_examples(const Frame& frame) {
    std::set<std::string> unit_languages, example_languages, sentences;
    bool positive = false;
    for (const Unit& unit : frame.units) unit_languages.insert(unit.language);
    for (const Example& example : frame.examples) {
      example_languages.insert(example.language);
      if (!sentences.insert(example.sentence).second) faults_.error(example.place, "this example stands here twice");
      if (example.sentence.empty()) faults_.error(example.place, "an example needs a sentence");
      if (example.expected.value != "none") {
        positive = true;
        check_expected(example);
      }
    }
    for (const std::string& language : unit_languages) {
      if (example_languages.contains(language)) continue;
      faults_.error(frame.place, "frame '" + frame.name + "' has units but no example in '" + language + "'");
    }
    if (!positive && !frame.examples.empty())
      faults_.warning(frame.place, "no example of frame '" + frame.name + "' yields an event");
    check_both_senses(frame);
  }

  /// "attack" as verb and as noun: the two are told apart by the parser, so an example should prove it.
  void check_both_senses(const Frame& frame) {
    std::map<std::pair<std::string, std::string>, std::set<std::string>> senses;
    for (const Unit& unit : frame.units) senses[{unit.language, unit.lemma}].insert(unit.pos);
    std::string unproved;
    for (const auto& entry : senses) {
      if (entry.second.size() < 2) continue;
      const std::string& language = entry.first.first;
      const std::string lemma = utf8::lower(entry.first.second);
      const bool shown = std::any_of(frame.examples.begin(), frame.examples.end(), [&](const Example& example) {
        return example.language == language && utf8::lower(example.sentence).find(lemma) != std::string::npos;
      });
      if (!shown) unproved += (unproved.empty() ? "'" : ", '") + entry.first.second + "'";
    }
    if (!unproved.empty()) faults_.warning(frame.place, "both verb and noun, and in no example: " + unproved);
  }

  /// "AID DEU > UKR", "CONSULT [planned] RUS+CHN > -; AID ..."
  void check_expected(const Example& example) {
    const std::string& text = example.expected.value;
    if (text.empty()) return faults_.error(example.expected.place, "an example needs its events or none");
    for (std::string_view part : split(text, ';')) {
      part = trimmed(part);
      Names words;
      for (const std::string_view word : split(part, ' ')) {
        if (!word.empty()) words.push_back(word);
      }
      const auto fault = [&](const std::string& message) { faults_.error(example.expected.place, message); };
      if (words.empty() || !words_.ontology.is_event(words[0])) {
        const std::string event = words.empty() ? "" : std::string(words[0]);
        fault("unknown event type '" + event + "' in the example" + suggestion(event, words_.ontology.events()));
        continue;
      }
      if (words.size() > 1 && words[1].starts_with('[')) {
        static constexpr std::array<std::string_view, 5> kStatus = {"[happened]", "[planned]", "[possible]",
                                                                    "[conditional]", "[negated]"};
        if (std::find(kStatus.begin(), kStatus.end(), words[1]) == kStatus.end()) {
          fault("unknown status '" + std::string(words[1]) + "' in the example" +
                suggestion(words[1], {kStatus.begin(), kStatus.end()}));
        }
        words.erase(words.begin() + 1);
      }
      if (words.size() != 4 || words[2] != ">") {
        fault("expected 'EVENT ACTOR > RECIPIENT' (several joined by +, - for none), not '" + std::string(part) + "'");
        continue;
      }
      check_codes(words[1], fault);
      check_codes(words[3], fault);
    }
  }

  template <typename FaultAt>
  void check_codes(std::string_view codes, FaultAt fault) {
    if (codes == "-") return;
    for (const std::string_view code : split(codes, '+')) {
      if (words_.ontology.is_code(code)) continue;
      fault("unknown actor code '" + std::string(code) + "' in the example" +
            suggestion(code, words_.ontology.codes()));
    }
  }

  static std::string at(const Place& place) { return *place.file + ":" + std::to_string(place.line); }

  struct Rival {
    const Frame* frame;
    const Unit* unit;
  };
  const FrameVocabulary& words_;
  Faults& faults_;
  std::unordered_map<std::string, const Frame*> frames_;
  std::unordered_map<std::string, Rival> units_;
};

}  // namespace

void check_frames(std::vector<Frame>& frames, const FrameVocabulary& vocabulary, Faults& faults) {
  FrameChecker checker(vocabulary, faults);
  for (Frame& frame : frames) checker.check(frame);
}

}  // namespace depesche::kb
