#include "pipeline/frame_examples.h"

#include <algorithm>
#include <set>

namespace depesche {
namespace {

constexpr Date kDay{2024, 6, 21};

std::string trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

std::string joined(std::vector<std::string> parts, const char* link) {
  std::sort(parts.begin(), parts.end());
  std::string out;
  for (const std::string& p : parts) out += (out.empty() ? "" : link) + p;
  return out;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(separator, at), text.size());
    out.push_back(trim(text.substr(at, end - at)));
    at = end + 1;
  }
  return out;
}

/// "A+B" with its codes sorted.
std::string sorted_codes(std::string_view codes) {
  return joined(split(codes, '+'), "+");
}

/// One event in its normal form: "TYPE A+B > C"; the recipient is left out when there is none.
std::string normal_event(std::string_view text) {
  const size_t blank = std::min(text.find(' '), text.size());
  std::string out(text.substr(0, blank));
  const auto sides = split(text.substr(std::min(blank + 1, text.size())), '>');
  if (!sides[0].empty()) out += " " + sorted_codes(sides[0]);
  if (sides.size() > 1 && sides[1] != "-" && !sides[1].empty()) out += " > " + sorted_codes(sides[1]);
  return out;
}

std::string normal(std::string_view expected) {
  if (trim(expected) == "none") return "none";
  std::vector<std::string> events;
  for (const std::string& e : split(expected, ';')) events.push_back(normal_event(e));
  return joined(std::move(events), "; ");
}

std::set<std::string> types_in(std::string_view expected) {
  std::set<std::string> types;
  for (const std::string& e : split(expected, ';')) {
    const std::string type = e.substr(0, e.find_first_of(" ["));
    if (!type.empty() && type != "none") types.insert(type);
  }
  return types;
}

std::string codes_of(const CodedReport& report, const std::vector<std::string>& ids) {
  std::vector<std::string> codes;
  for (const std::string& id : ids) {
    const RecordActor* a = report.actor(id);
    if (a != nullptr) codes.push_back(a->code.empty() ? "?" + a->name : a->code);
  }
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return joined(std::move(codes), "+");
}

std::string event_text(const CodedReport& report, const RecordEvent& e, bool with_status) {
  std::string out = e.event;
  if (with_status && e.status != "happened") out += "[" + e.status + "]";
  out += " " + (e.actor.empty() ? std::string("-") : codes_of(report, e.actor));
  if (!e.recipient.empty()) out += " > " + codes_of(report, e.recipient);
  return out;
}

}  // namespace

std::vector<ExampleResult> run_frame_examples(const std::shared_ptr<const Coder>& coder) {
  std::vector<ExampleResult> out;
  Worker worker(coder);
  const Table examples = coder->knowledge().table("examples");
  for (Row row = 0; row < examples.size(); ++row) {
    ExampleResult result;
    result.frame = examples.cell(row, "frame");
    result.origin = examples.origin(row).text();
    result.sentence = examples.cell(row, "sentence");
    const std::string_view expected = examples.cell(row, "expected");
    result.expected = normal(expected);
    std::set<std::string> types = types_in(expected);
    if (const std::string_view own = examples.cell(row, "event"); !own.empty()) types.insert(std::string(own));
    // a status is compared where the example names one; elsewhere it is left open
    const bool with_status = expected.find('[') != std::string_view::npos;
    const auto report = worker.code(
        {"example", result.sentence, "", kDay, std::string(examples.cell(row, "language")), "", result.origin});
    std::vector<std::string> events;
    if (report) {
      for (const RecordEvent& e : report->events) {
        const bool by_frame = e.rule.find(" " + result.frame + " ") != std::string::npos;
        if (types.empty() ? by_frame : types.contains(e.event)) events.push_back(event_text(*report, e, with_status));
      }
    }
    result.got = events.empty() ? "none" : joined(std::move(events), "; ");
    out.push_back(std::move(result));
  }
  return out;
}

}  // namespace depesche
