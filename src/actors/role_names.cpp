// The name of an actor that is only known by its role: "südkoreanische Regierung", "Russian troops".
#include "actors/roles.h"
#include "base/utf8.h"

namespace depesche::actors {
namespace {

class RoleNamer {
 public:
  explicit RoleNamer(const Workspace& work) : work_(work) {}

  /// Known adjectives in front of the role's head; of several, those used up by its owner.
  [[nodiscard]] std::vector<uint32_t> adjectives_of(const Role& role) const {
    std::vector<uint32_t> out;
    if (role.owner.several) {
      for (const uint32_t h : role.owner.hits) {
        if (work_.hits[h].chosen.kind == FormKind::kAdjective) out.push_back(h);
      }
      return out;
    }
    for (const WordIndex c : work_.tree.children(role.match.head)) {
      const uint32_t h = work_.hit_of_word[c];
      if (work_.node(c).deprel != Deprel::kAmod || c > role.match.head || h == UINT32_MAX) continue;
      if (work_.hits[h].chosen.kind == FormKind::kAdjective) out.push_back(h);
    }
    return out;
  }

  /// "südkoreanische Regierung": the adjective as without article, the title in the nominative.
  [[nodiscard]] std::string phrase_name(const Role& role, std::string_view code) const {
    std::string name;
    const WordIndex head = role.match.head;
    if (role.stateless) {
      for (const WordIndex c : work_.tree.children(head)) {
        if (work_.node(c).deprel != Deprel::kAmod || !work_.is_stem(c, WordClass::kStateless)) continue;
        return work_.german ? nominative(work_.tree.form(c), head, false) + ' ' + role.match.lemma
                            : work_.lower(c) + ' ' + plain_name(work_, role);
      }
      return plain_name(work_, role);
    }
    for (const uint32_t h : adjectives_of(role)) {
      if (role.owner.several && work_.lexicon.entity(work_.hits[h].chosen.entity).code != code) continue;
      name = work_.german ? nominative(work_.text(work_.hits[h].span), head, role.plural)
                          : std::string(work_.text(work_.hits[h].span));
      break;
    }
    if (name.empty()) {
      if (!work_.german && role.owner.first < role.match.first)
        return std::string(
            work_.text({work_.word(role.owner.first).span.begin, work_.word(role.match.last - 1).span.end}));
      if (work_.german && role.plural)
        return std::string(work_.text(
            {work_.word(work_.chain_begin(role.match.first)).span.begin, work_.word(role.match.last - 1).span.end}));
      return role.match.lemma;
    }
    return name + ' ' + (role.plural && work_.german ? std::string(work_.tree.form(head)) : role.match.lemma);
  }

  [[nodiscard]] std::string nominative(std::string_view adjective, WordIndex noun, bool plural) const {
    std::string stem(adjective);
    for (const std::string_view ending : {"en", "em", "er", "es", "e"}) {
      if (stem.ends_with(std::string("isch") + std::string(ending)) ||
          (stem.ends_with(ending) && !stem.ends_with("er"))) {
        stem.resize(stem.size() - ending.size());
        break;
      }
    }
    if (stem.ends_with("er") && utf8::is_upper(utf8::decode(stem, 0))) return stem;  // "Schweizer", "Berliner"
    const Features& f = work_.node(noun).feats;
    stem = utf8::lower(stem);
    if (plural || f.gender == Gender::kFem) return stem + 'e';
    return stem + (f.gender == Gender::kNeut ? "es" : f.gender == Gender::kMasc ? "er" : "e");
  }

 private:
  const Workspace& work_;
};

}  // namespace

std::string plain_name(const Workspace& work, const Role& role) {
  const WordIndex head = role.match.head;
  const bool proper = !work.german && role.match.first == head && head != work.sentence_of(head).first &&
                      utf8::is_upper(utf8::decode(work.tree.form(head), 0)) && !work.tree.form(head).ends_with('S');
  return proper ? utf8::capitalised(role.match.lemma) : role.match.lemma;
}

std::string phrase_name(const Workspace& work, const Role& role, std::string_view code) {
  return RoleNamer(work).phrase_name(role, code);
}

}  // namespace depesche::actors
