// depesche whatif: assume acts, see which commitments they trigger, break or meet, and what follows.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "desk.h"
#include "ledger/standing.h"
#include "ontology.h"

namespace depesche::app {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  CoderOptions coder;
  std::string db;
  std::vector<std::string> assumed;
  std::string format = "text";
  std::string as_of;
  size_t depth = 5;
};

std::string joined(const std::vector<ledger::Party>& parties, const ledger::Ontology& ontology) {
  std::string text;
  for (const ledger::Party& party : parties) text += (text.empty() ? "" : ", ") + ledger::shown(party, ontology);
  return text;
}

/// "KOR AID UKR (military)".
std::string shown(const ledger::EventFact& act, const ledger::Ontology& ontology) {
  std::string text = joined(act.actors, ontology) + " " + act.event;
  if (!act.recipients.empty()) text += " " + joined(act.recipients, ontology);
  std::string labels;
  for (const auto* list : {&act.modes, &act.contexts}) {
    for (const std::string& label : *list) labels += (labels.empty() ? "" : ", ") + label;
  }
  return labels.empty() ? text : text + " (" + labels + ")";
}

const char* verb(ledger::AlertKind effect) {
  switch (effect) {
    case ledger::AlertKind::kRedLine: return "triggers";
    case ledger::AlertKind::kBroken: return "breaks";
    case ledger::AlertKind::kMet: return "meets";
  }
  return "";
}

/// Writes a chain; each form is one function.
class ChainWriter {
 public:
  ChainWriter(const ledger::Chain& chain, const std::vector<ledger::StandingEntry>& entries,
              const ledger::Ontology& ontology)
      : chain_(chain), entries_(entries), ontology_(ontology) {}

  [[nodiscard]] std::string text(size_t assumed) const {
    std::string out;
    for (size_t act = 0; act < assumed; ++act) {
      out += "Assumed: " + shown(chain_.acts[act], ontology_) + "\n";
      out += tree(act, 1);
    }
    if (chain_.links.empty()) out += "  No commitment on record would be touched.\n";
    if (chain_.cut) out += "  ... (the chain goes on: raise --depth)\n";
    return out;
  }

  [[nodiscard]] std::string json() const {
    Json out{{"acts", Json::array()}, {"links", Json::array()}, {"cut", chain_.cut}};
    for (const ledger::EventFact& act : chain_.acts) out["acts"].push_back(act_json(act));
    for (const ledger::Link& link : chain_.links) {
      Json one{{"depth", link.depth},
               {"cause", link.cause},
               {"effect", ledger::name(link.effect)},
               {"commitment", entry_json(entries_[link.entry])}};
      if (link.leads_to >= 0) one["leads_to"] = link.leads_to;
      if (link.loop) one["loop"] = true;
      out["links"].push_back(std::move(one));
    }
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  }

  /// Graphviz: boxes are acts, rounded boxes commitments.
  [[nodiscard]] std::string dot(size_t assumed) const {
    std::string out = "digraph whatif {\n  rankdir=LR; node [shape=box, fontname=\"sans-serif\"];\n";
    for (size_t i = 0; i < chain_.acts.size(); ++i) {
      out += fmt::format("  a{} [label=\"{}\"{}];\n", i, quoted(shown(chain_.acts[i], ontology_)),
                         i < assumed ? ", style=bold" : "");
    }
    for (size_t i = 0; i < chain_.links.size(); ++i) {
      const ledger::Link& link = chain_.links[i];
      out += fmt::format("  c{} [style=rounded, label=\"{}\"];\n", i, quoted(commitment(entries_[link.entry])));
      out += fmt::format("  a{} -> c{} [label=\"{}\"];\n", link.cause, i, verb(link.effect));
      if (link.leads_to >= 0) out += fmt::format("  c{} -> a{};\n", i, link.leads_to);
    }
    return out + "}\n";
  }

 private:
  [[nodiscard]] std::string tree(size_t act, size_t level) const {
    std::string out;
    const std::string indent(2 * level, ' ');
    for (const ledger::Link& link : chain_.links) {
      if (link.cause != act) continue;
      const ledger::StandingEntry& entry = entries_[link.entry];
      out += fmt::format("{}{} {} [{}]\n", indent, verb(link.effect), commitment(entry), ledger::name(entry.state));
      if (!entry.evidence.empty())
        out += fmt::format("{}  \"{}\" ({})\n", indent, printable(entry.evidence), printable(entry.report));
      if (link.leads_to < 0) continue;
      const std::string next = shown(chain_.acts[static_cast<size_t>(link.leads_to)], ontology_);
      out += fmt::format("{}  -> {}{}\n", indent, next, link.loop ? " (assumed above)" : "");
      if (!link.loop) out += tree(static_cast<size_t>(link.leads_to), level + 2);
    }
    return out;
  }

  /// "threat #3 of RUS toward KOR: <its words>".
  [[nodiscard]] std::string commitment(const ledger::StandingEntry& entry) const {
    const ledger::CommitmentFact& fact = entry.fact;
    std::string text = fmt::format("{} #{} of {}", fact.kind, entry.id, joined(fact.holders, ontology_));
    if (!fact.toward.empty()) text += " toward " + joined(fact.toward, ontology_);
    const auto& said = fact.consequence ? fact.consequence : fact.action ? fact.action : fact.condition;
    if (said) text += ": " + printable(said->text);
    return text;
  }

  [[nodiscard]] Json act_json(const ledger::EventFact& act) const {
    Json out{{"text", shown(act, ontology_)}, {"event", act.event}, {"actor", Json::array()}};
    for (const ledger::Party& party : act.actors) out["actor"].push_back(ledger::shown(party, ontology_));
    for (const ledger::Party& party : act.recipients) out["recipient"].push_back(ledger::shown(party, ontology_));
    if (!act.modes.empty()) out["mode"] = act.modes;
    if (!act.contexts.empty()) out["context"] = act.contexts;
    return out;
  }

  [[nodiscard]] Json entry_json(const ledger::StandingEntry& entry) const {
    return {{"id", entry.id},
            {"kind", entry.fact.kind},
            {"text", commitment(entry)},
            {"state", ledger::name(entry.state)},
            {"report", entry.report},
            {"sentence", entry.evidence}};
  }

  static std::string quoted(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return out;
  }

  const ledger::Chain& chain_;
  const std::vector<ledger::StandingEntry>& entries_;
  const ledger::Ontology& ontology_;
};

int run(const Options& options) {
  const auto knowledge = knowledge_or_line(options.coder);
  if (!knowledge) return kCannotGoOn;
  const ledger::Vocabulary vocabulary = read_vocabulary(*knowledge);
  const ledger::PartyReader party = party_reader(*knowledge);
  std::vector<ledger::EventFact> assumed;
  for (const std::string& text : options.assumed) {
    auto act = ledger::read_assumption(text, vocabulary, party);
    if (!act) return fail(act.error());
    assumed.push_back(std::move(act).value());
  }
  const auto day = read_as_of(options.as_of);
  if (!day) return fail(day.error());
  const auto store = open_store(options.db, store::OpenMode::kReadOnly);
  if (!store) return kCannotGoOn;
  const ledger::Ontology ontology = read_ontology(*knowledge);
  auto items = ledger::ledger_as_of(*store, ontology, {}, *day);
  if (!items) return fail(items.error());
  std::vector<ledger::StandingEntry> entries;
  for (ledger::LedgerItem& item : *items) entries.push_back(std::move(item.entry));
  const ledger::Chain chain = ledger::what_if(assumed, entries, ontology, {options.depth});
  const ChainWriter writer(chain, entries, ontology);
  const std::string out = options.format == "json"  ? writer.json()
                          : options.format == "dot" ? writer.dot(assumed.size())
                                                    : writer.text(assumed.size());
  if (std::fputs(out.c_str(), stdout) == EOF || std::fflush(stdout) != 0) {
    complain("standard output: could not be written to the end");
    return kCannotGoOn;
  }
  return kDone;
}

}  // namespace

void add_whatif(CLI::App& app, int& exit) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("whatif", "Assume an act: which commitments would it trigger, break or meet");
  command->add_option("act", options->assumed, "Actor, type, recipient, contexts; several acts are assumed together")
      ->required()
      ->type_name("\"ACTOR TYPE RECIPIENT CONTEXT\"");
  add_db_option(*command, options->db);
  command->add_option("--format", options->format, "text, json or dot (Graphviz)")
      ->check(CLI::IsMember({"text", "json", "dot"}))
      ->capture_default_str();
  command->add_option("--as-of", options->as_of, "With the ledger as it stood on that day")->type_name("YYYY-MM-DD");
  command->add_option("--depth", options->depth, "How many steps to follow")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
  add_coder_options(*command, options->coder);
  command->footer("Example: depesche whatif --db desk.db \"KOR AID UKR military\"");
  command->callback([options, &exit] { exit = run(*options); });
}

}  // namespace depesche::app
