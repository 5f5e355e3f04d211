#include "pipeline/coder.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "actors/actors.h"
#include "clauses/clauses.h"
#include "commitments/find_commitments.h"
#include "events/find_events.h"
#include "pipeline/version.h"
#include "record/from_document.h"
#include "statements/find_statements.h"
#include "text/language.h"
#include "text/limits.h"
#include "text/segment.h"
#include "timeplace/find_times_and_places.h"

namespace depesche {
namespace {

bool blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c <= ' '; });
}

std::string hex(uint64_t value) {
  std::string out(16, '0');
  for (size_t i = 16; i-- > 0; value >>= 4U) out[i] = "0123456789abcdef"[value & 15U];
  return out;
}

}  // namespace

Result<std::shared_ptr<const Coder>> Coder::create(Knowledge knowledge, const std::string& model_directory,
                                                   const std::string& german_lexicon, const std::string& gazetteer) {
  auto german = syntax::Model::open(model_directory + "/de.dsm");
  if (!german) return german.error();
  auto english = syntax::Model::open(model_directory + "/en.dsm");
  if (!english) return english.error();
  Words words;
  if (std::error_code ignored; !german_lexicon.empty() && std::filesystem::exists(german_lexicon, ignored)) {
    auto lexicon = morphology::Lexicon::open(german_lexicon);
    if (!lexicon) return lexicon.error();
    words = std::make_unique<const morphology::Lexicon>(std::move(lexicon).value());
  }
  std::optional<Knowledge> towns;
  if (std::error_code ignored; !gazetteer.empty() && std::filesystem::exists(gazetteer, ignored)) {
    auto opened = Knowledge::open(gazetteer);
    if (!opened) return opened.error();
    towns = std::move(opened).value();
  }
  return std::shared_ptr<const Coder>(new Coder(std::move(knowledge), std::move(towns), std::move(german).value(),
                                                std::move(english).value(), std::move(words)));
}

Coder::Coder(Knowledge knowledge, std::optional<Knowledge> gazetteer, syntax::Model german, syntax::Model english,
             Words german_words)
    : text_words(text::TextLexicon::from(knowledge)),
      time_words(knowledge, gazetteer ? gazetteer->table("cities") : Table()),
      actor_names(knowledge),
      clause_words(knowledge, german_words.get()),
      speech_words(knowledge),
      frames(knowledge),
      commitment_rules(knowledge),
      knowledge_(std::move(knowledge)),
      gazetteer_(std::move(gazetteer)),
      german_words_(std::move(german_words)),
      german_(std::make_unique<const syntax::Model>(std::move(german))),
      english_(std::make_unique<const syntax::Model>(std::move(english))) {}

syntax::Parser Coder::parser(Language language) const {
  return syntax::Parser(model(language), syntax::kDefaultBatchWords,
                        language == Language::kGerman ? german_words_.get() : nullptr);
}

CoderStamp Coder::stamp(Language language) const {
  uint64_t fingerprint = model(language).fingerprint();
  if (language == Language::kGerman && german_words_) fingerprint ^= german_words_->fingerprint();
  return {kVersion, std::string(knowledge_.fingerprint()), hex(fingerprint)};
}

Worker::Worker(std::shared_ptr<const Coder> coder) : coder_(std::move(coder)) {}

syntax::Parser& Worker::parser(Language language) {
  auto& slot = language == Language::kGerman ? german_ : english_;
  if (!slot) slot = std::make_unique<syntax::Parser>(coder_->parser(language));
  return *slot;
}

Result<Document> Worker::begin(const ReportInput& input) const {
  if (blank(input.text)) return Error{ErrorCode::kFileEmpty, input.where, "the report has no text", "give it a text"};
  if (const Status readable = text::check_sentences(input.text, input.where); !readable) return readable.error();
  ReportInfo info;
  info.id = input.id;
  info.title = input.title;
  info.agency = input.agency;
  info.published = input.published;
  const auto language = text::choose_language(input.text, input.language, input.where, coder_->text_words);
  if (!language) return language.error();
  info.language = *language;
  return Document(std::move(info), input.text);
}

Result<Document> Worker::parse(const ReportInput& input) {
  auto begun = begin(input);
  if (!begun) return begun;
  Document& document = *begun;
  document.publish(text::segment(document, coder_->text_words));
  document.publish(parser(document.language()).parse(document));
  return begun;
}

Result<Document> Worker::analyse(const ReportInput& input, events::Trace* trace) {
  auto parsed = parse(input);
  if (!parsed) return parsed;
  Document& d = *parsed;
  d.publish(find_times_and_places(d, coder_->time_words));
  d.publish(find_actors(d, coder_->actor_names));
  d.publish(find_clauses(d, coder_->clause_words));
  d.publish(statements::find_statements(d, coder_->speech_words));
  d.publish(events::find_events(d, coder_->frames, trace));
  d.publish(commitments::find_commitments(d, coder_->commitment_rules));
  return parsed;
}

Result<CodedReport> Worker::code(const ReportInput& input) {
  const auto document = analyse(input);
  if (!document) return document.error();
  return record_of(*document, coder_->stamp(document->language()));
}

}  // namespace depesche
