"""Scores on the dev data, the same figures as tools/score.py."""
import random

import torch

from .batches import plan
from .decoding import entity_tags, tree
from .lemma_rules import apply_rule


def spans(tags):
    found, start, kind = set(), 0, None
    for i, tag in enumerate(list(tags) + ["O"]):
        if kind and tag != "I-" + kind:
            found.add((start, i, kind))
            kind = None
        if tag[0] == "B":
            start, kind = i, tag[2:]
    return found


@torch.no_grad()
def predictions(network, items, collator, inventory):
    """Yields (item, {upos, feats, lemmas, heads, deprels, ner}) for each sentence."""
    network.eval()
    home = [i for i, f in enumerate(inventory.feats) if f in inventory.home_feats]
    steps = network.ner_steps.numpy()
    for batch in plan(list(items), 3000, random.Random(0)):
        tensors = collator(batch, train=False)
        part = network.slices(tensors)
        arcs = network.arcs(part).double().numpy()
        upos, feats, rules, ner = (t.numpy() for t in network.tags(part))
        heads = torch.stack([torch.from_numpy(tree(a)) for a in arcs])
        labels = network.labels(part, heads).argmax(-1)
        for i, item in enumerate(batch):
            forms = item.sentence.forms
            yield item, {
                "upos": [inventory.upos[k] for k in upos[i].argmax(-1)],
                "feats": [inventory.feats[home[k]] for k in feats[i][:, home].argmax(-1)],
                "lemmas": [best_lemma(form, row, inventory) for form, row in zip(forms, rules[i])],
                "heads": heads[i].tolist(),
                "deprels": [inventory.deprels[k] for k in labels[i].tolist()],
                "ner": [inventory.ner[k] for k in entity_tags(ner[i], inventory.ner, steps)],
            }


def best_lemma(form, scores, inventory):
    """The first rule, by falling score, that fits the form."""
    for k in scores.argsort()[::-1][:8]:
        lemma = apply_rule(inventory.rules[k], form, inventory.rule_cuts[k])
        if lemma is not None:
            return lemma
    return form


def tree_figures(pairs):
    count, words = {k: 0 for k in ("UPOS", "FEATS", "LEMMA", "UAS", "LAS")}, 0
    for item, got in pairs:
        gold = item.sentence
        words += len(gold.forms)
        for i in range(len(gold.forms)):
            arc = gold.heads[i] == got["heads"][i]
            count["UPOS"] += gold.upos[i] == got["upos"][i]
            count["FEATS"] += gold.feats[i] == got["feats"][i]
            count["LEMMA"] += bool(gold.lemmas) and gold.lemmas[i] == got["lemmas"][i]
            count["UAS"] += arc
            count["LAS"] += arc and gold.deprels[i].split(":")[0] == got["deprels"][i].split(":")[0]
    return {k: round(100 * v / words, 2) for k, v in count.items()}


def entity_figures(pairs, types=("PER", "LOC", "ORG")):
    hit = said = real = 0
    for item, got in pairs:
        gold = {s for s in spans(item.sentence.ner) if s[2] in types}
        mine = {s for s in spans(got["ner"]) if s[2] in types}
        hit, said, real = hit + len(gold & mine), said + len(mine), real + len(gold)
    return {"P": round(100 * hit / max(1, said), 2), "R": round(100 * hit / max(1, real), 2), "F1": round(200 * hit / max(1, said + real), 2)}


def figures(network, dev, collator, inventory):
    """Dev trees and entities, and agreement with silver news trees that were kept out of training."""
    news = tree_figures(predictions(network, dev["news"], collator, inventory))
    return {**{"news-" + k: news[k] for k in ("UPOS", "LAS")}, **tree_figures(predictions(network, dev["tree"], collator, inventory)),
            **{"NER-" + k: v for k, v in entity_figures(predictions(network, dev["entities"], collator, inventory)).items()}}
