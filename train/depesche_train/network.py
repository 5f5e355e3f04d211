"""The network: word features, a two-layer BiLSTM, one wide layer of head inputs, the heads.

Arcs are biaffine (Dozat and Manning 2017); labels come from a small perceptron over the dependent
and its head (Kiperwasser and Goldberg 2016), which is cheaper on a CPU. Treebanks differ in habits:
each source owns a bias of the head inputs, so that the encoder stays free of them, and the
exported model picks the habits of one source by adding its bias: nothing is left to compute.
"""
import torch
from torch import nn
from torch.nn import functional as F

from . import features
from .inventory import IGNORE

WORD, SUFFIX, PREFIX = 64, 64, 32
INPUT = WORD + features.VECTOR_SIZE + SUFFIX + PREFIX
# Slices of the wide layer, in this order.
SLICES = {"dep": 128, "head": 128, "label_dep": 96, "label_head": 96, "tag": 128, "lemma": 96, "ner": 64}
WIDE = sum(SLICES.values())


class SharedDropout(nn.Module):
    """Dropout whose mask is the same for all words of a sentence (Gal and Ghahramani 2016)."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training or self.rate == 0:
            return x
        mask = torch.rand(x.shape[0], 1, x.shape[2]) >= self.rate
        return x * (mask.to(x.dtype) / (1 - self.rate))


class Network(nn.Module):
    def __init__(self, inventory, vectors, hidden, dropout):
        super().__init__()
        self.word = nn.EmbeddingBag(1 << features.WORD_BITS, WORD, mode="sum")
        self.suffix = nn.EmbeddingBag(1 << features.SUFFIX_BITS, SUFFIX, mode="sum")
        self.prefix = nn.EmbeddingBag(1 << features.PREFIX_BITS, PREFIX, mode="sum")
        for table in (self.word, self.suffix, self.prefix):
            nn.init.normal_(table.weight, std=0.1)
        self.register_buffer("vectors", torch.cat([torch.zeros(1, features.VECTOR_SIZE), torch.from_numpy(vectors.matrix())]), persistent=False)
        self.no_vector = nn.Parameter(torch.zeros(features.VECTOR_SIZE))
        self.lstm1 = nn.LSTM(INPUT, hidden, batch_first=True, bidirectional=True)
        self.lstm2 = nn.LSTM(2 * hidden, hidden, batch_first=True, bidirectional=True)
        self.wide = nn.Linear(2 * hidden, WIDE)
        self.habits = nn.Embedding(len(inventory.sources), WIDE)
        nn.init.zeros_(self.habits.weight)
        self.arc = nn.Parameter(torch.empty(SLICES["dep"], SLICES["head"]))
        nn.init.xavier_uniform_(self.arc, gain=0.5)
        self.arc_head = nn.Parameter(torch.zeros(SLICES["head"]))
        self.root_arc = nn.Parameter(torch.randn(SLICES["head"]) * 0.1)
        self.root_label = nn.Parameter(torch.randn(SLICES["label_head"]) * 0.1)
        self.label_out = nn.Linear(SLICES["label_dep"], len(inventory.deprels))
        self.upos_out = nn.Linear(SLICES["tag"], len(inventory.upos))
        self.feats_out = nn.Linear(SLICES["tag"], len(inventory.feats))
        self.register_buffer("parts", torch.from_numpy(inventory.parts()), persistent=False)
        self.parts_out = nn.Linear(SLICES["tag"], self.parts.shape[1], bias=False)
        self.rule_out = nn.Linear(SLICES["lemma"], len(inventory.rules))
        self.ner_out = nn.Linear(SLICES["ner"], len(inventory.ner))
        self.ner_steps = nn.Parameter(torch.zeros(len(inventory.ner), len(inventory.ner)))  # previous tag, tag
        self.dropout = SharedDropout(dropout)

    def embed(self, batch):
        """[sentences, words, INPUT]"""
        ids = batch["features"]
        shape = ids.shape[:2]
        flat = ids.reshape(-1, ids.shape[2])
        word = self.word(flat[:, :2]).view(*shape, -1) * batch["keep"].unsqueeze(-1)
        suffix = self.suffix(flat[:, 2:6]).view(*shape, -1)
        prefix = self.prefix(flat[:, 6:]).view(*shape, -1)
        vector = F.embedding(batch["vectors"], self.vectors)
        vector = vector + (batch["vectors"] == 0).unsqueeze(-1) * self.no_vector
        return torch.cat([word, vector, suffix, prefix], dim=-1)

    def slices(self, batch):
        """Head inputs by name, each [sentences, words, width], after ReLU."""
        encoded, _ = self.lstm1(self.dropout(self.embed(batch)))
        encoded, _ = self.lstm2(self.dropout(encoded))
        wide = self.wide(self.dropout(encoded)) + self.habits(batch["source"]).unsqueeze(1)
        return dict(zip(SLICES, wide.split(list(SLICES.values()), dim=-1)))

    def arcs(self, part):
        """[sentences, dependents, heads]; head 0 is the root."""
        dep, head = F.relu(part["dep"]), F.relu(part["head"])
        root = self.root_arc.expand(head.shape[0], 1, -1)
        heads = torch.cat([root, head], dim=1)
        return (self.dropout(dep) @ self.arc + self.arc_head) @ self.dropout(heads).transpose(1, 2)

    def labels(self, part, heads):
        """[sentences, words, labels] for the given head of each word."""
        dep, head = part["label_dep"], part["label_head"]
        root = self.root_label.expand(head.shape[0], 1, -1)
        all_heads = torch.cat([root, head], dim=1)
        chosen = all_heads.gather(1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, head.shape[2]))
        return self.label_out(self.dropout(F.relu(dep + chosen)))

    def tags(self, part):
        """(UPOS, FEATS, lemma rule, entity) scores."""
        tag = self.dropout(F.relu(part["tag"]))
        feats = self.feats_out(tag) + self.parts_out(tag) @ self.parts.t()
        rules = self.rule_out(self.dropout(F.relu(part["lemma"])))
        return self.upos_out(tag), feats, rules, self.ner_out(self.dropout(F.relu(part["ner"])))

    def entity_loss(self, scores, tags):
        """Negative log-likelihood of the tag sequences of a linear-chain CRF (Lafferty et al. 2001), summed over sentences.

        Sentences without entity annotation count as zero.
        """
        told = tags[:, 0] != IGNORE
        if not told.any():
            return scores.sum() * 0
        scores, tags = scores[told].float(), tags[told]
        right = scores.gather(2, tags.unsqueeze(2)).sum() + self.ner_steps[tags[:, :-1], tags[:, 1:]].sum()
        total = scores[:, 0]
        for t in range(1, scores.shape[1]):
            total = torch.logsumexp(total.unsqueeze(2) + self.ner_steps, dim=1) + scores[:, t]
        return torch.logsumexp(total, dim=1).sum() - right

    def loss(self, batch):
        """The heads' losses a word (cross-entropies; for entities the chain); words without a target count as zero."""
        part = self.slices(batch)
        upos, feats, rules, ner = self.tags(part)
        pairs = [(self.arcs(part), batch["heads"]), (self.labels(part, batch["heads"]), batch["deprels"]),
                 (upos, batch["upos"]), (feats, batch["feats"]), (rules, batch["rules"])]
        words = batch["upos"].numel()
        losses = [F.cross_entropy(s.float().flatten(0, 1), t.flatten(), ignore_index=IGNORE, reduction="sum") / words for s, t in pairs]
        return losses + [self.entity_loss(ner, batch["ner"]) / words]
