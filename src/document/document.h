// One report under analysis. Its text is fixed at birth; each stage publishes one typed layer, once,
// then the layer is frozen: layers are handed out const. A Document belongs to one thread at a time;
// different documents need no locks.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "document/actor_layer.h"
#include "document/clause_layer.h"
#include "document/event_layer.h"
#include "document/statement_layer.h"
#include "document/syntax_layer.h"
#include "document/text_layer.h"
#include "document/time_layer.h"

namespace depesche {

enum class Language : uint8_t { kGerman, kEnglish };
/// "de", "en".
[[nodiscard]] std::string_view code(Language language);
/// Nothing for other codes; "de-AT" and "DE" are read as German.
[[nodiscard]] std::optional<Language> language_of(std::string_view code);

/// What is known of a report besides its text.
struct ReportInfo {
  std::string id;
  Language language = Language::kEnglish;
  std::optional<Date> published;
  std::string title;
  std::string agency;
};

/// A layer that can be set once.
template <typename T>
class Slot {
 public:
  [[nodiscard]] bool has() const { return value_.has_value(); }
  /// Precondition: published before.
  [[nodiscard]] const T& get() const {
    assert(value_ && "the layer has not been published");
    return *value_;
  }
  /// Precondition: not published before.
  void publish(T value) {
    assert(!value_ && "a layer is published once");
    value_ = std::move(value);
  }

 private:
  std::optional<T> value_;
};

class Document {
 public:
  Document(ReportInfo info, std::string text) : info_(std::move(info)), text_(std::move(text)) {}

  [[nodiscard]] const ReportInfo& info() const { return info_; }
  [[nodiscard]] Language language() const { return info_.language; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view text(Span span) const {
    return std::string_view(text_).substr(span.begin, span.size());
  }

  [[nodiscard]] const TextLayer& words() const { return words_.get(); }
  [[nodiscard]] const SyntaxLayer& syntax() const { return syntax_.get(); }
  [[nodiscard]] const ActorLayer& actors() const { return actors_.get(); }
  [[nodiscard]] const TimePlaceLayer& timeplace() const { return timeplace_.get(); }
  [[nodiscard]] bool has_timeplace() const { return timeplace_.has(); }
  [[nodiscard]] const ClauseLayer& clauses() const { return clauses_.get(); }
  [[nodiscard]] const StatementLayer& statements() const { return statements_.get(); }
  [[nodiscard]] const EventLayer& events() const { return events_.get(); }
  [[nodiscard]] const CommitmentLayer& commitments() const { return commitments_.get(); }

  void publish(TextLayer layer) { words_.publish(std::move(layer)); }
  void publish(SyntaxLayer layer) { syntax_.publish(std::move(layer)); }
  void publish(ActorLayer layer) { actors_.publish(std::move(layer)); }
  void publish(TimePlaceLayer layer) { timeplace_.publish(std::move(layer)); }
  void publish(ClauseLayer layer) { clauses_.publish(std::move(layer)); }
  void publish(StatementLayer layer) { statements_.publish(std::move(layer)); }
  void publish(EventLayer layer) { events_.publish(std::move(layer)); }
  void publish(CommitmentLayer layer) { commitments_.publish(std::move(layer)); }

 private:
  ReportInfo info_;
  std::string text_;
  Slot<TextLayer> words_;
  Slot<SyntaxLayer> syntax_;
  Slot<ActorLayer> actors_;
  Slot<TimePlaceLayer> timeplace_;
  Slot<ClauseLayer> clauses_;
  Slot<StatementLayer> statements_;
  Slot<EventLayer> events_;
  Slot<CommitmentLayer> commitments_;
};

}  // namespace depesche
