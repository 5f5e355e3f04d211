// A syntax model ready for use: tables stay in the mapped file, matrices are unpacked once into the
// layout that the kernels of this CPU want (about 6 MB a model).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "syntax/entity_decoder.h"
#include "syntax/kernels.h"
#include "syntax/lemma.h"
#include "syntax/model_file.h"

namespace depesche::syntax {

inline constexpr size_t kWordSize = 64;
inline constexpr size_t kVectorSize = 64;
inline constexpr size_t kSuffixSize = 64;
inline constexpr size_t kPrefixSize = 32;
inline constexpr size_t kInputSize = kWordSize + kVectorSize + kSuffixSize + kPrefixSize;

/// Slices of the wide layer: [dep | head | label_dep | label_head | tag | lemma | ner].
inline constexpr size_t kArcSize = 128;
inline constexpr size_t kLabelSize = 96;
inline constexpr size_t kTagSize = 128;
inline constexpr size_t kLemmaSize = 96;
inline constexpr size_t kNerSize = 64;
inline constexpr size_t kLabelAt = 2 * kArcSize;
inline constexpr size_t kTagAt = kLabelAt + 2 * kLabelSize;
inline constexpr size_t kLemmaAt = kTagAt + kTagSize;
inline constexpr size_t kNerAt = kLemmaAt + kLemmaSize;
inline constexpr size_t kWideSize = kNerAt + kNerSize;

/// y = W x + b, packed for one set of kernels; W as floats or as 8-bit codes with a scale an output.
struct Linear {
  size_t inputs = 0;
  size_t outputs = 0;
  size_t columns = 0;            ///< outputs, padded to whole panels
  std::vector<float> packed;     ///< W, or its codes where the kernels have no bytes
  std::vector<std::byte> bytes;  ///< the codes of W otherwise
  std::vector<float> scale;      ///< [columns]; empty when W is floats
  std::vector<float> bias;       ///< [columns]; empty when the product is added to what is there

  void run(const Kernels& k, const float* a, size_t a_stride, size_t rows, float* c, size_t c_stride) const {
    if (scale.empty()) {
      k.multiply(a, a_stride, rows, inputs, packed.data(), columns, bias.empty() ? nullptr : bias.data(), c, c_stride);
    } else {
      const void* codes = k.byte_codes ? static_cast<const void*>(bytes.data()) : packed.data();
      k.multiply_codes(a, a_stride, rows, inputs, codes, columns, scale.data(), bias.data(), c, c_stride);
    }
  }
};

/// Rows of int8 with a scale each, in the mapped file.
struct Table {
  std::span<const int8_t> codes;
  std::span<const float> scale;
  size_t width = 0;

  /// out[0..width) += row; precondition: row < scale.size().
  void add(size_t row, float* out) const {
    const int8_t* code = codes.data() + row * width;
    for (size_t i = 0; i < width; ++i) out[i] += static_cast<float>(code[i]) * scale[row];
  }
};

struct LstmLayer {
  Linear input;    ///< both directions: [forward 4H | backward 4H]
  Linear forward;  ///< from the previous state, without bias
  Linear backward;
};

/// Everything inference needs; immutable after load, shared by all threads.
struct Weights {
  const Kernels* kernels = nullptr;
  size_t hidden = 0;
  uint32_t min_tail = 0;
  Table word, suffix, prefix, vectors;
  std::span<const uint64_t> vector_keys;
  std::vector<float> no_vector, root_arc, root_label;
  LstmLayer lstm[2];
  Linear wide, arc, label, upos, feats, rule, ner;
};

/// What the class numbers mean.
struct Classes {
  std::vector<Upos> upos;
  std::vector<std::string_view> upos_names, feats_names, deprel_names, ner_names;
  std::vector<Features> feats;
  std::vector<Deprel> deprels;
  std::vector<Subtype> subtypes;
  std::vector<EntityType> entities;  ///< of the BIO tags
  std::vector<bool> entity_begins;
  std::vector<LemmaRule> rules;
  LemmaExceptions exceptions;
};

/// Movable; const access is safe from any number of threads.
class Model {
 public:
  /// Errors: kFileNotFound and friends, kBadModel. `kernels` is for tests.
  static Result<Model> open(const std::string& path, const Kernels& kernels = syntax::kernels());

  [[nodiscard]] Language language() const { return language_; }
  /// Identifies the content; outputs carry it.
  [[nodiscard]] uint64_t fingerprint() const { return file_.fingerprint(); }
  [[nodiscard]] const Weights& weights() const { return weights_; }
  [[nodiscard]] const Classes& classes() const { return classes_; }
  [[nodiscard]] const EntityDecoder& entity_decoder() const { return *entity_decoder_; }

 private:
  friend class ModelReader;
  explicit Model(ModelFile file) : file_(std::move(file)) {}

  ModelFile file_;
  Language language_ = Language::kEnglish;
  Weights weights_;
  Classes classes_;
  std::shared_ptr<const EntityDecoder> entity_decoder_;
};

}  // namespace depesche::syntax
