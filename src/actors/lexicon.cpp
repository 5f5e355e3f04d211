#include "actors/lexicon.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "knowledge/name_key.h"

namespace depesche::actors {
namespace {

constexpr uint64_t kFnvOffset = 0xcbf29ce484222325ULL;
constexpr uint64_t kFnvPrime = 0x100000001b3ULL;

uint64_t mix(uint64_t hash, std::string_view bytes) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * kFnvPrime;
  return hash;
}

bool is_word_char(std::string_view text, size_t at) {
  const char32_t c = utf8::decode(text, at);
  return utf8::is_letter(c) || (c >= '0' && c <= '9');
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Reads `text` from `at` as the keys of the tables are written: lower case, one blank for any run of blanks,
/// plain apostrophe. Stops after each word so that the caller can ask the index.
class KeyReader {
 public:
  KeyReader(std::string_view text, size_t at) : text_(text), at_(at) {}

  /// Appends the next word (letters, digits) with what stands before it; false at the end of the line of words.
  bool next_word() {
    size_t at = at_;
    std::string gap;
    while (at < text_.size() && !is_word_char(text_, at)) {
      if (gap.size() > 3) return false;
      if (is_space(text_[at])) {
        if (text_[at] == '\n' && at + 1 < text_.size() && text_[at + 1] == '\n') return false;
        if (gap.empty() || gap.back() != ' ') gap += ' ';
        ++at;
        continue;
      }
      const size_t n = utf8::length(static_cast<unsigned char>(text_[at]));
      const std::string_view c = text_.substr(at, n);
      gap += c == "\xE2\x80\x99" ? std::string("'") : std::string(c);
      at += n;
    }
    if (at >= text_.size()) return false;
    const size_t begin = at;
    while (at < text_.size() && is_word_char(text_, at)) at += utf8::length(static_cast<unsigned char>(text_[at]));
    const std::string word = utf8::lower(text_.substr(begin, at - begin));
    key_ += gap;
    key_ += word;
    hash_ = mix(mix(hash_, gap), word);
    at_ = at;
    return true;
  }

  [[nodiscard]] const std::string& key() const { return key_; }
  [[nodiscard]] uint64_t hash() const { return hash_; }
  [[nodiscard]] size_t at() const { return at_; }

 private:
  std::string_view text_;
  size_t at_;
  std::string key_;
  uint64_t hash_ = kFnvOffset;
};

bool all_caps(std::string_view text) {
  size_t letters = 0;
  for (size_t at = 0; at < text.size(); at += utf8::length(static_cast<unsigned char>(text[at]))) {
    const char32_t c = utf8::decode(text, at);
    if (!utf8::is_letter(c)) continue;
    if (!utf8::is_upper(c) && c != 0xDF) return false;
    ++letters;
  }
  return letters >= 2;
}

/// Does the text write the form: exactly, with a capital first letter, or all in capitals?
bool writes(std::string_view text, std::string_view form, bool any_case) {
  if (text == form) return true;
  const std::string key = name_key(form);
  if (any_case && all_caps(text)) return true;
  std::string plain;
  for (size_t at = 0; at < text.size(); at += utf8::length(static_cast<unsigned char>(text[at]))) {
    const char32_t c = utf8::decode(text, at);
    if (c == 0x2019)
      plain += '\'';
    else if (is_space(text[at]))
      plain += plain.empty() || plain.back() != ' ' ? " " : "";
    else
      utf8::append(plain, c);
  }
  return plain == form || plain == utf8::capitalised(form);
}

}  // namespace

EntityIndex ActorLexicon::add_entity(Entity entity) {
  const auto index = static_cast<EntityIndex>(entities_.size());
  entity_of_key_.emplace(entity.key, index);
  entities_.push_back(std::move(entity));
  return index;
}

void ActorLexicon::add_form(Language language, std::string_view form, FormKind kind, EntityIndex entity) {
  Forms& out = forms(language);
  const std::string key = name_key(form);
  auto& candidates = out.by_key[key];
  for (const Added& c : candidates) {
    if (c.entity == entity && c.form == form) return;
  }
  candidates.push_back({entity, kind, std::string(form)});
  KeyReader reader(form, 0);
  while (reader.next_word()) out.prefixes.insert(reader.hash());
}

void ActorLexicon::add_title(Language language, Title title) {
  Forms& out = forms(language);
  const size_t blank = title.lemma.rfind(' ');
  if (blank != std::string::npos) {
    const auto words = static_cast<uint32_t>(std::count(title.lemma.begin(), title.lemma.end(), ' ')) + 1;
    uint32_t& most = out.title_words[utf8::lower(title.lemma.substr(blank + 1))];
    most = std::max(most, words);
  }
  std::string key = title.lemma;
  out.titles.insert_or_assign(std::move(key), std::move(title));
}

void ActorLexicon::add_speech_word(Language language, std::string_view lemma) {
  forms(language).speech.emplace(lemma);
}

void ActorLexicon::add_speakers(Language language, std::string_view lemma,
                                const std::vector<std::string_view>& speakers) {
  for (const std::string_view who : speakers)
    forms(language).speakers.insert(std::string(lemma).append(" ").append(who));
}

void ActorLexicon::add_source_phrase(Language language, std::string_view phrase, std::string_view kind) {
  const size_t blank = phrase.find(' ');
  const std::string first = utf8::lower(phrase.substr(0, blank));
  Forms& f = forms(language);
  const bool one_word = blank == std::string_view::npos;
  if (kind == "preposition" || kind == "postposition" || kind == "behind_comma") {
    // "according to" is known by its first word, "in the words of" is not
    const bool short_phrase =
        one_word || (kind == "preposition" && phrase.find(' ', blank + 1) == std::string_view::npos);
    const auto word = kind == "behind_comma" ? SourceWord::kBehindComma : SourceWord::kPreposition;
    if (short_phrase) f.source_words[static_cast<size_t>(word)].insert(first);
  } else if (kind == "clause") {
    f.source_words[static_cast<size_t>(SourceWord::kClause)].insert(first);
  } else if (kind == "noun" && !one_word) {
    f.reports[first].push_back(utf8::lower(phrase.substr(blank + 1)));
  }
}

void ActorLexicon::add_word(Language language, std::string_view word, WordClass word_class) {
  forms(language).words[std::string(word)] |= 1U << static_cast<unsigned>(word_class);
}

bool ActorLexicon::is(Language language, std::string_view word, WordClass word_class) const {
  const auto& words = forms(language).words;
  const auto at = words.find(word);
  return at != words.end() && (at->second >> static_cast<unsigned>(word_class) & 1U) != 0;
}

void ActorLexicon::add_term(std::string_view entity_key, Term term) {
  const EntityIndex index = find_entity(entity_key);
  if (index == kNoEntity) return;
  term.code = code_of(term.body);
  add_holder(index, std::move(term));
}

std::string ActorLexicon::code_of(std::string_view body) const {
  std::string code;
  for (const std::string_view prefix : {"state:", "org:", "group:", "party:"}) {
    const EntityIndex e = find_entity(std::string(prefix).append(body));
    if (e != kNoEntity) code = entities_[e].code;
  }
  return code;
}

void ActorLexicon::add_holder(EntityIndex person, Term term) {
  auto& list = holders_of_body_[term.body];
  if (std::find(list.begin(), list.end(), person) == list.end()) list.push_back(person);
  entities_[person].terms.push_back(std::move(term));
}

EntityIndex ActorLexicon::find_entity(std::string_view key) const {
  if (const auto at = entity_of_key_.find(key); at != entity_of_key_.end()) return at->second;
  const auto rows = entity_rows_.find(key);
  return rows.empty() ? kNoEntity : rows.front();
}

void ActorLexicon::collect(Language language, const std::string& key, std::vector<Candidate>& out) const {
  const std::string_view front = code(language);
  for (const Row row : names_.find(std::string(front).append(1, '\t').append(key))) {
    const EntityIndex e = find_entity(names_.cell(row, columns_[2]));
    if (e != kNoEntity) out.push_back({e, form_kind(names_.cell(row, columns_[1])), names_.cell(row, columns_[0])});
  }
  const auto added = forms(language).by_key.find(key);
  if (added == forms(language).by_key.end()) return;
  for (const Added& c : added->second) out.push_back({c.entity, c.kind, c.form});
}

std::vector<Candidate> ActorLexicon::longest(Language language, std::string_view text, size_t at, bool any_case,
                                             size_t& end) const {
  const Forms& in = forms(language);
  std::vector<Candidate> best;
  std::vector<Candidate> found;
  std::string probe;
  KeyReader reader(text, at);
  while (reader.next_word()) {
    probe.assign(code(language)).append(1, '\t').append(reader.key());
    if (!in.prefixes.contains(reader.hash()) && !names_.has_key_from(probe)) break;
    for (const bool dot : {false, true}) {
      if (dot && (reader.at() >= text.size() || text[reader.at()] != '.')) break;
      found.clear();
      collect(language, dot ? reader.key() + '.' : reader.key(), found);
      const size_t stop = reader.at() + (dot ? 1 : 0);
      const std::string_view written = text.substr(at, stop - at);
      const bool fits = std::any_of(found.begin(), found.end(),
                                    [&](const Candidate& c) { return writes(written, c.form, any_case); });
      if (!fits) continue;
      best.swap(found);
      end = stop;
    }
  }
  return best;
}

std::vector<Candidate> ActorLexicon::exact(Language language, std::string_view form) const {
  std::vector<Candidate> out;
  collect(language, name_key(form), out);
  return out;
}

const Title* ActorLexicon::title(Language language, std::string_view lemma) const {
  const auto& titles = forms(language).titles;
  const auto at = titles.find(lemma);
  return at == titles.end() ? nullptr : &at->second;
}

uint32_t ActorLexicon::title_words(Language language, std::string_view last_word) const {
  const auto& words = forms(language).title_words;
  const auto at = words.find(last_word);
  return at == words.end() ? 1 : at->second;
}

bool ActorLexicon::is_speech_word(Language language, std::string_view lemma) const {
  return forms(language).speech.contains(std::string(lemma));
}

bool ActorLexicon::speaks_behind(Language language, std::string_view lemma, std::string_view preposition) const {
  return forms(language).speakers.contains(std::string(lemma).append(" ").append(preposition));
}

bool ActorLexicon::source_word(Language language, std::string_view word, SourceWord kind) const {
  return forms(language).source_words[static_cast<size_t>(kind)].contains(std::string(word));
}

bool ActorLexicon::source_compound(std::string_view preposition, std::string_view noun) const {
  const auto found = forms(Language::kGerman).reports.find(preposition);
  return found != forms(Language::kGerman).reports.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [&](const std::string& report) { return noun.size() > report.size() && noun.ends_with(report); });
}

EntityIndex ActorLexicon::holder(const std::vector<std::string>& offices, std::string_view body,
                                 std::optional<Date> day) const {
  if (!day) return kNoEntity;
  const int today = days_of(*day);
  const bool state = find_entity(std::string("state:").append(body)) != kNoEntity;
  for (const std::string& office : offices) {
    EntityIndex best = kNoEntity;
    int since = INT_MIN;
    for (const EntityIndex e : office_holders(body)) {
      for (const Term& t : entities_[e].terms) {
        if (t.office != office || t.body != body || t.from > today || t.to < today) continue;
        if (state && (t.sector == "REB" || t.sector == "UAF")) continue;  // who fights a state does not head it
        if (best == kNoEntity || t.from > since) best = e, since = t.from;
      }
    }
    if (best != kNoEntity) return best;
  }
  return kNoEntity;
}

const std::vector<EntityIndex>& ActorLexicon::office_holders(std::string_view body) const {
  static const std::vector<EntityIndex> kNobody;
  const auto at = holders_of_body_.find(body);
  return at == holders_of_body_.end() ? kNobody : at->second;
}

int day_of(std::string_view date, bool last) {
  if (date.size() < 4) return last ? INT_MAX : INT_MIN;
  std::string full(date);
  if (full.size() == 4) full += last ? "-12" : "-01";
  if (full.size() == 7) {
    if (!last) full += "-01";
    for (const char* end : {"-31", "-30", "-29", "-28"}) {
      if (full.size() == 7 && parse_date(full + end)) full += end;
    }
  }
  const auto parsed = parse_date(full);
  return parsed ? days_of(*parsed) : (last ? INT_MAX : INT_MIN);
}

}  // namespace depesche::actors
