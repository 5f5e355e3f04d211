// The life cycle of a commitment, after commitment protocols (M. P. Singh: create, detach, discharge, violate, cancel,
// expire). The table below is all there is: what it does not name is refused and changes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace depesche::ledger {

/// kUnknown: no report has told of it yet. Open: announced, in_force, under_review, detached.
enum class State : uint8_t {
  kUnknown,
  kAnnounced,
  kInForce,
  kUnderReview,
  kDetached,  ///< the condition has come true, the consequence is due
  kMet,
  kBroken,
  kWithdrawn,
  kExpired,
};
inline constexpr State kLastState = State::kExpired;

/// What can happen to a commitment: told by a report (first five and the last two), or concluded from an event.
enum class Input : uint8_t {
  kAnnounce,
  kTakeForce,
  kReview,
  kWithdraw,
  kConditionTrue,  ///< an event fits the condition
  kFulfil,         ///< what was owed was done
  kViolate,        ///< what was forbidden was done
  kExpire,         ///< its last day has passed
  kReportMet,      ///< a report says that it was kept
  kReportBroken,   ///< a report says that it was broken
};
inline constexpr Input kLastInput = Input::kReportBroken;

/// The state after `input`, or nothing where the life cycle does not allow it. Renewal (announce, take force) reopens a
/// commitment that has ended; nothing else does.
[[nodiscard]] std::optional<State> after(State state, Input input);

[[nodiscard]] bool is_open(State state);

/// "announced", "in_force", ...: the words of CODEBOOK.md, with "detached" and "expired" of the ledger.
[[nodiscard]] std::string_view name(State state);
[[nodiscard]] std::string_view name(Input input);
[[nodiscard]] std::optional<State> state_of(std::string_view name);
[[nodiscard]] std::optional<Input> input_of(std::string_view name);

/// The input that a report makes by telling a commitment in that state ("in_force" -> kTakeForce).
[[nodiscard]] Input told_as(std::string_view reported_state);

}  // namespace depesche::ledger
