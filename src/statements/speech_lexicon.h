// Cue words of statements as src/statements uses them: verbs, nouns and adjectives of saying, source phrases and
// quotation marks. Built once from the tables cues/speech, cues/sources, cues/quotes; immutable, shared by threads.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "knowledge/knowledge.h"

namespace depesche::statements {

struct SpeechCue {
  std::string kind;   ///< say, claim, judge, ask, demand, promise, threaten, warn, ...
  bool that = false;  ///< dass / that clause
  bool bare = false;  ///< V2 clause, English clause without that
  bool infinitive = false;
  bool quote = false;
  bool question = false;
  std::string addressee;              ///< preposition of the addressee, "" for dative or object
  std::vector<std::string> speakers;  ///< who speaks: "subject", "object" or prepositions; empty: the subject
};

enum class SourceKind : uint8_t {
  kPreposition,
  kPostposition,
  kNoun,
  kSelf,
  kLast,
  kHearsay,
  kBehindComma,
  kClause,
  kReportedLast,
  kRelative
};

struct SourcePhrase {
  std::vector<std::string> words;  ///< lower case
  SourceKind kind = SourceKind::kPreposition;
};

struct QuoteMarks {
  std::string open;
  std::string close;
  int level = 1;
};

class SpeechLexicon {
 public:
  explicit SpeechLexicon(const Knowledge& knowledge);

  /// nullptr when the word is no cue.
  [[nodiscard]] const SpeechCue* cue(Language language, PredicateKind kind, std::string_view lemma) const;
  /// Phrases that begin with this lower-case word, longest first.
  [[nodiscard]] const std::vector<SourcePhrase>* sources(Language language, std::string_view first_word) const;
  /// Does a clause with this subordinator and a verb of saying tell the source of its main clause ("wie X mitteilte")?
  [[nodiscard]] bool opens_source(Language language, std::string_view marker) const;
  /// Does the preposition name whose act or text a noun is ("von", "of"; class link_owner)?
  [[nodiscard]] bool links_owner(Language language, std::string_view preposition) const;
  [[nodiscard]] const std::vector<QuoteMarks>& quotes(Language language) const { return quotes_[index(language)]; }

 private:
  static size_t index(Language language) { return language == Language::kGerman ? 0 : 1; }

  std::unordered_map<std::string, SpeechCue> cues_[2];  ///< "verb\tsagen"
  std::unordered_map<std::string, std::vector<SourcePhrase>> sources_[2];
  std::vector<QuoteMarks> quotes_[2];
  std::vector<std::string> owner_links_[2];
};

}  // namespace depesche::statements
