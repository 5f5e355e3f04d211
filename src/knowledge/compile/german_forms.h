// Inflected forms of German names, from the form a table gives. Rules of ending only, no word lists: they yield
// every form that occurs and a few that do not (no text will contain those). After Duden, Die Grammatik, on the
// declension of proper names, adjectives and weak nouns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace depesche::kb::german {

/// "Putin" -> Putin, Putins; "Assanges" stays; "Marx" -> Marx, Marx', Marx’; abbreviations do not change.
std::vector<std::string> name_forms(std::string_view name);

/// Names of several words with adjectives in front: "Vereinte Nationen" -> Vereinten Nationen ...;
/// "Islamischer Staat" -> Islamischen Staats, Islamische Staat ...
std::vector<std::string> phrase_forms(std::string_view name);

/// "russisch" -> russisch, russische, russischer ... and the same with a capital; words in -er do not change.
std::vector<std::string> adjective_forms(std::string_view adjective);

/// "Russe" -> Russe, Russen; "Amerikaner" -> Amerikaners, Amerikanern; "Russin" -> Russinnen; "Israeli" -> Israelis.
std::vector<std::string> demonym_forms(std::string_view noun);

/// True for "USA", "NATO", "CDU/CSU", "G7": no lower-case letter in it.
bool is_abbreviation(std::string_view name);

}  // namespace depesche::kb::german
