#include <algorithm>

#include "base/utf8.h"
#include "evaluation/scores.h"

namespace depesche::evaluation {
namespace {

class ItemMaker {
 public:
  explicit ItemMaker(const CodedReport& report) : report_(report), points_(report.text) {}

  [[nodiscard]] ReportItems run() const {
    ReportItems out;
    for (const RecordEvent& e : report_.events) {
      Item item{e.event, e.status, e.cameo.substr(0, 2), codes(e.actor), codes(e.recipient), spans(e.evidence),
                false,   {}};
      item.show = e.event + ":" + e.status + " [" + list(item.actor) + "]->[" + list(item.recipient) + "] " +
                  quote(e.evidence) + " " + e.rule;
      out.events.push_back(std::move(item));
    }
    for (const RecordStatement& s : report_.statements) {
      Item item{"", "", "", codes(s.speaker), {}, spans(s.content), false, {}};
      item.show = "[" + list(item.actor) + "] " + quote(s.content);
      out.statements.push_back(std::move(item));
    }
    for (const RecordCommitment& c : report_.commitments) {
      Item item{c.kind, "", "", codes(c.holder), {}, spans(c.evidence), false, {}};
      item.show = c.kind + " [" + list(item.actor) + "] " + quote(c.evidence);
      out.commitments.push_back(std::move(item));
    }
    return out;
  }

 private:
  [[nodiscard]] std::vector<std::string> codes(const std::vector<std::string>& ids) const {
    std::vector<std::string> out;
    for (const std::string& id : ids) {
      const RecordActor* a = report_.actor(id);
      if (a != nullptr) out.push_back(a->code.empty() ? "?" + a->name : a->code);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  [[nodiscard]] std::vector<Span> spans(const std::vector<Span>& bytes) const {
    std::vector<Span> out;
    out.reserve(bytes.size());
    for (const Span s : bytes) out.push_back({points_.at(s.begin), points_.at(s.end)});
    return out;
  }

  [[nodiscard]] static std::string list(const std::vector<std::string>& codes) {
    std::string out;
    for (const std::string& c : codes) out += (out.empty() ? "" : " ") + c;
    return out;
  }

  [[nodiscard]] std::string quote(const std::vector<Span>& spans) const {
    if (spans.empty()) return "«»";
    std::string text(report_.slice({spans.front().begin, std::max(spans.front().end, spans.back().end)}));
    if (text.size() > 100) text = text.substr(0, text.rfind(' ', 100)) + " …";
    std::replace(text.begin(), text.end(), '\n', ' ');
    return "«" + text + "»";
  }

  const CodedReport& report_;
  utf8::CodePointIndex points_;
};

}  // namespace

ReportItems items_of(const CodedReport& report) {
  return ItemMaker(report).run();
}

}  // namespace depesche::evaluation
