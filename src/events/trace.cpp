// The words in which `depesche explain` tells why a reading lost. Nothing here runs without a trace.
#include "events/frame_matcher.h"

namespace depesche::events {
namespace {

constexpr size_t kShownWords = 5;

std::string listed(const FillerTest& test) {
  std::string out;
  for (const std::string& name : test.classes) out += (out.empty() ? "" : ", ") + name;
  for (size_t i = 0; i < test.literals.size() && i < kShownWords; ++i)
    out += (out.empty() ? "'" : ", '") + test.literals[i] + "'";
  return test.literals.size() > kShownWords ? out + ", …" : out;
}

std::string slot_name(const Binding& binding) {
  if (!binding.function) return "'" + binding.preposition + "'";
  switch (*binding.function) {
    case Function::kSubject: return "subject";
    case Function::kObject: return "object";
    case Function::kIndirect: return "indirect object";
    case Function::kOblique: return "phrase with a preposition";
    case Function::kClause: return "clause";
    case Function::kGenitive: return "genitive";
    case Function::kCompound: return "compound part";
    case Function::kAdjective: return "adjective";
    case Function::kPossessive: return "possessive";
  }
  return "";
}

}  // namespace

std::string FrameMatcher::text(const Failure& failure, const Predicate& predicate) const {
  if (failure.missing != nullptr) return "there is no " + slot_name(*failure.missing);
  if (failure.forbidden != nullptr)
    return "not " + failure.forbidden->slot + ": forbidden by " + listed(failure.forbidden->test);
  const Condition& c = *failure.unfulfilled;
  std::string has;
  for (const Argument* a : fillers_.bound(predicate, c.binding)) {
    if (a->head != kNoWord) has += (has.empty() ? "" : ", ") + std::string(fillers_.tree().form(a->head));
  }
  const std::string asked = "where " + c.slot + ": " + listed(c.test);
  if (c.slot == "any" || c.slot == "head" || c.slot == "embedded") return asked + " is not there";
  if (c.slot == "reflexive" || c.slot == "passive") return "it is not " + c.slot;
  return asked + (has.empty() ? " is asked for, there is none" : " is asked for, there is " + has);
}

void FrameMatcher::note(PredicateIndex p, const Unit& unit, TrialEnd end, std::string reason,
                        const Match* match) const {
  Trial t{p, unit.frame, unit.origin, end, unit.event, std::move(reason), {}, {}};
  if (match != nullptr) {
    t.event = match->event;
    t.actor = match->actor;
    t.recipient = match->recipient;
  }
  trace_->trials.push_back(std::move(t));
}

}  // namespace depesche::events
