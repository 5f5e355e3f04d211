// The report itself, its layers, its near copies and its event nodes.
#include <zstd.h>

#include <cstring>

#include "ledger/acts.h"
#include "ledger/book.h"
#include "ledger/near_copies.h"
#include "record/json.h"
#include "record/read_json.h"

namespace depesche::ledger {
namespace {

constexpr int kCompression = 3;

std::string bytes_of(const Signature& signature) {
  std::string bytes(sizeof(Signature), '\0');
  std::memcpy(bytes.data(), signature.data(), sizeof(Signature));
  return bytes;
}

Signature signature_from(std::string_view bytes) {
  Signature signature{};
  if (bytes.size() == sizeof(Signature)) std::memcpy(signature.data(), bytes.data(), sizeof(Signature));
  return signature;
}

store::ReportRow row_of(const CodedReport& report, const std::string& hash) {
  store::ReportRow row;
  row.hash = hash;
  row.name = report.id;
  row.language = report.language;
  row.published = report.published;
  row.agency = report.agency;
  row.title = report.title;
  row.version = report.coder.version;
  row.knowledge = report.coder.knowledge;
  row.model = report.coder.model;
  row.record = packed(to_json(report));
  return row;
}

store::EventRow row_of(const RecordEvent& event, const EventFact& fact, int64_t report, const Ontology& ontology) {
  store::EventRow row;
  row.report = report;
  row.local_id = event.id;
  row.type = event.event;
  row.modes = event.mode;
  row.contexts = event.context;
  row.cameo = event.cameo;
  row.quad = event.quad;
  row.score = event.score;
  row.goldstein = event.goldstein;
  row.status = event.status;
  row.historical = event.historical;
  row.attributed_to = event.attributed_to;
  row.day = fact.day;
  row.last_day = event.date && !event.date->to.empty() ? event.date->to : fact.day;
  if (event.place) {
    row.place = event.place->name;
    row.place_code = event.place->code;
    row.lat = event.place->lat;
    row.lon = event.place->lon;
    row.cell = place_cell(event.place->lat, event.place->lon);
  }
  if (event.status == kHappened) row.act = act_key(fact, ontology);
  row.node = row.act;
  row.sentence = fact.evidence;
  row.rule = event.rule;
  row.actors = sides_of(fact.actors);
  row.recipients = sides_of(fact.recipients);
  return row;
}

store::StatementRow row_of(const CodedReport& report, const RecordStatement& statement, int64_t id) {
  store::StatementRow row;
  row.report = id;
  row.local_id = statement.id;
  row.kind = statement.kind;
  row.cue = statement.cue_lemma.empty() && !statement.cue.empty() ? std::string(report.slice(statement.cue))
                                                                  : statement.cue_lemma;
  row.day = statement.date && !statement.date->from.empty() ? statement.date->from : report.published;
  for (const Span span : statement.content)
    row.content += (row.content.empty() ? "" : " … ") + std::string(report.slice(span));
  row.speakers = sides_of(parties_of(report, statement.speaker));
  row.addressees = sides_of(parties_of(report, statement.addressee));
  return row;
}

}  // namespace

std::string packed(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  const size_t size = ZSTD_compress(out.data(), out.size(), text.data(), text.size(), kCompression);
  out.resize(ZSTD_isError(size) != 0U ? 0 : size);
  return out;
}

Result<std::string> unpacked(std::string_view bytes) {
  const Error damaged{ErrorCode::kBadDatabase, "report", "a stored record is damaged", "ingest the reports anew"};
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  constexpr unsigned long long kLargest = 1ULL << 32;
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kLargest) return damaged;
  std::string text(size, '\0');
  const size_t got = ZSTD_decompress(text.data(), text.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(got) != 0U || got != size) return damaged;
  return text;
}

Result<CodedReport> record_of(const store::ReportRow& row) {
  const auto json = unpacked(row.record);
  if (!json) return json.error();
  return coded_report_from_json(*json, row.name);
}

Result<int64_t> Book::add_report(const CodedReport& report) {
  const Signature signature = signature_of(report.text);
  store::ReportRow row = row_of(report, hash_);
  row.signature = bytes_of(signature);
  const std::array<int64_t, kBands> bands = band_keys(signature);
  const std::vector<int64_t> keys(bands.begin(), bands.end());
  const auto candidates = store_.sharing_band(keys);
  if (!candidates) return candidates.error();
  const auto id = store_.add_report(row, report.text);
  if (!id) return id.error();
  if (const Status done = store_.add_bands(*id, keys); !done) return done.error();
  // Copies of copies are one text: clusters that this report joins become one, under the lowest number.
  std::set<int64_t> clusters{*id};
  for (const store::CopyCandidate& candidate : *candidates) {
    if (similarity(signature, signature_from(candidate.signature)) >= kCopySimilarity)
      clusters.insert(candidate.cluster);
  }
  for (const int64_t cluster : clusters) {
    if (cluster == *clusters.begin()) continue;
    const auto acts = store_.acts_of_cluster(cluster);
    if (!acts) return acts.error();
    touched_acts_.insert(acts->begin(), acts->end());
    if (const Status done = store_.set_cluster(cluster, *clusters.begin()); !done) return done.error();
  }
  return *id;
}

Status Book::replace_layers(const CodedReport& report, const store::Coding& old) {
  const auto lines = store_.history_of_report(old.report);
  if (!lines) return lines.error();
  for (const store::HistoryLine& line : *lines) older_.emplace(line_key(line), line);
  store::ReportRow row = row_of(report, hash_);
  row.id = old.report;
  row.coding = old.number + 1;
  // Acts that the new coding no longer tells lose a report, which may move the others to another node.
  const auto acts = store_.acts_of_report(old.report);
  if (!acts) return acts.error();
  touched_acts_.insert(acts->begin(), acts->end());
  return store_.replace_coding(row);
}

Status Book::add_layers(const CodedReport& report, const ReportFacts& facts, int64_t id) {
  for (const RecordActor& actor : report.actors) {
    const store::ActorRow row{{actor.code, actor.sector, actor.name},
                              actor.office,
                              actor.wikidata,
                              static_cast<int64_t>(actor.mentions.size())};
    if (const Status done = store_.add_actor(id, row); !done) return done;
  }
  for (size_t i = 0; i < report.events.size(); ++i) {
    const store::EventRow row = row_of(report.events[i], facts.events[i], id, ontology_);
    if (const auto event = store_.add_event(row); !event) return event.error();
    if (!row.act.empty()) touched_acts_.insert(row.act);
  }
  for (const RecordStatement& statement : report.statements) {
    if (const auto done = store_.add_statement(row_of(report, statement, id)); !done) return done.error();
  }
  return Done{};
}

Status Book::settle_nodes() {
  for (const std::string& act : touched_acts_) {
    const auto rows = store_.reports_of_act(act);
    if (!rows) return rows.error();
    std::vector<ActReport> reports;
    for (const store::ActRow& row : *rows) reports.push_back({row.cell, row.cluster});
    const std::vector<std::string> cells = node_cells(reports);
    for (size_t i = 0; i < rows->size(); ++i) {
      const std::string node = cells[i].empty() ? act : act + "@" + cells[i];
      if (node == (*rows)[i].node) continue;
      if (const Status done = store_.set_node((*rows)[i].event, node); !done) return done;
    }
  }
  touched_acts_.clear();
  return Done{};
}

}  // namespace depesche::ledger
