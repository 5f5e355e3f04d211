// Texts through the real segmenter and parsers of this build, for tests of one later stage. Models and knowledge are
// opened once a test program; where they are absent, ready() says so and the test skips.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "support/built_knowledge.h"
#include "support/german_words.h"
#include "syntax/parser.h"
#include "text/segment.h"

namespace depesche::test {

class ParserChain {
 public:
  static ParserChain& get() {
    static ParserChain chain;
    return chain;
  }

  [[nodiscard]] bool ready(Language language) const { return parser_[index(language)] != nullptr; }
  /// Preconditions of all that follows: ready() in some language.
  [[nodiscard]] const Knowledge& knowledge() const { return *knowledge_; }
  /// May be null.
  [[nodiscard]] const morphology::Lexicon* german_words() const { return words_.get(); }

  /// The document with text and syntax. Precondition: ready(language).
  Document parse(Language language, std::optional<Date> published, const std::string& text) {
    ReportInfo info;
    info.language = language;
    info.published = published;
    Document document(info, text);
    document.publish(text::segment(document, *text_));
    document.publish(parser_[index(language)]->parse(document));
    return document;
  }

 private:
  ParserChain() {
    auto opened = built_knowledge();
    if (!opened) return;
    knowledge_ = std::make_unique<Knowledge>(std::move(opened).value());
    text_ = std::make_unique<text::TextLexicon>(text::TextLexicon::from(*knowledge_));
    words_ = test::german_words();
    for (const Language language : {Language::kGerman, Language::kEnglish}) {
      auto model = syntax::Model::open(DEPESCHE_SOURCE_DIR "/models/" + std::string(code(language)) + ".dsm");
      if (!model) continue;
      model_[index(language)] = std::make_unique<syntax::Model>(std::move(model).value());
      parser_[index(language)] = std::make_unique<syntax::Parser>(
          *model_[index(language)], syntax::kDefaultBatchWords, language == Language::kGerman ? words_.get() : nullptr);
    }
  }
  static size_t index(Language language) { return language == Language::kGerman ? 0 : 1; }

  std::unique_ptr<Knowledge> knowledge_;
  std::unique_ptr<text::TextLexicon> text_;
  std::unique_ptr<morphology::Lexicon> words_;
  std::unique_ptr<syntax::Model> model_[2];
  std::unique_ptr<syntax::Parser> parser_[2];
};

}  // namespace depesche::test
