// read_assumption(): the one line in which a user assumes an act.
#include <algorithm>

#include "base/edit_distance.h"
#include "base/utf8.h"
#include "ledger/what_if.h"

namespace depesche::ledger {
namespace {

bool holds(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string upper_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

/// The nearest word of the lists within two edits (one for words of three letters), or "".
std::string nearest(std::string_view word, std::initializer_list<const std::vector<std::string>*> lists) {
  std::string best;
  size_t fewest = word.size() <= 3 ? 2 : 3;
  for (const auto* list : lists) {
    for (const std::string& known : *list) {
      const size_t edits = edit_distance(utf8::lower(word), utf8::lower(known), fewest);
      if (edits < fewest) {
        fewest = edits;
        best = known;
      }
    }
  }
  return best;
}

std::vector<std::string> split(std::string_view text, std::string_view borders) {
  std::vector<std::string> parts;
  std::string part;
  for (const char c : text) {
    if (borders.find(c) == std::string_view::npos) {
      part += c;
    } else if (!part.empty()) {
      parts.push_back(std::move(part));
      part.clear();
    }
  }
  if (!part.empty()) parts.push_back(std::move(part));
  return parts;
}

class AssumptionReader {
 public:
  AssumptionReader(const Vocabulary& vocabulary, const PartyReader& party) : vocabulary_(vocabulary), party_(party) {}

  Result<EventFact> read(std::string_view text) {
    act_.status = kHappened;
    std::vector<std::string> side;
    for (const std::string& word : split(text, " \t\n")) {
      if (take_label(word)) continue;
      const std::string type = upper_ascii(word);
      if (!act_.event.empty() || !holds(vocabulary_.events, type)) {
        side.push_back(word);
        continue;
      }
      if (Status status = take_side(side); !status) return status.error();
      act_.event = type;
      side.clear();
    }
    const std::string cure = "write actor, type, recipient: \"KOR AID UKR military\"";
    if (act_.event.empty()) {
      // Most likely the type is misspelt: it is the first word that is nobody's name.
      const auto odd = std::find_if(side.begin(), side.end(),
                                    [&](const std::string& word) { return !party_(word.substr(0, word.find(':'))); });
      if (odd != side.end()) return unknown(*odd);
    }
    if (act_.event.empty()) return fault("names no type of event", cure);
    if (Status status = take_side(side); !status) return status.error();
    if (act_.actors.empty()) return fault("names no actor before '" + act_.event + "'", cure);
    return std::move(act_);
  }

 private:
  static Error fault(const std::string& what, const std::string& cure) {
    return {ErrorCode::kBadUsage, "assumption", what, cure};
  }

  /// A context or mode, behind the type.
  bool take_label(const std::string& word) {
    if (act_.event.empty()) return false;
    const std::string lower = utf8::lower(word);
    const bool context = holds(vocabulary_.contexts, lower);
    if (!context && !holds(vocabulary_.modes, lower)) return false;
    std::vector<std::string>& list = context ? act_.contexts : act_.modes;
    if (!holds(list, lower)) list.push_back(lower);
    return true;
  }

  /// Parties divided by commas or plus signs; a name may have several words, and codes may follow each other bare.
  Status take_side(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    for (const std::string& phrase : split(text, ",+")) {
      const std::string name(utf8::trimmed(phrase));
      if (name.empty()) continue;
      if (party_(name.substr(0, name.find(':')))) {
        if (Status status = take_party(name); !status) return status;
        continue;
      }
      for (const std::string& word : split(name, " ")) {
        if (Status status = take_party(word); !status) return status;
      }
    }
    return Done{};
  }

  Status take_party(const std::string& text) {
    const size_t colon = text.find(':');
    std::optional<Party> party = party_(std::string_view(text).substr(0, colon));
    if (!party) return unknown(text);
    if (colon != std::string::npos) {
      party->sector = upper_ascii(std::string_view(text).substr(colon + 1));
      if (!holds(vocabulary_.sectors, party->sector))
        return fault("'" + party->sector + "' is no sector",
                     "write one of knowledge/ontology/sectors.tsv, such as GOV or MIL");
    }
    (act_.event.empty() ? act_.actors : act_.recipients).push_back(std::move(*party));
    return Done{};
  }

  [[nodiscard]] Error unknown(const std::string& word) const {
    const std::string near = act_.event.empty()
                                 ? nearest(word, {&vocabulary_.events, &vocabulary_.parties})
                                 : nearest(word, {&vocabulary_.contexts, &vocabulary_.modes, &vocabulary_.parties});
    const std::string kinds = act_.event.empty() ? "no actor and no type of event" : "no actor, context or mode";
    return fault(
        "'" + word + "' is " + kinds + " that is known",
        near.empty()
            ? "write ISO codes or names of states, one of the sixteen types, contexts: \"KOR AID UKR military\""
            : "did you mean '" + near + "'?");
  }

  const Vocabulary& vocabulary_;
  const PartyReader& party_;
  EventFact act_;
};

}  // namespace

Result<EventFact> read_assumption(std::string_view text, const Vocabulary& vocabulary, const PartyReader& party) {
  return AssumptionReader(vocabulary, party).read(text);
}

}  // namespace depesche::ledger
