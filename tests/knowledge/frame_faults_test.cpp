// Every kind of fault in frames, with its line and column, and what sound frames become.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "knowledge/knowledge.h"
#include "knowledge/small_knowledge.h"

namespace depesche::kb {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// One frame with the given head lines and German units; line 1 holds the name.
std::vector<std::string> faults(
    const std::string& head, const std::string& units,
    const std::string& example = "\"Russland liefert an Deutschland.\": \"AID RUS > DEU\"") {
  return faults_with("frames/aid.yaml", "- frame: one\n  " + head + "\n  units: {de: " + units +
                                            "}\n  examples: {de: {" + example + "}}\n");
}
std::vector<std::string> unit_faults(const std::string& units) {
  return faults("event: AID\n  cameo: \"072\"", units);
}
std::vector<std::string> example_faults(const std::string& example) {
  return faults("event: AID\n  cameo: \"072\"", "{liefern: {}}", example);
}

TEST(FrameFaults, KeysAndNames) {
  EXPECT_THAT(faults("event: AID\n  cmaeo: \"072\"\n  cameo: \"072\"", "{liefern: {}}"),
              ElementsAre("base/frames/aid.yaml:3:3: unknown key 'cmaeo' (did you mean 'cameo'?)"));
  EXPECT_THAT(unit_faults("{liefern: {recipent: an}}"),
              ElementsAre(HasSubstr("aid.yaml:4:26: unknown key 'recipent' (did you mean 'recipient'?)")));
  EXPECT_THAT(faults_with("frames/aid.yaml", "- {event: AID}\n"), ElementsAre(HasSubstr("a frame needs a name")));
  EXPECT_THAT(faults_with("frames/aid.yaml", "frame: x\n"), ElementsAre(HasSubstr("expected a list of frames")));
  EXPECT_THAT(faults_with("frames/zzz.yaml",
                          "- frame: give-arms\n  event: AID\n  cameo: \"072\"\n  units: {en: {give: }}\n"
                          "  examples: {en: {\"A gives.\": none, \"Russia gives arms.\": \"AID RUS > -\"}}\n"),
              ElementsAre("base/frames/zzz.yaml:1:3: frame 'give-arms' stands already at base/frames/aid.yaml:1"));
}

TEST(FrameFaults, AreOneLineWhateverTheFileHolds) {
  const auto found = faults("\"key\\nwith breaks\\r\": 1\n  event: AID\n  cameo: \"072\"", "{liefern: {}}");
  ASSERT_FALSE(found.empty());
  for (const std::string& fault : found) EXPECT_EQ(fault.find_first_of("\n\r"), std::string::npos) << fault;
  EXPECT_THAT(found, Contains(HasSubstr("key with breaks")));
}

TEST(FrameFaults, EventModeContextCameo) {
  EXPECT_THAT(faults("event: AIDE\n  cameo: \"072\"", "{liefern: {}}"),
              ElementsAre("base/frames/aid.yaml:2:10: unknown event type 'AIDE' (did you mean 'AID'?)"));
  EXPECT_THAT(faults("cameo: \"072\"", "{liefern: {}}"),
              ElementsAre(HasSubstr(":3:16: neither the unit nor its frame names an event")));
  EXPECT_THAT(faults("event: AID\n  reduce: announce\n  cameo: \"072\"", "{liefern: {}}"),
              ElementsAre(HasSubstr(":3:11: a frame has an event or a reduction, not both")));
  EXPECT_THAT(faults("reduce: anounce", "{liefern: {}}"),
              ElementsAre(HasSubstr(":2:11: unknown reduction 'anounce' (did you mean 'announce'?)")));
  EXPECT_THAT(faults("event: AID\n  cameo: \"072\"\n  mode: [drone]", "{liefern: {}}"),
              ElementsAre(HasSubstr(":4:10: 'drone' is no mode of AID")));
  EXPECT_THAT(faults("event: AID\n  cameo: \"072\"\n  context: [war]", "{liefern: {}}"),
              ElementsAre(HasSubstr(":4:13: unknown context 'war'")));
  EXPECT_THAT(faults("event: AID", "{liefern: {}}"),
              ElementsAre(HasSubstr("neither the unit nor its frame names a CAMEO code")));
  EXPECT_THAT(faults("event: AID\n  cameo: \"0720\"", "{liefern: {}}"),
              ElementsAre(HasSubstr(":3:10: unknown CAMEO code '0720'")));
  EXPECT_THAT(faults("event: AID\n  cameo: \"190\"", "{liefern: {}}"),
              ElementsAre(HasSubstr(":3:10: CAMEO 190 does not belong to AID, but to ASSAULT")));
  EXPECT_THAT(faults("event: AID\n  cameo: \"010\"", "{liefern: {}}"),
              ElementsAre(HasSubstr("CAMEO 010 does not belong to AID, but to no event type")));
  EXPECT_THAT(unit_faults("{liefern: {event: ASSAULT}}"),
              ElementsAre(HasSubstr(":4:33: CAMEO 072 does not belong to ASSAULT")));
}

TEST(FrameFaults, StatusNeedsReciprocal) {
  EXPECT_THAT(unit_faults("{liefern: {status: negatd}}"),
              ElementsAre(HasSubstr("unknown status 'negatd' (did you mean 'negated'?)")));
  EXPECT_THAT(unit_faults("{liefern: {needs: object}}"), ElementsAre(HasSubstr("unknown need 'object'")));
  EXPECT_THAT(unit_faults("{liefern: {reciprocal: maybe}}"), ElementsAre(HasSubstr("expected yes or no, not 'maybe'")));
}

TEST(FrameFaults, FunctionsAndClasses) {
  EXPECT_THAT(unit_faults("{liefern: {recipient: [indirct]}}"),
              ElementsAre(HasSubstr(":4:38: unknown function or preposition 'indirct' (did you mean 'indirect'?)")));
  EXPECT_THAT(unit_faults("{liefern: {recipient: reflexive}}"),
              ElementsAre(HasSubstr("unknown function or preposition 'reflexive'")));
  EXPECT_THAT(unit_faults("{liefern: {where: {objekt: [weapon]}}}"),
              ElementsAre(HasSubstr(":4:34: unknown function or preposition 'objekt' (did you mean 'object'?)")));
  EXPECT_THAT(unit_faults("{liefern: {where: {object: [weapn]}}}"),
              ElementsAre(HasSubstr(
                  ":4:43: unknown class 'weapn' (did you mean 'weapon'?); a literal lemma is written \"'weapn'\"")));
  EXPECT_THAT(unit_faults("{liefern: {not: {object: [\"'a,b'\"]}}}"),
              ElementsAre(HasSubstr("a literal lemma cannot hold")));
  EXPECT_THAT(unit_faults("{liefern: {not: {recipient: [weapon]}}}"), ElementsAre(HasSubstr("not cannot test a role")));
  EXPECT_THAT(unit_faults("{liefern: {where: {actor: [actor]}, where_actor: [weapon]}}"),
              ElementsAre(HasSubstr("is tested twice")));
  EXPECT_THAT(unit_faults("{liefern: {where_recipient: [stat]}}"), ElementsAre(HasSubstr("unknown class 'stat'")));
  EXPECT_THAT(unit_faults("{liefern: {where: {object: []}}}"), ElementsAre(HasSubstr("'object' has no classes")));
  EXPECT_THAT(unit_faults("{liefern: {where: {reflexive: \"yes\", object: [actor, \"'Brot'\"]}}}"), IsEmpty());
}

TEST(FrameFaults, Units) {
  EXPECT_THAT(unit_faults("{liefern: {}, liefern: {}}"),
              Contains(HasSubstr(":4:29: unit 'liefern' stands here twice: give it a list")));
  EXPECT_THAT(unit_faults("{liefern/x: {}}"), ElementsAre(HasSubstr("unknown part of speech '/x'")));
  EXPECT_THAT(unit_faults("{lieferung: {}}"), ElementsAre(HasSubstr("warning: 'lieferung' is no German infinitive")));
  EXPECT_THAT(unit_faults("{brotlos/a: {}}"),
              ElementsAre(HasSubstr("no function for the actor: give roles: {adjective:")));
  EXPECT_THAT(unit_faults("{liefern: [{where: {object: [weapon]}}, {where: {object: [weapon]}}]}"),
              ElementsAre(HasSubstr(":4:55: unit 'liefern' with the same conditions stands already")));
  EXPECT_THAT(unit_faults("{}"), Contains(HasSubstr("frame 'one' has no units")));
  EXPECT_THAT(unit_faults("{Angriff/n: {}, Angriff/v: {}}"),
              Contains(HasSubstr("warning: both verb and noun, and in no example: 'Angriff'")));
}

TEST(FrameFaults, ClassesWithoutAWordInTheLanguage) {
  SourceDirectory directory =
      small_with("frames/aid.yaml",
                 "- frame: one\n  event: AID\n  cameo: \"072\"\n  units: {de: {liefern: {where: {object: [bread]}}}}\n"
                 "  examples: {de: {\"Russland liefert Brot.\": \"AID RUS > -\"}}\n");
  directory.files.push_back({"words/classes.x.tsv", "language\tlemma\tclass\nen\tbread\tbread\n"});
  EXPECT_THAT(
      faults_of(directory),
      ElementsAre(HasSubstr("aid.yaml:4:16: warning: 'liefern' can never match: no word of the classes for 'object'")));
  directory.files.back().text += "any\tpan\tbread\n";
  EXPECT_THAT(faults_of(directory), IsEmpty());
}

TEST(FrameFaults, RivalsInTwoFramesAreAWarning) {
  EXPECT_THAT(
      faults_with("frames/zzz.yaml",
                  "- frame: other\n  event: AID\n  cameo: \"072\"\n  roles: {verb: {recipient: [indirect, an, to]}}\n"
                  "  where: {object: [weapon]}\n  units:\n    en: {supply: {}}\n"
                  "  examples: {en: {\"Russia supplies weapons.\": \"AID RUS > -\"}}\n"),
      ElementsAre(HasSubstr("zzz.yaml:7:10: warning: unit 'supply' with the same conditions stands already at "
                            "base/frames/aid.yaml:9 (frame give-arms)")));
}

TEST(FrameFaults, Examples) {
  EXPECT_THAT(
      faults_with("frames/aid.yaml",
                  std::string("- ") +
                      "frame: one\n  event: AID\n  cameo: \"072\"\n  units: {de: {liefern: {}}, en: {give: {}}}\n"
                      "  examples: {de: {\"Russland liefert.\": \"AID RUS > -\"}}\n"),
      ElementsAre(HasSubstr("aid.yaml:1:3: frame 'one' has units but no example in 'en'")));
  EXPECT_THAT(example_faults("\"Satz.\": \"AID RUS DEU\""),
              ElementsAre(HasSubstr("expected 'EVENT ACTOR > RECIPIENT'")));
  EXPECT_THAT(example_faults("\"Satz.\": \"HELP RUS > DEU\""),
              ElementsAre(HasSubstr("unknown event type 'HELP' in the example")));
  EXPECT_THAT(example_faults("\"Satz.\": \"AID RUS+RUT > DEU\""),
              ElementsAre(HasSubstr("unknown actor code 'RUT' in the example (did you mean 'RUS'?)")));
  EXPECT_THAT(example_faults("\"Satz.\": \"AID [negiert] RUS > DEU\""),
              ElementsAre(HasSubstr("unknown status '[negiert]'")));
  EXPECT_THAT(example_faults("\"Satz.\": \"AID [negated] RUS+IGO > DEU; ASSAULT RUS > -\""), IsEmpty());
  EXPECT_THAT(example_faults("\"Satz.\": \"\""), ElementsAre(HasSubstr("an example needs its events or none")));
  EXPECT_THAT(example_faults("\"Satz.\": none"),
              ElementsAre(HasSubstr("warning: no example of frame 'one' yields an event")));
  EXPECT_THAT(example_faults("\"Satz.\": none, \"Satz.\": \"AID RUS > DEU\""),
              ElementsAre(HasSubstr("this example stands here twice")));
}

TEST(Frames, FlattenWithDefaultsAndOverrides) {
  std::vector<SourceDirectory> stack = {small_with("frames/aid.yaml", R"(- frame: give-arms
  event: AID
  context: [military]
  cameo: "072"
  roles:
    verb: {recipient: [indirect, an]}
  where: {object: [weapon, "'Geld'"]}
  units:
    de:
      liefern: [{}, {recipient: object, where: {recipient: [actor]}, cameo: "190", event: ASSAULT, mode: [drone, beat]}]
      Lieferung: {where: {}, status: planned}
    en:
      meet: {reciprocal: yes, not: {object: [weapon]}}
  examples:
    de: {"Deutschland liefert Waffen an Russland.": "AID DEU > RUS"}
    en: {"Germany meets Russia.": none}
)")};
  auto result = compile_sources(std::move(stack));
  ASSERT_TRUE(result.ok()) << result.faults[0].text();
  const auto knowledge = Knowledge::from_bytes(std::move(result.image));
  ASSERT_TRUE(knowledge.ok());
  const Table units = knowledge->table("units");
  const auto verbs = units.find("de\tverb\tliefern");
  ASSERT_EQ(verbs.size(), 2U);
  EXPECT_EQ(units.cell(verbs[0], "actor"), "subject");
  EXPECT_EQ(units.cell(verbs[0], "recipient"), "indirect|an");
  EXPECT_EQ(units.cell(verbs[0], "where"), "object=weapon,'Geld'");
  EXPECT_EQ(units.cell(verbs[0], "context"), "military");
  EXPECT_EQ(units.origin(verbs[0]).text(), "frames/aid.yaml:10");
  EXPECT_EQ(units.cell(verbs[1], "event"), "ASSAULT");
  EXPECT_EQ(units.cell(verbs[1], "mode"), "drone|beat");
  EXPECT_EQ(units.cell(verbs[1], "recipient"), "object");
  EXPECT_EQ(units.cell(verbs[1], "where"), "");
  EXPECT_EQ(units.cell(verbs[1], "where_recipient"), "actor");
  const auto nouns = units.find("de\tnoun\tLieferung");
  ASSERT_EQ(nouns.size(), 1U);
  EXPECT_EQ(units.cell(nouns[0], "actor"), "subject|genitive");
  EXPECT_EQ(units.cell(nouns[0], "where"), "");
  EXPECT_EQ(units.cell(nouns[0], "status"), "planned");
  const auto meet = units.find("en\tverb\tmeet");
  ASSERT_EQ(meet.size(), 1U);
  EXPECT_EQ(units.cell(meet[0], "actor"), "subject|object");
  EXPECT_EQ(units.cell(meet[0], "reciprocal"), "yes");
  EXPECT_EQ(units.cell(meet[0], "not"), "object=weapon");
  const Table examples = knowledge->table("examples");
  ASSERT_EQ(examples.size(), 2U);
  EXPECT_EQ(examples.cell(0, "expected"), "AID DEU > RUS");
}

TEST(Frames, FaultyUnitsAreLeftOutOfThePartialImage) {
  std::vector<SourceDirectory> stack = {
      small_with("frames/aid.yaml",
                 "- frame: one\n  event: AID\n  cameo: \"072\"\n  units: {de: {liefern: "
                 "{where: {object: [nothing]}}, geben: {}}}\n  examples: {de: {\"A.\": none}}\n")};
  auto result = compile_sources(std::move(stack));
  ASSERT_FALSE(result.ok());
  const auto knowledge = Knowledge::from_bytes(std::move(result.image));
  ASSERT_TRUE(knowledge.ok());
  EXPECT_TRUE(knowledge->table("units").find("de\tverb\tliefern").empty());
  EXPECT_EQ(knowledge->table("units").find("de\tverb\tgeben").size(), 1U);
}

}  // namespace
}  // namespace depesche::kb
