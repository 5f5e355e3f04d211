#include "knowledge/compile/names.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "knowledge/compile/german_forms.h"
#include "knowledge/name_key.h"

namespace depesche::kb {
namespace {

constexpr std::array<std::string_view, 2> kLanguages = {"de", "en"};

/// One row of a source table, read by column name.
class RowView {
 public:
  RowView(const TableSchema& schema, const SourceRow& row) : schema_(schema), row_(row) {}
  [[nodiscard]] const std::string& cell(std::string_view column) const {
    static const std::string kNone;
    const size_t index = schema_.column(column);
    return index < row_.cells.size() ? row_.cells[index].text : kNone;
  }
  [[nodiscard]] std::vector<std::string_view> list(std::string_view column) const {
    const std::string& text = cell(column);
    return text.empty() ? std::vector<std::string_view>() : split(text, '|');
  }
  [[nodiscard]] const SourceRow& row() const { return row_; }

 private:
  const TableSchema& schema_;
  const SourceRow& row_;
};

/// "Russian" -> Russians; "Frenchman" -> Frenchmen (and what makes Germans of "German"); "Japanese", "Swiss" stay.
std::vector<std::string> english_demonym_forms(std::string_view noun) {
  std::string base(noun);
  if (noun.ends_with('s') || noun.ends_with("ese") || noun.ends_with("sh") || noun.ends_with("men")) return {base};
  if (noun.ends_with("man")) return {base, base + "s", base.substr(0, base.size() - 2) + "en"};
  return {base, base + "s"};
}

/// The family name inside a full name: from the first small word on ("von der Leyen"), else the last word.
std::string surname_in(std::string_view name) {
  const auto words = split(name, ' ');
  if (words.size() < 2) return {};
  for (size_t i = 1; i + 1 < words.size(); ++i) {
    if (!words[i].empty() && !utf8::is_upper(utf8::decode(words[i], 0))) {
      return std::string(name.substr(static_cast<size_t>(words[i].data() - name.data())));
    }
  }
  return std::string(words.back());
}

/// "X", "XVI." after a ruler's name, and initials: no surnames that a text would use alone.
bool is_numeral(std::string_view name) {
  return utf8::count(name) < 2 || name.find_first_not_of("IVX.") == std::string_view::npos;
}

class NameWriter {
 public:
  NameWriter(const SourceTables& source, Faults& faults) : source_(source), faults_(faults) {}

  void run(std::vector<OutputTable>& tables) {
    each("actors/states", [&](const RowView& row) { state(row); });
    each("actors/persons", [&](const RowView& row) { person(row); });
    each("actors/organisations", [&](const RowView& row) { organisation(row, "org:"); });
    each("actors/groups", [&](const RowView& row) { organisation(row, "group:"); });
    each("actors/parties", [&](const RowView& row) { organisation(row, "party:"); });
    tables.push_back(std::move(entities_));
    tables.push_back(std::move(names_));
    tables.push_back({"names_meta", {"max_words"}, {0}, {{{std::to_string(max_words_)}, "", 0}}});
  }

 private:
  template <typename Use>
  void each(std::string_view name, Use use) {
    const auto table = source_.find(name);
    if (table == source_.end()) return;
    for (const SourceRow& row : table->second.rows) {
      if (!row.faulty) use(RowView(*table->second.schema, row));
    }
  }

  void state(const RowView& row) {
    const std::string key = "state:" + row.cell("code");
    entity(row, key, row.cell("kind"), row.cell("code"));
    for (const std::string_view language : kLanguages) {
      const auto column = [&](const char* stem) { return std::string(stem).append(language); };
      named(row, language, row.cell(column("name_")), key);
      for (const std::string_view name : row.list(column("variants_"))) named(row, language, name, key);
      for (const std::string_view name : row.list(column("capital_"))) phrase(row, language, name, "capital", key);
      for (const std::string_view name : row.list(column("metonyms_"))) phrase(row, language, name, "metonym", key);
      const bool german = language == kLanguages[0];
      for (const std::string_view word : row.list(column("adj_"))) {
        forms(row, language, german ? german::adjective_forms(word) : std::vector{std::string(word)}, "adjective", key);
      }
      for (const std::string_view word : row.list(column("demonym_"))) {
        forms(row, language, german ? german::demonym_forms(word) : english_demonym_forms(word), "demonym", key);
      }
    }
  }

  void person(const RowView& row) {
    const std::string key = "person:" + row.cell("key");
    entity(row, key, "person", row.cell("state"));
    const bool surname_given = !row.cell("surname_de").empty() || !row.cell("surname_en").empty();
    for (const std::string_view language : kLanguages) {
      const std::string& name = row.cell(std::string("name_").append(language));
      individual(row, language, name, "name", key);
      for (const std::string_view variant : row.list("variants")) individual(row, language, variant, "name", key);
      const std::string& surname = row.cell(std::string("surname_").append(language));
      const std::string& other = row.cell(language == kLanguages[0] ? "surname_en" : "surname_de");
      const std::string chosen = !surname.empty() ? surname : surname_given ? other : surname_in(name);
      if (!is_numeral(chosen)) individual(row, language, chosen, "surname", key);
    }
  }

  void organisation(const RowView& row, std::string_view prefix) {
    const std::string key = std::string(prefix) + row.cell("key");
    entity(row, key, row.cell("kind"), row.cell("code"));
    for (const std::string_view language : kLanguages) {
      named(row, language, row.cell(std::string("name_").append(language)), key);
      for (const std::string_view name : row.list(std::string("variants_").append(language))) {
        named(row, language, name, key);
      }
    }
  }

  void entity(const RowView& row, const std::string& key, const std::string& kind, const std::string& code) {
    entities_.rows.push_back({{key, kind, row.cell("name_de"), row.cell("name_en"), code, row.cell("sector"),
                               row.cell("other_sectors"), row.cell("wikidata"), row.cell("from"), row.cell("to")},
                              row.row().file->path,
                              row.row().line});
  }

  /// A name of a state or organisation, or its abbreviation.
  void named(const RowView& row, std::string_view language, std::string_view name, const std::string& key) {
    if (name.empty()) return;
    const auto [owner, fresh] = owners_.emplace(std::string(language) + '\t' + std::string(name), key);
    if (!fresh && owner->second != key) {
      faults_.warning(row.row().place(0), "'" + std::string(name) + "' is already a name of " + owner->second);
    }
    phrase(row, language, name, german::is_abbreviation(name) ? "abbreviation" : "name", key);
  }

  void phrase(const RowView& row, std::string_view language, std::string_view name, std::string_view kind,
              const std::string& key) {
    if (name.empty()) return;
    std::vector<std::string> all = {std::string(name)};
    if (language == kLanguages[0]) {
      all = german::phrase_forms(name);
    } else if (utf8::capitalised(name) != name) {
      all.push_back(utf8::capitalised(name));
    }
    forms(row, language, all, kind, key);
  }

  void individual(const RowView& row, std::string_view language, std::string_view name, std::string_view kind,
                  const std::string& key) {
    if (name.empty()) return;
    forms(row, language, language == kLanguages[0] ? german::name_forms(name) : std::vector{std::string(name)}, kind,
          key);
  }

  void forms(const RowView& row, std::string_view language, const std::vector<std::string>& all, std::string_view kind,
             const std::string& key) {
    for (const std::string& form : all) {
      std::string identity(language);
      identity.append("\t").append(form).append("\t").append(kind).append("\t").append(key);
      if (!seen_.insert(std::move(identity)).second) continue;
      max_words_ = std::max(max_words_, static_cast<size_t>(std::count(form.begin(), form.end(), ' ')) + 1);
      names_.rows.push_back({{std::string(language), name_key(form), form, std::string(kind), key},
                             row.row().file->path,
                             row.row().line});
    }
  }

  const SourceTables& source_;
  Faults& faults_;
  OutputTable entities_{
      "entities",
      {"key", "kind", "name_de", "name_en", "code", "sector", "other_sectors", "wikidata", "from", "to"},
      {0},
      {}};
  OutputTable names_{"names", {"language", "key", "form", "kind", "entity"}, {0, 1}, {}};
  std::unordered_set<std::string> seen_;
  std::unordered_map<std::string, std::string> owners_;  ///< language and name -> entity
  size_t max_words_ = 1;
};

}  // namespace

void write_names(const SourceTables& source, std::vector<OutputTable>& tables, Faults& faults) {
  NameWriter(source, faults).run(tables);
}

}  // namespace depesche::kb
