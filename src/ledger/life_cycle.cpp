#include "ledger/life_cycle.h"

#include <array>
#include <utility>

namespace depesche::ledger {
namespace {

constexpr size_t kStates = static_cast<size_t>(kLastState) + 1;
constexpr size_t kInputs = static_cast<size_t>(kLastInput) + 1;

constexpr std::array<std::string_view, kStates> kStateNames{
    "unknown", "announced", "in_force", "under_review", "detached", "met", "broken", "withdrawn", "expired"};
constexpr std::array<std::string_view, kInputs> kInputNames{"announce",       "take_force",   "review",  "withdraw",
                                                            "condition_true", "fulfil",       "violate", "expire",
                                                            "report_met",     "report_broken"};

using Row = std::array<std::optional<State>, kInputs>;
constexpr std::optional<State> kNo = std::nullopt;

/// Rows are states, columns inputs, both in the order of their enums.
constexpr std::array<Row, kStates> table() {
  using enum State;
  return {
      // announce  take_force  review        withdraw    condition  fulfil  violate  expire    report_met report_broken
      Row{kAnnounced, kInForce, kUnderReview, kWithdrawn, kNo, kNo, kNo, kNo, kMet, kBroken},  // unknown
      Row{kAnnounced, kInForce, kUnderReview, kWithdrawn, kDetached, kMet, kBroken, kExpired, kMet,
          kBroken},  // announced
      Row{kInForce, kInForce, kUnderReview, kWithdrawn, kDetached, kMet, kBroken, kExpired, kMet, kBroken},  // in_force
      Row{kAnnounced, kInForce, kUnderReview, kWithdrawn, kDetached, kMet, kBroken, kExpired, kMet, kBroken},  // review
      Row{kDetached, kDetached, kUnderReview, kWithdrawn, kDetached, kMet, kBroken, kExpired, kMet,
          kBroken},                                                                               // detached
      Row{kAnnounced, kInForce, kNo, kNo, kNo, kNo, kNo, kNo, kMet, kNo},                         // met
      Row{kAnnounced, kInForce, kUnderReview, kWithdrawn, kNo, kNo, kBroken, kNo, kNo, kBroken},  // broken
      Row{kAnnounced, kInForce, kNo, kWithdrawn, kNo, kNo, kNo, kNo, kNo, kNo},                   // withdrawn
      Row{kAnnounced, kInForce, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo},                          // expired
  };
}
constexpr std::array<Row, kStates> kTable = table();

template <typename Value, size_t N>
std::optional<Value> find(const std::array<std::string_view, N>& names, std::string_view name) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Value>(i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<State> after(State state, Input input) {
  return kTable[static_cast<size_t>(state)][static_cast<size_t>(input)];
}

bool is_open(State state) {
  return state == State::kAnnounced || state == State::kInForce || state == State::kUnderReview ||
         state == State::kDetached;
}

std::string_view name(State state) {
  return kStateNames[static_cast<size_t>(state)];
}

std::string_view name(Input input) {
  return kInputNames[static_cast<size_t>(input)];
}

std::optional<State> state_of(std::string_view name) {
  return find<State>(kStateNames, name);
}

std::optional<Input> input_of(std::string_view name) {
  return find<Input>(kInputNames, name);
}

Input told_as(std::string_view reported_state) {
  const std::optional<State> state = state_of(reported_state);
  if (!state) return Input::kAnnounce;
  switch (*state) {
    case State::kInForce: return Input::kTakeForce;
    case State::kUnderReview: return Input::kReview;
    case State::kWithdrawn: return Input::kWithdraw;
    case State::kMet: return Input::kReportMet;
    case State::kBroken: return Input::kReportBroken;
    case State::kDetached: return Input::kConditionTrue;
    case State::kUnknown:
    case State::kAnnounced:
    case State::kExpired: return Input::kAnnounce;
  }
  return Input::kAnnounce;
}

}  // namespace depesche::ledger
