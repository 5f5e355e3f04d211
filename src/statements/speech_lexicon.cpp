#include "statements/speech_lexicon.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche::statements {
namespace {

template <typename F>
void for_languages(std::string_view language, F f) {
  if (language != "en") f(0);
  if (language != "de") f(1);
}

std::vector<std::string> words_of(std::string_view phrase) {
  std::vector<std::string> out;
  while (!phrase.empty()) {
    const size_t end = phrase.find(' ');
    if (end != 0) out.push_back(utf8::lower(phrase.substr(0, end)));
    if (end == std::string_view::npos) break;
    phrase.remove_prefix(end + 1);
  }
  return out;
}

SourceKind source_kind(std::string_view name) {
  if (name == "postposition") return SourceKind::kPostposition;
  if (name == "noun") return SourceKind::kNoun;
  if (name == "self") return SourceKind::kSelf;
  if (name == "last") return SourceKind::kLast;
  if (name == "hearsay") return SourceKind::kHearsay;
  if (name == "behind_comma") return SourceKind::kBehindComma;
  if (name == "clause") return SourceKind::kClause;
  if (name == "reported_last") return SourceKind::kReportedLast;
  if (name == "relative") return SourceKind::kRelative;
  return SourceKind::kPreposition;
}

SpeechCue cue_of(const Table& table, Row row) {
  SpeechCue cue;
  cue.kind = table.cell(row, "class");
  cue.addressee = table.cell(row, "addressee");
  for (const std::string_view c : table.list(row, "speaker")) cue.speakers.emplace_back(c);
  for (const std::string_view c : table.list(row, "complements")) {
    cue.that |= c == "that";
    cue.bare |= c == "v2";
    cue.infinitive |= c == "inf";
    cue.quote |= c == "quote";
    cue.question |= c == "question";
  }
  return cue;
}

const char* pos_name(PredicateKind kind) {
  return kind == PredicateKind::kVerb ? "verb" : kind == PredicateKind::kNoun ? "noun" : "adjective";
}

}  // namespace

SpeechLexicon::SpeechLexicon(const Knowledge& knowledge) {
  const Table speech = knowledge.table("cues/speech");
  for (Row row = 0; row < speech.size(); ++row) {
    const std::string key = std::string(speech.cell(row, "pos")) + "\t" + std::string(speech.cell(row, "lemma"));
    for_languages(speech.cell(row, "language"), [&](size_t l) { cues_[l][key] = cue_of(speech, row); });
  }
  const Table sources = knowledge.table("cues/sources");
  for (Row row = 0; row < sources.size(); ++row) {
    SourcePhrase phrase{words_of(sources.cell(row, "phrase")), source_kind(sources.cell(row, "kind"))};
    if (phrase.words.empty()) continue;
    for_languages(sources.cell(row, "language"),
                  [&](size_t l) { sources_[l][phrase.words.front()].push_back(phrase); });
  }
  for (auto& map : sources_) {
    for (auto& [word, list] : map) {
      std::stable_sort(list.begin(), list.end(),
                       [](const SourcePhrase& a, const SourcePhrase& b) { return a.words.size() > b.words.size(); });
    }
  }
  const Table classes = knowledge.table("words/classes");
  for (Row row = 0; row < classes.size(); ++row) {
    if (classes.cell(row, "class") != "link_owner") continue;
    for_languages(classes.cell(row, "language"),
                  [&](size_t l) { owner_links_[l].emplace_back(classes.cell(row, "lemma")); });
  }
  const Table quotes = knowledge.table("cues/quotes");
  for (Row row = 0; row < quotes.size(); ++row) {
    const std::string level(quotes.cell(row, "level"));
    QuoteMarks marks{std::string(quotes.cell(row, "open")), std::string(quotes.cell(row, "close")),
                     level == "2" ? 2 : 1};
    for_languages(quotes.cell(row, "language"), [&](size_t l) { quotes_[l].push_back(marks); });
  }
}

const SpeechCue* SpeechLexicon::cue(Language language, PredicateKind kind, std::string_view lemma) const {
  std::string key = pos_name(kind);
  key.append("\t").append(lemma);
  const auto found = cues_[index(language)].find(key);
  return found == cues_[index(language)].end() ? nullptr : &found->second;
}

bool SpeechLexicon::opens_source(Language language, std::string_view marker) const {
  const auto* list = marker.empty() ? nullptr : sources(language, marker);
  return list != nullptr &&
         std::any_of(list->begin(), list->end(), [](const SourcePhrase& s) { return s.kind == SourceKind::kClause; });
}

bool SpeechLexicon::links_owner(Language language, std::string_view preposition) const {
  const auto& list = owner_links_[index(language)];
  return std::find(list.begin(), list.end(), preposition) != list.end();
}

const std::vector<SourcePhrase>* SpeechLexicon::sources(Language language, std::string_view first_word) const {
  const auto& map = sources_[index(language)];
  const auto found = map.find(std::string(first_word));
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace depesche::statements
