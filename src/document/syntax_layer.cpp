#include "document/syntax_layer.h"

#include <array>

namespace depesche {
namespace {

constexpr std::array<std::string_view, 17> kUpos = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                    "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                    "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, 37> kDeprel = {
    "root",  "acl",      "advcl",     "advmod", "amod",       "appos",    "aux",  "case",      "cc",         "ccomp",
    "clf",   "compound", "conj",      "cop",    "csubj",      "dep",      "det",  "discourse", "dislocated", "expl",
    "fixed", "flat",     "goeswith",  "iobj",   "list",       "mark",     "nmod", "nsubj",     "nummod",     "obj",
    "obl",   "orphan",   "parataxis", "punct",  "reparandum", "vocative", "xcomp"};

constexpr std::array<std::string_view, 5> kEntity = {"", "PER", "LOC", "ORG", "MISC"};

template <typename Enum, size_t N>
Enum find(const std::array<std::string_view, N>& names, std::string_view name, Enum otherwise) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return otherwise;
}

template <typename Enum>
Enum pick(std::string_view value, std::initializer_list<std::pair<std::string_view, Enum>> table) {
  for (const auto& [key, result] : table) {
    if (key == value) return result;
  }
  return static_cast<Enum>(0);
}

void set_verbal(Features& f, std::string_view key, std::string_view value) {
  if (key == "Mood") {
    f.mood = pick<Mood>(value, {{"Ind", Mood::kInd}, {"Sub", Mood::kSub}, {"Imp", Mood::kImp}, {"Cnd", Mood::kCnd}});
  } else if (key == "Tense") {
    f.tense = pick<Tense>(value, {{"Pres", Tense::kPres}, {"Past", Tense::kPast}});
  } else if (key == "VerbForm") {
    f.verb_form = pick<VerbForm>(
        value, {{"Fin", VerbForm::kFin}, {"Inf", VerbForm::kInf}, {"Part", VerbForm::kPart}, {"Ger", VerbForm::kGer}});
  } else if (key == "Voice") {
    f.passive = value == "Pass";
  } else if (key == "Polarity") {
    f.negative = value == "Neg";
  }
}

void set_nominal(Features& f, std::string_view key, std::string_view value) {
  if (key == "Number") {
    f.number = pick<Number>(value, {{"Sing", Number::kSing}, {"Plur", Number::kPlur}});
  } else if (key == "Person") {
    f.person = pick<Person>(value, {{"1", Person::k1}, {"2", Person::k2}, {"3", Person::k3}});
  } else if (key == "Case") {
    f.gram_case = pick<GramCase>(
        value, {{"Nom", GramCase::kNom}, {"Acc", GramCase::kAcc}, {"Dat", GramCase::kDat}, {"Gen", GramCase::kGen}});
  } else if (key == "Gender") {
    f.gender = pick<Gender>(value, {{"Masc", Gender::kMasc}, {"Fem", Gender::kFem}, {"Neut", Gender::kNeut}});
  } else if (key == "PronType") {
    f.pron_type = pick<PronType>(value, {{"Prs", PronType::kPrs},
                                         {"Rel", PronType::kRel},
                                         {"Int", PronType::kInt},
                                         {"Int,Rel", PronType::kRel},
                                         {"Dem,Rel", PronType::kRel},
                                         {"Dem", PronType::kDem},
                                         {"Art", PronType::kArt},
                                         {"Ind", PronType::kInd},
                                         {"Neg", PronType::kNeg},
                                         {"Tot", PronType::kTot}});
  } else if (key == "Poss") {
    f.possessive = value == "Yes";
  } else if (key == "Reflex") {
    f.reflexive = value == "Yes";
  }
}

}  // namespace

void SyntaxLayer::index_children() {
  const size_t n = nodes.size();
  child_begin.assign(n + 1, 0);
  for (const Node& node : nodes) {
    if (node.head != kNoWord) ++child_begin[node.head + 1];
  }
  for (size_t i = 1; i <= n; ++i) child_begin[i] += child_begin[i - 1];
  child_list.assign(child_begin[n], 0);
  std::vector<uint32_t> next(child_begin.begin(), child_begin.end() - 1);
  for (WordIndex w = 0; w < n; ++w) {
    if (nodes[w].head != kNoWord) child_list[next[nodes[w].head]++] = w;
  }
}

std::string_view name(Upos upos) {
  return kUpos[static_cast<size_t>(upos)];
}
std::string_view name(Deprel deprel) {
  return kDeprel[static_cast<size_t>(deprel)];
}
std::string_view name(EntityType type) {
  return kEntity[static_cast<size_t>(type)];
}

Upos upos_of(std::string_view name) {
  return find(kUpos, name, Upos::kX);
}
EntityType entity_type_of(std::string_view name) {
  return find(kEntity, name, EntityType::kNone);
}

Deprel deprel_of(std::string_view raw) {
  return find(kDeprel, raw.substr(0, raw.find(':')), Deprel::kDep);
}

Subtype subtype_of(std::string_view raw) {
  const size_t colon = raw.find(':');
  if (colon == std::string_view::npos) return Subtype::kNone;
  const std::string_view sub = raw.substr(colon + 1);
  const auto found = pick<Subtype>(sub, {{"pass", Subtype::kPass},
                                         {"agent", Subtype::kAgent},
                                         {"prt", Subtype::kPrt},
                                         {"relcl", Subtype::kRelcl},
                                         {"poss", Subtype::kPoss},
                                         {"tmod", Subtype::kTmod},
                                         {"name", Subtype::kName},
                                         {"arg", Subtype::kArg},
                                         {"pv", Subtype::kPv}});
  return found == Subtype::kNone ? Subtype::kOther : found;
}

Features features_of(std::string_view raw) {
  Features f;
  while (!raw.empty() && raw != "_") {
    const size_t bar = raw.find('|');
    const std::string_view pair = raw.substr(0, bar);
    const size_t equals = pair.find('=');
    if (equals != std::string_view::npos) {
      set_verbal(f, pair.substr(0, equals), pair.substr(equals + 1));
      set_nominal(f, pair.substr(0, equals), pair.substr(equals + 1));
    }
    if (bar == std::string_view::npos) break;
    raw.remove_prefix(bar + 1);
  }
  return f;
}

}  // namespace depesche
