#include "syntax/model.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <span>

#include "syntax/features.h"

namespace depesche::syntax {

// Reads section after section; the first fault is kept and makes the rest no-ops.
class ModelReader {
 public:
  ModelReader(Model& model, const Kernels& kernels) : model_(model), kernels_(kernels) {}

  Status read() {
    meta();
    tables();
    classes();
    lemmas();
    layers();
    if (fault_) return *fault_;
    return Done{};
  }

 private:
  void fail(Error error) {
    if (!fault_) fault_ = std::move(error);
  }

  Section section(std::string_view name, SectionKind kind) {
    Result<Section> found = model_.file_.find(name, kind);
    if (found) return *found;
    fail(found.error());
    return {};
  }

  std::vector<float> floats(std::string_view name, size_t rows, size_t columns) {
    Result<std::vector<float>> found = model_.file_.floats(name, rows, columns);
    if (found) return std::move(found).value();
    fail(found.error());
    return std::vector<float>(rows * columns);
  }

  std::vector<std::string_view> lines(std::string_view name) {
    Result<std::vector<std::string_view>> found = model_.file_.lines(name);
    if (found) return std::move(found).value();
    fail(found.error());
    return {};
  }

  void meta() {
    for (const std::string_view line : lines("meta")) {
      const size_t gap = line.find(' ');
      if (gap == std::string_view::npos) continue;
      const std::string_view key = line.substr(0, gap);
      const std::string_view value = line.substr(gap + 1);
      if (key == "language") {
        const std::optional<Language> language = language_of(value);
        if (language)
          model_.language_ = *language;
        else
          fail(model_.file_.bad("language '" + std::string(value) + "' is not known"));
      } else if (key == "hidden") {
        std::from_chars(value.data(), value.data() + value.size(), model_.weights_.hidden);
      } else if (key == "min_tail") {
        std::from_chars(value.data(), value.data() + value.size(), model_.weights_.min_tail);
      }
    }
    const size_t hidden = model_.weights_.hidden;
    if (hidden == 0 || hidden % 16 != 0 || 2 * hidden > kMaxCodedInputs)
      fail(model_.file_.bad("'hidden' is missing or out of range"));
    model_.weights_.kernels = &kernels_;
  }

  Table table(const std::string& name, size_t rows, size_t width) {
    const Section codes = section(name + ".codes", SectionKind::kInt8);
    const Section scale = section(name + ".scale", SectionKind::kFloat32);
    if (codes.rows != rows || codes.columns != width || scale.columns != rows) {
      fail(model_.file_.bad("table '" + name + "' has the wrong size"));
    }
    return {codes.as<int8_t>(), scale.as<float>(), width};
  }

  void tables() {
    Weights& w = model_.weights_;
    w.word = table("word", size_t{1} << kWordBits, kWordSize);
    w.suffix = table("suffix", size_t{1} << kSuffixBits, kSuffixSize);
    w.prefix = table("prefix", size_t{1} << kPrefixBits, kPrefixSize);
    w.vector_keys = section("vectors.keys", SectionKind::kUint64).as<uint64_t>();
    w.vectors = table("vectors", w.vector_keys.size(), kVectorSize);
    w.no_vector = floats("no_vector", 1, kVectorSize);
  }

  void classes() {
    Classes& c = model_.classes_;
    c.upos_names = lines("names.upos");
    c.feats_names = lines("names.feats");
    c.deprel_names = lines("names.deprels");
    c.ner_names = lines("names.ner");
    for (const std::string_view name : c.upos_names) c.upos.push_back(upos_of(name));
    for (const std::string_view name : c.feats_names) c.feats.push_back(depesche::features_of(name));
    for (const std::string_view name : c.deprel_names) {
      c.deprels.push_back(deprel_of(name));
      c.subtypes.push_back(subtype_of(name));
    }
    for (const std::string_view name : c.ner_names) {
      c.entities.push_back(name.size() > 2 ? entity_type_of(name.substr(2)) : EntityType::kNone);
      c.entity_begins.push_back(name.starts_with("B-"));
    }
    if (c.ner_names.size() > 32) fail(model_.file_.bad("too many entity tags"));
    const size_t tags = c.ner_names.size();
    std::vector<float> steps;  // models of before the chain have none
    if (model_.file_.find("ner.steps", SectionKind::kFloat32)) steps = floats("ner.steps", tags, tags);
    if (!fault_) model_.entity_decoder_ = std::make_shared<const EntityDecoder>(c.ner_names, steps);
  }

  void lemmas() {
    Classes& c = model_.classes_;
    for (const std::string_view text : lines("names.rules")) {
      std::optional<LemmaRule> rule = read_rule(text);
      if (rule)
        c.rules.push_back(std::move(*rule));
      else
        fail(model_.file_.bad("lemma rule '" + std::string(text) + "' is not readable"));
    }
    c.exceptions.prefixes = lines("lemma.prefixes");
    const Section text = section("lemma.text", SectionKind::kBytes);
    c.exceptions.keys = section("lemma.keys", SectionKind::kUint64).as<uint64_t>();
    c.exceptions.offsets = section("lemma.offsets", SectionKind::kUint32).as<uint32_t>();
    c.exceptions.text = {reinterpret_cast<const char*>(text.bytes.data()), text.bytes.size()};
    const auto offsets = c.exceptions.offsets;
    if (offsets.size() != c.exceptions.keys.size() + 1 || !std::is_sorted(offsets.begin(), offsets.end()) ||
        offsets.back() > text.bytes.size()) {
      fail(model_.file_.bad("the lemma exceptions are damaged"));
    }
  }

  // `weight` holds `outputs` rows of `inputs`; several matrices may stand below each other.
  Linear linear(const std::vector<float>& weight, const std::vector<float>& bias, size_t outputs, size_t inputs) {
    Linear layer;
    layer.inputs = inputs;
    layer.outputs = outputs;
    layer.columns = padded(outputs, kernels_.panel);
    layer.packed.resize(layer.columns * inputs);
    pack(weight.data(), inputs, outputs, inputs, kernels_.panel, layer.packed.data());
    layer.bias = bias;
    if (!bias.empty()) layer.bias.resize(layer.columns);
    return layer;
  }

  // The same with 8-bit codes, a scale an output. Precondition: there is a bias.
  Linear coded(std::vector<float> weight, const std::vector<float>& bias, size_t outputs, size_t inputs) {
    if (fault_) return {};
    std::vector<float> scale(padded(outputs, kernels_.panel));
    for (size_t row = 0; row < outputs; ++row) {
      const std::span<float> w = std::span(weight).subspan(row * inputs, inputs);
      float top = 1e-8F;
      for (const float x : w) top = std::max(top, std::abs(x));
      scale[row] = top / 127.0F;
      for (float& x : w) x = std::nearbyint(x * (127.0F / top));
    }
    Linear layer;
    if (kernels_.byte_codes) {
      layer = {inputs, outputs, scale.size(), {}, {}, {}, bias};
      layer.bias.resize(layer.columns);
      layer.bytes.resize(packed_bytes(outputs, inputs, kernels_.panel));
      pack_bytes(weight.data(), outputs, inputs, kernels_.panel, layer.bytes.data());
    } else {
      layer = linear(weight, bias, outputs, inputs);
    }
    layer.scale = std::move(scale);
    return layer;
  }

  Linear coded(const std::string& name, size_t outputs, size_t inputs) {
    return coded(floats(name + ".weight", outputs, inputs), floats(name + ".bias", 1, outputs), outputs, inputs);
  }

  Linear linear(const std::string& name, size_t outputs, size_t inputs) {
    return linear(floats(name + ".weight", outputs, inputs), floats(name + ".bias", 1, outputs), outputs, inputs);
  }

  LstmLayer lstm(const std::string& name, size_t inputs) {
    const size_t hidden = model_.weights_.hidden;
    const size_t gates = 4 * hidden;
    std::vector<float> weight = floats(name + ".f.input", gates, inputs);
    const std::vector<float> reverse = floats(name + ".b.input", gates, inputs);
    weight.insert(weight.end(), reverse.begin(), reverse.end());
    std::vector<float> bias = floats(name + ".f.bias", 1, gates);
    const std::vector<float> reverse_bias = floats(name + ".b.bias", 1, gates);
    bias.insert(bias.end(), reverse_bias.begin(), reverse_bias.end());
    return {coded(std::move(weight), bias, 2 * gates, inputs),
            linear(floats(name + ".f.state", gates, hidden), {}, gates, hidden),
            linear(floats(name + ".b.state", gates, hidden), {}, gates, hidden)};
  }

  void layers() {
    if (fault_) return;  // sizes below come from the sections above
    Weights& w = model_.weights_;
    const Classes& c = model_.classes_;
    w.lstm[0] = lstm("lstm1", kInputSize);
    w.lstm[1] = lstm("lstm2", 2 * w.hidden);
    w.wide = coded("wide", kWideSize, 2 * w.hidden);
    w.arc = linear("arc", kArcSize, kArcSize);
    w.root_arc = floats("root.arc", 1, kArcSize);
    w.root_label = floats("root.label", 1, kLabelSize);
    w.label = linear("label", c.deprels.size(), kLabelSize);
    w.upos = linear("upos", c.upos.size(), kTagSize);
    w.feats = coded("feats", c.feats.size(), kTagSize);
    w.rule = coded("rule", c.rules.size(), kLemmaSize);
    w.ner = linear("ner", c.ner_names.size(), kNerSize);
  }

  Model& model_;
  const Kernels& kernels_;
  std::optional<Error> fault_;
};

Result<Model> Model::open(const std::string& path, const Kernels& kernels) {
  Result<ModelFile> file = ModelFile::open(path);
  if (!file) return file.error();
  Model model(std::move(file).value());
  const Status status = ModelReader(model, kernels).read();
  if (!status) return status.error();
  return model;
}

}  // namespace depesche::syntax
