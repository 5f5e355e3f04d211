// Smoke tests with the committed models, and what must hold whatever the weights are.
#include "syntax/parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <thread>

#include "syntax/conllu.h"

namespace depesche::syntax {
namespace {

const Model& model(const std::string& language) {
  static std::map<std::string, Model> loaded;
  auto found = loaded.find(language);
  if (found == loaded.end()) {
    Result<Model> opened = Model::open(DEPESCHE_SOURCE_DIR "/models/" + language + ".dsm");
    if (!opened) throw std::runtime_error(opened.error().line());
    found = loaded.emplace(language, std::move(opened).value()).first;
  }
  return found->second;
}

std::vector<std::string> cut(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

struct Parsed {
  std::vector<std::string> forms;
  std::vector<WordAnalysis> words;
  const Classes* classes = nullptr;

  [[nodiscard]] size_t at(const std::string& form) const {
    return static_cast<size_t>(std::find(forms.begin(), forms.end(), form) - forms.begin());
  }
  [[nodiscard]] std::string upos(const std::string& form) const {
    return std::string(classes->upos_names[words[at(form)].upos]);
  }
  [[nodiscard]] std::string entity(const std::string& form) const {
    return std::string(classes->ner_names[words[at(form)].entity]);
  }
  [[nodiscard]] std::string lemma(const std::string& form) const { return words[at(form)].lemma; }
  /// "nsubj>sagte"
  [[nodiscard]] std::string arc(const std::string& form) const {
    const WordAnalysis& word = words[at(form)];
    return std::string(classes->deprel_names[word.deprel]) + ">" + (word.head == 0 ? "" : forms[word.head - 1]);
  }
};

Parsed parse(const std::string& language, const std::string& text) {
  Parsed out{cut(text), {}, &model(language).classes()};
  const std::vector<std::string_view> forms(out.forms.begin(), out.forms.end());
  const std::vector<SentenceForms> sentences{forms};
  out.words = Parser(model(language)).analyse(sentences)[0];
  return out;
}

TEST(Parser, German) {
  const Parsed p = parse("de", "Russland habe die Ukraine angegriffen , sagte die Außenministerin in Berlin .");
  EXPECT_EQ(p.arc("Russland"), "nsubj>angegriffen");
  EXPECT_EQ(p.arc("Ukraine"), "obj>angegriffen");
  EXPECT_EQ(p.arc("Außenministerin"), "nsubj>sagte");
  EXPECT_EQ(p.upos("habe"), "AUX");
  EXPECT_EQ(p.lemma("angegriffen"), "angreifen");
  EXPECT_EQ(p.lemma("sagte"), "sagen");
  EXPECT_EQ(p.entity("Berlin"), "B-LOC");
  EXPECT_EQ(p.entity("sagte"), "O");
}

TEST(Parser, GermanPassiveAndParticle) {
  const Parsed p = parse("de", "Der Vertrag wurde von Polen unterzeichnet .");
  EXPECT_EQ(p.arc("Vertrag"), "nsubj:pass>unterzeichnet");
  EXPECT_EQ(p.arc("wurde"), "aux:pass>unterzeichnet");
  EXPECT_EQ(parse("de", "Die Regierung lehnt den Vorschlag ab .").arc("ab"), "compound:prt>lehnt");
}

TEST(Parser, English) {
  const Parsed p = parse("en", "The president said that Russia had attacked Ukraine .");
  EXPECT_EQ(p.arc("president"), "nsubj>said");
  EXPECT_EQ(p.arc("Russia"), "nsubj>attacked");
  EXPECT_EQ(p.arc("Ukraine"), "obj>attacked");
  EXPECT_EQ(p.lemma("said"), "say");
  EXPECT_EQ(p.entity("Russia"), "B-LOC");
  EXPECT_EQ(parse("en", "The treaty was signed by Poland .").arc("treaty"), "nsubj:pass>signed");
}

TEST(Parser, ModelsKnowTheirLanguage) {
  EXPECT_EQ(model("de").language(), Language::kGerman);
  EXPECT_EQ(model("en").language(), Language::kEnglish);
  EXPECT_NE(model("de").fingerprint(), model("en").fingerprint());
}

// Sentences of many lengths, as forms.
std::vector<std::vector<std::string_view>> corpus() {
  static const std::vector<std::string> kWords =
      cut("Der Präsident drohte am Montag in Moskau mit neuen Sanktionen gegen die Ukraine , wie AFP berichtet . 2024 "
          "„ “ - x");
  std::vector<std::vector<std::string_view>> out;
  for (size_t s = 0; s < 60; ++s) {
    auto& sentence = out.emplace_back();
    for (size_t i = 0; i < s * 7 % 43; ++i) sentence.emplace_back(kWords[(s + i * i) % kWords.size()]);
  }
  return out;
}

std::string printed(const std::vector<std::vector<WordAnalysis>>& sentences) {
  std::ostringstream out;
  for (const auto& sentence : sentences) {
    for (const WordAnalysis& w : sentence) {
      out << w.head << ' ' << w.upos << ' ' << w.feats << ' ' << w.deprel << ' ' << int{w.entity} << ' ' << w.lemma
          << '\n';
    }
    out << '\n';
  }
  return out.str();
}

std::string analysed(size_t batch_words) {
  const auto forms = corpus();
  const std::vector<SentenceForms> sentences(forms.begin(), forms.end());
  return printed(Parser(model("de"), batch_words).analyse(sentences));
}

TEST(Parser, SameForAllBatchSizes) {
  const std::string expected = analysed(kDefaultBatchWords);
  for (const size_t batch : {1, 17, 100, 100000}) EXPECT_EQ(analysed(batch), expected) << batch;
}

TEST(Parser, SameInEveryThread) {
  const std::string expected = analysed(kDefaultBatchWords);
  std::vector<std::string> got(4);
  std::vector<std::thread> threads;
  for (std::string& text : got) threads.emplace_back([&text] { text = analysed(50); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : got) EXPECT_EQ(text, expected);
}

TEST(Parser, NothingAndEmptyForms) {
  EXPECT_TRUE(Parser(model("en")).analyse({}).empty());
  const std::vector<std::string_view> empty_form{""};
  const std::vector<SentenceForms> sentences{SentenceForms{}, empty_form};
  const auto out = Parser(model("en")).analyse(sentences);
  EXPECT_TRUE(out[0].empty());
  EXPECT_EQ(out[1].size(), 1U);
}

TEST(Parser, LongSentencesAreCutAndStayOneTree) {
  const std::vector<std::string_view> forms(2 * kMaxSentenceWords + 5, "und");
  const std::vector<SentenceForms> sentences{forms};
  const auto words = Parser(model("de")).analyse(sentences)[0];
  size_t roots = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    roots += words[i].head == 0 ? 1 : 0;
    EXPECT_LE(words[i].head, words.size());
    EXPECT_NE(words[i].head, i + 1);
  }
  EXPECT_EQ(roots, 1U);
}

TEST(Parser, PublishesALayer) {
  ReportInfo info;
  info.language = Language::kEnglish;
  Document document(info, "He left. She stayed.");
  TextLayer text;
  const auto word = [&](uint32_t begin, uint32_t end, uint32_t sentence) {
    Word w;
    w.span = w.surface = {begin, end};
    w.form = document.text(w.span);
    w.sentence = sentence;
    text.words.push_back(w);
  };
  word(0, 2, 0), word(3, 7, 0), word(7, 8, 0), word(9, 12, 1), word(13, 19, 1), word(19, 20, 1);
  text.sentences = {{{0, 8}, 0, 3, 0, false}, {{9, 20}, 3, 6, 0, false}};
  document.publish(text);
  Parser parser(model("en"));
  document.publish(parser.parse(document));
  const SyntaxLayer& syntax = document.syntax();
  ASSERT_EQ(syntax.nodes.size(), 6U);
  EXPECT_EQ(syntax.nodes[3].head, 4U);
  EXPECT_EQ(syntax.nodes[4].head, kNoWord);
  EXPECT_EQ(syntax.nodes[4].upos, Upos::kVerb);
  EXPECT_EQ(syntax.nodes[3].deprel, Deprel::kNsubj);
  EXPECT_EQ(syntax.nodes[4].feats.tense, Tense::kPast);
  EXPECT_EQ(syntax.child_begin.size(), 7U);
  std::ostringstream out;
  write_conllu(out, to_conllu(document));
  EXPECT_THAT(out.str(), testing::HasSubstr("# text = She stayed.\n1\tShe\tshe\tPRON\t_\t"));
}

}  // namespace
}  // namespace depesche::syntax
