// The list of stages, and what they need: knowledge, lexicons and models, opened once and shared by all threads.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "actors/lexicon.h"
#include "clauses/lexicon.h"
#include "commitments/commitment_rules.h"
#include "document/document.h"
#include "events/frame_lexicon.h"
#include "events/trace.h"
#include "knowledge/knowledge.h"
#include "morphology/lexicon.h"
#include "record/coded_report.h"
#include "statements/speech_lexicon.h"
#include "syntax/parser.h"
#include "text/text_lexicon.h"
#include "timeplace/timeplace_lexicon.h"

namespace depesche {

/// What a reader hands over.
struct ReportInput {
  std::string id;
  std::string text;  ///< valid UTF-8, any length up to the reader's limit
  std::string title;
  std::optional<Date> published;
  std::string language;  ///< BCP 47 or "" (identified from the text)
  std::string agency;
  std::string where;  ///< file or file:line, for messages
};

/// Everything shared and immutable. Create once, use from any number of threads.
class Coder {
 public:
  /// `model_directory` holds de.dsm and en.dsm; `german_lexicon` is the file german.dlx, "" or a file that is not there
  /// for none (the build had no dictionary to compile); `gazetteer` likewise gazetteer.dkb. Errors: kFileNotFound,
  /// kBadModel, kBadKnowledge.
  static Result<std::shared_ptr<const Coder>> create(Knowledge knowledge, const std::string& model_directory,
                                                     const std::string& german_lexicon, const std::string& gazetteer);

  [[nodiscard]] const Knowledge& knowledge() const { return knowledge_; }
  [[nodiscard]] const syntax::Model& model(Language language) const {
    return language == Language::kGerman ? *german_ : *english_;
  }
  /// A parser for one thread, with all that the coder has for the language. The coder must outlive it.
  [[nodiscard]] syntax::Parser parser(Language language) const;
  [[nodiscard]] CoderStamp stamp(Language language) const;

  const text::TextLexicon text_words;
  const TimePlaceLexicon time_words;
  const actors::ActorLexicon actor_names;
  const clauses::ClauseLexicon clause_words;
  const statements::SpeechLexicon speech_words;
  const events::FrameLexicon frames;
  const commitments::CommitmentRules commitment_rules;

 private:
  using Words = std::unique_ptr<const morphology::Lexicon>;
  Coder(Knowledge knowledge, std::optional<Knowledge> gazetteer, syntax::Model german, syntax::Model english,
        Words german_words);

  Knowledge knowledge_;
  std::optional<Knowledge> gazetteer_;
  Words german_words_;  ///< may be null
  std::unique_ptr<const syntax::Model> german_;
  std::unique_ptr<const syntax::Model> english_;
};

/// One thread's hands: scratch memory of the parsers. Not thread-safe; cheap to create.
class Worker {
 public:
  explicit Worker(std::shared_ptr<const Coder> coder);

  /// Runs all stages. Errors: kUnsupportedLanguage, kFileEmpty (no text).
  [[nodiscard]] Result<Document> analyse(const ReportInput& input, events::Trace* trace = nullptr);
  /// Text and syntax only, for `depesche parse`.
  [[nodiscard]] Result<Document> parse(const ReportInput& input);
  [[nodiscard]] Result<CodedReport> code(const ReportInput& input);

 private:
  [[nodiscard]] Result<Document> begin(const ReportInput& input) const;
  [[nodiscard]] syntax::Parser& parser(Language language);

  std::shared_ptr<const Coder> coder_;
  std::unique_ptr<syntax::Parser> german_;
  std::unique_ptr<syntax::Parser> english_;
};

}  // namespace depesche
