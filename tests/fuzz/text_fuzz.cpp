// Bytes -> text -> sentences and words, in both languages: nothing crashes, and every span lies in the text.
#include "fuzz/fuzz.h"
#include "text/decode.h"
#include "text/language.h"
#include "text/limits.h"
#include "text/segment.h"

namespace depesche {
namespace {

text::TextLexicon small_lexicon() {
  text::TextLexicon lexicon;
  lexicon.add_abbreviation(Language::kGerman, "z.B.", "");
  lexicon.add_abbreviation(Language::kGerman, "usw.", "final");
  lexicon.add_abbreviation(Language::kEnglish, "Sen.", "");
  lexicon.add_abbreviation(Language::kEnglish, "No.", "number");
  lexicon.add_agency("dpa", "dpa");
  lexicon.add_agency("Reporting by", "");
  lexicon.add_token_rule(Language::kGerman, "im", "contraction", {"in", "dem"});
  lexicon.add_token_rule(Language::kEnglish, "n't", "clitic", {});
  lexicon.add_token_rule(Language::kEnglish, "'s", "clitic", {});
  lexicon.add_token_rule(Language::kEnglish, "anti", "prefix", {});
  lexicon.add_token_rule(Language::kEnglish, "said", "inquit", {});
  lexicon.add_language("de", "German", {"der", "und", "die", "im"});
  lexicon.add_language("en", "English", {"the", "and", "of", "in"});
  lexicon.add_month(Language::kGerman, "juni");
  lexicon.add_month(Language::kEnglish, "june");
  lexicon.finish();
  return lexicon;
}

void check(std::string_view text, const TextLayer& layer) {
  using fuzz::fits;
  using fuzz::require;
  uint32_t reached = 0;
  for (const Word& word : layer.words) {
    require(fits(text, word.span) && fits(text, word.surface), "words lie in the text");
    require(!word.span.empty() && !word.form.empty(), "words are not empty");
    require(word.surface.begin >= reached || word.part > 1, "words follow one another");
    require(word.sentence < layer.sentences.size(), "words belong to a sentence");
    reached = word.surface.end;
  }
  WordIndex next = 0;
  for (const Sentence& sentence : layer.sentences) {
    require(fits(text, sentence.span), "sentences lie in the text");
    require(sentence.first == next && sentence.last > sentence.first, "sentences share out the words");
    require(sentence.paragraph < layer.paragraphs.size(), "sentences belong to a paragraph");
    next = sentence.last;
  }
  require(next == layer.words.size(), "sentences cover the words");
  for (const Span paragraph : layer.paragraphs) require(fits(text, paragraph), "paragraphs lie in the text");
  require(fits(text, layer.dateline) && fits(text, layer.sign_off), "dateline and sign-off lie in the text");
}

}  // namespace
}  // namespace depesche

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace depesche;
  static const text::TextLexicon lexicon = small_lexicon();
  const auto text = text::decode(fuzz::view(data, size), "fuzz");
  if (!text) return 0;
  fuzz::require(text::first_invalid_utf8(*text) == std::string::npos, "decoded text is UTF-8");
  static_cast<void>(text::check_sentences(*text, "fuzz", 100));
  static_cast<void>(text::choose_language(*text, "", "fuzz", lexicon));
  const std::string title = text->substr(0, text->find('\n'));
  text::SegmentOptions options;
  options.max_sentence_words = 20;
  for (const Language language : {Language::kGerman, Language::kEnglish}) {
    check(*text, text::segment(*text, language, title, lexicon, options));
  }
  return 0;
}
