// depesche actors who: who held an office on a day, and which offices somebody held.
#include <fmt/format.h>

#include <algorithm>
#include <climits>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "actors/lexicon.h"
#include "base/edit_distance.h"
#include "base/utf8.h"
#include "command.h"
#include "knowledge/name_key.h"
#include "words.h"

namespace depesche::app {
namespace {

using actors::ActorLexicon;
using actors::Candidate;
using actors::Entity;
using actors::EntityIndex;
using actors::EntityKind;
using actors::Term;
using actors::Title;

constexpr size_t kSuggestions = 5;
constexpr size_t kFarthest = 3;  ///< letters that may differ in a suggestion
constexpr Language kLanguages[] = {Language::kGerman, Language::kEnglish};

struct Options {
  CoderOptions coder;
  std::string query;
  std::string on;
  std::string format = "table";
};

struct Answer {
  EntityIndex entity = actors::kNoEntity;
  const Term* term = nullptr;  ///< null for an entity without offices
};

/// What a question asks for, as far as it was read.
struct Question {
  std::vector<std::string> offices;
  std::string body;          ///< code of a state or key of an organisation
  std::string unknown_body;  ///< the words that should name it but are unknown
  bool read() const { return !offices.empty() && !body.empty(); }
};

class Register {
 public:
  explicit Register(const Knowledge& knowledge) : lexicon_(knowledge) {}

  [[nodiscard]] const Entity& entity(EntityIndex e) const { return lexicon_.entity(e); }

  /// Persons and bodies of that name, each once.
  [[nodiscard]] std::vector<EntityIndex> named(const std::string& name) const {
    std::vector<EntityIndex> out;
    for (const Language language : kLanguages) {
      for (const Candidate& c : lexicon_.exact(language, name)) {
        if (lexicon_.entity(c.entity).kind == EntityKind::kPlace) continue;
        if (std::find(out.begin(), out.end(), c.entity) == out.end()) out.push_back(c.entity);
      }
    }
    return out;
  }

  /// "DEU foreign minister", "deutscher Außenminister", "president of Kenya", "Bundeskanzler".
  [[nodiscard]] Question read(const std::string& text) const {
    const std::vector<std::string> words = words_of(text);
    Question best;
    for (const Language language : kLanguages) {
      for (size_t n = words.size(); n > 0; --n) {
        for (const bool behind : {true, false}) {
          const size_t from = behind ? words.size() - n : 0;
          const Title* title = title_of(language, joined(words, from, from + n));
          if (title == nullptr) continue;
          Question q;
          q.offices = title->holders.empty() ? std::vector{title->office} : title->holders;
          const auto rest = behind ? body_of(language, words, 0, from) : body_of(language, words, n, words.size());
          q.body = rest.first.empty() && rest.second.empty() && !title->states.empty() ? title->states[0] : rest.first;
          q.unknown_body = rest.second;
          if (q.read()) return q;
          if (best.offices.empty() || (!best.unknown_body.empty() && q.unknown_body.empty())) best = q;
        }
      }
    }
    return best;
  }

  /// Who held it: on that day, or ever, in order of time.
  [[nodiscard]] std::vector<Answer> holders(const Question& q, std::optional<Date> day) const {
    std::vector<Answer> out;
    for (const std::string& office : q.offices) {
      for (const EntityIndex e : lexicon_.office_holders(q.body)) {
        for (const Term& t : lexicon_.entity(e).terms) {
          const bool then = !day || (t.from <= days_of(*day) && days_of(*day) <= t.to);
          if (t.office == office && t.body == q.body && then) out.push_back({e, &t});
        }
      }
      if (!out.empty()) break;
    }
    // On the day of a hand-over the new holder.
    const bool begins =
        day && std::any_of(out.begin(), out.end(), [&](const Answer& a) { return a.term->from == days_of(*day); });
    if (begins) std::erase_if(out, [&](const Answer& a) { return a.term->to == days_of(*day); });
    std::sort(out.begin(), out.end(), [](const Answer& a, const Answer& b) {
      return std::tie(a.term->from, a.entity) < std::tie(b.term->from, b.entity);
    });
    return out;
  }

  [[nodiscard]] std::vector<Answer> offices_of(EntityIndex e, std::optional<Date> day) const {
    std::vector<Answer> out;
    for (const Term& t : lexicon_.entity(e).terms) {
      if (!day || (t.from <= days_of(*day) && days_of(*day) <= t.to)) out.push_back({e, &t});
    }
    std::sort(out.begin(), out.end(), [](const Answer& a, const Answer& b) { return a.term->from < b.term->from; });
    if (out.empty()) out.push_back({e, nullptr});
    return out;
  }

  /// Names like the one that nobody has, nearest first.
  [[nodiscard]] std::vector<std::string> like(const std::string& name) const {
    const std::string key = name_key(name);
    const size_t limit = std::min(kFarthest, std::max<size_t>(1, key.size() / 4));
    std::set<std::pair<size_t, std::string>> near;
    for (EntityIndex e = 0; e < lexicon_.size(); ++e) {
      const Entity& entity = lexicon_.entity(e);
      if (entity.kind == EntityKind::kPlace) continue;
      for (const std::string& known : {entity.name_de, entity.name_en}) {
        const size_t d = edit_distance(key, name_key(known), limit);
        if (d <= limit) near.emplace(d, known);
        if (near.size() > kSuggestions) near.erase(std::prev(near.end()));
      }
    }
    std::vector<std::string> out;
    out.reserve(near.size());
    for (const auto& [d, known] : near) out.push_back(known);
    return out;
  }

 private:
  [[nodiscard]] const Title* title_of(Language language, const std::string& text) const {
    for (const std::string& form : {text, utf8::lower(text), utf8::capitalised(text)}) {
      const Title* title = lexicon_.title(language, form);
      if (title != nullptr && !title->office.empty()) return title;
      // "Außenministerin", "Bundeskanzlerin"
      if (language == Language::kGerman && form.ends_with("in")) {
        title = lexicon_.title(language, form.substr(0, form.size() - 2));
        if (title != nullptr && !title->office.empty()) return title;
      }
    }
    return nullptr;
  }

  /// The state or organisation that words [from, to) name, and the words themselves when they name none.
  [[nodiscard]] std::pair<std::string, std::string> body_of(Language language, const std::vector<std::string>& words,
                                                            size_t from, size_t to) const {
    while (from < to && (lexicon_.is(language, utf8::lower(words[from]), actors::WordClass::kOwner) ||
                         lexicon_.is(language, utf8::lower(words[from]), actors::WordClass::kArticle)))
      ++from;
    const std::string text = joined(words, from, to);
    if (text.empty()) return {};
    if (lexicon_.find_entity("state:" + text) != actors::kNoEntity) return {text, ""};
    for (const Candidate& c : lexicon_.exact(language, text)) {
      const Entity& e = lexicon_.entity(c.entity);
      if (e.kind == EntityKind::kPerson || e.kind == EntityKind::kPlace) continue;
      return {e.kind == EntityKind::kState ? e.code : e.key.substr(e.key.find(':') + 1), ""};
    }
    return {"", text};
  }

  const ActorLexicon lexicon_;
};

std::string day_text(int day) {
  return day == INT_MIN || day == INT_MAX ? "" : iso(date_of(day));
}

void print(const Register& who, const Answer& answer, const std::string& format) {
  const Entity& e = who.entity(answer.entity);
  const std::string code = answer.term != nullptr && !answer.term->code.empty() ? answer.term->code : e.code;
  const std::string& sector = answer.term != nullptr ? answer.term->sector : e.sector;
  const std::string office = answer.term != nullptr ? answer.term->office : "";
  const std::string from = answer.term != nullptr ? day_text(answer.term->from) : "";
  const std::string to = answer.term != nullptr ? day_text(answer.term->to) : "";
  if (format == "json") {
    nlohmann::ordered_json out{{"name_de", e.name_de}, {"name_en", e.name_en}};
    const std::pair<const char*, const std::string&> fields[] = {
        {"code", code}, {"sector", sector}, {"office", office}, {"from", from}, {"to", to}, {"wikidata", e.wikidata}};
    for (const auto& [name, value] : fields) {
      if (!value.empty()) out[name] = value;
    }
    out["source"] = e.origin;
    fmt::print("{}\n", out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    return;
  }
  const std::string name = e.name_de == e.name_en ? e.name_en : e.name_de + " / " + e.name_en;
  const std::string held = from.empty() && to.empty() ? "" : fmt::format("{:>10} to {:<10}", from, to);
  fmt::print("{:<44} {:<4}{:<4} {:<22} {:<24}  {}\n", name, code, sector, office, held, e.origin);
}

int refuse(const std::string& what, const std::string& cure) {
  complain(Error{ErrorCode::kBadUsage, "actors who", what, cure}.line());
  return kRejected;
}

int run(const Options& options) {
  std::optional<Date> day;
  if (!options.on.empty()) {
    day = parse_date(options.on);
    if (!day) {
      complain(Error{ErrorCode::kBadUsage, "--on", "'" + options.on + "' is no date", "write it as 2021-12-07"}.line());
      return kWrongUse;
    }
  }
  const auto knowledge = open_knowledge(options.coder);
  if (!knowledge) {
    complain(knowledge.error().line());
    return kCannotGoOn;
  }
  const Register who(*knowledge);
  const std::vector<std::string> words = words_of(options.query);
  const std::string asked = joined(words, 0, words.size());
  std::vector<Answer> answers;
  const Question question = who.read(asked);
  if (question.read()) {
    answers = who.holders(question, day);
    if (answers.empty())
      return refuse("no holder of '" + asked + "' is known" + (day ? " on " + iso(*day) : ""),
                    "ask without --on for all who are known, or add a term to actors/terms.tsv");
  }
  if (answers.empty()) {
    for (const EntityIndex e : who.named(asked)) {
      for (const Answer& a : who.offices_of(e, day)) answers.push_back(a);
    }
  }
  if (answers.empty()) {
    std::string near;
    for (const std::string& name : who.like(question.unknown_body.empty() ? asked : question.unknown_body))
      near += (near.empty() ? "did you mean: " : ", ") + name;
    const std::string cure =
        near.empty() ? "ask for a name, or a state or body with an office: \"DEU foreign minister\"" : near;
    if (!question.offices.empty())
      return refuse(question.unknown_body.empty() ? "'" + asked + "' names an office, but not whose"
                                                  : "'" + question.unknown_body + "' is no state or body that is known",
                    cure);
    return refuse("'" + asked + "' is neither a name nor an office that is known", cure);
  }
  for (const Answer& answer : answers) print(who, answer, options.format);
  return kDone;
}

}  // namespace

void add_actors(CLI::App& app, int& exit) {
  CLI::App* actors = app.add_subcommand("actors", "Ask who is who in the knowledge");
  actors->require_subcommand(1);
  actors->footer("Example: depesche actors who \"DEU foreign minister\" --on 2021-12-07");
  auto options = std::make_shared<Options>();
  CLI::App* who = actors->add_subcommand("who", "Who held an office, or which offices somebody held");
  who->add_option("query", options->query, "An office with its state or body, in German or English, or a name")
      ->required();
  who->add_option("--on", options->on, "Only who held it on that day")->type_name("DATE");
  who->add_option("--format", options->format, "table or json")->check(CLI::IsMember({"table", "json"}));
  add_knowledge_option(*who, options->coder);
  who->footer(
      "Example: depesche actors who \"DEU foreign minister\" --on 2021-12-07\n"
      "         depesche actors who \"deutsche Bundeskanzlerin\"\n"
      "         depesche actors who \"Sergei Lavrov\" --format json");
  who->callback([options, &exit] { exit = run(*options); });
}

}  // namespace depesche::app
