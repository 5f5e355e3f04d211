"""From a checkpoint to models/<language>.dsm.

What costs nothing at run time is folded here: the habits of one treebank into the bias of the wide
layer, the parts of FEATS strings into one matrix, the two biases of an LSTM gate into one.
"""
from collections import Counter, defaultdict

import numpy as np
import torch

from . import features
from .evaluation import predictions
from .batches import Collator
from .model_file import ModelWriter
from .network import SLICES
from .verb_forms import PREFIXES, irregular_forms


def _numpy(tensor):
    return tensor.detach().float().numpy()


def _habit_bias(network, inventory, tree_sources, tag_source):
    """Bias of the wide layer: trees after the mean of some sources ("gsd+pud"), tags after one."""
    bias = _numpy(network.wide.bias).copy()
    habits = _numpy(network.habits.weight)
    at = 0
    for name, width in SLICES.items():
        sources = tree_sources.split("+") if name in ("dep", "head", "label_dep", "label_head") else [tag_source]
        bias[at:at + width] += np.mean([habits[inventory.sources.index(s), at:at + width] for s in sources], axis=0)
        at += width
    return bias


def lemma_exceptions(network, inventory, types, gold, at_least=2):
    """{(form, upos): lemma} for frequent words of the training trees that the rules get wrong.

    The first source decides where the treebanks differ; a pair must be right four times in five.
    """
    items = {}
    for item in gold:
        items[id(item)] = item
    home, wrong = defaultdict(Counter), Counter()
    for item, got in predictions(network, list(items.values()), Collator(types, 0, 0, 0), inventory):
        sentence = item.sentence
        weight = 3 if sentence.source == inventory.sources[0] else 1
        for form, upos, lemma, mine in zip(sentence.forms, sentence.upos, sentence.lemmas, got["lemmas"]):
            if lemma != "_":
                home[form, upos][lemma] += weight
                wrong[form, upos] += lemma != mine
    table = {}
    for key, lemmas in home.items():
        lemma, count = lemmas.most_common(1)[0]
        total = sum(lemmas.values())
        if total >= at_least and wrong[key] and count >= 0.8 * total:
            table[key] = lemma
    return table


def _write_lemmas(writer, table, inventory, german):
    prefixes = []
    if german:
        prefixes = sorted(PREFIXES, key=lambda p: (-len(p), p))
        for form, infinitive in irregular_forms().items():
            table.setdefault((form, "VERB"), infinitive)
    rows = sorted((features.fnv1a(form.encode() + b"\0" + upos.encode()), lemma.encode()) for (form, upos), lemma in table.items())
    offsets = np.cumsum([0] + [len(lemma) for _, lemma in rows])
    writer.array("lemma.keys", np.array([key for key, _ in rows], dtype=np.uint64), "uint64")
    writer.array("lemma.offsets", offsets, "uint32")
    writer.text("lemma.text", b"".join(lemma for _, lemma in rows).decode("utf-8"))
    writer.lines("lemma.prefixes", prefixes)
    writer.lines("names.rules", ["\t".join([rule, "/".join(sorted(fronts)), "/".join(sorted(ends))])
                                 for rule, (fronts, ends) in zip(inventory.rules, inventory.rule_cuts)])


def _write_vectors(writer, vectors):
    keys = np.array([features.fnv1a(form.encode("utf-8")) for form in vectors.index], dtype=np.uint64)
    rows = np.array(list(vectors.index.values()))
    order = np.argsort(keys, kind="stable")
    writer.array("vectors.keys", keys[order], "uint64")
    writer.array("vectors.codes", vectors.codes[rows[order]], "int8")
    writer.array("vectors.scale", vectors.scale[rows[order]], "float32")


def _write_lstm(writer, name, lstm):
    for suffix, tag in (("", "f"), ("_reverse", "b")):
        get = lambda what: _numpy(getattr(lstm, f"{what}_l0{suffix}"))
        writer.array(f"{name}.{tag}.input", get("weight_ih"), "float16")
        writer.array(f"{name}.{tag}.state", get("weight_hh"), "float16")
        writer.array(f"{name}.{tag}.bias", get("bias_ih") + get("bias_hh"), "float32")


def _write_heads(writer, network, inventory, options):
    writer.array("wide.weight", _numpy(network.wide.weight), "float16")
    writer.array("wide.bias", _habit_bias(network, inventory, options.tree_habits or inventory.sources[0], inventory.sources[0]), "float32")
    writer.array("arc.weight", _numpy(network.arc).T, "float16")
    writer.array("arc.bias", _numpy(network.arc_head), "float32")
    writer.array("root.arc", np.maximum(_numpy(network.root_arc), 0), "float32")
    writer.array("root.label", _numpy(network.root_label), "float32")
    home = [i for i, f in enumerate(inventory.feats) if f in inventory.home_feats]
    feats = _numpy(network.feats_out.weight) + _numpy(network.parts) @ _numpy(network.parts_out.weight)
    for name, weight, bias in (("label", network.label_out.weight, network.label_out.bias), ("upos", network.upos_out.weight, network.upos_out.bias),
                               ("feats", torch.from_numpy(feats[home]), network.feats_out.bias[home]),
                               ("rule", network.rule_out.weight, network.rule_out.bias), ("ner", network.ner_out.weight, network.ner_out.bias)):
        writer.array(name + ".weight", _numpy(weight), "float16")
        writer.array(name + ".bias", _numpy(bias), "float32")
    writer.array("ner.steps", _numpy(network.ner_steps), "float32")
    writer.lines("names.upos", inventory.upos)
    writer.lines("names.deprels", inventory.deprels)
    writer.lines("names.ner", inventory.ner)
    writer.lines("names.feats", [inventory.feats[i] for i in home])


def export(network, inventory, types, gold, options):
    """gold: encoded training sentences with lemmas, for the exception table."""
    writer = ModelWriter()
    writer.text("meta", f"language {options.language}\nhidden {network.lstm1.hidden_size}\nmin_tail {types.vectors.min_tail}\n")
    for name in ("word", "suffix", "prefix"):
        writer.quantised(name, _numpy(getattr(network, name).weight))
    writer.array("no_vector", _numpy(network.no_vector), "float32")
    _write_vectors(writer, types.vectors)
    _write_lstm(writer, "lstm1", network.lstm1)
    _write_lstm(writer, "lstm2", network.lstm2)
    _write_heads(writer, network, inventory, options)
    table = lemma_exceptions(network, inventory, types, gold)
    _write_lemmas(writer, table, inventory, options.language == "de")
    writer.write(options.out)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB, {len(table)} lemma exceptions, {len(inventory.rules)} rules")
