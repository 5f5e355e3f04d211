#include "syntax/conllu.h"

#include <array>
#include <charconv>
#include <optional>

namespace depesche::syntax {
namespace {

using Columns = std::array<std::string_view, 10>;

// False unless the line has exactly ten columns, none of them empty.
bool split(std::string_view line, Columns& columns) {
  size_t count = 0;
  while (true) {
    const size_t tab = line.find('\t');
    if (count == columns.size() || tab == 0 || line.empty()) return false;
    columns[count++] = line.substr(0, tab);
    if (tab == std::string_view::npos) return count == columns.size();
    line.remove_prefix(tab + 1);
  }
}

std::optional<uint32_t> number(std::string_view text) {
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

class Reader {
 public:
  Reader(std::istream& in, const std::string& name) : in_(in), name_(name) {}

  Result<std::vector<ConlluSentence>> read() {
    std::string line;
    while (std::getline(in_, line)) {
      ++line_;
      while (!line.empty() && line.back() == '\r') line.pop_back();
      if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
      if (line.empty())
        finish();
      else if (line[0] == '#' && sentence_.words.empty())
        sentence_.comments.push_back(line);
      else
        read_row(line);
      if (fault_) return *fault_;
    }
    finish();
    if (fault_) return *fault_;
    return std::move(sentences_);
  }

 private:
  void fail(size_t line, std::string what) {
    if (!fault_)
      fault_ = Error{ErrorCode::kBadConllu, name_ + ":" + std::to_string(line), std::move(what),
                     "correct the line or drop the sentence"};
  }

  void read_row(const std::string& line) {
    Columns c;
    if (!split(line, c)) return fail(line_, "a word needs ten columns between tabs, none of them empty");
    const auto next = static_cast<uint32_t>(sentence_.words.size()) + 1;
    const std::string_view id = c[0];
    const size_t dash = id.find('-');
    if (dash != std::string_view::npos)
      return read_range(line, number(id.substr(0, dash)), number(id.substr(dash + 1)), next);
    if (id.find('.') != std::string_view::npos) {
      sentence_.extras.push_back({next - 1, line, 0, 0});
      return;
    }
    if (number(id) != next) return fail(line_, "word id '" + std::string(id) + "', expected " + std::to_string(next));
    const std::optional<uint32_t> head = c[6] == "_" ? std::optional<uint32_t>(0) : number(c[6]);
    if (!head) return fail(line_, "head '" + std::string(c[6]) + "' is not a number");
    sentence_.words.push_back({std::string(c[1]), std::string(c[2]), std::string(c[3]), std::string(c[4]),
                               std::string(c[5]), *head, std::string(c[7]), std::string(c[8]), std::string(c[9])});
    lines_.push_back(line_);
  }

  void read_range(const std::string& line, std::optional<uint32_t> first, std::optional<uint32_t> last, uint32_t next) {
    if (!first || !last || *first != next || *last < *first)
      return fail(line_, "the range of the multiword token does not start at the next word");
    sentence_.extras.push_back({next - 1, line, next - 1, *last});
  }

  void finish() {
    if (sentence_.words.empty() && sentence_.comments.empty() && sentence_.extras.empty()) return;
    const size_t n = sentence_.words.size();
    if (n == 0) fail(line_, "a sentence without words");
    for (size_t i = 0; i < n; ++i) {
      if (sentence_.words[i].head > n || sentence_.words[i].head == i + 1) {
        fail(lines_[i], "head " + std::to_string(sentence_.words[i].head) + " is not another word of the sentence");
      }
    }
    for (const ConlluExtra& extra : sentence_.extras) {
      if (extra.last > n) fail(line_, "a multiword token reaches beyond the sentence");
    }
    sentences_.push_back(std::move(sentence_));
    sentence_ = {};
    lines_.clear();
  }

  std::istream& in_;
  const std::string& name_;
  size_t line_ = 0;
  std::vector<size_t> lines_;  ///< line number of each word of the sentence being read
  ConlluSentence sentence_;
  std::vector<ConlluSentence> sentences_;
  std::optional<Error> fault_;
};

// MISC with its NER= replaced (or dropped for "O"), the rest kept.
std::string with_entity(std::string_view misc, std::string_view tag) {
  std::string out = tag == "O" ? "" : "NER=" + std::string(tag);
  while (!misc.empty()) {
    const size_t bar = misc.find('|');
    const std::string_view item = misc.substr(0, bar);
    if (item != "_" && !item.starts_with("NER=")) {
      if (!out.empty()) out += '|';
      out += item;
    }
    misc.remove_prefix(bar == std::string_view::npos ? misc.size() : bar + 1);
  }
  if (out.empty()) out.assign(1, '_');
  return out;
}

}  // namespace

Result<std::vector<ConlluSentence>> read_conllu(std::istream& in, const std::string& name) {
  return Reader(in, name).read();
}

void annotate(std::vector<ConlluSentence>& sentences, Parser& parser) {
  std::vector<std::vector<std::string_view>> forms;
  forms.reserve(sentences.size());
  for (const ConlluSentence& sentence : sentences) {
    auto& row = forms.emplace_back();
    for (const ConlluWord& word : sentence.words) row.emplace_back(word.form);
  }
  const std::vector<SentenceForms> views(forms.begin(), forms.end());
  std::vector<std::vector<WordAnalysis>> analyses = parser.analyse(views);
  const Classes& classes = parser.model().classes();
  for (size_t s = 0; s < sentences.size(); ++s) {
    for (size_t i = 0; i < sentences[s].words.size(); ++i) {
      ConlluWord& word = sentences[s].words[i];
      WordAnalysis& got = analyses[s][i];
      word.lemma = std::move(got.lemma);
      word.upos = classes.upos_names[got.upos];
      word.feats = classes.feats_names[got.feats];
      word.head = got.head;
      word.deprel = classes.deprel_names[got.deprel];
      word.xpos.assign(1, '_');
      word.deps.assign(1, '_');
      word.misc = with_entity(word.misc, classes.ner_names[got.entity]);
    }
  }
}

void write_conllu(std::ostream& out, const std::vector<ConlluSentence>& sentences) {
  for (const ConlluSentence& sentence : sentences) {
    for (const std::string& comment : sentence.comments) out << comment << '\n';
    size_t extra = 0;
    for (size_t i = 0; i <= sentence.words.size(); ++i) {
      for (; extra < sentence.extras.size() && sentence.extras[extra].before == i; ++extra) {
        out << sentence.extras[extra].line << '\n';
      }
      if (i == sentence.words.size()) break;
      const ConlluWord& w = sentence.words[i];
      out << i + 1 << '\t' << w.form << '\t' << w.lemma << '\t' << w.upos << '\t' << w.xpos << '\t' << w.feats << '\t'
          << w.head << '\t' << w.deprel << '\t' << w.deps << '\t' << w.misc << '\n';
    }
    out << '\n';
  }
}

}  // namespace depesche::syntax
