"""The label sets of a language and the sentences turned into integer arrays."""
from collections import Counter

import numpy as np

from .corpora import ENTITY_TAGS
from .lemma_rules import rule_of, seen_cuts

IGNORE = -100  # a target that no loss counts


def _ranked(counter, at_least=1):
    return sorted((k for k, n in counter.items() if n >= at_least), key=lambda k: (-counter[k], k))


class Inventory:
    """Names of classes; the position in a list is the class number in the model file.

    A checkpoint keeps it (vars(inventory)), so that weights and names always belong together.
    """

    @classmethod
    def restored(cls, saved):
        inventory = cls.__new__(cls)
        vars(inventory).update(saved)
        return inventory

    def __init__(self, sentences, gold, sources):
        self.sources = sources
        self.upos = sorted({u for s in sentences for u in s.upos})
        self.deprels = _ranked(Counter(d for s in sentences for d in s.deprels))
        self.feats = _ranked(Counter(f for s in sentences for f in s.feats), 2)
        pairs = Counter((f, l) for s in gold for f, l in zip(s.forms, s.lemmas) if l != "_")
        rules = Counter()
        for (form, lemma), _ in pairs.items():
            rules[rule_of(form, lemma)] += 1
        self.rules = _ranked(rules, 3)
        self.rule_cuts = seen_cuts(sorted(pairs), self.rules)
        self.ner = ENTITY_TAGS
        # Classes that the source whose habits the exported model follows really uses.
        home = sources[0]
        self.home_feats = sorted({f for s in gold if s.source == home for f in s.feats})

    def parts(self):
        """Multi-hot matrix: FEATS string x attribute=value; strings share what their parts learn."""
        names = sorted({p for f in self.feats for p in f.split("|")})
        matrix = np.zeros((len(self.feats), len(names)), dtype=np.float32)
        for row, value in enumerate(self.feats):
            for part in value.split("|"):
                matrix[row, names.index(part)] = 1.0
        return matrix


class Encoded:
    """One sentence as arrays: word types and the targets of all heads (IGNORE where unknown)."""

    __slots__ = ("types", "source", "upos", "feats", "rules", "heads", "deprels", "ner", "sentence")

    def __init__(self, sentence, types, inventory, maps):
        n = len(sentence.forms)
        self.sentence = sentence
        self.types = np.array([types.add(f) for f in sentence.forms], dtype=np.int64)
        self.source = inventory.sources.index(sentence.source)
        self.upos = _targets(sentence.upos, maps["upos"], n)
        self.feats = _targets(sentence.feats, maps["feats"], n)
        rules = [rule_of(f, l) if l != "_" else None for f, l in zip(sentence.forms, sentence.lemmas)]
        self.rules = _targets(rules, maps["rules"], n)
        self.deprels = _targets(sentence.deprels, maps["deprels"], n)
        self.ner = _targets(sentence.ner, maps["ner"], n)
        self.heads = np.array(sentence.heads, dtype=np.int64) if sentence.heads else np.full(n, IGNORE, dtype=np.int64)


def _targets(values, names, n):
    if not values:
        return np.full(n, IGNORE, dtype=np.int64)
    return np.array([names.get(v, IGNORE) for v in values], dtype=np.int64)


def encode(sentences, types, inventory):
    """Sentences that occur several times in the list are encoded once and shared."""
    maps = {k: {name: i for i, name in enumerate(getattr(inventory, k))} for k in ("upos", "feats", "rules", "deprels", "ner")}
    seen = {}
    out = []
    for sentence in sentences:
        if id(sentence) not in seen:
            seen[id(sentence)] = Encoded(sentence, types, inventory, maps)
        out.append(seen[id(sentence)])
    return out
