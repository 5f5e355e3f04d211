#include "reasons.h"

#include <fmt/format.h>

#include <algorithm>

#include "events/fillers.h"

namespace depesche::app {
namespace {

bool has_column(const Table& table, std::string_view name) {
  const auto names = table.column_names();
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The row that an actor names as its source ("actors/states.tsv:12"): table and number.
std::optional<std::pair<Table, Row>> row_of(std::string_view source, const Knowledge& knowledge) {
  const std::string_view origin = source.substr(0, source.find(' '));
  const Table table = knowledge.table(origin.substr(0, origin.find('.')));
  for (Row row = 0; row < table.size(); ++row) {
    if (table.origin(row).text() == origin) return std::pair{table, row};
  }
  return std::nullopt;
}

std::string term_text(const Table& terms, Row row, std::string_view to) {
  return fmt::format("{} of {}, {} to {}, {}", terms.cell(row, "office"), terms.cell(row, "body"),
                     terms.cell(row, "from").empty() ? "?" : terms.cell(row, "from"), to.empty() ? "today" : to,
                     terms.origin(row).text());
}

/// The terms of the day that give the actor its office; without such a one, the last that ended before.
std::string terms_text(const Table& persons, Row person, const Actor& actor, const std::optional<Date>& day,
                       const Knowledge& knowledge) {
  const Table terms = knowledge.table("actors/terms");
  const std::string today = day ? iso(*day) : "9999";
  std::string out;
  std::string past;
  std::string last;
  for (const Row row : terms.find(persons.cell(person, "key"))) {
    const std::string_view from = terms.cell(row, "from");
    const std::string_view to = terms.cell(row, "to");
    if (from > today) continue;
    if (to.empty() || to >= today.substr(0, to.size())) {
      if (actor.office.empty() || actor.office == terms.cell(row, "office")) out += "; " + term_text(terms, row, to);
    } else if (to > last) {
      last = to;
      past = "; was " + term_text(terms, row, to);
    }
  }
  return out.empty() ? past : out;
}

bool shares(const std::vector<ActorIndex>& one, const std::vector<ActorIndex>& two) {
  return std::any_of(one.begin(), one.end(),
                     [&](ActorIndex a) { return std::find(two.begin(), two.end(), a) != two.end(); });
}

class Proof {
 public:
  Proof(const Event& event, const Document& document, const events::Trace& trace, const Coder& coder)
      : event_(event), document_(document), trace_(trace), coder_(coder), fillers_(document, coder.frames) {}

  std::vector<std::string> run() {
    std::string clause;
    for (const Span s : event_.evidence) clause += (clause.empty() ? "" : " … ") + std::string(document_.text(s));
    out_.push_back("clause   “" + clause + "”");
    out_.push_back("frame    " + event_.rule);
    const events::Ruling* ruling = ruling_of();
    for (const ActorIndex a : event_.actor) side("actor", a, ruling != nullptr && ruling->supplied);
    for (const ActorIndex a : event_.recipient) side("to", a, false);
    if (ruling != nullptr) out_.push_back(fmt::format("status   {}: {}", status_name(), ruling->status));
    if (event_.historical) out_.push_back("history  more than 30 days before the report, or told as background");
    return std::move(out_);
  }

 private:
  [[nodiscard]] const events::Ruling* ruling_of() const {
    const auto found = std::find_if(trace_.rulings.begin(), trace_.rulings.end(),
                                    [&](const events::Ruling& r) { return r.predicate == event_.predicate; });
    return found == trace_.rulings.end() ? nullptr : &*found;
  }

  [[nodiscard]] const char* status_name() const {
    switch (event_.status) {
      case EventStatus::kHappened: return "happened";
      case EventStatus::kPlanned: return "planned";
      case EventStatus::kPossible: return "possible";
      case EventStatus::kConditional: return "conditional";
      case EventStatus::kNegated: return "negated";
    }
    return "";
  }

  void side(const char* label, ActorIndex a, bool supplied) {
    const Actor& actor = document_.actors().actors[a];
    out_.push_back(fmt::format("{:<8} {}: {}", label, names_of({a}, document_),
                               actor_row(actor, document_.info().published, coder_.knowledge())));
    const std::string way = supplied ? "" : way_to(a);
    if (supplied) {
      out_.emplace_back("         told elsewhere in the report for the same course of action");
    } else {
      out_.push_back("         " +
                     (way.empty() ? "no argument of this word: by the word above it or its speaker" : way));
    }
  }

  /// The tree edges from the predicate to the argument that names the actor.
  [[nodiscard]] std::string way_to(ActorIndex a) const {
    const Predicate& p = document_.clauses().predicates[event_.predicate];
    for (const Argument& argument : p.arguments) {
      if (argument.head == kNoWord ||
          !shares(fillers_.actors(p, argument, events::OwnerRule::kOwner), std::vector<ActorIndex>{a}))
        continue;
      std::string out = "edges " + tree_path(fillers_.tree(), p.head, argument.head);
      if (argument.shared) out += " (shared with the clause above or beside)";
      return out;
    }
    return {};
  }

  const Event& event_;
  const Document& document_;
  const events::Trace& trace_;
  const Coder& coder_;
  events::Fillers fillers_;
  std::vector<std::string> out_;
};

}  // namespace

std::string actor_row(const Actor& actor, const std::optional<Date>& day, const Knowledge& knowledge) {
  std::string out = actor.source.empty() ? "no row" : actor.source;
  const auto found = row_of(actor.source, knowledge);
  if (!found) return out;
  const auto& [table, row] = *found;
  if (actor.source.starts_with("actors/persons")) return out + terms_text(table, row, actor, day, knowledge);
  if (!has_column(table, "from") || !has_column(table, "to")) return out;
  const std::string_view from = table.cell(row, "from");
  const std::string_view to = table.cell(row, "to");
  if (!from.empty() || !to.empty())
    out += fmt::format("; {} to {}", from.empty() ? "?" : from, to.empty() ? "today" : to);
  return out;
}

std::string tree_path(const Tree& tree, WordIndex from, WordIndex to) {
  std::string out(tree.form(from));
  WordIndex top = from;
  while (top != kNoWord && !tree.below(to, top)) {
    const WordIndex head = tree.head(top);
    if (head == kNoWord) return out;
    out += " ↑" + tree.node(top).deprel_raw + " " + std::string(tree.form(head));
    top = head;
  }
  std::vector<WordIndex> down;
  for (WordIndex w = to; w != top && w != kNoWord; w = tree.head(w)) down.push_back(w);
  for (auto w = down.rbegin(); w != down.rend(); ++w)
    out += " ↓" + tree.node(*w).deprel_raw + " " + std::string(tree.form(*w));
  return out;
}

std::string names_of(const std::vector<ActorIndex>& actors, const Document& document) {
  std::string out;
  for (const ActorIndex a : actors) {
    const Actor& actor = document.actors().actors[a];
    out += (out.empty() ? "" : ", ") + actor.name;
    std::string code = actor.code;
    if (!actor.sector.empty()) code += (code.empty() ? "" : " ") + actor.sector;
    if (!code.empty()) out += " (" + code + ")";
  }
  return out.empty() ? "?" : out;
}

std::vector<std::string> reasons_of(const Event& event, const Document& document, const events::Trace& trace,
                                    const Coder& coder) {
  return Proof(event, document, trace, coder).run();
}

}  // namespace depesche::app
