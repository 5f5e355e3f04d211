"""Reads the treebanks, the silver trees and the entity data into Sentences, and harmonises labels."""
import gzip
import re
from dataclasses import dataclass, field

ENTITY_TAGS = ["O"] + [f"{b}-{t}" for t in ("PER", "LOC", "ORG", "MISC") for b in "BI"]

# Subtypes that a later stage reads. All others are cut to the bare relation.
KEPT_SUBTYPES = {
    "nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "obl:arg", "obl:tmod", "obl:unmarked", "compound:prt",
    "acl:relcl", "nmod:poss", "nmod:desc", "det:poss", "expl:pv", "nsubj:outer",
}
_RELATIVE_TAGS = {"PRELS", "PRELAT"}
_CONTRACTIONS = {
    "im": ("in", "dem"), "am": ("an", "dem"), "zum": ("zu", "dem"), "zur": ("zu", "der"), "vom": ("von", "dem"),
    "beim": ("bei", "dem"), "ins": ("in", "das"), "ans": ("an", "das"), "aufs": ("auf", "das"), "fürs": ("für", "das"),
}


@dataclass
class Sentence:
    """Parallel lists, one entry a syntactic word. A list is empty where the source does not tell."""
    forms: list
    source: str
    upos: list = field(default_factory=list)
    feats: list = field(default_factory=list)
    lemmas: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    deprels: list = field(default_factory=list)
    ner: list = field(default_factory=list)
    weight: float = 1.0


def open_text(path):
    return gzip.open(path, "rt", encoding="utf-8") if str(path).endswith(".gz") else open(path, encoding="utf-8")


def blocks(path):
    """Lists of lines between empty lines."""
    lines = []
    with open_text(path) as handle:
        for line in handle:
            line = line.rstrip("\n")
            if line:
                lines.append(line)
            elif lines:
                yield lines
                lines = []
    if lines:
        yield lines


def harmonised(deprel, xpos_below):
    """One habit for all treebanks: German GSD and HDT do not mark relative clauses, PUD does."""
    if deprel == "acl" and xpos_below & _RELATIVE_TAGS:
        return "acl:relcl"
    return deprel if deprel in KEPT_SUBTYPES else deprel.split(":")[0]


# Before 1996 'ß' also stood behind short vowels; inflected forms ("Prozesse") do not show the spelling.
_OLD_SPELLING = re.compile(r"(?<![aeiouäöü])([ei])ß|(?<=[dnHhFfl])(a)ß|(?<=\bP)(a)ß|(?<=[lhKkNnGgm])(u)ß|(?<=hl)(o)ß|(?<=\bR)(u)ß(?=land)")


def modern_lemma(form, lemma):
    """'Kongress' for the form 'Kongresse' even where the treebank says 'Kongreß'; old forms keep their lemma."""
    if "ß" not in lemma or "ß" in form or "ss" not in form.lower():
        return lemma
    return _OLD_SPELLING.sub(lambda m: (m[1] or m[2] or m[3] or m[4] or m[5] or m[6]) + "ss", lemma)


def _xpos_below(rows):
    """For each word the XPOS of its children and grandchildren, where a relative pronoun would stand."""
    below = [set() for _ in rows]
    for row in rows:
        head = int(row[6])
        for _ in range(2):
            if head == 0:
                break
            below[head - 1].add(row[4])
            head = int(rows[head - 1][6])
    return below


def read_trees(path, source, feats=True, lemmas=True, ner=False):
    """CoNLL-U; multiword ranges and empty nodes are skipped, the parser works on syntactic words."""
    for lines in blocks(path):
        rows = [r for r in (line.split("\t") for line in lines if line[0] != "#") if r[0].isdigit()]
        below = _xpos_below(rows)
        sentence = Sentence([r[1] for r in rows], source, upos=[r[3] for r in rows], heads=[int(r[6]) for r in rows],
                            deprels=[harmonised(r[7], x) for r, x in zip(rows, below)])
        if feats:
            sentence.feats = [r[5] for r in rows]
        if lemmas:
            sentence.lemmas = [modern_lemma(r[1], r[2]) for r in rows]
        if ner:
            sentence.ner = [next((m[4:] for m in r[9].split("|") if m.startswith("NER=")), "O") for r in rows]
        yield sentence


def _split_like_treebank(form):
    """German entity data keeps 'im' and 'Kolping-Werk' whole; the treebanks do not."""
    pair = _CONTRACTIONS.get(form.lower())
    if pair:
        return [pair[0].capitalize() if form[0].isupper() else pair[0], pair[1]]
    if "-" in form and len(form) > 2 and not form.startswith("-") and not form.endswith("-"):
        parts = []
        for part in form.split("-"):
            parts += ([part] if part else []) + ["-"]
        return parts[:-1]
    return [form]


def read_entities(path, source, split=lambda number: False):
    """Token-per-line entity data (index, form, tag). OTH is MISC; 'deriv' and 'part' tags are O.

    split(number) says whether sentence `number` is cut like the German treebanks.
    """
    for number, lines in enumerate(blocks(path)):
        forms, tags = [], []
        for line in lines:
            if line[0] == "#" and "\t" not in line[:3] or line.startswith("#\t"):
                continue
            _, form, tag = line.split("\t")[:3]
            tag = "O" if tag.endswith(("deriv", "part")) else tag.replace("OTH", "MISC")
            pieces = _split_like_treebank(form) if split(number) else [form]
            forms += pieces
            tags += [tag] + [tag if tag == "O" else "I-" + tag[2:]] * (len(pieces) - 1)
        if forms:
            yield Sentence(forms, source, ner=[t if t in ENTITY_TAGS else "O" for t in tags])


def read_snippets(path):
    """Entity tags that links of Wikipedia give (token, tag); snippets with mark-up or redirects are left out."""
    for lines in blocks(path):
        rows = [line.split("\t")[:2] for line in lines]
        forms = [form for form, _ in rows]
        if len(forms) < 5 or any("''" in f or "*" in f or f in ("WEITERLEITUNG", "REDIRECT") for f in forms):
            continue
        yield Sentence(forms, "wiki", ner=[t if t in ENTITY_TAGS else "O" for _, t in rows])


def german(data):
    """(training sentences with their repetitions, the gold trees once, {name: dev sentences})."""
    gold = list(read_trees(data / "ud/de_gsd-a-train.conllu.gz", "gsd"))
    gold += read_trees(data / "ud/de_gsd-b-train.conllu.gz", "gsd")
    gold += read_trees(data / "ud/de_pud-a-train.conllu.gz", "pud")
    gold += read_trees(data / "ud/de_hdt-part-train.conllu.gz", "hdt", feats=False)
    silver = list(read_trees(data / "silver/de_news-silver.conllu.gz", "pud", lemmas=False, ner=True))
    whole = list(read_entities(data / "ner/germeval-train-from-test.tsv.gz", "gsd"))
    cut = list(read_entities(data / "ner/germeval-train-from-test.tsv.gz", "gsd", lambda number: True))
    kept = [s for number, s in enumerate(whole) if number % 10 == 9]
    train = [(cut if number % 3 else whole)[number] for number in range(len(whole)) if number % 10 != 9]
    dev = {"tree": list(read_trees(data / "ud/de_gsd-dev.conllu.gz", "gsd")), "entities": kept, "news": silver[::60]}
    del silver[::60]
    return gold * 2 + silver + train + list(read_snippets(data / "ner/wikiann_de-train-silver.tsv.gz")), gold, dev


def english(data):
    gold = list(read_trees(data / "ud/en_ewt-train.conllu.gz", "ewt"))
    gold += read_trees(data / "ud/en_gum-train.conllu.gz", "gum")
    silver = list(read_trees(data / "silver/en_news-silver.conllu.gz", "ewt", lemmas=False, ner=True))
    entities = list(read_entities(data / "ner/uner_en_ewt-dev.iob2.gz", "ewt"))
    kept = [s for number, s in enumerate(entities) if number % 10 == 9]
    train = [s for number, s in enumerate(entities) if number % 10 != 9]
    dev = {"tree": list(read_trees(data / "ud/en_ewt-dev.conllu.gz", "ewt")), "entities": kept, "news": silver[::60]}
    del silver[::60]
    return gold * 2 + silver + train * 3, gold, dev


LANGUAGES = {
    "de": {"load": german, "sources": ["gsd", "pud", "hdt", "wiki"], "vectors": "silver/de_vectors-64.txt.gz", "min_tail": 5},
    "en": {"load": english, "sources": ["ewt", "gum"], "vectors": "silver/en_vectors-64.txt.gz", "min_tail": 0},
}
