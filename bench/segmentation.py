#!/usr/bin/env python3
"""Token and sentence F1 of `depesche parse` against a treebank whose sentences are joined, five to a paragraph.

  bench/segmentation.py [--depesche build/release/depesche] ../shared/data/ud/de_gsd-dev.conllu.gz de

A token is right when it covers the same characters, a sentence when it begins and ends with the same ones; white space
does not count. Python 3 standard library only.
"""
import argparse
import gzip
import os
import subprocess
import sys
import tempfile


def sentences(lines):
    """Each sentence as a list of surfaces (multiword tokens whole)."""
    surfaces, skip_to = [], 0
    for line in lines:
        line = line.rstrip("\n")
        if not line:
            if surfaces:
                yield surfaces
            surfaces, skip_to = [], 0
        elif not line.startswith("#"):
            number, form = line.split("\t")[:2]
            if "-" in number:
                skip_to = int(number.split("-")[1])
            elif "." in number or int(number) <= skip_to:
                continue
            surfaces.append(form)
    if surfaces:
        yield surfaces


def spans(list_of_sentences):
    """Token and sentence spans, counted in characters that are no white space."""
    tokens, whole, at = set(), set(), 0
    for surfaces in list_of_sentences:
        begin = at
        for surface in surfaces:
            size = len("".join(surface.split()))
            tokens.add((at, at + size))
            at += size
        whole.add((begin, at))
    return tokens, whole


def f1(gold, system):
    return 200 * len(gold & system) / (len(gold) + len(system))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--depesche", default="build/release/depesche")
    parser.add_argument("treebank")
    parser.add_argument("language", choices=("de", "en"))
    args = parser.parse_args()
    if not os.path.exists(args.treebank):
        sys.exit(f"{args.treebank} is not there: nothing measured")
    opener = gzip.open if args.treebank.endswith(".gz") else open
    with opener(args.treebank, "rt", encoding="utf-8") as handle:
        lines = handle.readlines()
    texts = [line[len("# text = "):].rstrip("\n") for line in lines if line.startswith("# text = ")]
    paragraphs = [" ".join(texts[i:i + 5]) for i in range(0, len(texts), 5)]
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as report:
        report.write("\n\n".join(paragraphs) + "\n")
        report.flush()
        done = subprocess.run([args.depesche, "parse", "--language", args.language, report.name],
                              stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
    gold_tokens, gold_sentences = spans(sentences(lines))
    tokens, whole = spans(sentences(done.stdout.splitlines()))
    print(f"tokens F1 {f1(gold_tokens, tokens):.2f}  sentences F1 {f1(gold_sentences, whole):.2f}")


if __name__ == "__main__":
    main()
