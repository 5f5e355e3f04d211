// Towns of the gazetteer: compiled from the package's form of JSON, chosen by the country around them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "knowledge/compile/cities.h"
#include "timeplace/documents.h"

namespace depesche::testing {
namespace {

namespace fs = std::filesystem;

class Gazetteer : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("depesche-gazetteer-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
    write("cities.json", R"({
      "1": {"name": "Doppelort", "countrycode": "KE", "latitude": 1.25, "longitude": 36.5, "population": 7000},
      "2": {"name": "Doppelort", "countrycode": "NG", "latitude": 9.1, "longitude": 7.4, "population": 400000},
      "3": {"name": "Kleinort", "countrycode": "KE", "latitude": 0.5, "longitude": 35.0, "population": 6000,
            "alternatenames": ["Petitbourg"]},
      "4": {"name": "Grossort", "countrycode": "XK", "latitude": 42.7, "longitude": 21.2, "population": 90000,
            "alternatenames": ["Bigtown", "GRO", "bigtown", "\u0413\u0440\u043e\u0441"]},
      "5": {"name": "Nirgendwo", "countrycode": "??", "latitude": 0, "longitude": 0, "population": 90000}})");
    write("countries.json", R"({"KE": {"iso3": "KEN"}, "NG": {"iso3": "NGA"}, "XK": {"iso3": "XKX"}})");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }

  /// "name=CODE" and ", lat" of each place.
  std::vector<std::string> read(const std::string& sentence, Language language) {
    const auto made = kb::compile_cities(path("cities.json"), path("countries.json"), path("towns.dkb"));
    EXPECT_TRUE(made) << (made ? "" : made.error().line());
    const auto towns = Knowledge::open(path("towns.dkb"));
    EXPECT_TRUE(towns);
    const Knowledge words =
        compile_tables({"words/time.tsv", "actors/states.tsv", "places/places.tsv", "places/words.tsv"});
    const TimePlaceLexicon lexicon(words, towns->table("cities"));
    const Document document = document_from_conllu(flat(sentence), language);
    std::vector<std::string> out;
    for (const Place& p : find_times_and_places(document, lexicon).places)
      out.push_back(p.name + "=" + p.code + (p.lat ? "" : " unknown"));
    return out;
  }

  fs::path folder_;
};

TEST_F(Gazetteer, TheCountryOfTheReportDecides) {
  EXPECT_THAT(read("Doppelort/B-LOC in Kenia", Language::kGerman),
              ::testing::ElementsAre("Doppelort=KEN", "Kenia=KEN"));
  EXPECT_THAT(read("Doppelort/B-LOC and Nigeria", Language::kEnglish),
              ::testing::ElementsAre("Doppelort=NGA", "Nigeria=NGA"));
}

TEST_F(Gazetteer, WithoutACountryOnlyLargeTowns) {
  EXPECT_THAT(read("Doppelort/B-LOC", Language::kGerman), ::testing::ElementsAre("Doppelort=NGA"));
  EXPECT_THAT(read("Kleinort/B-LOC", Language::kGerman), ::testing::ElementsAre("Kleinort= unknown"));
  EXPECT_THAT(read("Kleinorts/B-LOC in Kenia", Language::kGerman),
              ::testing::ElementsAre("Kleinorts=KEN", "Kenia=KEN"));
}

TEST_F(Gazetteer, OtherNamesOfLargeTownsAndCodesOfCountries) {
  EXPECT_THAT(read("Bigtown/B-LOC", Language::kEnglish), ::testing::ElementsAre("Bigtown=KOS"));
  EXPECT_THAT(read("Petitbourg/B-LOC in Kenya", Language::kEnglish),
              ::testing::ElementsAre("Petitbourg= unknown", "Kenya=KEN"));
  EXPECT_THAT(read("Nirgendwo/B-LOC", Language::kEnglish), ::testing::ElementsAre("Nirgendwo= unknown"));
  EXPECT_THAT(read("Doppelort", Language::kEnglish), ::testing::IsEmpty()) << "only what the tagger takes for a place";
}

TEST_F(Gazetteer, FilesThatCannotBeRead) {
  const auto missing = kb::compile_cities(path("none.json"), path("countries.json"), path("towns.dkb"));
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kFileNotFound);
  write("cities.json", "{");
  const auto broken = kb::compile_cities(path("cities.json"), path("countries.json"), path("towns.dkb"));
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().code, ErrorCode::kBadJson);
}

}  // namespace
}  // namespace depesche::testing
