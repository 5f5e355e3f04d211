#include "record/from_document.h"

#include <algorithm>

namespace depesche {
namespace {

std::string id_of(char kind, size_t index) {
  return kind + std::to_string(index + 1);
}

const char* name(TimexType type) {
  switch (type) {
    case TimexType::kDate: return "DATE";
    case TimexType::kTime: return "TIME";
    case TimexType::kDuration: return "DURATION";
    case TimexType::kSet: return "SET";
  }
  return "DATE";
}

const char* name(StatementKind kind) {
  switch (kind) {
    case StatementKind::kDirect: return "direct";
    case StatementKind::kIndirect: return "indirect";
    case StatementKind::kMixed: return "mixed";
  }
  return "indirect";
}

const char* name(EventStatus status) {
  switch (status) {
    case EventStatus::kHappened: return "happened";
    case EventStatus::kPlanned: return "planned";
    case EventStatus::kPossible: return "possible";
    case EventStatus::kConditional: return "conditional";
    case EventStatus::kNegated: return "negated";
  }
  return "happened";
}

const char* name(CommitmentKind kind) {
  switch (kind) {
    case CommitmentKind::kTreaty: return "treaty";
    case CommitmentKind::kPolicy: return "policy";
    case CommitmentKind::kPledge: return "pledge";
    case CommitmentKind::kThreat: return "threat";
    case CommitmentKind::kDemand: return "demand";
    case CommitmentKind::kNorm: return "norm";
  }
  return "pledge";
}

const char* name(CommitmentState state) {
  switch (state) {
    case CommitmentState::kAnnounced: return "announced";
    case CommitmentState::kInForce: return "in_force";
    case CommitmentState::kUnderReview: return "under_review";
    case CommitmentState::kMet: return "met";
    case CommitmentState::kBroken: return "broken";
    case CommitmentState::kWithdrawn: return "withdrawn";
  }
  return "announced";
}

const char* name(Polarity polarity) {
  switch (polarity) {
    case Polarity::kNone: return "";
    case Polarity::kWill: return "will";
    case Polarity::kWillNot: return "will_not";
  }
  return "";
}

/// Copies one document; holds the map from actors of the layer to ids of the record.
class Recorder {
 public:
  explicit Recorder(const Document& document) : document_(document) {}

  CodedReport run(CoderStamp stamp);

 private:
  void choose_actors();
  void copy_text();
  void copy_actors();
  void copy_statements();
  void copy_events();
  void copy_commitments();

  void use(const std::vector<ActorIndex>& actors);
  void use(const std::optional<CommitmentPart>& part);
  [[nodiscard]] std::vector<std::string> ids(const std::vector<ActorIndex>& actors) const;
  [[nodiscard]] std::optional<RecordDate> date(const std::optional<EventDate>& date) const;
  [[nodiscard]] std::optional<RecordPlace> place(size_t index) const;
  [[nodiscard]] std::optional<RecordPart> part(const std::optional<CommitmentPart>& part) const;

  const Document& document_;
  CodedReport report_;
  std::vector<std::string> actor_ids_;
  std::vector<bool> used_;
};

void Recorder::use(const std::vector<ActorIndex>& actors) {
  for (const ActorIndex a : actors) used_[a] = true;
}

void Recorder::use(const std::optional<CommitmentPart>& part) {
  if (!part || !part->pattern) return;
  use(part->pattern->actor);
  use(part->pattern->recipient);
}

void Recorder::choose_actors() {
  const auto& actors = document_.actors().actors;
  used_.assign(actors.size(), false);
  // States that only stand behind a place of the report are listed where an event uses them.
  for (const Mention& m : document_.actors().mentions) {
    if (m.actor != kNoActor && actors[m.actor].coded()) used_[m.actor] = true;
  }
  for (const Statement& s : document_.statements().statements) use(s.speaker), use(s.addressee);
  for (const Event& e : document_.events().events) use(e.actor), use(e.recipient);
  for (const Commitment& c : document_.commitments().commitments) {
    use(c.holder), use(c.toward);
    use(c.action), use(c.condition), use(c.consequence);
  }
}

std::vector<std::string> Recorder::ids(const std::vector<ActorIndex>& actors) const {
  std::vector<std::string> out;
  for (const ActorIndex a : actors) {
    if (std::find(out.begin(), out.end(), actor_ids_[a]) == out.end()) out.push_back(actor_ids_[a]);
  }
  return out;
}

std::optional<RecordDate> Recorder::date(const std::optional<EventDate>& date) const {
  if (!date || (!date->from && !date->to)) return std::nullopt;
  return RecordDate{date->from ? iso(*date->from) : "", date->to ? iso(*date->to) : "", date->text};
}

std::optional<RecordPlace> Recorder::place(size_t index) const {
  if (index >= document_.timeplace().places.size()) return std::nullopt;
  const Place& p = document_.timeplace().places[index];
  return RecordPlace{p.span, p.name, p.code, p.lat, p.lon};
}

std::optional<RecordPart> Recorder::part(const std::optional<CommitmentPart>& part) const {
  if (!part) return std::nullopt;
  RecordPart out{part->text, std::nullopt};
  if (part->pattern) {
    out.pattern = RecordTemplate{part->pattern->event, ids(part->pattern->actor), ids(part->pattern->recipient),
                                 part->pattern->context};
  }
  return out;
}

void Recorder::copy_text() {
  const ReportInfo& info = document_.info();
  report_.id = info.id;
  report_.language = std::string(depesche::code(info.language));
  if (info.published) report_.published = iso(*info.published);
  report_.agency = info.agency.empty() ? document_.words().agency : info.agency;
  report_.title = info.title;
  report_.text = std::string(document_.text());
  for (const Sentence& s : document_.words().sentences) report_.sentences.push_back(s.span);
  for (const TimeExpression& t : document_.timeplace().times) {
    report_.times.push_back({t.span, name(t.type), t.value});
  }
  for (size_t i = 0; i < document_.timeplace().places.size(); ++i) report_.places.push_back(*place(i));
}

void Recorder::copy_actors() {
  const ActorLayer& layer = document_.actors();
  actor_ids_.resize(layer.actors.size());
  std::vector<size_t> slot(layer.actors.size(), 0);
  for (size_t i = 0; i < layer.actors.size(); ++i) {
    if (!used_[i]) continue;
    const Actor& a = layer.actors[i];
    slot[i] = report_.actors.size();
    actor_ids_[i] = id_of('a', slot[i]);
    report_.actors.push_back(
        {actor_ids_[i], a.name, a.code, a.sector, a.other_sectors, a.office, a.wikidata, a.source, {}});
  }
  for (const Mention& m : layer.mentions) {
    if (m.actor == kNoActor || !used_[m.actor]) continue;
    report_.actors[slot[m.actor]].mentions.push_back({m.span, std::string(name(m.form))});
  }
}

void Recorder::copy_statements() {
  for (const Statement& s : document_.statements().statements) {
    RecordStatement out;
    out.id = id_of('s', report_.statements.size());
    out.speaker = ids(s.speaker);
    out.addressee = ids(s.addressee);
    out.cue = s.cue;
    out.cue_lemma = s.cue_lemma;
    out.kind = name(s.kind);
    out.content = s.content;
    out.date = date(s.date);
    out.place = place(s.place);
    report_.statements.push_back(std::move(out));
  }
}

void Recorder::copy_events() {
  for (const Event& e : document_.events().events) {
    RecordEvent out;
    out.id = id_of('e', report_.events.size());
    out.event = e.type;
    out.mode = e.mode;
    out.context = e.context;
    out.cameo = e.cameo;
    out.quad = e.quad;
    out.score = e.score;
    out.goldstein = e.goldstein;
    out.actor = ids(e.actor);
    out.recipient = ids(e.recipient);
    out.status = name(e.status);
    out.historical = e.historical;
    if (e.attributed_to != kNoStatement) {
      out.attributed_to = id_of('s', e.attributed_to);
      report_.statements[e.attributed_to].events.push_back(out.id);
    }
    out.date = date(e.date);
    out.place = place(e.place);
    out.sentence = e.sentence;
    out.evidence = e.evidence;
    out.rule = e.rule;
    report_.events.push_back(std::move(out));
  }
}

void Recorder::copy_commitments() {
  for (const Commitment& c : document_.commitments().commitments) {
    RecordCommitment out;
    out.id = id_of('c', report_.commitments.size());
    out.kind = name(c.kind);
    out.holder = ids(c.holder);
    out.toward = ids(c.toward);
    out.action = part(c.action);
    out.condition = part(c.condition);
    out.consequence = part(c.consequence);
    out.polarity = name(c.polarity);
    out.state = name(c.state);
    if (c.since) out.since = iso(*c.since);
    if (c.until) out.until = iso(*c.until);
    if (c.statement != kNoStatement) out.statement = id_of('s', c.statement);
    out.evidence = c.evidence;
    out.rule = c.rule;
    report_.commitments.push_back(std::move(out));
  }
}

CodedReport Recorder::run(CoderStamp stamp) {
  report_.coder = std::move(stamp);
  choose_actors();
  copy_text();
  copy_actors();
  copy_statements();
  copy_events();
  copy_commitments();
  return std::move(report_);
}

}  // namespace

const RecordActor* CodedReport::actor(std::string_view actor_id) const {
  for (const RecordActor& a : actors) {
    if (a.id == actor_id) return &a;
  }
  return nullptr;
}

CodedReport record_of(const Document& document, CoderStamp stamp) {
  return Recorder(document).run(std::move(stamp));
}

}  // namespace depesche
