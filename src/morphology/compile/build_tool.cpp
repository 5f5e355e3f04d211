// depesche-lexicon: makes the German lexicon of the program, and shows what it says of a form.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>

#include "base/mapped_file.h"
#include "morphology/compile/compile.h"
#include "morphology/lexicon.h"

namespace {

constexpr const char* kUsage =
    "usage: depesche-lexicon build DICTIONARY -o FILE    (DICTIONARY: german.dict of the package german-pos-dict)\n"
    "       depesche-lexicon find FILE FORM...\n";

int fail(const depesche::Error& error) {
  std::fprintf(stderr, "%s\n", error.line().c_str());
  return 1;
}

int build(const std::string& dictionary, const std::string& output) {
  const auto mapped = depesche::MappedFile::open(dictionary);
  if (!mapped) return fail(mapped.error());
  const auto bytes = depesche::morphology::compile_lexicon(mapped->bytes(), dictionary);
  if (!bytes) return fail(bytes.error());
  std::ofstream out(output, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes->data()), static_cast<std::streamsize>(bytes->size()));
  out.close();
  if (!out)
    return fail({depesche::ErrorCode::kWriteFailed, output, "could not be written to the end", "free some space"});
  const auto lexicon = depesche::morphology::Lexicon::open(output);
  if (!lexicon) return fail(lexicon.error());
  std::fprintf(stderr, "German lexicon: %u forms, %zu bytes\n", lexicon->forms(), bytes->size());
  return 0;
}

int find(const std::string& file, int count, char** forms) {
  static constexpr const char* kNames[] = {"noun",     "name",         "adjective",   "verb",        "adverb",
                                           "pronoun",  "article",      "preposition", "conjunction", "numeral",
                                           "particle", "interjection", "abbreviation"};
  const auto lexicon = depesche::morphology::Lexicon::open(file);
  if (!lexicon) return fail(lexicon.error());
  for (int i = 0; i < count; ++i) {
    for (const auto reading : lexicon->find(forms[i])) {
      std::printf("%s\t%s\t%s\t%08x\n", forms[i], reading.lemma(forms[i]).c_str(),
                  kNames[static_cast<size_t>(reading.kind)], reading.cells);
    }
  }
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 5 && std::strcmp(arguments[1], "build") == 0 && std::strcmp(arguments[3], "-o") == 0)
    return build(arguments[2], arguments[4]);
  if (count >= 4 && std::strcmp(arguments[1], "find") == 0) return find(arguments[2], count - 3, arguments + 3);
  std::fputs(kUsage, stderr);
  return 2;
}
