// CodedReport: what leaves the coder. A self-contained value (text, offsets, codes, reasons) that knows
// nothing of tokens or trees; writers, store, ledger and server work on it alone. Spans are byte offsets
// into `text`; the JSON form gives code points. Fields are those of CODEBOOK.md section 1.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/span.h"

namespace depesche {

struct RecordTime {
  Span span;
  std::string type;   ///< DATE, TIME, DURATION, SET
  std::string value;  ///< "" when unresolved
};

struct RecordPlace {
  Span span;
  std::string name;
  std::string code;
  std::optional<double> lat;
  std::optional<double> lon;
};

struct RecordMention {
  Span span;
  std::string form;  ///< name, title, pronoun, metonym, demonym
};

struct RecordActor {
  std::string id;
  std::string name;
  std::string code;
  std::string sector;
  std::vector<std::string> other_sectors;
  std::string office;
  std::string wikidata;
  std::string source;
  std::vector<RecordMention> mentions;
};

struct RecordDate {
  std::string from;  ///< ISO date or ""
  std::string to;
  Span text;
};

struct RecordStatement {
  std::string id;
  std::vector<std::string> speaker;
  std::vector<std::string> addressee;
  Span cue;
  std::string cue_lemma;
  std::string kind;  ///< direct, indirect, mixed
  std::vector<Span> content;
  std::optional<RecordDate> date;
  std::optional<RecordPlace> place;
  std::vector<std::string> events;
};

struct RecordEvent {
  std::string id;
  std::string event;
  std::vector<std::string> mode;
  std::vector<std::string> context;
  std::string cameo;
  int quad = 0;
  std::optional<double> score;
  std::optional<double> goldstein;
  std::vector<std::string> actor;
  std::vector<std::string> recipient;
  std::string status;
  bool historical = false;
  std::string attributed_to;  ///< statement id or ""
  std::optional<RecordDate> date;
  std::optional<RecordPlace> place;
  uint32_t sentence = 0;
  std::vector<Span> evidence;
  std::string rule;
};

struct RecordTemplate {
  std::string event;
  std::vector<std::string> actor;
  std::vector<std::string> recipient;
  std::vector<std::string> context;
};

struct RecordPart {
  Span text;
  std::optional<RecordTemplate> pattern;
};

struct RecordCommitment {
  std::string id;
  std::string kind;
  std::vector<std::string> holder;
  std::vector<std::string> toward;
  std::optional<RecordPart> action;
  std::optional<RecordPart> condition;
  std::optional<RecordPart> consequence;
  std::string polarity;  ///< will, will_not or ""
  std::string state;
  std::string since;
  std::string until;
  std::string statement;
  std::vector<Span> evidence;
  std::string rule;
};

/// Which program, knowledge and model made the record.
struct CoderStamp {
  std::string version;
  std::string knowledge;  ///< fingerprint of the image
  std::string model;      ///< fingerprint of the language's model
};

struct CodedReport {
  std::string id;
  std::string language;
  std::string published;
  std::string agency;
  std::string title;
  std::string text;
  CoderStamp coder;
  std::vector<Span> sentences;
  std::vector<RecordTime> times;
  std::vector<RecordPlace> places;
  std::vector<RecordActor> actors;
  std::vector<RecordStatement> statements;
  std::vector<RecordEvent> events;
  std::vector<RecordCommitment> commitments;

  [[nodiscard]] std::string_view slice(Span span) const {
    return std::string_view(text).substr(span.begin, span.size());
  }
  /// Actor of that id, or nullptr.
  [[nodiscard]] const RecordActor* actor(std::string_view actor_id) const;
};

}  // namespace depesche
