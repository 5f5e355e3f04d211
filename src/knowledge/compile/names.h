// The tables `entities`, `names` and `names_meta` of the image: every actor that has a name, and every form under
// which a text may name it.
#pragma once

#include <vector>

#include "knowledge/compile/image_writer.h"
#include "knowledge/compile/rows.h"

namespace depesche::kb {

/// Appends the tables. A name that two states, organisations, groups or parties share is a warning.
/// - entities, key [key]: key, kind, name_de, name_en, code, sector, other_sectors, wikidata, from, to; keys are
///   "state:RUS", "person:...", "org:...", "group:...", "party:...".
/// - names, key [language, form]: language (de or en), form, kind (name, adjective, demonym, capital, metonym,
///   abbreviation, surname), entity. Forms are written as in running text, inflected; look them up by the
///   exact stretch of text.
/// - names_meta: one row, max_words = the most blanks in a form, plus one.
void write_names(const SourceTables& source, std::vector<OutputTable>& tables, Faults& faults);

}  // namespace depesche::kb
