#include "page.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "command.h"

namespace depesche::app {
namespace {

constexpr const char* kBold = "\x1b[1m";
constexpr const char* kDim = "\x1b[2m";
constexpr const char* kReset = "\x1b[0m";

/// Colour of a quad class: cooperation green and blue, conflict yellow and red.
const char* quad_colour(int quad) {
  switch (quad) {
    case 1: return "\x1b[36m";
    case 2: return "\x1b[32m";
    case 3: return "\x1b[33m";
    case 4: return "\x1b[31m";
    default: return "";
  }
}

class PageWriter {
 public:
  PageWriter(const CodedReport& report, const PageStyle& style) : report_(report), style_(style) {}

  std::string run() {
    head();
    actors();
    events();
    statements();
    commitments();
    out_ += '\n';
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string paint(const char* colour, std::string text) const {
    return style_.colour && *colour != '\0' ? colour + std::move(text) + kReset : text;
  }

  void section(const char* name, size_t count) {
    out_ += '\n';
    out_ += paint(kBold, fmt::format("{} ({})", name, count));
    out_ += '\n';
  }

  /// Breaks at blanks; `indent` columns on every line but the first, which the caller has begun with `used` columns.
  void wrap(const std::string& text, size_t indent, size_t used, const char* colour = "") {
    std::string line;
    size_t columns = used;
    size_t at = 0;
    while (at < text.size()) {
      const size_t end = std::min(text.find(' ', at), text.size());
      const std::string word = text.substr(at, end - at);
      const size_t length = utf8::count(word);
      if (columns + length + 1 > style_.width && columns > indent) {
        out_ += paint(colour, line) + "\n" + std::string(indent, ' ');
        line.clear();
        columns = indent;
      }
      line += (line.empty() ? "" : " ") + word;
      columns += length + 1;
      at = end + 1;
    }
    out_ += paint(colour, line) + "\n";
  }

  void head() {
    std::string line = paint(kBold, printable(report_.id)) + "  " + report_.language;
    if (!report_.published.empty()) line += "  " + report_.published;
    if (!report_.agency.empty()) line += "  " + printable(report_.agency);
    out_ += line + "\n";
    if (!report_.title.empty()) wrap(printable(report_.title), 0, 0);
  }

  /// "Wladimir Putin (RUS GOV)"
  [[nodiscard]] std::string who(const std::string& id) const {
    const RecordActor* a = report_.actor(id);
    if (a == nullptr) return id;
    std::string code = a->code;
    if (!a->sector.empty()) code += (code.empty() ? "" : " ") + a->sector;
    return printable(a->name) + (code.empty() ? "" : " (" + code + ")");
  }

  [[nodiscard]] std::string who(const std::vector<std::string>& ids) const {
    std::string out;
    for (const std::string& id : ids) out += (out.empty() ? "" : ", ") + who(id);
    return out.empty() ? "?" : out;
  }

  [[nodiscard]] std::string quote(const std::vector<Span>& spans) const {
    std::string out;
    for (const Span s : spans) out += (out.empty() ? "" : " … ") + printable(report_.slice(s));
    return "“" + out + "”";
  }

  void actors() {
    section("Actors", report_.actors.size());
    for (const RecordActor& a : report_.actors) {
      std::string code = a.code.empty() ? "-" : a.code;
      if (!a.sector.empty()) code += " " + a.sector;
      for (const std::string& s : a.other_sectors) code += "+" + s;
      std::string line = fmt::format("  {:<9} {}", code, printable(a.name));
      if (!a.office.empty()) line += ", " + a.office;
      line += paint(kDim, fmt::format("  {} mention{}", a.mentions.size(), a.mentions.size() == 1 ? "" : "s"));
      out_ += line + "\n";
    }
  }

  [[nodiscard]] static std::string when(const std::optional<RecordDate>& date) {
    if (!date) return {};
    if (date->from.empty()) return "until " + date->to;
    return date->to.empty() || date->to == date->from ? date->from : date->from + " to " + date->to;
  }

  [[nodiscard]] std::string circumstances(const RecordEvent& e) const {
    std::string out = e.status;
    if (e.historical) out += ", history";
    if (e.date) out += ", " + when(e.date);
    if (e.place) out += ", " + printable(e.place->name);
    const auto said = std::find_if(report_.statements.begin(), report_.statements.end(),
                                   [&](const RecordStatement& s) { return s.id == e.attributed_to; });
    if (said != report_.statements.end()) out += ", according to " + who(said->speaker);
    return out;
  }

  void events() {
    section("Events", report_.events.size());
    for (const RecordEvent& e : report_.events) {
      std::string type = e.event;
      for (size_t i = 0; i < e.mode.size(); ++i) type += (i == 0 ? "/" : "+") + e.mode[i];
      if (!e.cameo.empty()) type += " " + e.cameo;
      std::string sides = who(e.actor) + (e.recipient.empty() ? "" : " → " + who(e.recipient));
      out_ += fmt::format("  {:<4}", e.id) + paint(quad_colour(e.quad), type) + "  " + sides + "\n";
      out_ += "      ";
      wrap(quote(e.evidence), 6, 6);
      std::string note = circumstances(e);
      for (size_t i = 0; i < e.context.size(); ++i) note += (i == 0 ? "; context " : ", ") + e.context[i];
      out_ += "      ";
      wrap(note + "; " + e.rule, 6, 6, kDim);
    }
  }

  void statements() {
    section("Statements", report_.statements.size());
    for (const RecordStatement& s : report_.statements) {
      std::string line = who(s.speaker);
      if (!s.addressee.empty()) line += " to " + who(s.addressee);
      line += " (" + s.kind + (s.cue_lemma.empty() ? "" : ", " + printable(s.cue_lemma)) +
              (s.date ? ", " + when(s.date) : "") + ")";
      out_ += fmt::format("  {:<4}", s.id);
      wrap(line, 6, 6);
      out_ += "      ";
      wrap(quote(s.content), 6, 6);
    }
  }

  void part(const char* name, const std::optional<RecordPart>& p) {
    if (!p) return;
    const std::string label = fmt::format("      {:<12}", name);
    out_ += label;
    std::string text = "“" + printable(report_.slice(p->text)) + "”";
    if (p->pattern) {
      text += " = " + p->pattern->event + " " + who(p->pattern->actor);
      if (!p->pattern->recipient.empty()) text += " → " + who(p->pattern->recipient);
    }
    wrap(text, label.size(), label.size());
  }

  void commitments() {
    section("Commitments", report_.commitments.size());
    for (const RecordCommitment& c : report_.commitments) {
      std::string line = fmt::format("  {:<4}", c.id) + paint(kBold, c.kind) + "  " + who(c.holder);
      if (!c.toward.empty()) line += " toward " + who(c.toward);
      line += "; " + c.state;
      if (!c.polarity.empty()) line += c.polarity == "will" ? ", will" : ", will not";
      if (!c.since.empty()) line += ", since " + c.since;
      if (!c.until.empty()) line += ", until " + c.until;
      out_ += line + "\n";
      part("action", c.action);
      part("condition", c.condition);
      part("consequence", c.consequence);
    }
  }

  const CodedReport& report_;
  const PageStyle style_;
  std::string out_;
};

}  // namespace

std::string page(const CodedReport& report, const PageStyle& style) {
  return PageWriter(report, style).run();
}

}  // namespace depesche::app
