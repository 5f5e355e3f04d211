"""python3 -m depesche_train train|export|evaluate; see train/README.md for the exact commands."""
import argparse
import json
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch

from . import corpora
from .batches import Collator
from .evaluation import figures
from .features import Vectors, WordTypes
from .inventory import Inventory, encode
from .network import Network
from .training import train


def arguments():
    parser = argparse.ArgumentParser(prog="depesche_train", description=__doc__)
    parser.add_argument("command", choices=["train", "export", "evaluate"])
    parser.add_argument("--language", choices=list(corpora.LANGUAGES), required=True)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder that holds ud/, silver/ and ner/")
    parser.add_argument("--checkpoint", type=Path, required=True, help="weights to write (train) or to read (export, evaluate)")
    parser.add_argument("--out", type=Path, help="export: the model file, for example models/de.dsm")
    parser.add_argument("--tree-habits", help="export: treebanks whose trees are followed, as in gsd+pud (default: the first)")
    parser.add_argument("--hidden", type=int, default=128, help="LSTM cells a direction")
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--batch", type=int, default=1500, help="words a step")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--decay", type=float, default=1e-4)
    parser.add_argument("--dropout", type=float, default=0.25)
    parser.add_argument("--word-dropout", type=float, default=0.2)
    parser.add_argument("--vector-dropout", type=float, default=0.08)
    parser.add_argument("--bf16", action="store_true", help="bfloat16 products: faster where the CPU has them")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def prepared(options, saved):
    """Data and inventory of a language; the inventory of a checkpoint where there is one."""
    language = corpora.LANGUAGES[options.language]
    sentences, gold, dev = language["load"](options.data)
    inventory = Inventory.restored(saved["inventory"]) if saved else Inventory(sentences, gold, language["sources"])
    types = WordTypes(Vectors(options.data / language["vectors"], language["min_tail"]))
    items = encode(sentences, types, inventory)
    dev_items = {name: encode(part, types, inventory) for name, part in dev.items()}
    types.freeze()
    return inventory, types, items, dev_items


def main():
    options = arguments()
    random.seed(options.seed), np.random.seed(options.seed), torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    saved = None if options.command == "train" else torch.load(options.checkpoint)
    inventory, types, items, dev = prepared(options, saved)
    collator = Collator(types, 0, 0, 0)
    if options.command == "train":
        network = Network(inventory, types.vectors, options.hidden, options.dropout)
        words = sum(len(i.types) for i in items)
        log(f"{len(items)} sentences, {words} words a pass, {sum(p.numel() for p in network.parameters())} weights, "
            f"{len(inventory.feats)} feats, {len(inventory.rules)} rules, {len(inventory.deprels)} labels")

        def report(number, text):
            log(text)
            if number and (number % 3 == 0 or number == 1):
                log("dev, not averaged: " + json.dumps(figures(network, dev, collator, inventory)))

        def save(weights):
            torch.save({"options": {k: str(v) for k, v in vars(options).items()}, "hidden": options.hidden,
                        "inventory": vars(inventory), "weights": weights}, options.checkpoint)
        seconds = train(network, items, types, options, report, save)
        log(f"{seconds / 60:.1f} minutes")
    else:
        network = Network(inventory, types.vectors, saved["hidden"], 0.0)
        network.load_state_dict(saved["weights"])
        if options.command == "export":
            from .export import export
            export(network, inventory, types, [i for i in items if i.sentence.lemmas], options)
            return
    log("dev: " + json.dumps(figures(network, dev, collator, inventory)))


def log(text):
    print(time.strftime("%H:%M:%S"), text, file=sys.stderr, flush=True)


main()
