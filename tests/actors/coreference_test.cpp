#include <gtest/gtest.h>

#include "small_lexicon.h"

namespace depesche::actors {
namespace {

using testing::document_from_conllu;

TEST(Coreference, PronounAgreesWithGenderAndPrefersTheSubject) {
  const ActorLexicon lexicon = small_lexicon();
  const Document d = document_from_conllu(R"(
1 Die die DET _ Gender=Fem 3 det
2 russische russisch ADJ _ _ 3 amod
3 Regierung Regierung NOUN _ Gender=Fem|Number=Sing 4 nsubj
4 warnt warnen VERB _ _ 0 root
5 Kenia Kenia PROPN _ Gender=Neut|Number=Sing 4 obj _ NER=B-LOC|SpaceAfter=No
6 . . PUNCT _ _ 4 punct

1 Sie sie PRON _ Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs 2 nsubj
2 droht drohen VERB _ _ 0 root
)",
                                          Language::kGerman);
  const ActorLayer layer = find_actors(d, lexicon);
  EXPECT_EQ(actor_at(d, layer, "Sie").name, "russische Regierung");
  EXPECT_EQ(layer.mentions.back().form, MentionForm::kPronoun);
}

TEST(Coreference, HeIsAPersonAndItIsNot) {
  const ActorLexicon lexicon = small_lexicon();
  const Document d = document_from_conllu(R"(
1 Nina Nina PROPN _ Number=Sing 3 nsubj _ NER=B-PER
2 Neu Neu PROPN _ _ 1 flat _ NER=I-PER
3 visits visit VERB _ _ 0 root
4 Kenya Kenya PROPN _ Number=Sing 3 obj _ NER=B-LOC|SpaceAfter=No
5 . . PUNCT _ _ 3 punct

1 She she PRON _ Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs 2 nsubj
2 likes like VERB _ _ 0 root
3 it it PRON _ Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs 2 obj
)",
                                          Language::kEnglish, Date{2010, 1, 1});
  const ActorLayer layer = find_actors(d, lexicon);
  EXPECT_EQ(actor_at(d, layer, "She").name, "Nina Neu");
  EXPECT_EQ(actor_at(d, layer, "it").code, "KEN");
}

TEST(Coreference, ExpletiveAndUnclearStayOut) {
  const ActorLexicon lexicon = small_lexicon();
  const Document d = document_from_conllu(R"(
1 Er er PRON _ Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs 2 nsubj
2 lacht lachen VERB _ _ 0 root
3 über über ADP _ _ 4 case
4 Kenia Kenia PROPN _ Number=Sing 2 obl _ NER=B-LOC
)",
                                          Language::kGerman);
  const ActorLayer layer = find_actors(d, lexicon);
  EXPECT_EQ(actor_at(d, layer, "Er").name, "");
}

TEST(Coreference, BareTitleIsTheOneNamedBefore) {
  const ActorLexicon lexicon = small_lexicon();
  const Document d = document_from_conllu(R"(
1 Kenias Kenia PROPN _ Case=Gen 2 nmod:poss _ NER=B-LOC
2 Präsident Präsident NOUN _ Number=Sing 3 nsubj
3 spricht sprechen VERB _ _ 0 root _ SpaceAfter=No
4 . . PUNCT _ _ 3 punct

1 Die die DET _ _ 3 det
2 russische russisch ADJ _ _ 3 amod
3 Regierung Regierung NOUN _ Gender=Fem|Number=Sing 4 nsubj
4 schweigt schweigen VERB _ _ 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct

1 Der der DET _ _ 2 det
2 Präsident Präsident NOUN _ Number=Sing 3 nsubj
3 lacht lachen VERB _ _ 0 root
)",
                                          Language::kGerman);
  const ActorLayer layer = find_actors(d, lexicon);
  EXPECT_EQ(actor_at(d, layer, "Präsident", 1).code, "KEN");
}

}  // namespace
}  // namespace depesche::actors
