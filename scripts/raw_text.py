"""Segmentation and trees from raw text: words, sentences and labelled edges against a treebank.

As in the CoNLL 2017 and 2018 shared tasks: what is compared are spans of characters without white space. The words of a
multiword token ("im", "don't") share its span and are told apart by their number in it. The sentences of a treebank that
are not next to each other in a text are still joined, ten to a paragraph, as segmentation needs neighbours.
"""
import gzip
import json

PARAGRAPH = 10  # sentences, where the treebank marks no paragraphs


def read(path):
    """Sentences: (text, marked as the start of a paragraph, rows of ten cells)."""
    out, text, opens, rows = [], "", False, []
    opened = gzip.open(path, "rt", encoding="utf-8") if str(path).endswith(".gz") else open(path, encoding="utf-8")
    with opened as handle:
        for line in [*handle, "\n"]:
            line = line.rstrip("\n")
            if line.startswith("# text = "):
                text = line[9:]
            elif line.startswith(("# newdoc", "# newpar")):
                opens = True
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                out.append((text, opens, rows))
                text, opens, rows = "", False, []
    return out


def paragraphs(sentences):
    marked = any(opens for _, opens, _ in sentences)
    out = []
    for number, sentence in enumerate(sentences):
        if not out or (sentence[1] if marked else number % PARAGRAPH == 0):
            out.append([])
        out[-1].append(sentence)
    return out


def texts(sentences):
    return [" ".join(text for text, _, _ in paragraph) for paragraph in paragraphs(sentences)]


def spans(sentences):
    """(words {span and number: (head's span and number, relation)}, sentences as spans); characters without white space."""
    words, bounds, at = {}, set(), 0
    for rows in sentences:
        begin, keys, inside, number = at, {}, 0, 0
        for cells in rows:
            if "." in cells[0]:
                continue
            if "-" in cells[0]:
                length = len("".join(cells[1].split()))
                span, inside, number = (at, at + length), int(cells[0].split("-")[1]), 0
                at += length
            elif int(cells[0]) <= inside:
                keys[cells[0]] = (*span, number)
                number += 1
            else:
                length = len("".join(cells[1].split()))
                keys[cells[0]] = (at, at + length, 0)
                at += length
        for cells in rows:
            if cells[0] in keys:
                words[keys[cells[0]]] = (keys.get(cells[6]), cells[7].split(":")[0])
        bounds.add((begin, at))
    return words, bounds


def f1(right, gold, system):
    return 100 * 2 * right / max(gold + system, 1)


def measure(path, language, depesche):
    """F1 of words, sentences and labelled edges. `depesche` runs the program: (*args, stdin) -> text."""
    parts = paragraphs(read(path))
    reports = "".join(json.dumps({"id": f"p{number}", "language": language, "text": " ".join(s[0] for s in part)}) + "\n" for number, part in enumerate(parts))
    got = {}
    for block in depesche("parse", "-", stdin=reports.encode("utf-8")).split("\n\n"):
        lines = [line for line in block.split("\n") if line]
        name = next((line.split(" = ")[1].rsplit("-", 1)[0] for line in lines if line.startswith("# sent_id")), None)
        if name:
            got.setdefault(name, []).append([line.split("\t") for line in lines if not line.startswith("#")])
    count = dict.fromkeys(("words", "sentences", "las", "gold", "system", "gold sentences", "system sentences"), 0)
    for number, part in enumerate(parts):
        gold_words, gold_bounds = spans([rows for _, _, rows in part])
        words, bounds = spans(got.get(f"p{number}", []))
        count["gold"] += len(gold_words)
        count["system"] += len(words)
        count["words"] += len(gold_words.keys() & words.keys())
        count["las"] += sum(words.get(key) == edge for key, edge in gold_words.items())
        count["gold sentences"] += len(gold_bounds)
        count["system sentences"] += len(bounds)
        count["sentences"] += len(gold_bounds & bounds)
    return {"words": f1(count["words"], count["gold"], count["system"]), "las": f1(count["las"], count["gold"], count["system"]),
            "sentences": f1(count["sentences"], count["gold sentences"], count["system sentences"])}
