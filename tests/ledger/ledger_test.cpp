// Parties, matching, merging and the fold: the pure part of the ledger.
#include <gtest/gtest.h>

#include "ledger/acts.h"
#include "ledger/fact_json.h"
#include "ledger/fold.h"
#include "ledger/matching.h"
#include "ledger/near_copies.h"
#include "support.h"

namespace depesche::ledger {
namespace {

using test::ontology;
using test::state;

EventFact aid(const std::string& actor, const std::string& recipient,
              std::vector<std::string> contexts = {"military"}) {
  EventFact event;
  event.event = "AID";
  event.actors = {state(actor.substr(0, 3), actor.size() > 4 ? actor.substr(4) : "")};
  event.recipients = {state(recipient.substr(0, 3), recipient.size() > 4 ? recipient.substr(4) : "")};
  event.contexts = std::move(contexts);
  event.status = kHappened;
  event.day = "2024-07-01";
  return event;
}

CommitmentFact commitment(const std::string& kind, const std::string& polarity = "") {
  CommitmentFact fact;
  fact.kind = kind;
  fact.polarity = polarity;
  fact.holders = {state("KOR")};
  fact.action = CommitmentPart{"no arms to Ukraine", Template{"AID", {}, {state("UKR")}, {"military"}}};
  return fact;
}

HistoryRow told(const std::string& day, Input input, const std::string& until = "") {
  HistoryRow row;
  row.day = day;
  row.input = input;
  row.until = until;
  row.report = "r" + day;
  return row;
}

HistoryRow act(const std::string& day, Input input, const std::string& key, Part part = Part::kAction) {
  HistoryRow row;
  row.day = day;
  row.told = false;
  row.input = input;
  row.part = part;
  row.report = "e" + day;
  row.act = key;
  return row;
}

TEST(Party, AStateContainsItsOrgansButNotItsRebels) {
  EXPECT_TRUE(contains(state("KOR"), state("KOR", "GOV"), ontology()));
  EXPECT_TRUE(contains(state("KOR"), state("KOR"), ontology()));
  EXPECT_FALSE(contains(state("KOR", "GOV"), state("KOR"), ontology()));
  EXPECT_FALSE(contains(state("SYR"), state("SYR", "REB"), ontology()));
  EXPECT_FALSE(contains(state("KOR"), state("PRK"), ontology()));
  EXPECT_TRUE(touches(state("SYR"), state("SYR", "CVL"), ontology()));
}

TEST(Party, BodiesOfNoStateAreToldApartByName) {
  const Party nato{"IGO", "", "NATO"};
  const Party au{"IGO", "", "African Union"};
  EXPECT_NE(identity(nato, ontology()), identity(au, ontology()));
  EXPECT_FALSE(contains(nato, au, ontology()));
  EXPECT_EQ(identity({"UNO", "", "Vereinte Nationen"}, ontology()),
            identity({"UNO", "", "United Nations"}, ontology()));
}

TEST(Match, OpenSidesAreFilledFromTheCommitment) {
  const std::optional<Template> own = action_pattern(commitment("policy", "will_not"));
  ASSERT_TRUE(own);
  EXPECT_EQ(own->actors, std::vector<Party>{state("KOR")});
  CommitmentFact demand = commitment("demand");
  demand.toward = {state("DEU")};
  EXPECT_EQ(action_pattern(demand)->actors, std::vector<Party>{state("DEU")});
}

TEST(Match, TypeSidesAndContextMustMeet) {
  const Template wanted{"AID", {state("KOR")}, {state("UKR")}, {"military"}};
  EXPECT_TRUE(fits(wanted, aid("KOR:GOV", "UKR"), ontology()));
  EXPECT_FALSE(fits(wanted, aid("KOR", "UKR", {"health"}), ontology()));
  EXPECT_FALSE(fits(wanted, aid("KOR", "UKR", {}), ontology()));
  EXPECT_FALSE(fits(wanted, aid("JPN", "UKR"), ontology()));
  EXPECT_FALSE(fits(wanted, aid("KOR", "RUS"), ontology()));
  EventFact other = aid("KOR", "UKR");
  other.event = "SUPPORT";
  EXPECT_FALSE(fits(wanted, other, ontology()));
}

TEST(Match, PartiesOfAReciprocalActStandOnBothSides) {
  EventFact talks;
  talks.event = "CONSULT";
  talks.actors = {state("KOR"), state("JPN")};
  EXPECT_TRUE(fits({"CONSULT", {state("JPN")}, {state("KOR")}, {}}, talks, ontology()));
  EXPECT_FALSE(fits({"CONSULT", {state("JPN")}, {state("CHN")}, {}}, talks, ontology()));
}

TEST(Merge, TheSameTermsInOtherWordsAreOneCommitment) {
  CommitmentFact other = commitment("policy", "will_not");
  other.action->text = "keine Waffen an die Ukraine";
  other.holders = {{"KOR", "GOV", "Regierung in Seoul"}};
  EXPECT_EQ(merge_key(commitment("policy", "will_not"), ontology()), merge_key(other, ontology()));
  EXPECT_NE(merge_key(commitment("policy", "will_not"), ontology()),
            merge_key(commitment("policy", "will"), ontology()));
  other.action->pattern->recipients = {state("POL")};
  EXPECT_NE(merge_key(commitment("policy", "will_not"), ontology()), merge_key(other, ontology()));
}

TEST(Merge, WithoutATemplateTheWordsDecide) {
  CommitmentFact one = commitment("pledge", "will");
  one.action = CommitmentPart{"cut emissions by half", std::nullopt};
  CommitmentFact same = one;
  same.action->text = "Cut emissions, by half!";
  CommitmentFact other = one;
  other.action->text = "rebuild the port";
  EXPECT_EQ(merge_key(one, ontology()), merge_key(same, ontology()));
  EXPECT_NE(merge_key(one, ontology()), merge_key(other, ontology()));
}

TEST(Fold, AForbiddenActBreaksAPolicyAndRaisesAnAlert) {
  const Terms terms = terms_of(commitment("policy", "will_not"), ontology());
  EXPECT_EQ(effect_of(terms, Part::kAction), Input::kViolate);
  const std::vector<HistoryRow> rows{act("2024-07-01", Input::kViolate, "a"), told("2024-06-21", Input::kTakeForce)};
  const Standing standing = fold(terms, rows, "");
  EXPECT_EQ(standing.state, State::kBroken);
  EXPECT_EQ(standing.since, "2024-07-01");
  ASSERT_EQ(standing.alerts.size(), 1U);
  EXPECT_EQ(standing.alerts[0].kind, AlertKind::kBroken);
  EXPECT_EQ(standing.alerts[0].telling, 1);
  EXPECT_EQ(standing.alerts[0].event, 0);
  EXPECT_EQ(fold(terms, rows, "2024-06-30").state, State::kInForce);
}

TEST(Fold, ActsBeforeTheCommitmentWasToldHaveNoEffect) {
  const Terms terms = terms_of(commitment("policy", "will_not"), ontology());
  const Standing standing =
      fold(terms, {act("2024-06-01", Input::kViolate, "a"), told("2024-06-21", Input::kTakeForce)}, "");
  EXPECT_EQ(standing.state, State::kInForce);
  EXPECT_TRUE(standing.alerts.empty());
  ASSERT_EQ(standing.steps.size(), 2U);
  EXPECT_TRUE(standing.steps[0].refused);
}

TEST(Fold, ManyReportsOfOneActRaiseOneAlert) {
  const Terms terms = terms_of(commitment("policy", "will_not"), ontology());
  HistoryRow copy = act("2024-07-01", Input::kViolate, "a");
  copy.report = "another";
  const std::vector<HistoryRow> rows{told("2024-06-21", Input::kTakeForce), act("2024-07-01", Input::kViolate, "a"),
                                     copy, act("2024-07-09", Input::kViolate, "b")};
  EXPECT_EQ(fold(terms, rows, "").alerts.size(), 2U);
}

TEST(Fold, APlannedActIsAWatchAndChangesNothing) {
  const Terms terms = terms_of(commitment("policy", "will_not"), ontology());
  HistoryRow planned = act("2024-07-01", Input::kViolate, "a");
  planned.watch = true;
  const Standing standing = fold(terms, {told("2024-06-21", Input::kTakeForce), planned}, "");
  EXPECT_EQ(standing.state, State::kInForce);
  ASSERT_EQ(standing.alerts.size(), 1U);
  EXPECT_TRUE(standing.alerts[0].watch);
}

TEST(Fold, AThreatIsDetachedByItsConditionAndMetByItsConsequence) {
  CommitmentFact threat;
  threat.kind = "threat";
  threat.holders = {state("RUS")};
  threat.toward = {state("KOR")};
  threat.condition = CommitmentPart{"if", Template{"AID", {state("KOR")}, {state("UKR")}, {"military"}}};
  threat.consequence = CommitmentPart{"then", Template{"SANCTION", {}, {}, {}}};
  const Terms terms = terms_of(threat, ontology());
  ASSERT_TRUE(terms.consequence);
  EXPECT_EQ(terms.consequence->recipients, std::vector<Party>{state("KOR")});
  const HistoryRow carried_out = act("2024-07-05", Input::kFulfil, "s", Part::kConsequence);
  // Sanctions before the condition has come true carry out nothing.
  EXPECT_EQ(fold(terms, {told("2024-06-20", Input::kAnnounce), carried_out}, "").state, State::kAnnounced);
  const std::vector<HistoryRow> rows{told("2024-06-20", Input::kAnnounce),
                                     act("2024-07-01", Input::kConditionTrue, "a", Part::kCondition), carried_out};
  EXPECT_EQ(fold(terms, rows, "2024-07-02").state, State::kDetached);
  const Standing standing = fold(terms, rows, "");
  EXPECT_EQ(standing.state, State::kMet);
  ASSERT_EQ(standing.alerts.size(), 2U);
  EXPECT_EQ(standing.alerts[0].kind, AlertKind::kRedLine);
}

TEST(Fold, ADeadlineThatPassesEndsAnOpenCommitment) {
  const Terms terms = terms_of(commitment("pledge", "will"), ontology());
  const std::vector<HistoryRow> rows{told("2024-06-01", Input::kAnnounce, "2024-06-30")};
  EXPECT_EQ(fold(terms, rows, "2024-06-30").state, State::kAnnounced);
  const Standing late = fold(terms, rows, "2024-07-01");
  EXPECT_EQ(late.state, State::kExpired);
  EXPECT_EQ(late.since, "2024-06-30");
  // An act after the deadline meets nothing any more.
  const Standing act_late = fold(terms, {rows[0], act("2024-07-02", Input::kFulfil, "a")}, "");
  EXPECT_EQ(act_late.state, State::kExpired);
  EXPECT_TRUE(act_late.alerts.empty());
}

TEST(Fold, TheSentenceThatMakesAPledgeDoesNotKeepIt) {
  const Terms terms = terms_of(commitment("pledge", "will"), ontology());
  HistoryRow telling = told("2024-06-01", Input::kAnnounce);
  HistoryRow plan = act("2024-06-01", Input::kFulfil, "a");
  plan.report = telling.report;
  plan.watch = true;
  telling.evidence = plan.evidence = "Seoul promised to send shells.";
  EXPECT_TRUE(fold(terms, {telling, plan}, "").alerts.empty());
  plan.evidence = "A ship with shells may leave on Friday.";
  EXPECT_EQ(fold(terms, {telling, plan}, "").alerts.size(), 1U);
}

TEST(FactJson, ACommitmentReadsBackWhole) {
  CommitmentFact fact = commitment("threat");
  fact.condition = CommitmentPart{"wenn \"ja\"", std::nullopt};
  fact.until = "2024-12-31";
  fact.evidence = "Zeile\nzwei";
  const auto back = commitment_from_json(to_json(fact));
  ASSERT_TRUE(back) << back.error().line();
  EXPECT_EQ(to_json(*back), to_json(fact));
  EXPECT_FALSE(commitment_from_json("{\"kind\":1}"));
  EXPECT_FALSE(commitment_from_json("not json"));
}

TEST(Acts, ReportsWithoutAPlaceJoinTheOneThatMostTextsName) {
  EXPECT_EQ(node_cells({{"a", 1}, {"", 2}, {"b", 3}, {"b", 4}}), (std::vector<std::string>{"a", "b", "b", "b"}));
  // Two copies of one text are one voice; among equals the first cell in order.
  EXPECT_EQ(node_cells({{"b", 1}, {"b", 1}, {"a", 2}, {"", 3}}).back(), "a");
  EXPECT_EQ(node_cells({{"", 1}}).front(), "");
  EXPECT_EQ(place_cell(-0.04, 37.56), "0.0,37.6");
  EXPECT_EQ(place_cell(std::nullopt, 1.0), "");
}

TEST(NearCopies, AShortenedReprintIsACopyAndAnotherReportIsNot) {
  std::string text;
  for (int i = 0; i < 60; ++i)
    text += "Minister number " + std::to_string(i * 7) + " met envoy " + std::to_string(i * 13) + " in town " +
            std::to_string(i) + ". ";
  std::string other;
  for (int i = 0; i < 60; ++i)
    other += "Rebels shelled village " + std::to_string(i * 11) + " near river " + std::to_string(i * 3) + " again. ";
  const Signature whole = signature_of(text);
  EXPECT_EQ(similarity(whole, signature_of("NEWS AGENCY - " + text)),
            similarity(signature_of("NEWS AGENCY - " + text), whole));
  EXPECT_GT(similarity(whole, signature_of("NEWS AGENCY - " + text)), 0.8);
  EXPECT_GT(similarity(whole, signature_of(text.substr(0, text.size() * 9 / 10))), kCopySimilarity);
  EXPECT_LT(similarity(whole, signature_of(other)), 0.2);
  EXPECT_EQ(signature_of(""), signature_of("  ... "));
  EXPECT_EQ(band_keys(whole), band_keys(signature_of(text)));
}

}  // namespace
}  // namespace depesche::ledger
