// Statements of hand-made trees: clauses by the real stage, actors by the trees' entity tags (PER, LOC, ORG: one actor
// a name, by its lemma), cue words of the built knowledge.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "clauses/clauses.h"
#include "statements/find_statements.h"
#include "support/built_knowledge.h"
#include "support/conllu_document.h"

namespace depesche::testing {

inline const Knowledge* built_knowledge() {
  static const std::unique_ptr<Knowledge> knowledge = []() -> std::unique_ptr<Knowledge> {
    auto opened = test::built_knowledge();
    return opened.ok() ? std::make_unique<Knowledge>(std::move(opened).value()) : nullptr;
  }();
  return knowledge.get();
}

inline ActorLayer actors_by_entity(const Document& document) {
  ActorLayer layer;
  std::map<std::string, ActorIndex> known;
  const auto& nodes = document.syntax().nodes;
  layer.mention_of_head.assign(nodes.size(), UINT32_MAX);
  layer.mention_of_word.assign(nodes.size(), UINT32_MAX);
  for (WordIndex w = 0; w < nodes.size(); ++w) {
    if (nodes[w].entity == EntityType::kNone) continue;
    const auto [at, fresh] = known.emplace(nodes[w].lemma, static_cast<ActorIndex>(layer.actors.size()));
    if (fresh) {
      Actor actor;
      actor.name = nodes[w].lemma;
      actor.code = "XXX";
      layer.actors.push_back(actor);
    }
    layer.mention_of_head[w] = layer.mention_of_word[w] = static_cast<uint32_t>(layer.mentions.size());
    layer.mentions.push_back({at->second, document.words().words[w].span, w, w, w + 1, MentionForm::kName});
  }
  return layer;
}

inline std::unique_ptr<Document> with_clauses(std::string_view conllu, Language language, const Knowledge& knowledge) {
  auto document = std::make_unique<Document>(document_from_conllu(conllu, language));
  document->publish(actors_by_entity(*document));
  document->publish(TimePlaceLayer{});
  document->publish(find_clauses(*document, clauses::ClauseLexicon(knowledge)));
  return document;
}

/// "direct Moskau: content … content", one line a statement.
inline std::vector<std::string> statements_of(std::string_view conllu, Language language, const Knowledge& knowledge) {
  const auto document = with_clauses(conllu, language, knowledge);
  const StatementLayer layer = statements::find_statements(*document, statements::SpeechLexicon(knowledge));
  std::vector<std::string> out;
  for (const Statement& s : layer.statements) {
    std::string line = s.kind == StatementKind::kDirect  ? "direct"
                       : s.kind == StatementKind::kMixed ? "mixed"
                                                         : "indirect";
    for (const ActorIndex a : s.speaker) line += " " + document->actors().actors[a].name;
    line += ":";
    for (size_t i = 0; i < s.content.size(); ++i)
      line.append(i == 0 ? " " : " … ").append(document->text(s.content[i]));
    out.push_back(line);
  }
  return out;
}

}  // namespace depesche::testing
