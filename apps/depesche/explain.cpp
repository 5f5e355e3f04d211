// depesche explain: clause by clause, which predicates were seen, which frames were tried, what was coded and what
// lost.
#include <fmt/format.h>

#include <algorithm>

#include "clauses/clauses.h"
#include "command.h"
#include "reasons.h"
#include "why_not.h"

namespace depesche::app {
namespace {

struct Options {
  CoderOptions coder;
  std::vector<std::string> inputs;
  std::string published;
  std::string language;
  std::string why_not;
};

class Explainer {
 public:
  Explainer(const Document& document, const events::Trace& trace, const Coder& coder)
      : document_(document), trace_(trace), coder_(coder) {}

  void answer(const std::vector<std::string>& lines) const {
    line("{}  {}", document_.info().id, code(document_.language()));
    for (const std::string& one : lines) line("  {}", one);
  }

  void print() const {
    line("{}  {}", document_.info().id, code(document_.language()));
    for (uint32_t s = 0; s < document_.words().sentences.size(); ++s) sentence(s);
  }

 private:
  /// A line that may hold text of the report: nothing in it reaches the terminal as a control character.
  template <typename... Args>
  static void line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::print("{}\n", printable(fmt::format(format, std::forward<Args>(args)...)));
  }

  void sentence(uint32_t index) const {
    line("");
    line("[{}] {}", index + 1, document_.text(document_.words().sentences[index].span));
    for (const Mention& m : document_.actors().mentions) {
      if (!document_.words().sentences[index].span.contains(m.span) || m.actor == kNoActor) continue;
      const Actor& a = document_.actors().actors[m.actor];
      line("    actor      {} = {} ({}{}{}) {}", document_.text(m.span), a.name, a.code.empty() ? "-" : a.code,
           a.sector.empty() ? "" : " ", a.sector, a.source);
    }
    for (const Statement& s : document_.statements().statements) {
      if (s.sentence != index) continue;
      line("    statement  cue “{}”, content “{}”", document_.text(s.cue), document_.text(s.content.front()));
    }
    const auto& predicates = document_.clauses().predicates;
    for (PredicateIndex p = 0; p < predicates.size(); ++p) {
      if (predicates[p].sentence != index) continue;
      const bool tried = std::any_of(trace_.trials.begin(), trace_.trials.end(),
                                     [&](const events::Trial& t) { return t.predicate == p; });
      if (!tried && predicates[p].kind != PredicateKind::kVerb) continue;
      line("    predicate  {}", clauses::print(document_.clauses(), p, document_));
      trials(p);
    }
  }

  void trials(PredicateIndex p) const {
    for (const events::Trial& t : trace_.trials) {
      if (t.predicate != p) continue;
      line("      {} {} {}: {}", t.end == events::TrialEnd::kCoded ? "coded" : "lost ", t.frame, t.origin, t.reason);
    }
    for (const Event& e : document_.events().events) {
      if (e.predicate != p) continue;
      line("      event  {} {}  {} → {}", e.type, e.cameo, names_of(e.actor, document_),
           e.recipient.empty() ? "nobody" : names_of(e.recipient, document_));
      for (const std::string& one : reasons_of(e, document_, trace_, coder_)) line("        {}", one);
    }
  }

  const Document& document_;
  const events::Trace& trace_;
  const Coder& coder_;
};

int run(const Options& options) {
  const auto defaults = read_defaults(options.published, "");
  if (!defaults) return kWrongUse;
  const auto coder = open_coder(options.coder);
  if (!coder) {
    complain(coder.error().line());
    return kCannotGoOn;
  }
  std::optional<WantedEvent> wanted;
  if (!options.why_not.empty()) {
    auto read = read_wanted(options.why_not, (*coder)->knowledge());
    if (!read) {
      complain(read.error().line());
      return kWrongUse;
    }
    wanted = std::move(read).value();
  }
  Worker worker(*coder);
  bool misused = false;
  const int exit =
      each_report(options.inputs, {options.language, defaults->published}, [&](const ReportInput& report) -> Status {
        events::Trace trace;
        const auto document = worker.analyse(report, &trace);
        if (!document) return document.error();
        const Explainer explainer(*document, trace, **coder);
        if (wanted) {
          const auto lines = why_not(*wanted, *document, trace);
          misused |= !lines;
          if (!lines) return lines.error();
          explainer.answer(*lines);
        } else {
          explainer.print();
        }
        return Done{};
      });
  return misused ? kWrongUse : exit;
}

}  // namespace

void add_explain(CLI::App& app, int& exit) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("explain", "Show clause by clause what was coded, by which rule, and what lost");
  command->add_option("input", options->inputs, "Reports as for code")->required()->type_name("FILE...");
  command->add_option("--published", options->published, "Date of reports that name none")->type_name("YYYY-MM-DD");
  command->add_option("--language", options->language, "Language of all reports")
      ->check(CLI::IsMember({"de", "en"}))
      ->type_name("de|en");
  command
      ->add_option(
          "--why-not", options->why_not,
          "An event that you miss, as ACTOR TYPE[/MODE] [RECIPIENT]: says the first test that failed; actors by "
          "name or code, - for anybody")
      ->type_name("EVENT");
  add_coder_options(*command, options->coder);
  command->footer(
      "Examples: depesche explain report.txt --published 2024-06-21\n          depesche explain report.txt --why-not "
      "\"Russia AID PRK\"");
  command->callback([options, &exit] { exit = run(*options); });
}

}  // namespace depesche::app
