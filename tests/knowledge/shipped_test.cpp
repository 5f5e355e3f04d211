// The knowledge that the repository ships: no faults, and the facts of the ontology in place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "knowledge/compile/compile.h"
#include "knowledge/knowledge.h"

namespace depesche::kb {
namespace {

const CompileResult& shipped() {
  static const CompileResult kResult = compile({DEPESCHE_SOURCE_DIR "/knowledge"});
  return kResult;
}

TEST(Shipped, HasNoFaults) {
  for (const Fault& fault : shipped().faults) {
    if (!fault.warning) ADD_FAILURE() << fault.text();
  }
}

TEST(Shipped, OntologyIsComplete) {
  const auto knowledge = Knowledge::from_bytes(shipped().image);
  ASSERT_TRUE(knowledge.ok()) << knowledge.error().line();
  EXPECT_EQ(knowledge->table("ontology/events").size(), 16U);
  EXPECT_EQ(knowledge->table("ontology/contexts").size(), 34U);
  EXPECT_EQ(knowledge->table("ontology/modes").size(), 82U);
  const Table modes = knowledge->table("ontology/modes");
  ASSERT_EQ(modes.find("ACCUSE\t").size(), 1U);
  EXPECT_EQ(modes.cell(modes.find("ACCUSE\t")[0], "score"), "-3");
  // the exceptions of the codebook, section 3
  const Table cameo = knowledge->table("ontology/cameo");
  for (const auto& [code, event] : {std::pair{"163", "SANCTION"},
                                    {"116", "SANCTION"},
                                    {"175", "COERCE"},
                                    {"020", "REQUEST"},
                                    {"0871", "RETREAT"},
                                    {"081", "CONCEDE"},
                                    {"010", ""}}) {
    ASSERT_EQ(cameo.find(code).size(), 1U) << code;
    EXPECT_EQ(cameo.cell(cameo.find(code)[0], "event"), event) << code;
  }
}

TEST(Shipped, EveryEventTypeHasUnitsInBothLanguages) {
  const auto knowledge = Knowledge::from_bytes(shipped().image);
  ASSERT_TRUE(knowledge.ok());
  std::set<std::string> seen;
  const Table units = knowledge->table("units");
  for (Row row = 0; row < units.size(); ++row) {
    seen.insert(std::string(units.cell(row, "event")) + " " + std::string(units.cell(row, "language")));
  }
  const Table events = knowledge->table("ontology/events");
  for (Row row = 0; row < events.size(); ++row) {
    for (const char* language : {" de", " en"}) {
      EXPECT_TRUE(seen.contains(std::string(events.cell(row, "event")) + language))
          << events.cell(row, "event") << language;
    }
  }
}

}  // namespace
}  // namespace depesche::kb
