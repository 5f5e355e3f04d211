#include "ledger/book.h"

#include <xxhash.h>

#include <algorithm>

#include "ledger/acts.h"
#include "ledger/fact_json.h"

namespace depesche::ledger {
namespace {

/// Sorts tellings by what they say, never by when they came.
std::string telling_rank(const std::string& day, const std::string& hash, const std::string& local_id) {
  return day + "|" + hash + "|" + local_id;
}

/// Where the index of watchers keeps acts of that type by, or upon, that code.
std::string place_of(const std::string& type, store::Role role, const std::string& code) {
  return type + (role == store::Role::kActor ? "<" : ">") + code;
}

/// The side by which a template is looked up: its actors, or, where it names none, its recipients.
std::pair<store::Role, const std::vector<Party>*> index_side(const Template& wanted) {
  if (!wanted.actors.empty()) return {store::Role::kActor, &wanted.actors};
  return {store::Role::kRecipient, &wanted.recipients};
}

}  // namespace

std::string line_key(const store::HistoryLine& line) {
  std::string key = std::to_string(line.entry);
  for (const std::string* one :
       {&line.day, &line.input, &line.part, &line.local_id, &line.until, &line.act, &line.evidence})
    key += "\x1f" + *one;
  return key + (line.told ? "t" : "e") + (line.watch ? "w" : "");
}

std::vector<store::Side> sides_of(const std::vector<Party>& parties) {
  std::vector<store::Side> sides;
  sides.reserve(parties.size());
  for (const Party& party : parties) sides.push_back({party.code, party.sector, party.name});
  return sides;
}

std::string content_hash(std::string_view text, std::string_view published) {
  XXH3_state_t* state = XXH3_createState();
  XXH3_128bits_reset(state);
  XXH3_128bits_update(state, published.data(), published.size());
  XXH3_128bits_update(state, "\n", 1);
  XXH3_128bits_update(state, text.data(), text.size());
  const XXH128_hash_t hash = XXH3_128bits_digest(state);
  XXH3_freeState(state);
  char hex[33];
  std::snprintf(hex, sizeof hex, "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return hex;
}

HistoryRow row_of(const store::HistoryLine& line) {
  HistoryRow row;
  row.day = line.day;
  row.told = line.told;
  row.input = input_of(line.input).value_or(Input::kAnnounce);
  row.part = part_of(line.part).value_or(Part::kAction);
  row.watch = line.watch;
  row.report = line.report_hash;
  row.local_id = line.local_id;
  row.until = line.until;
  row.evidence = line.evidence;
  row.act = line.act;
  row.id = line.id;
  return row;
}

EventFact fact_of(const store::EventRow& row) {
  const auto parties = [](const std::vector<store::Side>& sides) {
    std::vector<Party> out;
    out.reserve(sides.size());
    for (const store::Side& side : sides) out.push_back({side.code, side.sector, side.name});
    return out;
  };
  return {row.local_id, row.type, row.modes,   row.contexts, parties(row.actors), parties(row.recipients),
          row.status,   row.day,  row.sentence};
}

Result<Book> Book::open(store::Store& store, const Ontology& ontology) {
  Book book(store, ontology);
  const auto entries = store.entries();
  if (!entries) return entries.error();
  for (const store::EntryRow& row : *entries) {
    const auto fact = commitment_from_json(row.fact);
    if (!fact) return fact.error();
    book.keys_.emplace(row.key, row.id);
    book.watch(row.id, terms_of(*fact, ontology), telling_rank(row.first_day, row.first_hash, row.first_local));
  }
  return book;
}

void Book::watch(int64_t id, Terms terms, std::string first) {
  for (const Part part : {Part::kAction, Part::kCondition, Part::kConsequence}) {
    const Template* wanted = effective_template(terms, part);
    if (wanted == nullptr) continue;
    const auto [role, side] = index_side(*wanted);
    for (const Party& party : *side) watchers_[place_of(wanted->event, role, party.code)].push_back({id, part});
  }
  entries_[id] = {std::move(terms), std::move(first)};
}

Result<Recorded> Book::record(const CodedReport& report, bool recode) {
  hash_ = content_hash(report.text, report.published);
  older_.clear();
  const auto found = store_.coding_of(hash_);
  if (!found) return found.error();
  const std::optional<store::Coding>& known = *found;
  if (known && !recode) return Recorded{};
  const int64_t coding = known ? known->number + 1 : 1;
  int64_t id = 0;
  if (known) {
    id = known->report;
    if (const Status done = replace_layers(report, *known); !done) return done.error();
  } else {
    const auto added = add_report(report);
    if (!added) return added.error();
    id = *added;
  }
  const ReportFacts facts = facts_of(report);
  // Commitments first: a new one looks for its acts among those stored before; the acts of its own report then look for
  // it.
  for (const CommitmentFact& fact : facts.commitments) {
    if (const Status done = tell(fact, id, coding); !done) return done.error();
  }
  if (const Status done = add_layers(report, facts, id); !done) return done.error();
  for (const EventFact& fact : facts.events) {
    if (const Status done = match_event(fact, id, coding); !done) return done.error();
  }
  if (const Status done = retract_leftovers(coding); !done) return done.error();
  return Recorded{!known, known.has_value()};
}

Result<int64_t> Book::entry_for(const CommitmentFact& fact) {
  const std::string key = merge_key(fact, ontology_);
  const std::string rank = telling_rank(fact.day, hash_, fact.local_id);
  const auto found = keys_.find(key);
  Entry* entry = found == keys_.end() ? nullptr : &entries_.at(found->second);
  if (entry != nullptr && rank >= entry->first) return found->second;
  store::EntryRow row{0,        key,   fact.kind,     fact.polarity,          to_json(fact),
                      fact.day, hash_, fact.local_id, sides_of(fact.holders), sides_of(fact.toward)};
  if (entry != nullptr) {
    row.id = found->second;
    entry->first = rank;
    if (const Status done = store_.set_first_telling(row); !done) return done.error();
    return row.id;
  }
  const auto id = store_.add_entry(row);
  if (!id) return id.error();
  keys_.emplace(key, *id);
  watch(*id, terms_of(fact, ontology_), rank);
  if (const Status done = match_new_entry(*id); !done) return done.error();
  return *id;
}

Status Book::tell(const CommitmentFact& fact, int64_t report, int64_t coding) {
  const auto entry = entry_for(fact);
  if (!entry) return entry.error();
  store::HistoryLine line;
  line.entry = *entry;
  line.report = report;
  line.coding = coding;
  line.day = fact.day;
  line.input = name(told_as(fact.state));
  line.local_id = fact.local_id;
  line.until = fact.until;
  line.evidence = fact.evidence;
  return append(std::move(line));
}

/// Events that may fit, each once: those of the type with a party on the side by which the template is looked up.
/// Sought recipients may also stand among the actors of a reciprocal event.
Result<std::vector<store::EventRow>> Book::stored_acts(const Template& wanted) {
  const auto [role, side] = index_side(wanted);
  std::vector<store::Role> roles{store::Role::kActor};
  if (role == store::Role::kRecipient) roles.push_back(store::Role::kRecipient);
  std::map<int64_t, store::EventRow> acts;
  for (const store::Role one : roles) {
    for (const Party& party : *side) {
      auto events = store_.events_of(wanted.event, one, party.code);
      if (!events) return events.error();
      for (store::EventRow& event : *events) acts.emplace(event.id, std::move(event));
    }
  }
  std::vector<store::EventRow> out;
  out.reserve(acts.size());
  for (auto& [id, event] : acts) out.push_back(std::move(event));
  return out;
}

Status Book::match_new_entry(int64_t id) {
  const Terms terms = entries_.at(id).terms;
  for (const Part part : {Part::kAction, Part::kCondition, Part::kConsequence}) {
    const Template* wanted = effective_template(terms, part);
    if (wanted == nullptr) continue;
    const auto acts = stored_acts(*wanted);
    if (!acts) return acts.error();
    for (const store::EventRow& act : *acts) {
      const EventFact fact = fact_of(act);
      if (!fits(*wanted, fact, ontology_)) continue;
      if (const Status done = match(id, part, fact, act.report, act.coding); !done) return done;
    }
  }
  return Done{};
}

Status Book::match_event(const EventFact& fact, int64_t report, int64_t coding) {
  if (fact.day.empty()) return Done{};
  std::set<std::pair<int64_t, Part>> found;
  const auto look = [&](store::Role role, const std::vector<Party>& side) {
    for (const Party& party : side) {
      const auto watchers = watchers_.find(place_of(fact.event, role, party.code));
      if (watchers == watchers_.end()) continue;
      for (const Watcher& watcher : watchers->second) {
        const Template* wanted = effective_template(entries_.at(watcher.entry).terms, watcher.part);
        if (fits(*wanted, fact, ontology_)) found.emplace(watcher.entry, watcher.part);
      }
    }
  };
  look(store::Role::kActor, fact.actors);
  look(store::Role::kRecipient, fact.recipients);
  look(store::Role::kRecipient, fact.actors);
  for (const auto& [entry, part] : found) {
    if (const Status done = match(entry, part, fact, report, coding); !done) return done;
  }
  return Done{};
}

Status Book::match(int64_t entry, Part part, const EventFact& fact, int64_t report, int64_t coding) {
  const bool watched = fact.status == kPlanned || fact.status == kPossible;
  if (!watched && fact.status != kHappened) return Done{};
  store::HistoryLine line;
  line.entry = entry;
  line.report = report;
  line.coding = coding;
  line.day = fact.day;
  line.told = false;
  line.input = name(*effect_of(entries_.at(entry).terms, part));
  line.part = name(part);
  line.watch = watched;
  line.local_id = fact.local_id;
  line.act = act_key(fact, ontology_);
  line.evidence = fact.evidence;
  return append(std::move(line));
}

Status Book::append(store::HistoryLine line) {
  touched_entries_.insert(line.entry);
  if (const auto same = older_.find(line_key(line)); same != older_.end()) {
    older_.erase(same);
    return Done{};
  }
  const auto id = store_.append(line);
  if (!id) return id.error();
  return Done{};
}

Status Book::retract_leftovers(int64_t coding) {
  for (auto& [key, line] : older_) {
    touched_entries_.insert(line.entry);
    line.retracts = line.id;
    line.coding = coding;
    const auto id = store_.append(line);
    if (!id) return id.error();
  }
  older_.clear();
  return Done{};
}

Status Book::settle() {
  if (const Status done = settle_nodes(); !done) return done;
  for (const int64_t entry : touched_entries_) {
    if (const Status done = settle_alerts(entry); !done) return done;
  }
  touched_entries_.clear();
  return Done{};
}

Status Book::settle_alerts(int64_t entry) {
  const auto lines = store_.history_of_entry(entry);
  if (!lines) return lines.error();
  const auto stored = store_.alerts_of_entry(entry);
  if (!stored) return stored.error();
  std::vector<HistoryRow> rows;
  for (const store::HistoryLine& line : *lines) rows.push_back(row_of(line));
  const auto number = [&](int index) { return index < 0 ? 0 : rows[static_cast<size_t>(index)].id; };
  std::map<std::pair<int64_t, std::string>, store::AlertRow> wanted;
  for (const Alert& alert : fold(entries_.at(entry).terms, rows, "").alerts) {
    const std::string kind(name(alert.kind));
    wanted[{number(alert.event), kind}] = {
        0, entry, kind, alert.watch, alert.day, number(alert.telling), number(alert.event)};
  }
  for (const store::AlertRow& old : *stored) {
    const auto kept = wanted.find({old.event, old.kind});
    const bool same = kept != wanted.end();
    const Status done = !same                                 ? store_.remove_alert(old.id)
                        : kept->second.telling != old.telling ? store_.set_telling(old.id, kept->second.telling)
                                                              : Status(Done{});
    if (!done) return done;
    if (same) wanted.erase(kept);
  }
  for (const auto& [key, alert] : wanted) {
    if (const auto id = store_.add_alert(alert); !id) return id.error();
  }
  return Done{};
}

}  // namespace depesche::ledger
