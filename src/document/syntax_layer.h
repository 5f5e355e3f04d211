// Layer 2: parts of speech, features, lemmas, dependency trees and entity tags, one Node a word.
// Labels follow Universal Dependencies v2 (https://universaldependencies.org).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/text_layer.h"

namespace depesche {

enum class Upos : uint8_t {
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX,
};

/// UD relations without subtype; the subtypes that the grammar needs are a Subtype.
enum class Deprel : uint8_t {
  kRoot,
  kAcl,
  kAdvcl,
  kAdvmod,
  kAmod,
  kAppos,
  kAux,
  kCase,
  kCc,
  kCcomp,
  kClf,
  kCompound,
  kConj,
  kCop,
  kCsubj,
  kDep,
  kDet,
  kDiscourse,
  kDislocated,
  kExpl,
  kFixed,
  kFlat,
  kGoeswith,
  kIobj,
  kList,
  kMark,
  kNmod,
  kNsubj,
  kNummod,
  kObj,
  kObl,
  kOrphan,
  kParataxis,
  kPunct,
  kReparandum,
  kVocative,
  kXcomp,
};

enum class Subtype : uint8_t {
  kNone,
  kPass,
  kAgent,
  kPrt,
  kRelcl,
  kPoss,
  kTmod,
  kName,
  kArg,
  kPv,
  kOther,
};

enum class Mood : uint8_t { kNone, kInd, kSub, kImp, kCnd };
enum class Tense : uint8_t { kNone, kPres, kPast };
enum class VerbForm : uint8_t { kNone, kFin, kInf, kPart, kGer };
enum class Number : uint8_t { kNone, kSing, kPlur };
enum class Person : uint8_t { kNone, k1, k2, k3 };
enum class GramCase : uint8_t { kNone, kNom, kAcc, kDat, kGen };
enum class Gender : uint8_t { kNone, kMasc, kFem, kNeut };
enum class PronType : uint8_t { kNone, kPrs, kRel, kInt, kDem, kArt, kInd, kNeg, kTot };

/// The features that the grammar reads; the full FEATS string stays in `raw`.
struct Features {
  Mood mood = Mood::kNone;
  Tense tense = Tense::kNone;
  VerbForm verb_form = VerbForm::kNone;
  Number number = Number::kNone;
  Person person = Person::kNone;
  GramCase gram_case = GramCase::kNone;
  Gender gender = Gender::kNone;
  PronType pron_type = PronType::kNone;
  bool passive = false;     ///< Voice=Pass
  bool possessive = false;  ///< Poss=Yes
  bool reflexive = false;   ///< Reflex=Yes
  bool negative = false;    ///< Polarity=Neg
};

enum class EntityType : uint8_t { kNone, kPer, kLoc, kOrg, kMisc };

struct Node {
  Upos upos = Upos::kX;
  Deprel deprel = Deprel::kDep;
  Subtype subtype = Subtype::kNone;
  EntityType entity = EntityType::kNone;
  bool entity_begin = false;  ///< B- tag
  WordIndex head = kNoWord;   ///< index in the document; kNoWord for the root of a sentence
  Features feats;
  std::string lemma;       ///< German separable verbs: as parsed; clauses joins the particle
  std::string feats_raw;   ///< UD FEATS column, "_" when empty
  std::string deprel_raw;  ///< UD DEPREL column with subtype
};

struct SyntaxLayer {
  std::vector<Node> nodes;  ///< parallel to TextLayer::words
  /// children of word w: child_list[child_begin[w] .. child_begin[w+1]), in text order
  std::vector<uint32_t> child_begin;
  std::vector<WordIndex> child_list;

  /// Fills child_begin and child_list from the heads; call once after nodes are complete.
  void index_children();
};

[[nodiscard]] std::string_view name(Upos upos);
[[nodiscard]] std::string_view name(Deprel deprel);
[[nodiscard]] std::string_view name(EntityType type);
/// kX / kDep / kNone for unknown names.
[[nodiscard]] Upos upos_of(std::string_view name);
[[nodiscard]] Deprel deprel_of(std::string_view raw);
[[nodiscard]] Subtype subtype_of(std::string_view raw);
[[nodiscard]] Features features_of(std::string_view raw);
/// "PER", "LOC", "ORG", "MISC" -> type.
[[nodiscard]] EntityType entity_type_of(std::string_view name);

}  // namespace depesche
