// Layers 7 and 8: events and commitments. Published by src/events and src/commitments.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/statement_layer.h"
#include "document/time_layer.h"

namespace depesche {

using EventIndex = uint32_t;
inline constexpr EventIndex kNoEvent = UINT32_MAX;

enum class EventStatus : uint8_t { kHappened, kPlanned, kPossible, kConditional, kNegated };

/// {event, actor[], recipient[], context[]}: what later events are matched against.
struct EventTemplate {
  std::string event;
  std::vector<ActorIndex> actor;
  std::vector<ActorIndex> recipient;
  std::vector<std::string> context;
};

struct Event {
  std::string type;  ///< "AID"
  std::vector<std::string> mode;
  std::vector<std::string> context;
  std::string cameo;
  int quad = 0;                     ///< 1..4, from the ontology
  std::optional<double> score;      ///< conflict-cooperation score of type and mode (PLOVER)
  std::optional<double> goldstein;  ///< of the CAMEO code
  std::vector<ActorIndex> actor;
  std::vector<ActorIndex> recipient;
  EventStatus status = EventStatus::kHappened;
  bool historical = false;
  StatementIndex attributed_to = kNoStatement;
  std::optional<EventDate> date;
  size_t place = kNoPlace;  ///< index in TimePlaceLayer::places
  uint32_t sentence = 0;
  std::vector<Span> evidence;
  PredicateIndex predicate = kNoPredicate;
  PredicateIndex content = kNoPredicate;       ///< what is promised, demanded, threatened ...
  std::optional<EventTemplate> content_event;  ///< ... and the event that it would be
  std::string rule;                            ///< "frames/aid.yaml:31 give-arms (liefern)" [+ reduction]
};

struct EventLayer {
  std::vector<Event> events;  ///< in text order
};

enum class CommitmentKind : uint8_t { kTreaty, kPolicy, kPledge, kThreat, kDemand, kNorm };
enum class Polarity : uint8_t { kNone, kWill, kWillNot };
enum class CommitmentState : uint8_t {
  kAnnounced,
  kInForce,
  kUnderReview,
  kMet,
  kBroken,
  kWithdrawn,
};

struct CommitmentPart {
  Span text;
  std::optional<EventTemplate> pattern;
};

struct Commitment {
  CommitmentKind kind = CommitmentKind::kPledge;
  std::vector<ActorIndex> holder;
  std::vector<ActorIndex> toward;
  std::optional<CommitmentPart> action;
  std::optional<CommitmentPart> condition;
  std::optional<CommitmentPart> consequence;
  Polarity polarity = Polarity::kNone;
  CommitmentState state = CommitmentState::kAnnounced;
  std::optional<Date> since;
  std::optional<Date> until;
  StatementIndex statement = kNoStatement;
  std::vector<Span> evidence;
  std::string rule;
};

struct CommitmentLayer {
  std::vector<Commitment> commitments;  ///< in text order
};

}  // namespace depesche
