// German full forms: what a word may be. Compiled by src/morphology/compile from the package german-pos-dict into one
// memory-mapped file, share/depesche/german.dlx; read-only and safe to share between threads.
//
//   auto lexicon = morphology::Lexicon::open(path);
//   for (const Reading& r : lexicon->find("Soldaten")) ... r.kind, r.cells, r.lemma("Soldaten")
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/mapped_file.h"
#include "base/result.h"
#include "morphology/lexicon_format.h"

namespace depesche::morphology {

/// Cells of nouns, names, adjectives, articles, pronouns: the sets of (case, number, gender) that the form may stand
/// for, in the order nominative, accusative, dative, genitive; each: singular masculine, feminine, neuter; plural.
inline constexpr uint32_t kNominalCells = 0xFFFF;
inline constexpr uint32_t kPredicative = 1U << 16U;
inline constexpr uint32_t kComparative = 1U << 17U;
inline constexpr uint32_t kSuperlative = 1U << 18U;
inline constexpr uint32_t kFromAdjective = 1U << 19U;   ///< noun: "der Verletzte"
inline constexpr uint32_t kFromInfinitive = 1U << 20U;  ///< noun: "das Schießen"
inline constexpr uint32_t kPastParticiple = 1U << 21U;  ///< adjective: "verletzte"
inline constexpr uint32_t kPresentParticiple = 1U << 22U;
inline constexpr uint32_t kFirstName = 1U << 24U;
inline constexpr uint32_t kSurname = 1U << 25U;
inline constexpr uint32_t kPlaceName = 1U << 26U;

/// Cells of verbs: (tense, person, number) in the order present, preterite, Konjunktiv I, Konjunktiv II; each: first,
/// second, third person singular, then plural.
inline constexpr uint32_t kFiniteCells = 0xFFFFFF;
inline constexpr uint32_t kInfinitive = 1U << 24U;
inline constexpr uint32_t kZuInfinitive = 1U << 25U;  ///< "festzuhalten"
inline constexpr uint32_t kImperative = 1U << 26U;
inline constexpr uint32_t kVerbPastParticiple = 1U << 28U;
inline constexpr uint32_t kVerbPresentParticiple = 1U << 29U;
inline constexpr uint32_t kSubordinate = 1U << 30U;  ///< with its particle in one word: "(dass er) festhält"

/// All readings of a form with one lemma and kind are one Reading, its cells their union.
struct Reading {
  Kind kind = Kind::kNoun;
  uint32_t cells = 0;
  uint32_t cut = 0;      ///< bytes off the end of the form
  std::string_view add;  ///< behind what is left; views into the mapping

  /// Precondition: `form` is the form that was looked up.
  [[nodiscard]] std::string lemma(std::string_view form) const;
  /// The form is its own lemma.
  [[nodiscard]] bool base() const { return cut == 0 && add.empty(); }
};

/// The readings of one form; a cheap view.
class Readings {
 public:
  class Iterator {
   public:
    Iterator(const file::Reading* at, const file::View* view) : at_(at), view_(view) {}
    Reading operator*() const;
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const file::Reading* at_;
    const file::View* view_;
  };

  Readings() = default;
  Readings(std::span<const file::Reading> readings, const file::View* view) : readings_(readings), view_(view) {}
  [[nodiscard]] Iterator begin() const { return {readings_.data(), view_}; }
  [[nodiscard]] Iterator end() const { return {readings_.data() + readings_.size(), view_}; }
  [[nodiscard]] bool empty() const { return readings_.empty(); }
  [[nodiscard]] size_t size() const { return readings_.size(); }

 private:
  std::span<const file::Reading> readings_;
  const file::View* view_ = nullptr;
};

/// Forms are kept as 32-bit prints of their hashes: a word that is not in the lexicon is taken for one that is about
/// once in a billion look-ups.
class Lexicon {
 public:
  /// Errors: kFileNotFound and friends; kBadModel for a foreign, truncated or stale file.
  static Result<Lexicon> open(const std::string& path);

  /// Readings of exactly this form, letter case included; none when it is unknown. O(1), no allocation.
  [[nodiscard]] Readings find(std::string_view form) const;
  /// Union of the cells of its readings of that kind; nothing when there is none.
  [[nodiscard]] std::optional<uint32_t> cells(std::string_view form, Kind kind) const;
  [[nodiscard]] uint64_t fingerprint() const { return view_.header->fingerprint; }
  [[nodiscard]] uint32_t forms() const { return view_.header->forms; }

 private:
  explicit Lexicon(MappedFile file) : file_(std::move(file)) {}
  Status attach(const std::string& path);

  MappedFile file_;
  file::View view_;
};

}  // namespace depesche::morphology
