// Document -> CodedReport -> JSON on a document made by hand.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "record/from_document.h"
#include "record/json.h"

namespace depesche {
namespace {

using nlohmann::json;

const std::string kText = "😀 Übung: „Wir liefern“, sagte Kötter in Köln. Später.";

Span find(std::string_view piece) {
  const auto at = static_cast<uint32_t>(kText.find(piece));
  return {at, at + static_cast<uint32_t>(piece.size())};
}

/// Layers before the actors; none of them needs words here.
Document begin(ReportInfo info) {
  Document d(std::move(info), kText);
  TextLayer words;
  words.sentences.push_back({find("😀 Übung: „Wir liefern“, sagte Kötter in Köln."), 0, 0, 0, false});
  words.sentences.push_back({find("Später."), 0, 0, 0, false});
  words.agency = "AFP";
  d.publish(std::move(words));
  d.publish(SyntaxLayer{});
  d.publish(ClauseLayer{});
  return d;
}

Document rich() {
  Document d = begin({"r1", Language::kGerman, Date{2024, 6, 21}, "Ein Titel", ""});
  TimePlaceLayer where;
  where.times.push_back({find("Später"), 0, 1, TimexType::kDate, "FUTURE_REF", {}, {}, false});
  where.places.push_back({find("Köln"), 0, 0, 1, "Köln", "DEU", 50.9, 6.96, false});
  d.publish(std::move(where));
  ActorLayer actors;
  actors.actors.resize(5);
  actors.actors[0].name = "Nachbar";  // nobody names it and it has no code: left out
  actors.actors[1].name = "Kötter";
  actors.actors[1].code = "DEU";
  actors.actors[1].sector = "GOV";
  actors.actors[1].other_sectors = {"MIL"};
  actors.actors[2].name = "Beobachter";  // no code, but a recipient
  actors.actors[3].name = "Frankreich";  // a code, but in no event
  actors.actors[3].code = "FRA";
  actors.actors[4].name = "Italien";  // only the state behind a place: no mention, in no event: left out
  actors.actors[4].code = "ITA";
  actors.mentions.push_back({1, find("Kötter"), 0, 0, 1, MentionForm::kName});
  actors.mentions.push_back({1, find("Wir"), 0, 0, 1, MentionForm::kPronoun});
  actors.mentions.push_back({0, find("Übung"), 0, 0, 1, MentionForm::kName});
  actors.mentions.push_back({3, find("Übung"), 0, 0, 1, MentionForm::kName});
  d.publish(std::move(actors));
  StatementLayer statements;
  Statement s;
  s.kind = StatementKind::kDirect;
  s.speaker = {1, 1};
  s.cue = find("sagte");
  s.cue_lemma = "sagen";
  s.content = {find("Wir liefern")};
  s.place = 0;
  statements.statements.push_back(s);
  d.publish(std::move(statements));
  EventLayer events;
  Event e;
  e.type = "AID";
  e.context = {"military"};
  e.cameo = "072";
  e.quad = 2;
  e.score = 10.0;
  e.actor = {1};
  e.recipient = {2};
  e.status = EventStatus::kPlanned;
  e.attributed_to = 0;
  e.date = EventDate{Date{2024, 6, 1}, std::nullopt, find("Später")};
  e.evidence = {find("Wir liefern")};
  e.rule = "frames/aid.yaml:1 give";
  events.events.push_back(e);
  d.publish(std::move(events));
  CommitmentLayer ledger;
  Commitment c;
  c.kind = CommitmentKind::kPledge;
  c.holder = {1};
  c.action = CommitmentPart{find("Wir liefern"), EventTemplate{"AID", {1}, {2}, {}}};
  c.polarity = Polarity::kWill;
  c.since = Date{2024, 6, 20};
  c.statement = 0;
  c.evidence = {find("Wir liefern")};
  ledger.commitments.push_back(c);
  d.publish(std::move(ledger));
  return d;
}

json coded(const Document& document) {
  return json::parse(to_json(record_of(document, {"0.1.0", "abc", "def"})));
}

TEST(Record, OffsetsAreCodePoints) {
  const json r = coded(rich());
  EXPECT_EQ(r["text"], kText);
  EXPECT_EQ(r["sentences"][0]["begin"], 0);
  // "😀 Übung: „" has 10 code points and 16 bytes.
  EXPECT_EQ(r["events"][0]["evidence"][0], (json{{"begin", 10}, {"end", 21}}));
  EXPECT_EQ(r["actors"][0]["mentions"][0], (json{{"begin", 30}, {"end", 36}, {"text", "Kötter"}, {"form", "name"}}));
  EXPECT_EQ(r["sentences"][1]["end"], 53);
}

TEST(Record, IdsCountWhatIsKept) {
  const json r = coded(rich());
  ASSERT_EQ(r["actors"].size(), 3U);
  EXPECT_EQ(r["actors"][0]["id"], "a1");
  EXPECT_EQ(r["actors"][0]["name"], "Kötter");
  EXPECT_EQ(r["actors"][1]["name"], "Beobachter");
  EXPECT_EQ(r["actors"][2]["name"], "Frankreich");
  EXPECT_EQ(r["events"][0]["actor"], json({"a1"}));
  EXPECT_EQ(r["events"][0]["recipient"], json({"a2"}));
  EXPECT_EQ(r["statements"][0]["speaker"], json({"a1"})) << "an actor named twice stands once";
}

TEST(Record, LinksStatementsAndEvents) {
  const json r = coded(rich());
  EXPECT_EQ(r["events"][0]["attributed_to"], "s1");
  EXPECT_EQ(r["statements"][0]["events"], json({"e1"}));
  EXPECT_EQ(r["commitments"][0]["statement"], "s1");
}

TEST(Record, CopiesValues) {
  const json r = coded(rich());
  EXPECT_EQ(r["published"], "2024-06-21");
  EXPECT_EQ(r["agency"], "AFP") << "the agency of the dateline when none is stated";
  EXPECT_EQ(r["times"][0]["value"], "FUTURE_REF");
  EXPECT_EQ(r["events"][0]["date"], (json{{"from", "2024-06-01"}, {"text", "Später"}}));
  EXPECT_EQ(r["events"][0]["status"], "planned");
  EXPECT_EQ(r["statements"][0]["place"]["code"], "DEU");
  EXPECT_EQ(r["actors"][0]["other_sectors"], json({"MIL"}));
  const json& c = r["commitments"][0];
  EXPECT_EQ(c["polarity"], "will");
  EXPECT_EQ(c["since"], "2024-06-20");
  EXPECT_EQ(c["action"]["text"], "Wir liefern");
  EXPECT_EQ(c["action"]["template"], (json{{"event", "AID"}, {"actor", {"a1"}}, {"recipient", {"a2"}}}));
  EXPECT_EQ(r["coder"], (json{{"version", "0.1.0"}, {"knowledge", "abc"}, {"model", "def"}}));
}

TEST(Record, WhatDoesNotApplyIsLeftOut) {
  Document d = begin({"r2", Language::kEnglish, std::nullopt, "", ""});
  d.publish(TimePlaceLayer{});
  d.publish(ActorLayer{});
  d.publish(StatementLayer{});
  EventLayer events;
  Event e;
  e.type = "PROTEST";
  e.evidence = {find("Übung")};
  e.date = EventDate{};  // neither end known
  events.events.push_back(e);
  d.publish(std::move(events));
  d.publish(CommitmentLayer{});
  const json r = coded(d);
  for (const char* key : {"published", "title"}) EXPECT_FALSE(r.contains(key)) << key;
  const json& event = r["events"][0];
  for (const char* key : {"mode", "context", "cameo", "quad", "score", "goldstein", "recipient", "historical",
                          "attributed_to", "date", "place", "rule"}) {
    EXPECT_FALSE(event.contains(key)) << key;
  }
  for (const char* layer : {"times", "places", "actors", "statements", "commitments"})
    EXPECT_EQ(r[layer], json::array()) << layer;
}

TEST(Record, OneLineWithTheOrderOfTheCodebook) {
  const std::string line = to_json(record_of(rich(), {"0.1.0", "abc", "def"}));
  EXPECT_EQ(line.find('\n'), std::string::npos);
  size_t last = 0;
  for (const char* key : {"\"id\"", "\"language\"", "\"text\"", "\"sentences\"", "\"times\"", "\"places\"",
                          "\"actors\"", "\"statements\"", "\"events\"", "\"commitments\""}) {
    const size_t at = line.find(key);
    ASSERT_NE(at, std::string::npos) << key;
    EXPECT_GE(at, last) << key;
    last = at;
  }
  EXPECT_EQ(line, to_json(record_of(rich(), {"0.1.0", "abc", "def"})));
}

TEST(Record, ControlCharactersAreEscaped) {
  CodedReport report;
  report.id = "x\x1b[31m";
  report.text = "a\x07";
  const std::string line = to_json(report);
  EXPECT_EQ(line.find('\x1b'), std::string::npos);
  EXPECT_EQ(json::parse(line)["id"], report.id);
}

}  // namespace
}  // namespace depesche
