#include "ledger/what_if.h"

#include <gtest/gtest.h>

#include "support.h"

namespace depesche::ledger {
namespace {

using test::ontology;
using test::state;

const Vocabulary kWords{{"AID", "SANCTION", "ASSAULT", "CONSULT"},
                        {"military", "economic"},
                        {"arms"},
                        {"GOV", "MIL"},
                        {"KOR", "UKR", "RUS", "North Korea"}};

std::optional<Party> known_party(std::string_view name) {
  for (const char* code : {"KOR", "UKR", "RUS", "PRK"}) {
    if (name == code) return state(code);
  }
  if (name == "North Korea") return state("PRK");
  return std::nullopt;
}

EventFact assumed(const std::string& text) {
  const auto act = read_assumption(text, kWords, known_party);
  EXPECT_TRUE(act) << act.error().line();
  return act ? *act : EventFact{};
}

std::string fault(const std::string& text) {
  const auto act = read_assumption(text, kWords, known_party);
  return act ? "" : act.error().line();
}

StandingEntry entry(const CommitmentFact& fact, State at) {
  return {1, fact, terms_of(fact, ontology()), at, "evidence", "report"};
}

CommitmentFact threat(const std::string& holder, const std::string& toward, const Template& condition,
                      std::optional<Template> consequence) {
  CommitmentFact fact;
  fact.kind = "threat";
  fact.holders = {state(holder)};
  fact.toward = {state(toward)};
  fact.condition = CommitmentPart{"if", condition};
  if (consequence) fact.consequence = CommitmentPart{"then", std::move(consequence)};
  return fact;
}

CommitmentFact policy(const std::string& holder, const Template& action) {
  CommitmentFact fact;
  fact.kind = "policy";
  fact.polarity = "will_not";
  fact.holders = {state(holder)};
  fact.action = CommitmentPart{"not", action};
  return fact;
}

TEST(Assumption, ReadsSidesTypeAndContext) {
  const EventFact act = assumed("KOR:GOV, RUS aid UKR military arms");
  EXPECT_EQ(act.event, "AID");
  EXPECT_EQ(act.actors, (std::vector<Party>{state("KOR", "GOV"), state("RUS")}));
  EXPECT_EQ(act.recipients, std::vector<Party>{state("UKR")});
  EXPECT_EQ(act.contexts, std::vector<std::string>{"military"});
  EXPECT_EQ(act.modes, std::vector<std::string>{"arms"});
  EXPECT_EQ(assumed("North Korea ASSAULT KOR").actors, std::vector<Party>{state("PRK")});
  EXPECT_EQ(assumed("KOR UKR CONSULT").actors.size(), 2U);
}

TEST(Assumption, NamesTheWordThatCannotBeReadAndTheNearest) {
  EXPECT_NE(fault("KOR AID UKT").find("'UKT'"), std::string::npos);
  EXPECT_NE(fault("KOR AID UKT").find("did you mean 'UKR'"), std::string::npos);
  EXPECT_NE(fault("KOR AID UKR militry").find("did you mean 'military'"), std::string::npos);
  EXPECT_NE(fault("KOR AIDE UKR").find("did you mean 'AID'"), std::string::npos);
  EXPECT_NE(fault("AID UKR").find("no actor"), std::string::npos);
  EXPECT_NE(fault("KOR UKR").find("no type"), std::string::npos);
  EXPECT_NE(fault("KOR:XXX AID UKR").find("'XXX' is no sector"), std::string::npos);
  EXPECT_FALSE(fault("").empty());
}

TEST(WhatIf, AThreatFiresAndAPolicyBreaks) {
  const std::vector<StandingEntry> entries{
      entry(threat("RUS", "KOR", {"AID", {state("KOR")}, {state("UKR")}, {"military"}}, std::nullopt),
            State::kAnnounced),
      entry(policy("KOR", {"AID", {}, {}, {"military"}}), State::kInForce),
      entry(policy("KOR", {"AID", {}, {}, {"military"}}), State::kWithdrawn)};
  const Chain chain = what_if({assumed("KOR AID UKR military")}, entries, ontology(), {});
  ASSERT_EQ(chain.links.size(), 2U);
  EXPECT_EQ(chain.links[0].effect, AlertKind::kRedLine);
  EXPECT_EQ(chain.links[0].entry, 0U);
  EXPECT_EQ(chain.links[1].effect, AlertKind::kBroken);
  EXPECT_TRUE(what_if({assumed("KOR AID UKR economic")}, entries, ontology(), {}).links.empty());
}

TEST(WhatIf, ConsequencesLeadOnUntilTheLoopCloses) {
  const Template strike_kor{"ASSAULT", {state("RUS")}, {state("KOR")}, {}};
  const Template strike_rus{"ASSAULT", {state("KOR")}, {state("RUS")}, {}};
  const std::vector<StandingEntry> entries{entry(threat("RUS", "KOR", strike_rus, strike_kor), State::kAnnounced),
                                           entry(threat("KOR", "RUS", strike_kor, strike_rus), State::kAnnounced)};
  const Chain chain = what_if({assumed("KOR ASSAULT RUS")}, entries, ontology(), {});
  ASSERT_EQ(chain.links.size(), 2U);
  EXPECT_EQ(chain.acts.size(), 2U);
  EXPECT_FALSE(chain.links[0].loop);
  EXPECT_TRUE(chain.links[1].loop);
  EXPECT_EQ(chain.links[1].leads_to, 0);
  EXPECT_EQ(chain.links[1].depth, 2U);
  EXPECT_FALSE(chain.cut);
  EXPECT_TRUE(what_if({assumed("KOR ASSAULT RUS")}, entries, ontology(), {1}).cut);
}

}  // namespace
}  // namespace depesche::ledger
