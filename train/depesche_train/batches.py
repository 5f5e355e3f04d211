"""Batches of sentences of one length, so that no padding and no masks are needed anywhere."""
from collections import defaultdict

import numpy as np
import torch

TARGETS = ("upos", "feats", "rules", "heads", "deprels", "ner")


def plan(items, words_per_batch, rng):
    """Lists of items, each of one length; order and membership are random by `rng`."""
    by_length = defaultdict(list)
    for item in items:
        by_length[len(item.types)].append(item)
    batches = []
    for length, group in sorted(by_length.items()):
        rng.shuffle(group)
        size = max(1, words_per_batch // (length + 4))
        batches += [group[i:i + size] for i in range(0, len(group), size)]
    rng.shuffle(batches)
    return batches


class Collator:
    """Looks up word features and draws what the words lose to dropout."""

    def __init__(self, types, word_dropout, vector_dropout, seed):
        self.types = types
        self.word_dropout, self.vector_dropout = word_dropout, vector_dropout
        self.random = np.random.default_rng(seed)

    def __call__(self, batch, train):
        ids = np.stack([item.types for item in batch])
        vectors = self.types.best[ids]
        keep = np.ones(ids.shape, dtype=np.float32)
        if train:
            draw = self.random.random(ids.shape)
            # Unknown words have no vector, or only that of their tail: both must be met in training.
            vectors = np.where(draw < self.vector_dropout, -1, vectors)
            vectors = np.where((draw >= self.vector_dropout) & (draw < 2 * self.vector_dropout), self.types.tail[ids], vectors)
            keep = (self.random.random(ids.shape) >= self.word_dropout).astype(np.float32)
        out = {"features": torch.from_numpy(self.types.rows[ids]), "vectors": torch.from_numpy(vectors + 1),
               "keep": torch.from_numpy(keep), "source": torch.tensor([item.source for item in batch])}
        for name in TARGETS:
            out[name] = torch.from_numpy(np.stack([getattr(item, name) for item in batch]))
        return out
