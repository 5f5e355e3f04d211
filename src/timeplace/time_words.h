// The words of time expressions (knowledge/words/time), and how a sentence is looked up in them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "knowledge/knowledge.h"
#include "timeplace/place_lexicon.h"

namespace depesche::timeplace {

/// Kinds of words; the value of each is told in knowledge/words/time.tsv.
enum class TimeKind : uint8_t {
  kMonth,
  kWeekday,
  kWeekdayPart,
  kUnit,
  kUnits,
  kDeictic,
  kDirection,
  kPart,
  kSeason,
  kNumber,
  kOrdinal,
  kVague,
  kHoliday,
  kFrequency,
  kApprox,
  kEdge,
  kRelation,
  kEvery,
  kClock,
  kFuture,
  kArticle,
  kDecade,
  kSuffix,
  kAge,
  kLink,
  kSpan,
  kHalf,
  kYearWord,
};

struct TimeWord {
  TimeKind kind = TimeKind::kVague;
  std::string value;
  uint8_t length = 1;  ///< words
};

/// Immutable after building; safe to share between threads.
class TimeWords {
 public:
  explicit TimeWords(const Knowledge& knowledge);

  /// Entries of one word or phrase as written in the table; a form with capitals only ("MITTWOCH") and a first word of
  /// a sentence also match in other case. Null if there is none.
  [[nodiscard]] const std::vector<TimeWord>* find(Language language, std::string_view form) const;
  /// Longest phrase that begins with this word, in words; 1 for single words.
  [[nodiscard]] uint32_t phrase_length(Language language, std::string_view word) const;
  /// "Resolution", "Sicherheitsratsresolution": the number behind it is no year.
  [[nodiscard]] bool counts(Language language, std::string_view form) const;
  /// German "zweiwöchig" -> number "2", unit "W"; nothing if it is no such word.
  struct Compound {
    std::string number;
    std::string unit;
  };
  [[nodiscard]] std::optional<Compound> compound(Language language, std::string_view form) const;

 private:
  struct Suffix {
    std::string text;
    std::string unit;
  };
  struct Table_ {
    StringMap<std::vector<TimeWord>> words;
    StringMap<uint32_t> phrases;
    std::vector<Suffix> suffixes;
    StringMap<std::string> numbers;
    std::vector<std::string> counters;  ///< lower case
  };
  void add(Language language, std::string_view word, TimeKind kind, std::string_view value);
  void add_weekday_parts(Language language);

  Table_ tables_[2];
};

}  // namespace depesche::timeplace
