// What the store keeps, a struct a table; plain values. Days are ISO texts, "" where unknown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace depesche::store {

enum class Role : uint8_t {
  kActor = 0,
  kRecipient = 1
};  ///< of statements: speaker, addressee; of entries: holder, toward

struct Side {
  std::string code;
  std::string sector;
  std::string name;
};

struct ReportRow {
  int64_t id = 0;
  std::string hash;  ///< of the content, 32 hex digits; names the report for good
  std::string name;  ///< the id that its source gave it
  std::string language;
  std::string published;
  std::string agency;
  std::string title;
  int64_t cluster = 0;  ///< near copies of one text have one cluster: the lowest id among them
  std::string version;  ///< coder, knowledge and model of the coding that stands now
  std::string knowledge;
  std::string model;
  int64_t coding = 1;     ///< counts the codings of this report
  std::string signature;  ///< MinHash, raw bytes
  std::string record;     ///< JSON form of the CodedReport, zstd
};

struct EventRow {
  int64_t id = 0;
  int64_t report = 0;
  int64_t coding = 0;  ///< of its report; like the name filled on reading
  std::string report_name;
  std::string local_id;
  std::string type;
  std::vector<std::string> modes;
  std::vector<std::string> contexts;
  std::string cameo;
  int quad = 0;
  std::optional<double> score;
  std::optional<double> goldstein;
  std::string status;
  bool historical = false;
  std::string attributed_to;
  std::string day;
  std::string last_day;
  std::string place;
  std::string place_code;
  std::optional<double> lat;
  std::optional<double> lon;
  std::string cell;      ///< ledger::place_cell
  std::string act;       ///< ledger::act_key
  std::string node;      ///< act and cell: reports of one act share it
  std::string sentence;  ///< the evidence
  std::string rule;
  std::vector<Side> actors;
  std::vector<Side> recipients;
};

struct StatementRow {
  int64_t id = 0;
  int64_t report = 0;
  std::string local_id;
  std::string kind;
  std::string cue;
  std::string day;
  std::string content;
  std::vector<Side> speakers;
  std::vector<Side> addressees;
};

struct ActorRow {
  Side side;
  std::string office;
  std::string wikidata;
  int64_t mentions = 0;
};

struct EntryRow {
  int64_t id = 0;
  std::string key;  ///< ledger::merge_key
  std::string kind;
  std::string polarity;
  std::string fact;  ///< JSON of the first telling
  std::string
      first_day;  ///< with first_hash and first_local: which telling is the first, whatever the order of ingestion
  std::string first_hash;
  std::string first_local;
  std::vector<Side> holders;
  std::vector<Side> toward;
};

struct HistoryLine {
  int64_t id = 0;
  int64_t entry = 0;
  int64_t report = 0;
  int64_t coding = 0;
  std::string day;
  bool told = true;
  std::string input;
  std::string part;
  bool watch = false;
  std::string local_id;
  std::string until;
  std::string act;
  std::string evidence;
  int64_t retracts = 0;     ///< the line that a newer coding of its report no longer supports; 0: none
  std::string report_hash;  ///< filled on reading
  std::string report_name;
};

struct AlertRow {
  int64_t id = 0;
  int64_t entry = 0;
  std::string kind;
  bool watch = false;
  std::string day;
  int64_t telling = 0;  ///< history line, 0: none
  int64_t event = 0;    ///< history line
};

}  // namespace depesche::store
