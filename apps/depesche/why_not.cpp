#include "why_not.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "reasons.h"

namespace depesche::app {
namespace {

using events::Trial;
using events::TrialEnd;

constexpr size_t kShownPredicates = 5;

bool shares(const std::vector<ActorIndex>& one, const std::vector<ActorIndex>& two) {
  return std::any_of(one.begin(), one.end(),
                     [&](ActorIndex a) { return std::find(two.begin(), two.end(), a) != two.end(); });
}

class Search {
 public:
  Search(const WantedEvent& wanted, const Document& document, const events::Trace& trace)
      : wanted_(wanted), document_(document), trace_(trace) {}

  Result<std::vector<std::string>> run() {
    actor_ = actors_like(wanted_.actor);
    recipient_ = actors_like(wanted_.recipient);
    for (const auto& [side, found] : {std::pair{&wanted_.actor, &actor_}, std::pair{&wanted_.recipient, &recipient_}}) {
      if (side->anybody() || !found->empty()) continue;
      if (!side->known)
        return Error{ErrorCode::kBadUsage, "--why-not", "'" + side->text + "' is no actor" + side->suggestion,
                     "give a code or a name as the report has it"};
      return absent(*side);
    }
    if (coded() || reduced()) return std::move(out_);
    if (const Trial* trial = nearest()) {
      tell(*trial);
    } else {
      no_frame();
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is(const Actor& actor, ActorIndex index, const WantedSide& side) const {
    if (!side.code.empty()) return actor.code == side.code && (side.sector.empty() || actor.sector == side.sector);
    const std::string row = actor.source.substr(0, actor.source.find(' '));
    if (std::find(side.rows.begin(), side.rows.end(), row) != side.rows.end()) return true;
    const std::string wanted = utf8::lower(side.text);
    const auto same = [&](std::string_view name) {
      const std::string low = utf8::lower(name);
      return low == wanted || (low.size() > wanted.size() && low.ends_with(" " + wanted));
    };
    if (same(actor.name)) return true;
    const auto& mentions = document_.actors().mentions;
    return std::any_of(mentions.begin(), mentions.end(),
                       [&](const Mention& m) { return m.actor == index && same(document_.text(m.span)); });
  }

  [[nodiscard]] std::vector<ActorIndex> actors_like(const WantedSide& side) const {
    std::vector<ActorIndex> out;
    const auto& actors = document_.actors().actors;
    for (ActorIndex a = 0; a < actors.size(); ++a) {
      if (!side.anybody() && is(actors[a], a, side)) out.push_back(a);
    }
    return out;
  }

  std::vector<std::string> absent(const WantedSide& side) {
    std::vector<ActorIndex> all;
    for (ActorIndex a = 0; a < document_.actors().actors.size(); ++a) {
      if (document_.actors().actors[a].coded()) all.push_back(a);
    }
    out_.push_back("actor not found: the report names no " + side.text);
    out_.push_back("it names: " + names_of(all, document_));
    return std::move(out_);
  }

  [[nodiscard]] bool fits(const std::vector<ActorIndex>& got, const std::vector<ActorIndex>& wanted,
                          const WantedSide& side) const {
    return side.anybody() || shares(got, wanted);
  }

  void clause_of(PredicateIndex p) {
    const Predicate& predicate = document_.clauses().predicates[p];
    out_.push_back(fmt::format("nearest: sentence {}, '{}': “{}”", predicate.sentence + 1, predicate.lemma,
                               document_.text(document_.words().sentences[predicate.sentence].span)));
  }

  bool coded() {
    for (const Event& e : document_.events().events) {
      if (e.type != wanted_.type || !fits(e.actor, actor_, wanted_.actor) ||
          !fits(e.recipient, recipient_, wanted_.recipient))
        continue;
      clause_of(e.predicate);
      const bool mode = wanted_.mode.empty() || std::find(e.mode.begin(), e.mode.end(), wanted_.mode) != e.mode.end();
      if (mode) {
        out_.push_back("it is coded, by " + e.rule);
      } else {
        std::string modes;
        for (const std::string& m : e.mode) modes += (modes.empty() ? "" : ", ") + m;
        out_.push_back("coded with another mode: " + (modes.empty() ? "none" : modes) + ", by " + e.rule);
      }
      return true;
    }
    return false;
  }

  /// Promised, threatened or demanded: what is coded is the promise.
  bool reduced() {
    for (const Event& e : document_.events().events) {
      if (!e.content_event || e.content_event->event != wanted_.type ||
          !fits(e.content_event->actor, actor_, wanted_.actor) ||
          !fits(e.content_event->recipient, recipient_, wanted_.recipient))
        continue;
      clause_of(e.predicate);
      out_.push_back(
          fmt::format("reduced: it is told as what is announced, demanded or warned of; coded is {} {} → {}, "
                      "by {}",
                      e.type, names_of(e.actor, document_), names_of(e.recipient, document_), e.rule));
      return true;
    }
    return false;
  }

  [[nodiscard]] bool named_in(uint32_t sentence, const std::vector<ActorIndex>& actors) const {
    const Span span = document_.words().sentences[sentence].span;
    const auto& mentions = document_.actors().mentions;
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return span.contains(m.span) && std::find(actors.begin(), actors.end(), m.actor) != actors.end();
    });
  }

  /// How near a reading came: both sides in its sentence, in its roles, then how far it got.
  [[nodiscard]] int nearness(const Trial& t) const {
    const uint32_t sentence = document_.clauses().predicates[t.predicate].sentence;
    const bool actor = wanted_.actor.anybody() || named_in(sentence, actor_) || shares(t.actor, actor_);
    const bool recipient =
        wanted_.recipient.anybody() || named_in(sentence, recipient_) || shares(t.recipient, recipient_);
    if (!actor && !recipient) return 0;
    return (actor ? 8 : 0) + (recipient ? 8 : 0) + (shares(t.actor, actor_) ? 8 : 0) +
           (shares(t.recipient, recipient_) ? 8 : 0) + 1 + static_cast<int>(t.end);
  }

  [[nodiscard]] const Trial* nearest() const {
    const Trial* best = nullptr;
    int most = 0;
    for (const Trial& t : trace_.trials) {
      if (t.event != wanted_.type) continue;
      const int near = nearness(t);
      if (near > most) most = near, best = &t;
    }
    return best;
  }

  void tell(const Trial& t) {
    clause_of(t.predicate);
    const std::string frame = t.frame + " " + t.origin;
    switch (t.end) {
      case TrialEnd::kFrameTest: out_.push_back("frame test failed: " + frame + ": " + t.reason); break;
      case TrialEnd::kContent: out_.push_back("no content: " + frame + ": " + t.reason); break;
      case TrialEnd::kLessSpecific: out_.push_back("another reading won: " + frame + ": " + t.reason); break;
      case TrialEnd::kDropped: out_.push_back("no event by the codebook: " + frame + ": " + t.reason); break;
      case TrialEnd::kCoded: out_.push_back("coded with other sides: by " + frame); break;
    }
    if (t.end >= TrialEnd::kLessSpecific)
      out_.push_back("its sides: " + names_of(t.actor, document_) + " → " + names_of(t.recipient, document_));
    for (const Event& e : document_.events().events) {
      if (e.predicate == t.predicate && e.type != wanted_.type)
        out_.push_back(fmt::format("the word is coded as {}, by {}", e.type, e.rule));
    }
  }

  /// No reading of that type near the actors: which words stand there.
  void no_frame() {
    const auto& sentences = document_.words().sentences;
    for (const bool both : {true, false}) {
      for (uint32_t s = 0; s < sentences.size(); ++s) {
        const bool actor = named_in(s, actor_);
        const bool recipient = named_in(s, recipient_);
        const bool enough = both ? (actor || wanted_.actor.anybody()) && (recipient || wanted_.recipient.anybody())
                                 : actor || recipient;
        if (!enough) continue;
        words_of_sentence(s, both);
        return;
      }
    }
    out_.push_back("predicate not in a frame: no word of the report has a frame of " + wanted_.type);
  }

  void words_of_sentence(uint32_t s, bool both) {
    std::string words;
    size_t shown = 0;
    for (const Predicate& p : document_.clauses().predicates) {
      if (p.sentence != s || p.kind != PredicateKind::kVerb || shown == kShownPredicates) continue;
      words += (words.empty() ? "'" : ", '") + p.lemma + "'";
      ++shown;
    }
    out_.push_back(
        fmt::format("nearest: sentence {}: “{}”", s + 1, document_.text(document_.words().sentences[s].span)));
    if (!both) out_.emplace_back("no sentence names both sides");
    out_.push_back("predicate not in a frame: no frame of " + wanted_.type + " has " +
                   (words.empty() ? "a word of it" : words) + " or a noun of this sentence");
  }

  const WantedEvent& wanted_;
  const Document& document_;
  const events::Trace& trace_;
  std::vector<ActorIndex> actor_;
  std::vector<ActorIndex> recipient_;
  std::vector<std::string> out_;
};

}  // namespace

Result<std::vector<std::string>> why_not(const WantedEvent& wanted, const Document& document,
                                         const events::Trace& trace) {
  return Search(wanted, document, trace).run();
}

}  // namespace depesche::app
