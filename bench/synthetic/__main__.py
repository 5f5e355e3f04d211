#!/usr/bin/env python3
"""Writes an invented corpus and its truth.

  python3 bench/synthetic texts   COUNT FOLDER [--cut N,N,...]                   reports for `depesche code` and `ingest`
  python3 bench/synthetic codings COUNT FOLDER [--cut N,N,...] --commitments N   codings for `depesche ingest --coded`

FOLDER gets part0.jsonl, part1.jsonl, ... (cut after that many reports; one part without --cut) and truth.json.
"""
import argparse
import json
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from synthetic import codings, texts  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("texts", "codings"))
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--cut", default="", type=lambda text: [int(n) for n in text.split(",") if n])
    parser.add_argument("--commitments", type=int, default=100)
    args = parser.parse_args()
    rows, truth = texts.corpus(args.count) if args.kind == "texts" else codings.corpus(args.count, args.commitments)
    args.folder.mkdir(parents=True, exist_ok=True)
    borders = [0, *args.cut, len(rows)]
    for part, (begin, end) in enumerate(zip(borders, borders[1:])):
        with open(args.folder / f"part{part}.jsonl", "w", encoding="utf-8") as out:
            for row in rows[begin:end]:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
    (args.folder / "truth.json").write_text(json.dumps(truth), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
